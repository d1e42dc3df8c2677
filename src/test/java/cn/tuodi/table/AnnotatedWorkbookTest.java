package cn.tuodi.table;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.Changed;
import cn.tuodi.language.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Staff get their own workbook back. */
class AnnotatedWorkbookTest {

  private static final String FILE = "medical-assistance.xlsx";
  private static final String TERMS = "救助待遇";
  private static final Finding CELL = new Finding(FILE, TERMS, "L5", Message.given("比例不对", "wrong rate"));
  private static final Finding SAME_CELL = new Finding(FILE, TERMS, "L5", Message.given("又不对", "wrong again"));
  private static final Finding SHEET = new Finding(FILE, TERMS, null, Message.given("缺一行", "a row is missing"));
  private static final Finding OTHER_FILE =
      new Finding("premiums.xlsx", "参保资助", "A1", Message.given("另一处", "elsewhere"));

  @Test
  @DisplayName("A finding stands as a comment on its cell, one about a sheet on the first cell, and all in a list in front")
  void comments() throws IOException {
    try (XSSFWorkbook book = open(annotated(Changed.built(), CELL, SAME_CELL, SHEET, OTHER_FILE))) {
      assertAll(() -> assertEquals("【检查 / check】\n比例不对\nwrong rate\n又不对\nwrong again", comment(book, "L5")),
          () -> assertEquals("【检查 / check】\n缺一行\na row is missing", comment(book, "A1")),
          () -> assertEquals(AnnotatedWorkbook.SHEET, book.getSheetName(0)),
          () -> assertEquals(List.of("L5", "L5", "", "A1"), List.of(listed(book, "C3"), listed(book, "C4"),
              listed(book, "C5"), listed(book, "C6"))),
          () -> assertEquals("'救助待遇'!L5",
              Changed.cell(book, AnnotatedWorkbook.SHEET, "C3").getHyperlink().getAddress()));
    }
  }

  @Test
  @DisplayName("Everything else stays as it was, and the sheets say the same")
  void restStays() {
    List<Finding> found = new java.util.ArrayList<>();
    List<Sheet> before = new WorkbookReader(FILE, found).read(Changed.built(), Layouts.ALL, Layouts.DATA);
    List<Sheet> after =
        new WorkbookReader(FILE, found).read(annotated(Changed.built(), CELL), Layouts.ALL, Layouts.DATA);
    assertEquals(List.of(), found);
    assertEquals(before.stream().map(Sheet::canonical).toList(), after.stream().map(Sheet::canonical).toList());
  }

  @Test
  @DisplayName("A broken part that no cell depends on is left out, and the sheets say the same")
  void brokenTheme() throws IOException {
    byte[] broken = withPart(Changed.built(), "xl/theme/theme1.xml", "<a:theme");
    List<Finding> found = new java.util.ArrayList<>();
    List<Sheet> before = new WorkbookReader(FILE, found).read(Changed.built(), Layouts.ALL, Layouts.DATA);
    List<Sheet> after = new WorkbookReader(FILE, found).read(annotated(broken, CELL), Layouts.ALL, Layouts.DATA);
    assertEquals(List.of(), found);
    assertEquals(before.stream().map(Sheet::canonical).toList(), after.stream().map(Sheet::canonical).toList());
  }

  @Test
  @DisplayName("Checked again without a finding, the comments are gone and the list says so; a person's own comment stays")
  void cleaned() throws IOException {
    byte[] commented = Changed.changed(Changed.built(), book -> {
      XSSFComment own = book.getSheet(TERMS).createDrawingPatriarch().createCellComment(new XSSFClientAnchor());
      own.setString(new XSSFRichTextString("待核"));
      Changed.cell(book, TERMS, "L5").setCellComment(own);
    });
    byte[] once = annotated(commented, CELL, SHEET);
    try (XSSFWorkbook book = open(once)) {
      assertTrue(comment(book, "L5").startsWith("待核\n【检查 / check】\n比例不对"), comment(book, "L5"));
    }
    try (XSSFWorkbook book = open(annotated(once))) {
      assertAll(() -> assertEquals("待核", comment(book, "L5")),
          () -> assertNull(Changed.cell(book, TERMS, "A1").getCellComment()),
          () -> assertEquals("没有发现问题 / nothing found", listed(book, "A1")));
    }
  }

  @Test
  @DisplayName("A file that cannot be opened comes back as a list of what is wrong")
  void unreadable() throws IOException {
    try (XSSFWorkbook book =
        open(annotated(new byte[] {1, 2, 3}, Finding.ofFile(FILE, Message.given("不是工作簿", "no workbook"))))) {
      assertEquals("不是工作簿", listed(book, "D3"));
    }
  }

  /** The file with other text in one of its parts. */
  private static byte[] withPart(byte[] file, String part, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(entry.getName().equals(part) ? text.getBytes(StandardCharsets.UTF_8) : content);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] annotated(byte[] content, Finding... findings) {
    return AnnotatedWorkbook.of(FILE, content, List.of(findings));
  }

  private static XSSFWorkbook open(byte[] content) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(content));
  }

  private static String comment(XSSFWorkbook book, String at) {
    XSSFCell cell = Changed.cell(book, TERMS, at);
    return cell.getCellComment().getString().getString();
  }

  private static String listed(XSSFWorkbook book, String at) {
    return Changed.cell(book, AnnotatedWorkbook.SHEET, at).getStringCellValue();
  }
}
