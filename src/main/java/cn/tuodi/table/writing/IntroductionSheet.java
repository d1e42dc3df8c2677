package cn.tuodi.table.writing;

import cn.tuodi.language.Language;
import cn.tuodi.table.CaseLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellReference;
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
  /** What the first workbooks said of rows that are no longer there, and of new years before there was a command. */
  private static final List<String> OUTDATED = List.of("第 3 至 8 行是隐藏的系统行", "复制整个文件夹");
  /** Lists that are too long for the rule that offers them stand in hidden columns from here on. */
  private static final int FIRST_LIST = 7;
  private static final int LABEL_WIDTH = 22;
  private static final int TEXT_WIDTH = 100;
  private static final int CHARACTER = 256;
  private static final float LINE_HEIGHT = 15f;

  private IntroductionSheet() {}

  /**
   * Copies the sheet into another workbook, without its hidden columns.
   *
   * @param sheets names of the sheets that are read
   * @param remarks what people have noted at cells
   */
  static void copy(XSSFSheet from, XSSFWorkbook workbook, SheetStyles styles, Set<String> sheets,
      Map<CellAddress, String> remarks) {
    XSSFSheet sheet = workbook.createSheet(NAME);
    sheet.setColumnWidth(0, LABEL_WIDTH * CHARACTER);
    sheet.setColumnWidth(1, TEXT_WIDTH * CHARACTER);
    for (Row row : from) {
      boolean title = row.getRowNum() == 0;
      String label = shown(row.getCell(0));
      XSSFRow written = sheet.createRow(row.getRowNum());
      for (Cell cell : row) {
        int column = cell.getColumnIndex();
        String text = column == 1 ? now(label, shown(cell), sheets) : shown(cell);
        if (!text.isEmpty() && !from.isColumnHidden(column)) {
          XSSFCell copy = written.createCell(column);
          copy.setCellValue(text);
          copy.setCellStyle(column > 0 ? styles.text() : title ? styles.title() : styles.name());
        }
      }
      if (!title && !shown(row.getCell(1)).isEmpty()) {
        written.setHeightInPoints(LINE_HEIGHT * (1 + shown(written.getCell(1)).codePoints()
            .map(sign -> sign < 128 ? 1 : 2).sum() / TEXT_WIDTH) + 4);
      }
    }
    remarks.forEach((at, remark) -> {
      XSSFRow row = sheet.getRow(at.getRow());
      XSSFCell cell = row == null ? null : row.getCell(at.getColumn());
      if (cell != null) {
        Notes.put(cell, remark);
      }
    });
    SheetWriter.print(sheet, 1);
  }

  /** Puts a list where nobody sees it; the formula that stands for it, or nothing where the workbook has no such sheet. */
  static Optional<String> list(XSSFWorkbook workbook, List<String> choices) {
    XSSFSheet sheet = workbook.getSheet(NAME);
    if (sheet == null) {
      return Optional.empty();
    }
    int column = FIRST_LIST;
    while (sheet.isColumnHidden(column)) {
      column++;
    }
    for (int i = 0; i < choices.size(); i++) {
      XSSFRow row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
      row.createCell(column).setCellValue(choices.get(i));
    }
    sheet.setColumnHidden(column, true);
    String letters = CellReference.convertNumToColString(column);
    return Optional.of(NAME + "!$" + letters + "$1:$" + letters + "$" + choices.size());
  }

  private static String shown(Cell cell) {
    return new DataFormatter().formatCellValue(cell).strip();
  }

  private static String now(String label, String said, Set<String> sheets) {
    if (label.startsWith(HOW_TO_EDIT) && OUTDATED.stream().anyMatch(said::contains)) {
      return Language.ZH.text("table.how-to-edit") + BETWEEN + Language.EN.text("table.how-to-edit");
    }
    String cases = CaseLayout.CASES.sheet();
    return label.startsWith(SHEETS) && sheets.contains(cases) && !said.contains(cases)
        ? said + Language.ZH.text("table.and-worked-cases", cases) : said;
  }
}
