package cn.tuodi.table.writing;

import cn.tuodi.language.Language;
import cn.tuodi.table.CaseLayout;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet that explains a workbook to people, with what it said of rows that are no longer there. */
final class IntroductionSheet {

  /** Its name. */
  static final String NAME = "说明";

  private static final String HOW_TO_EDIT = "怎样修改";
  private static final String SHEETS = "本工作簿的表";
  private static final String BETWEEN = " / ";
  private static final int LABEL_WIDTH = 22;
  private static final int TEXT_WIDTH = 100;
  private static final int CHARACTER = 256;
  private static final float LINE_HEIGHT = 15f;

  private IntroductionSheet() {}

  /** Copies the sheet into another workbook. */
  static void copy(XSSFSheet from, XSSFWorkbook workbook, SheetStyles styles, Set<String> sheets) {
    XSSFSheet sheet = workbook.createSheet(NAME);
    sheet.setColumnWidth(0, LABEL_WIDTH * CHARACTER);
    sheet.setColumnWidth(1, TEXT_WIDTH * CHARACTER);
    for (Row row : from) {
      String label = text((XSSFRow) row, 0);
      String said = text((XSSFRow) row, 1);
      if (!label.isEmpty() || !said.isEmpty()) {
        XSSFRow written = sheet.createRow(row.getRowNum());
        boolean title = row.getRowNum() == 0;
        put(written, 0, label, title ? styles.title() : styles.name());
        if (!title) {
          String now = now(label, said, sheets);
          put(written, 1, now, styles.text());
          written.setHeightInPoints(LINE_HEIGHT * (1 + now.codePoints().map(sign -> sign < 128 ? 1 : 2).sum()
              / TEXT_WIDTH) + 4);
        }
      }
    }
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(true);
    sheet.setFitToPage(true);
    print.setFitHeight((short) 0);
  }

  private static String text(XSSFRow row, int column) {
    XSSFCell cell = row.getCell(column);
    return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue().strip();
  }

  private static void put(XSSFRow row, int column, String text, CellStyle style) {
    XSSFCell cell = row.createCell(column);
    cell.setCellValue(text);
    cell.setCellStyle(style);
  }

  private static String now(String label, String said, Set<String> sheets) {
    if (label.startsWith(HOW_TO_EDIT)) {
      return Language.ZH.text("table.how-to-edit") + BETWEEN + Language.EN.text("table.how-to-edit");
    }
    String cases = CaseLayout.CASES.sheet();
    return label.startsWith(SHEETS) && sheets.contains(cases) && !said.contains(cases)
        ? said + Language.ZH.text("table.and-worked-cases", cases) : said;
  }
}
