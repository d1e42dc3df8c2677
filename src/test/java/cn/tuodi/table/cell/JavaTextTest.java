package cn.tuodi.table.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text in rule source is text and nothing else. */
class JavaTextTest {

  @TempDir
  private Path folder;

  @Test
  @DisplayName("The compiler reads every text back as it is: every character, and what would end a literal")
  void compiled() throws IOException, ReflectiveOperationException {
    List<String> texts =
        new ArrayList<>(List.of("\"+System.exit(1)+\"", "\\u0022+x+\\u0022", "\\", "\\\"", "\n", "\r\n",
            "\u2028", "${x}", "$param", "/* */ //", "a\0b", "7\0017", "救助待遇", "\uD840\uDC00", ""));
    StringBuilder every = new StringBuilder();
    for (int c = 0; c < Character.MIN_SURROGATE; c++) {
      every.append((char) c);
      if (every.length() == 4096) {
        texts.add(every.toString());
        every.setLength(0);
      }
    }
    texts.add(every.toString());
    assertEquals(texts, readBack(texts));
  }

  private List<String> readBack(List<String> texts) throws IOException, ReflectiveOperationException {
    Path source = folder.resolve("Texts.java");
    Files.writeString(source, texts.stream().map(JavaText::literal)
        .collect(Collectors.joining(",\n", "public class Texts { public static String[] all() { return new String[] {",
            "}; } }")),
        StandardCharsets.US_ASCII);
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()));
    try (URLClassLoader classes = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      Method all = classes.loadClass("Texts").getMethod("all");
      return List.of((String[]) all.invoke(null));
    }
  }

  @Property(tries = 500)
  @Label("A literal has no quote inside, nothing that is replaced before it is read, and nothing that a template replaces")
  void onlyEscapes(@ForAll String text) {
    String literal = JavaText.literal(text);
    String inside = literal.substring(1, literal.length() - 1);
    assertTrue(inside.matches("(?:[A-Za-z0-9 _.,;:()/%+-]|\\\\[0-7]{3}|\\\\u(?!00[0-7])[0-9a-f]{4})*"), inside);
  }
}
