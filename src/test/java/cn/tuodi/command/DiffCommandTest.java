package cn.tuodi.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Editions compared on the command line. */
class DiffCommandTest {

  private static final String FOLDER = "decision-tables/guangxi/2022";

  @TempDir
  private Path elsewhere;

  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  @DisplayName("Two editions differ with exit code 1, as Markdown in the language asked for")
  void different() {
    assertEquals(1, run("guangxi/2021", FOLDER, "--language", "en"));
    assertTrue(out.toString().startsWith("# Policy compared: guangxi/2021 → guangxi/2022"), out.toString());
  }

  @Test
  @DisplayName("A folder is the edition of the application that was built from it, with exit code 0, as JSON")
  void same() throws IOException {
    assertEquals(0, run("guangxi/2022", FOLDER, "--form", "JSON"));
    JsonNode answer = new JsonMapper().readTree(out.toString());
    assertTrue(answer.get("identical").asBoolean());
    assertEquals("guangxi/2022", answer.at("/from/edition").asText());
  }

  @Test
  @DisplayName("What is not there and what is not sound cannot be compared: exit code 2 and why")
  void impossible() throws IOException {
    assertEquals(2, run("guangxi/2021", "guangxi/1999"));
    assertTrue(errors.toString().contains("guangxi/1999"));
    Path broken = elsewhere.resolve("tables/guangxi/2022");
    Files.createDirectories(broken);
    Files.copy(Path.of(FOLDER, "edition.xlsx"), broken.resolve("edition.xlsx"));
    assertEquals(2, run("guangxi/2022", broken.toString(), "--rules", "rules"));
    assertTrue(errors.toString().contains("缺少“救助待遇”表"), errors.toString());
    assertEquals(2, run("guangxi/2022"));
  }

  private int run(String... arguments) {
    return new CommandLine(new DiffCommand()).setCaseInsensitiveEnumValuesAllowed(true).setOut(new PrintWriter(out))
        .setErr(new PrintWriter(errors)).execute(arguments);
  }
}
