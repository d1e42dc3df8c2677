package cn.tuodi.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.operation.RunningService;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands that the README and the guides show do what they say. A block that cannot be run here says so in a
 * comment before it, with the reason; every other one is run, and must succeed with all its requests.
 */
class CommandsIT {

  private static final Path REPOSITORY = Path.of("").toAbsolutePath();
  private static final String PRELUDE = "src/test/resources/documents/prelude.sh";
  private static final Pattern SERVICE = Pattern.compile("(?:http://)?(?:localhost|127\\.0\\.0\\.1):8080");
  private static final Pattern MANAGEMENT = Pattern.compile("(?:http://)?(?:localhost|127\\.0\\.0\\.1):9000");
  private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+?)/?\\.?\\s");
  private static final Pattern HEALTH = Pattern.compile("Health and metrics: (http://[^/]+)/");
  /** Where a person is to do something in a spreadsheet program. */
  private static final Pattern BY_HAND = Pattern.compile("(?m)^# (?:change a figure|用 Excel).*$");
  private static final String CHANGED = "medical-assistance.xlsx";

  @TempDir
  private static Path temporary;
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  @DisplayName("Every block of commands of the README and the guides runs, or says why it cannot be run here")
  void commands() throws IOException, InterruptedException {
    List<String> failed = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Path changed = changedWorkbook();
    int run = 0;
    for (Page page : Page.all()) {
      List<ShellBlock> blocks = page.shellBlocks().stream().filter(ShellBlock::isToBeRun).toList();
      // A page whose commands are those of its counterpart shows nothing new.
      if (blocks.isEmpty() || !seen.add(blocks.stream().map(ShellBlock::commands).toList().toString())) {
        continue;
      }
      Path folder = folder();
      try {
        for (ShellBlock block : blocks) {
          String said = run(block, folder, changed);
          run++;
          if (said != null) {
            failed.add(block + "\n" + said);
            break;
          }
        }
      } finally {
        bash(folder, Files.readString(Path.of(PRELUDE)) + "stop_service\n");
      }
    }
    assertEquals(List.of(), failed);
    assertTrue(run > 10, "only " + run + " blocks were found");
  }

  @Test
  @DisplayName("A block that fails is noticed, and so is a request that is refused")
  void failuresAreNoticed() throws IOException, InterruptedException {
    Path folder = folder();
    for (String commands : List.of("false", "false | cat", "curl -s localhost:8080/v1/nothing",
        "./tuodi check nothing")) {
      assertTrue(run(new ShellBlock(Path.of("a page"), 1, null, commands), folder, changedWorkbook()) != null,
          commands);
    }
  }

  /** What a block said where it failed; null where it succeeded. */
  private static String run(ShellBlock block, Path folder, Path changed) throws IOException, InterruptedException {
    String log = Files.exists(folder.resolve("service.log")) ? Files.readString(folder.resolve("service.log")) : "";
    String commands = SERVICE.matcher(block.commands())
        .replaceAll(Matcher.quoteReplacement(found(LISTENING, log, service.address())));
    commands = MANAGEMENT.matcher(commands)
        .replaceAll(Matcher.quoteReplacement(found(HEALTH, log, service.management())));
    commands = commands.replace("/tmp/", folder + "/tmp/");
    commands = BY_HAND.matcher(commands).replaceAll(Matcher.quoteReplacement("cp '" + changed + "' " + CHANGED));
    return bash(folder, Files.readString(Path.of(PRELUDE)) + commands + "\n");
  }

  private static String found(Pattern pattern, String log, String otherwise) {
    Matcher matcher = pattern.matcher(log);
    return matcher.find() ? matcher.group(1) : otherwise;
  }

  private static String bash(Path folder, String script) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Path file = Files.writeString(folder.resolve("block.sh"), script);
    ProcessBuilder builder = new ProcessBuilder("bash", file.toString()).directory(folder.toFile())
        .redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("REPOSITORY", REPOSITORY.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // Commands that live for seconds: what the second compiler takes, they never get back.
    builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return "does not end: " + Files.readString(output);
    }
    return process.exitValue() == 0 ? null : "exit code " + process.exitValue() + ": " + Files.readString(output);
  }

  /** A folder that looks like the project to commands, and in which they may write. */
  private static Path folder() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(temporary, "page-");
    for (String name : List.of("src", "rules", "kubernetes", "monitoring", "target")) {
      Files.createSymbolicLink(folder.resolve(name), REPOSITORY.resolve(name));
    }
    Files.createDirectories(folder.resolve("tmp/policies"));
    Path tables = Path.of("decision-tables");
    try (Stream<Path> files = Files.walk(tables)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(file);
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    assertEquals(null, bash(folder, "git init --quiet\n"));
    return folder;
  }

  /** The workbook after a person has changed a rate in it. */
  private static Path changedWorkbook() throws IOException {
    Path changed = temporary.resolve("changed.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook(
        Files.newInputStream(Path.of("decision-tables/guangxi/2022", CHANGED)));
        OutputStream out = Files.newOutputStream(changed)) {
      for (Row row : workbook.getSheet("救助待遇")) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.NUMERIC && cell.getNumericCellValue() == 0.95) {
            cell.setCellValue(0.94);
            workbook.write(out);
            return changed;
          }
        }
      }
    }
    throw new IllegalStateException("there is no rate to be changed");
  }
}
