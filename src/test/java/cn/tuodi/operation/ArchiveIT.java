package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lets the service start fast: an archive of its classes, written by the build. */
class ArchiveIT {

  @TempDir
  Path folder;

  @Test
  @DisplayName("Started as the README says, the service takes nearly all classes from the archive, and all others are made as it runs")
  void fromTheArchive() throws IOException {
    Path loaded = folder.resolve("classes.log");
    try (RunningService service = RunningService.start("-Xlog:class+load:file=" + loaded)) {
      assertEquals(200, service.post("/v1/decisions", RunningService.example("guangxi")).statusCode());
    }
    List<String> own = classes(loaded).filter(line -> line.contains(" cn.tuodi.")).toList();
    assertTrue(own.size() > 100, () -> own.size() + " classes of the application");
    assertEquals(List.of(), own.stream().filter(ArchiveIT::read).toList(), "classes of the application that are read");
    List<String> all = classes(loaded).filter(line -> !line.contains("Lambda")).toList();
    long read = all.stream().filter(ArchiveIT::read).count();
    assertTrue(read < all.size() / 20, () -> read + " of " + all.size() + " classes are read");
  }

  private static Stream<String> classes(Path log) throws IOException {
    return Files.readAllLines(log).stream().filter(line -> line.contains("source: "));
  }

  /** Whether a class comes from a file of its own, or from the JDK's modules. */
  private static boolean read(String line) {
    return line.contains("source: file:") || line.contains("source: jrt:");
  }
}
