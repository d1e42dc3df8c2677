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

/** Portfolios simulated on the command line. */
class SimulateCommandTest {

  @TempDir
  private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  @DisplayName("A sample is decided under two editions as if each were in force, and the figure of its speed goes to the errors")
  void sample() throws IOException {
    assertEquals(0, run("guangxi/2021", "decision-tables/guangxi/2022", "--sample", "300", "--seed", "4"));
    JsonNode result = new JsonMapper().readTree(out.toString());
    assertEquals(300, result.get("claims").asLong());
    assertTrue(result.at("/portfolio/synthetic").asBoolean());
    assertEquals(4, result.at("/portfolio/sample/seed").asLong());
    assertTrue(result.at("/to/asIfInForce").asBoolean());
    assertTrue(result.at("/people/gaining").asLong() > 50, out.toString());
    assertTrue(errors.toString().contains("单据 300"), errors.toString());
  }

  @Test
  @DisplayName("What cannot be simulated has exit code 2 and says why")
  void impossible() throws IOException {
    assertEquals(2, run("guangxi/2021", "guangxi/2022"));
    assertEquals(2, run("guangxi/2021", "guangxi/1999", "--sample", "1"));
    assertTrue(errors.toString().contains("guangxi/1999"));
    Path csv = folder.resolve("claims.csv");
    Files.writeString(csv, "claimId,colour\n");
    assertEquals(2, run("guangxi/2022", "guangxi/2022", "--claims", csv.toString(), "--language", "en"));
    assertTrue(errors.toString().contains("/1/colour: no such column"), errors.toString());
  }

  private int run(String... arguments) {
    return new CommandLine(new SimulateCommand()).setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out)).setErr(new PrintWriter(errors)).execute(arguments);
  }
}
