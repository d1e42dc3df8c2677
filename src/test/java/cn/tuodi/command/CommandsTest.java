package cn.tuodi.command;

import static org.junit.jupiter.api.Assertions.assertAll;
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
import java.util.List;
import java.util.stream.Stream;
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
    assertTrue(out.toString().contains("guangxi/2022/medical-assistance.xlsx [救助待遇] L5: \"1.2\" is not"),
        out::toString);
  }

  @Test
  @DisplayName("A workbook that lies anywhere is checked as the table that is stated, whatever its name")
  void checkLoose() throws IOException {
    Path loose = Files.write(folder.resolve("医疗救助 (1).xlsx"), Changed.rate(1.2));
    assertEquals(1, run("check", "--table", "guangxi/2022/medical-assistance.xlsx", loose.toString()), err::toString);
    assertTrue(out.toString().contains("guangxi/2022/medical-assistance.xlsx [救助待遇] L5: "), out::toString);
    Files.write(loose, Changed.rate(0.96));
    assertEquals(0, run("check", "--table", "guangxi/2022/medical-assistance.xlsx", loose.toString()), err::toString);
  }

  @Test
  @DisplayName("Workbooks named like those of an edition are checked together within it")
  void checkOfEdition() throws IOException {
    byte[] citing =
        Changed.changed(Changed.built(), book -> Changed.text(book, "救助待遇", "A5", "GX22-OWN-1"));
    byte[] registering = Changed.changed(Changed.built("edition.xlsx"),
        book -> Changed.text(book, "条款", "A4", "GX22-OWN-1"));
    Path table = Files.write(folder.resolve("medical-assistance.xlsx"), citing);
    Path edition = Files.write(folder.resolve("edition.xlsx"), registering);
    assertEquals(1, run("check", "--edition", "guangxi/2022", table.toString()));
    assertTrue(out.toString().contains("条款登记中没有 GX22-OWN-1"), out::toString);
    out.getBuffer().setLength(0);
    run("check", "--edition", "guangxi/2022", table.toString(), edition.toString());
    assertFalse(out.toString().contains("条款登记中没有 GX22-OWN-1"), out::toString);
  }

  @Test
  @DisplayName("A workbook of which nobody says what table it is gives 2 and the three ways to say it")
  void checkUnknown() throws IOException {
    Path loose = Files.write(folder.resolve("medical-assistance.xlsx"), Changed.built());
    assertEquals(2, run("check", loose.toString()));
    assertAll(() -> assertTrue(err.toString().contains("<region>/<year>/<workbook>.xlsx")),
        () -> assertTrue(err.toString().contains("--table guangxi/2022/medical-assistance.xlsx")),
        () -> assertTrue(err.toString().contains("--edition guangxi/2022")));
    assertAll(() -> assertEquals(2, run("check", "--edition", "guangxi", loose.toString())),
        () -> assertEquals(2, run("check", "--table", "medical-assistance.xlsx", loose.toString())),
        () -> assertEquals(2, run("check", "--table", "guangxi/2022/medical-assistance.xlsx", "--edition",
            "guangxi/2022", loose.toString())));
    Path copy = Files.write(folder.resolve("medical-assistance (1).xlsx"), Changed.built());
    assertEquals(2, run("check", "--edition", "guangxi/2022", copy.toString()));
    assertTrue(err.toString().contains("medical-assistance (1).xlsx: 文件名应与要替换的工作簿相同"), err::toString);
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
  @DisplayName("Two editions for the same place and days are told by a check of their folder")
  void checkOverlap() {
    String tables = folder.resolve("tables").toString();
    assertEquals(0, run("new", "guangxi/2022", "--like", "guangxi/2022", "--to", tables), out::toString);
    assertEquals(0, run("new", "guangxi/2023", "--like", "guangxi/2022", "--to", tables), out::toString);
    assertEquals(0, run("check", tables + "/guangxi/2023"), out::toString);
    assertEquals(1, run("check", tables));
    assertTrue(out.toString().contains("guangxi/2023/edition.xlsx [版本]: 与 "), out::toString);
    assertTrue(out.toString().contains("的地区和日期重叠"), out::toString);
  }

  @Test
  @DisplayName("A folder that lies outside is a model without its rules beside it, and new says what check says")
  void newLikeFolder() {
    String tables = folder.resolve("tables").toString();
    run("new", "guangxi/2022", "--like", "guangxi/2022", "--to", tables);
    out.getBuffer().setLength(0);
    assertEquals(0, run("new", "lijiang/2024", "--like", tables + "/guangxi/2022", "--area", "530700", "--to", tables),
        err::toString);
    List<String> told = linesOf("lijiang/2024");
    assertTrue(told.get(0).contains("请确认以下"), told::toString);
    out.getBuffer().setLength(0);
    assertEquals(0, run("check", tables + "/lijiang/2024"));
    assertEquals(linesOf("lijiang/2024"), told);
    assertEquals(2, run("new", "guangxi/2026", "--like", tables + "/guangxi/2030", "--to", tables));
  }

  private List<String> linesOf(String edition) {
    return out.toString().lines().filter(line -> line.startsWith(edition)).toList();
  }

  @Test
  @DisplayName("A sheet that is always made is told so when it is chosen, one that is not there what there is")
  void newSheets() {
    String tables = folder.resolve("tables").toString();
    String[] blank = {"new", "lijiang/2024", "--area", "530700", "--to", tables, "--sheets"};
    assertEquals(2, run(with(blank, "大病保险倾斜")));
    assertTrue(err.toString().contains("“大病保险倾斜”是每版必有的表") && err.toString().contains("费用预警"), err::toString);
    assertEquals(2, run(with(blank, "大病倾斜")));
    assertTrue(err.toString().contains("没有可以选的表“大病倾斜”"), err::toString);
  }

  private static String[] with(String[] arguments, String last) {
    return Stream.concat(Arrays.stream(arguments), Stream.of(last)).toArray(String[]::new);
  }

  @Test
  @DisplayName("Wrong use and missing files give 2 and say why")
  void wrongUse() {
    assertAll(() -> assertEquals(2, run("check")), () -> assertEquals(2, run("check", "none.xlsx")),
        () -> assertEquals(2, run("nonsense")), () -> assertEquals(2, run("undo", "--edition", "guangxi/2022")),
        () -> assertTrue(err.toString().contains("no such file or folder: none.xlsx"), err::toString));
  }

  @Test
  @DisplayName("What is published by command is in the history, and can be undone")
  void publish() throws IOException {
    Path store = Files.createDirectory(folder.resolve("store"));
    Path workbook = put(Changed.rate(1.2));
    assertEquals(1,
        run("publish", "--past-reason", "更正", "--directory", store.toString(), "--edition", "guangxi/2022", "--reason",
            "x",
            workbook.toString()));
    put(Changed.rate(0.96));
    assertEquals(0,
        run("publish", "--past-reason", "更正", "--directory", store.toString(), "--edition", "guangxi/2022", "--reason",
            "桂医保发〔2022〕1号", "--by", "王芳", workbook.toString()),
        err::toString);
    assertEquals(2,
        run("publish", "--past-reason", "更正", "--directory", store.toString(), "--edition", "guangxi/2022", "--reason",
            "x",
            workbook.toString()));
    assertEquals(0, run("undo", "--directory", store.toString(), "--edition", "guangxi/2022", "--to", "0", "--reason",
        "文件撤回"), err::toString);
    assertEquals(0, run("history", "--directory", store.toString()));
    assertTrue(out.toString().contains("1\tguangxi/2022\t已被替代\t"), out::toString);
    assertTrue(out.toString().contains("王芳\t桂医保发〔2022〕1号"), out::toString);
  }

  @Test
  @DisplayName("A history is exported and verified; what is missing since an export gives 1, and a loss can be put on record")
  void verify() throws IOException {
    String store = Files.createDirectory(folder.resolve("store")).toString();
    Path workbook = put(Changed.rate(0.96));
    run("publish", "--past-reason", "更正", "--directory", store, "--edition", "guangxi/2022", "--reason", "=1+1",
        workbook.toString());
    run("undo", "--directory", store, "--edition", "guangxi/2022", "--to", "0", "--reason", "文件撤回");
    assertEquals(0, run("history", "--directory", store, "--verify"), out::toString);
    String end = out.toString().strip().replaceAll("(?s).*：", "");
    assertTrue(end.matches("2:[0-9a-f]{64}"), end);
    out.getBuffer().setLength(0);
    assertEquals(0, run("history", "--directory", store, "--format", "csv"));
    assertTrue(out.toString().contains("\"'=1+1\""), out::toString);
    out.getBuffer().setLength(0);
    assertEquals(0, run("history", "--directory", store, "--format", "ndjson"));
    assertEquals(2, out.toString().lines().count());
    Path export = Files.writeString(folder.resolve("audit.ndjson"), out.toString());
    assertEquals(0, run("history", "--directory", store, "--verify", "--against", export.toString()));

    Files.delete(folder.resolve("store/.tuodi/publications/000002/publication.json"));
    Files.delete(folder.resolve("store/.tuodi/publications/000002"));
    Files.delete(folder.resolve("store/.tuodi/heads/000002.json"));
    assertAll(() -> assertEquals(0, run("history", "--directory", store, "--verify")),
        () -> assertEquals(1, run("history", "--directory", store, "--verify", "--expect", end)),
        () -> assertEquals(1, run("history", "--directory", store, "--verify", "--against", export.toString())));
    assertEquals(2, run("undo", "--directory", store, "--expect", end, "--edition", "guangxi/2022", "--to", "0",
        "--reason", "x"));
    assertEquals(0, run("history", "--directory", store, "--expect", end, "--accept-loss", "--reason", "无备份"));
    assertEquals(0, run("history", "--directory", store, "--verify", "--expect", end), out::toString);
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
