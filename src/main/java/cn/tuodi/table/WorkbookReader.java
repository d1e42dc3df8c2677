package cn.tuodi.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads workbooks into checked cells. Everything that is not exactly as its layout says becomes a {@link Finding}. */
public final class WorkbookReader {

  private static final int MOST_ROWS = 2000;
  private static final String INTRODUCTION = "说明";

  private final String file;
  private final Collection<Finding> findings;

  /**
   * A reader of one workbook.
   *
   * @param file file name, for findings and citations
   * @param findings where to write what is wrong
   */
  public WorkbookReader(String file, Collection<Finding> findings) {
    this.file = file;
    this.findings = findings;
  }

  /**
   * The sheets of a workbook that layouts know.
   *
   * @param content the file
   * @param tables layouts of sheets that stand for rules
   * @param data layouts of sheets that are data
   */
  public List<Sheet> read(byte[] content, List<TableLayout> tables, List<DataLayout> data) {
    try {
      WorkbookFile.Refusal refusal = WorkbookFile.refusal(content);
      if (refusal != null) {
        findings.add(Finding.ofFile(file, refusal.zh(), refusal.en()));
        return List.of();
      }
      return read(new XSSFWorkbook(new ByteArrayInputStream(content)), tables, data);
    } catch (IOException | RuntimeException e) {
      // Whatever the file makes the library throw, it is the file that is at fault.
      findings.add(Finding.ofFile(file, "不是可读的 xlsx 工作簿，可能不完整或是别的格式，请重新下载或另存为 .xlsx 后重试",
          "not a readable xlsx workbook, perhaps cut short or of another format: download it again or save it as .xlsx"));
      return List.of();
    }
  }

  private List<Sheet> read(XSSFWorkbook opened, List<TableLayout> tables, List<DataLayout> data) throws IOException {
    try (XSSFWorkbook workbook = opened) {
      checkParts(workbook);
      List<Sheet> sheets = new ArrayList<>();
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        if (workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE) {
          find(workbook.getSheetAt(i), null, "表被隐藏，请取消隐藏或删除", "the sheet is hidden: show or delete it");
        }
        sheets.addAll(readSheet(workbook.getSheetAt(i), tables, data));
      }
      return sheets;
    }
  }

  private void checkParts(XSSFWorkbook workbook) {
    if (workbook.isMacroEnabled()) {
      findings.add(
          Finding.ofFile(file, "工作簿含有宏，请另存为不含宏的 .xlsx", "the workbook has macros: save it as .xlsx without macros"));
    }
    if (!workbook.getExternalLinksTable().isEmpty()) {
      findings.add(Finding.ofFile(file, "工作簿含有外部链接，请断开链接", "the workbook has external links: break them"));
    }
  }

  private List<Sheet> readSheet(XSSFSheet sheet, List<TableLayout> tables, List<DataLayout> data) {
    String name = sheet.getSheetName();
    for (TableLayout layout : tables) {
      if (layout.sheet().equals(name)) {
        checkCode(sheet, layout);
        return List.of(readRows(sheet, layout.columns(), TableLayout.HEADING_ROW, false));
      }
    }
    for (DataLayout layout : data) {
      if (layout.sheet().equals(name)) {
        return List.of(readRows(sheet, layout.columns(), DataLayout.HEADING_ROW, layout.mayBeEmpty()));
      }
    }
    if (!name.equals(INTRODUCTION) && !name.equals(AnnotatedWorkbook.SHEET)) {
      find(sheet, null, "没有这种表，请删除或改回原名", "no table has this name: remove the sheet or restore its name");
    }
    return List.of();
  }

  private void checkCode(XSSFSheet sheet, TableLayout layout) {
    List<List<String>> code = layout.codeRows();
    for (int i = 0; i < code.size(); i++) {
      int row = TableLayout.FIRST_CODE_ROW - 1 + i;
      int last = Math.max(code.get(i).size(), lastColumn(sheet, row) + 1);
      for (int column = 0; column < last; column++) {
        String wanted = column < code.get(i).size() ? code.get(i).get(column) : "";
        if (!wanted.equals(text(sheet, row, column))) {
          find(sheet, new CellReference(row, column), "隐藏的系统行被改动，请从原表复制第 3 至 8 行",
              "a hidden row of the system was changed: copy rows 3 to 8 from the original");
          return;
        }
      }
    }
  }

  private Sheet readRows(XSSFSheet sheet, List<Column> columns, int headingRow, boolean mayBeEmpty) {
    checkHeadings(sheet, columns, headingRow - 1);
    checkMerges(sheet, headingRow - 1);
    List<Row> rows = new ArrayList<>();
    int last = lastRow(sheet);
    if (last - headingRow > MOST_ROWS) {
      find(sheet, new CellReference(last, 0), "行数超过 2000 行，请删除多余的行", "more than 2000 rows: remove what is not needed");
      return new Sheet(file, sheet.getSheetName(), columns, rows);
    }
    for (int row = headingRow; row <= last; row++) {
      if (isBlank(sheet, row)) {
        find(sheet, new CellReference(row, 0), "表内有空行，请删除该行", "a blank row inside the table: delete it");
        continue;
      }
      if (sheet.getRow(row).getZeroHeight()) {
        find(sheet, new CellReference(row, 0), "表内有隐藏的行，请取消隐藏或删除", "a hidden row inside the table: show or delete it");
      }
      rows.add(readRow(sheet, row, columns));
    }
    if (rows.isEmpty() && !mayBeEmpty) {
      find(sheet, new CellReference(headingRow, 0), "表内没有数据行", "the table has no rows");
    }
    return new Sheet(file, sheet.getSheetName(), columns, rows);
  }

  private void checkHeadings(XSSFSheet sheet, List<Column> columns, int row) {
    for (int i = 0; i < Math.max(columns.size(), lastColumn(sheet, row) + 1); i++) {
      String wanted = i < columns.size() ? columns.get(i).heading() : "";
      if (!wanted.equals(text(sheet, row, i))) {
        find(sheet, new CellReference(row, i), "列标题应为“" + wanted + "”，列不能增删或换位",
            "the heading should be \"" + wanted + "\": columns cannot be added, removed or moved");
      } else if (i < columns.size() && sheet.isColumnHidden(i)) {
        find(sheet, new CellReference(row, i), "表内有隐藏的列，请取消隐藏", "a hidden column inside the table: show it");
      }
    }
  }

  private void checkMerges(XSSFSheet sheet, int headingRow) {
    for (CellRangeAddress merged : sheet.getMergedRegions()) {
      if (merged.getLastRow() >= headingRow) {
        find(sheet, new CellReference(merged.getFirstRow(), merged.getFirstColumn()), "表内有合并单元格，请取消合并并逐格填写",
            "merged cells inside the table: unmerge them and fill in every cell");
      }
    }
  }

  private Row readRow(XSSFSheet sheet, int row, List<Column> columns) {
    List<Object> values = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      values.add(readCell(sheet, row, i, columns.get(i)));
    }
    for (int i = columns.size(); i <= lastColumn(sheet, row); i++) {
      if (!isBlankCell(sheet, row, i)) {
        find(sheet, new CellReference(row, i), "表格右侧有多余内容，请删除或写入“备注”列",
            "content beside the table: remove it or use the column 备注");
      }
    }
    return new Row(row + 1, values);
  }

  private Object readCell(XSSFSheet sheet, int row, int index, Column column) {
    Cell cell = sheet.getRow(row).getCell(index);
    CellReference at = new CellReference(row, index);
    if (cell != null && cell.getCellType() == CellType.FORMULA) {
      find(sheet, at, "不允许公式，请粘贴为数值", "formulas are not allowed: paste the value");
      return null;
    }
    if (column.role() == Column.Role.NOTE) {
      return null;
    }
    if (cell != null && cell.getCellType() == CellType.ERROR) {
      find(sheet, at, "单元格是错误值，请填写数值或文字", "the cell is in error: fill in a value");
      return null;
    }
    Object raw = raw(cell);
    if (raw == null) {
      find(sheet, at, "单元格为空，请填写" + (column.empty() == null ? "" : "，没有则写“" + column.empty() + "”"),
          "the cell is empty: fill it in" + (column.empty() == null ? "" : ", or write " + column.empty()));
      return null;
    }
    if (raw.equals(column.empty())) {
      return null;
    }
    Object value = column.type().parse(raw);
    if (value == null) {
      findings.add(WrongCell.of(file, sheet.getSheetName(), at.formatAsString(false), raw, column.type()));
    }
    return value;
  }

  /** What a cell holds: BigDecimal, LocalDate, Boolean or String; null where it is blank. */
  private static Object raw(Cell cell) {
    if (cell == null) {
      return null;
    }
    return switch (cell.getCellType()) {
      case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? cell.getLocalDateTimeCellValue().toLocalDate()
          : BigDecimal.valueOf(cell.getNumericCellValue());
      case STRING -> cell.getStringCellValue().isBlank() ? null : cell.getStringCellValue().strip();
      case BOOLEAN -> cell.getBooleanCellValue();
      case ERROR -> "#ERROR";
      case BLANK, FORMULA, _NONE -> null;
    };
  }

  /** The text of a cell; of a number, formula or the like a text that no layout has. */
  private static String text(XSSFSheet sheet, int row, int column) {
    Cell cell = sheet.getRow(row) == null ? null : sheet.getRow(row).getCell(column);
    if (cell == null || cell.getCellType() == CellType.BLANK) {
      return "";
    }
    return cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "#" + cell.getCellType();
  }

  private static boolean isBlankCell(XSSFSheet sheet, int row, int column) {
    Cell cell = sheet.getRow(row) == null ? null : sheet.getRow(row).getCell(column);
    return cell == null || cell.getCellType() != CellType.FORMULA && raw(cell) == null;
  }

  private static boolean isBlank(XSSFSheet sheet, int row) {
    for (int i = 0; i <= lastColumn(sheet, row); i++) {
      if (!isBlankCell(sheet, row, i)) {
        return false;
      }
    }
    return true;
  }

  private static int lastColumn(XSSFSheet sheet, int row) {
    return sheet.getRow(row) == null ? -1 : sheet.getRow(row).getLastCellNum() - 1;
  }

  private static int lastRow(XSSFSheet sheet) {
    int last = sheet.getLastRowNum();
    while (last >= 0 && isBlank(sheet, last)) {
      last--;
    }
    return last;
  }

  private void find(XSSFSheet sheet, CellReference at, String zh, String en) {
    findings.add(new Finding(file, sheet.getSheetName(), at == null ? null : at.formatAsString(false), zh, en));
  }
}
