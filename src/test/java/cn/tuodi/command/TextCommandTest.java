package cn.tuodi.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Workbooks as text, alone and in git. */
class TextCommandTest {

  private static final Path TABLES = Path.of("decision-tables");
  private static final Path ASSISTANCE = TABLES.resolve("guangxi/2022/medical-assistance.xlsx");
  private static final String TERMS = "救助待遇";

  @TempDir
  private Path folder;

  @Test
  @DisplayName("git diff shows a changed rate under the row that it stands in, and nothing of a row that only moved down")
  void gitDiff() throws IOException, InterruptedException {
    Path workbook = folder.resolve("medical-assistance.xlsx");
    Files.copy(ASSISTANCE, workbook);
    Files.copy(Path.of(".gitattributes"), folder.resolve(".gitattributes"));
    Path program = folder.resolve("tuodi-text");
    Files.writeString(program, "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
        + System.getProperty("java.class.path") + "' " + TextMain.class.getName() + " \"$1\"\n");
    assertTrue(program.toFile().setExecutable(true));
    git("init", "-q");
    git("config", "diff.tuodi.textconv", program.toString());
    git("add", "medical-assistance.xlsx", ".gitattributes");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "as it is");
    Files.write(workbook, changed(sheet -> {
      sheet.getRow(6).getCell(11).setCellValue(0.85);
      sheet.shiftRows(35, 36, 1);
      sheet.copyRows(34, 34, 35, new CellCopyPolicy());
      sheet.getRow(35).getCell(2).setCellValue("边缘易致贫人口");
    }));
    List<String> diff = git("diff", "-U0").lines().toList();
    List<String> changes = diff.stream().filter(line -> line.matches("[-+][^-+].*")).toList();
    assertEquals(List.of("-  救助比例: 80%", "+  救助比例: 85%"), changes.subList(0, 2));
    assertTrue(diff.stream().anyMatch(line -> line.startsWith("@@") && line.endsWith("@@ GX22-IP-4 三类 低保边缘家庭成员 住院")),
        () -> String.join("\n", diff));
    assertEquals(List.of("+GX22-CAT-4 四类 边缘易致贫人口", "+  条款: GX22-CAT-4", "+  对象类别: 四类", "+  身份: 边缘易致贫人口",
        "+  结果: 无固定比例", "+  另行提示: 可依申请救助"), changes.subList(2, changes.size()));
  }

  @Test
  @DisplayName("Every workbook has the same text twice, with all that its cells say")
  void everyWorkbook() throws IOException {
    try (var files = Files.walk(TABLES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".xlsx")).toList()) {
        String text = text(file);
        assertEquals(text, text(file));
        assertTrue(text.startsWith("== 说明 ==\n"), file + ": " + text.substring(0, 40));
      }
    }
    String text = text(ASSISTANCE);
    assertTrue(text.contains("""
        GX22-IP-4 三类 低保边缘家庭成员 住院
          条款: GX22-IP-4
          对象类别: 三类
          身份: 低保边缘家庭成员
          医疗类别: 住院
          结果: 救助
          起付线: 3000
          救助比例: 80%
          累计口径: 住院与重特大门诊合并
          限额条款: GX22-IP-4
          年度限额: 20000
        """), text);
    assertTrue(text.contains("  生效日期: 2022-08-02\n"));
    assertTrue(text(Path.of("src/test/resources/releases/1.0.0").resolve(ASSISTANCE))
        .contains("A5: RuleTable 救助待遇\n"), "what the first workbooks hid is told, too");
  }

  @Test
  @DisplayName("Wrong cells, hidden rows, blank rows and merged cells have a text, too")
  void wrongCells() throws IOException {
    Path file = folder.resolve("wrong.xlsx");
    Files.write(file, changed(sheet -> {
      sheet.getRow(3).getCell(11).setCellFormula("1/0");
      sheet.getRow(4).getCell(11).setCellErrorValue(FormulaError.DIV0.getCode());
      sheet.getRow(5).getCell(11).setBlank();
      sheet.getRow(6).getCell(11).setCellValue("八成\n左右");
      sheet.getRow(7).getCell(11).setCellValue(true);
      sheet.getRow(8).setZeroHeight(true);
      sheet.removeRow(sheet.getRow(9));
      sheet.addMergedRegion(CellRangeAddress.valueOf("A11:A12"));
      sheet.getRow(10).createCell(30).setCellValue("beside");
    }));
    String text = text(file);
    for (String line : List.of("  救助比例: =1/0\n", "  救助比例: #DIV/0!\n", "  救助比例: （空）\n", "  救助比例: 八成\\n左右\n",
        "  救助比例: TRUE\n", "GX22-IP-5 三类 返贫致贫人口 住院（隐藏的行）\n", "（空行）\n", "合并单元格: A11:A12\n", "  AE: beside\n")) {
      assertTrue(text.contains(line), () -> line + "\n" + text);
    }
  }

  @Test
  @DisplayName("A file that is no workbook has a text that says so, and a file that is not there is an error")
  void noWorkbook() throws IOException {
    Path file = folder.resolve("broken.xlsx");
    Files.writeString(file, "not a workbook");
    assertTrue(text(file).startsWith("不是可读的 xlsx 工作簿 / not a readable xlsx workbook: 14 bytes, sha256 "));
    StringWriter errors = new StringWriter();
    assertEquals(2, new CommandLine(new TextCommand()).setErr(new PrintWriter(errors))
        .execute(folder.resolve("none.xlsx").toString()));
    assertTrue(errors.toString().contains("none.xlsx"));
  }

  private static String text(Path file) {
    StringWriter out = new StringWriter();
    assertEquals(0, new CommandLine(new TextCommand()).setOut(new PrintWriter(out)).execute(file.toString()));
    return out.toString();
  }

  private static byte[] changed(Consumer<XSSFSheet> change) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(ASSISTANCE)))) {
      change.accept(workbook.getSheet(TERMS));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private String git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Path errors = folder.resolve("errors");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> command + out);
    return out;
  }
}
