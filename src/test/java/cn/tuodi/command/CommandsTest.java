package cn.tuodi.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.store.Changed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, without the jar. */
class CommandsTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir
  Path folder;

  @Test
  @DisplayName("A sound workbook gives 0; one with a finding gives 1 and names file, sheet and cell in the language asked for")
  void check() throws IOException {
    Path sound = put(Changed.built());
    assertEquals(0, run("check", sound.toString()));
    put(Changed.rate(1.2));
    assertEquals(1, run("check", sound.toString(), "--language", "en"));
    assertTrue(out.toString().contains("guangxi/2022/medical-assistance.xlsx [救助待遇] L11: \"1.2\" is not"),
        out::toString);
  }

  @Test
  @DisplayName("A folder of tables is checked edition by edition, with the rules of the source tree")
  void checkFolder() {
    assertEquals(0, run("check", "decision-tables/guangxi", "decision-tables/guizhou/2023", "--rules", "rules"),
        err::toString);
    for (String edition : List.of("guangxi/2021", "guangxi/2022", "guizhou/2023")) {
      assertTrue(out.toString().contains(edition), out::toString);
    }
  }

  @Test
  @DisplayName("Wrong use and missing files give 2 and say why")
  void wrongUse() {
    assertAll(() -> assertEquals(2, run("check")), () -> assertEquals(2, run("check", "none.xlsx")),
        () -> assertEquals(2, run("nonsense")), () -> assertEquals(2, run("undo", "--edition", "guangxi/2022")),
        () -> assertTrue(err.toString().contains("none.xlsx")));
  }

  @Test
  @DisplayName("What is published by command is in the history, and can be undone")
  void publish() throws IOException {
    Path store = Files.createDirectory(folder.resolve("store"));
    Path workbook = put(Changed.rate(1.2));
    assertEquals(1, run("publish", "--directory", store.toString(), "--edition", "guangxi/2022", "--reason", "x",
        workbook.toString()));
    put(Changed.rate(0.96));
    assertEquals(0, run("publish", "--directory", store.toString(), "--edition", "guangxi/2022", "--reason",
        "桂医保发〔2022〕1号", "--by", "王芳", workbook.toString()), err::toString);
    assertEquals(2, run("publish", "--directory", store.toString(), "--edition", "guangxi/2022", "--reason", "x",
        workbook.toString()));
    assertEquals(0, run("undo", "--directory", store.toString(), "--edition", "guangxi/2022", "--to", "0", "--reason",
        "文件撤回"), err::toString);
    assertEquals(0, run("history", "--directory", store.toString()));
    assertTrue(out.toString().contains("1\tguangxi/2022\t曾生效\t"), out::toString);
    assertTrue(out.toString().contains("王芳\t桂医保发〔2022〕1号"), out::toString);
  }

  private Path put(byte[] workbook) throws IOException {
    Path file = folder.resolve("guangxi/2022/medical-assistance.xlsx");
    Files.createDirectories(file.getParent());
    return Files.write(file, workbook);
  }

  private int run(String... arguments) {
    return Commands.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
