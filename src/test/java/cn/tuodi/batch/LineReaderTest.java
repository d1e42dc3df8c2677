package cn.tuodi.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stream of lines may hold, and how much of it lies in memory at once. */
class LineReaderTest {

  private static final int KILOBYTE = 1024;
  private static final int LONGEST = 64 * KILOBYTE;

  @ParameterizedTest
  @ValueSource(ints = {10, 70_000, 200_000})
  @DisplayName("A line as long as may be is read whole; one a byte longer is passed over, and the next has its own number")
  void longest(int longest) throws IOException {
    String most = "a".repeat(longest);
    LineReader lines = reader(most + "\n" + most + "b\n\nc", longest);
    List<LineReader.Line> all = all(lines, 10);
    assertEquals(List.of(1L, 2L, 4L), all.stream().map(LineReader.Line::number).toList());
    assertArrayEquals(most.getBytes(StandardCharsets.UTF_8), all.get(0).bytes());
    assertNull(all.get(1).bytes());
    assertArrayEquals(new byte[] {'c'}, all.get(2).bytes());
  }

  @Test
  @DisplayName("A last line that is too long and never ends is told, too")
  void endless() throws IOException {
    List<LineReader.Line> all = all(reader("a".repeat(500_000), LONGEST), 10);
    assertEquals(1, all.size());
    assertNull(all.get(0).bytes());
  }

  @Test
  @DisplayName("However many lines are asked for, what is handed out together has a bound, and nothing is lost by it")
  void bounded() throws IOException {
    int count = 40;
    LineReader lines = reader(("a".repeat(LONGEST - 1) + "\n").repeat(count), LONGEST);
    int read = 0;
    for (List<LineReader.Line> next = lines.next(count); !next.isEmpty(); next = lines.next(count)) {
      int bytes = next.stream().mapToInt(line -> line.bytes().length).sum();
      assertTrue(bytes <= 256 * KILOBYTE + LONGEST, "at once: " + bytes);
      read += next.size();
    }
    assertEquals(count, read);
  }

  @Test
  @DisplayName("No more lines are handed out than were asked for")
  void most() throws IOException {
    LineReader lines = reader("a\nb\nc\n", LONGEST);
    assertEquals(2, lines.next(2).size());
    assertEquals(1, lines.next(2).size());
    assertEquals(0, lines.next(2).size());
  }

  private static LineReader reader(String text, int longest) {
    return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), longest);
  }

  private static List<LineReader.Line> all(LineReader lines, int most) throws IOException {
    List<LineReader.Line> all = new ArrayList<>();
    for (List<LineReader.Line> next = lines.next(most); !next.isEmpty(); next = lines.next(most)) {
      all.addAll(next);
    }
    return all;
  }
}
