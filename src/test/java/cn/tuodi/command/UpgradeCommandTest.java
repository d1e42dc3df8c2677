package cn.tuodi.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.Changed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks of a release are written anew by a command. */
class UpgradeCommandTest {

  private static final Path RELEASED = Path.of("src/test/resources/releases/1.0.0/decision-tables");
  private static final String TABLE = "guangxi/2022/medical-assistance.xlsx";

  private final StringWriter out = new StringWriter();

  @TempDir
  Path folder;

  @Test
  @DisplayName("The folder of an edition is written anew below another folder; once more there is nothing left to write")
  void upgrade() throws IOException {
    Path edition = RELEASED.resolve("guangxi/2022");
    assertEquals(0, run("upgrade", edition.toString(), "--to", folder.toString()));
    assertTrue(out.toString().contains("guangxi/2022：改写了 7 个工作簿"), out::toString);
    assertFalse(Arrays.equals(Files.readAllBytes(RELEASED.resolve(TABLE)), Files.readAllBytes(folder.resolve(TABLE))));
    assertTrue(Files.exists(folder.resolve("guangxi/2022/local/450000/standards.xlsx")));
    assertEquals(0, run("upgrade", folder.toString(), "--language", "en"));
    assertTrue(out.toString().contains("guangxi/2022: 0 workbook(s)"), out::toString);
  }

  @Test
  @DisplayName("An edition that is not sound is told what is wrong and stays as it is")
  void unsound() throws IOException {
    Path edition = folder.resolve("guangxi/2022");
    try (Stream<Path> files = Files.list(RELEASED.resolve("guangxi/2022"))) {
      Files.createDirectories(edition);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, edition.resolve(file.getFileName()));
      }
    }
    Path table = folder.resolve(TABLE);
    byte[] broken = Changed.changed(Files.readAllBytes(table),
        book -> Changed.cell(book, "救助待遇", "L11").setCellValue(1.2));
    Files.write(table, broken);
    assertEquals(1, run("upgrade", edition.toString()));
    assertTrue(out.toString().contains("[救助待遇] L11"), out::toString);
    assertTrue(Arrays.equals(broken, Files.readAllBytes(table)));
  }

  @Test
  @DisplayName("A file is no folder, and what is not there cannot be written anew")
  void misuse() throws IOException {
    assertEquals(2, run("upgrade", RELEASED.resolve(TABLE).toString()));
    assertEquals(2, run("upgrade", folder.resolve("nowhere").toString()));
  }

  private int run(String... arguments) {
    return Commands.run(new PrintWriter(out), new PrintWriter(new StringWriter()), arguments);
  }
}
