package cn.tuodi.table;

import cn.tuodi.spreadsheet.Address;
import cn.tuodi.spreadsheet.Cell;
import cn.tuodi.spreadsheet.Range;
import cn.tuodi.spreadsheet.Remark;
import cn.tuodi.spreadsheet.SheetContent;
import cn.tuodi.spreadsheet.SheetRow;
import cn.tuodi.spreadsheet.Text;
import cn.tuodi.spreadsheet.Workbook;
import cn.tuodi.spreadsheet.archive.UnreadableWorkbook;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads workbooks into checked cells. Everything that is not exactly as its layout says becomes a {@link Finding}. */
public final class WorkbookReader {

  private static final int MOST_ROWS = 2000;
  private static final String INTRODUCTION = "说明";

  private final String file;
  private final FindingList findings;

  /**
   * A reader of one workbook.
   *
   * @param file file name, for findings and citations
   * @param findings where to write what is wrong
   */
  public WorkbookReader(String file, Collection<Finding> findings) {
    this.file = file;
    this.findings = new FindingList(file, findings);
  }

  /**
   * The sheets of a workbook that layouts know.
   *
   * @param content the file
   * @param tables layouts of sheets that stand for rules
   * @param data layouts of sheets that are data
   */
  public List<Sheet> read(byte[] content, List<TableLayout> tables, List<DataLayout> data) {
    List<Sheet> sheets = new ArrayList<>();
    try {
      for (SheetContent sheet : Workbook.open(content).sheets()) {
        if (!sheet.isVisible()) {
          find(sheet, null, "表被隐藏，请取消隐藏或删除", "the sheet is hidden: show or delete it");
        }
        sheets.addAll(readSheet(sheet, tables, data));
      }
    } catch (UnreadableWorkbook e) {
      findings.add(Finding.ofFile(file, e.zh(), e.en()));
    }
    findings.finish();
    return sheets;
  }

  private List<Sheet> readSheet(SheetContent sheet, List<TableLayout> tables, List<DataLayout> data) {
    String name = sheet.name();
    if (name.equals(AnnotatedWorkbook.SHEET)) {
      return List.of();
    }
    for (Remark remark : sheet.remarks()) {
      find(sheet, remark.at(), remark.zh(), remark.en());
    }
    findings.more(sheet.unlisted());
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
    if (!name.equals(INTRODUCTION)) {
      find(sheet, null, "工作簿中不应有这张表，请删除或改回原名",
          "the workbook should not have this sheet: remove it or restore its name");
    }
    return List.of();
  }

  private void checkCode(SheetContent sheet, TableLayout layout) {
    List<List<String>> code = layout.codeRows();
    for (int i = 0; i < code.size(); i++) {
      int row = TableLayout.FIRST_CODE_ROW + i;
      for (int column : columns(sheet.row(row), code.get(i).size())) {
        String wanted = column < code.get(i).size() ? code.get(i).get(column) : "";
        if (!wanted.equals(text(sheet.cell(row, column)))) {
          find(sheet, new Address(row, column), "隐藏的系统行被改动，请从原表复制第 3 至 8 行",
              "a hidden row of the system was changed: copy rows 3 to 8 from the original");
          return;
        }
      }
    }
  }

  /** The columns that a row should have, and those in which it holds something. */
  private static Collection<Integer> columns(SheetRow row, int wanted) {
    Collection<Integer> columns = new TreeSet<>(row == null ? List.of() : row.cells().keySet());
    for (int i = 0; i < wanted; i++) {
      columns.add(i);
    }
    return columns;
  }

  private Sheet readRows(SheetContent sheet, List<Column> columns, int headingRow, boolean mayBeEmpty) {
    checkHeadings(sheet, columns, headingRow);
    checkMerges(sheet, headingRow);
    List<Row> rows = new ArrayList<>();
    int last = sheet.lastRow();
    if (last - headingRow > MOST_ROWS) {
      find(sheet, new Address(last, 0), "行数超过 2000 行，请删除多余的行", "more than 2000 rows: remove what is not needed");
      return new Sheet(file, sheet.name(), columns, rows);
    }
    for (int number = headingRow + 1; number <= last; number++) {
      SheetRow row = sheet.row(number);
      if (row == null || row.isBlank()) {
        find(sheet, new Address(number, 0), "表内有空行，请删除该行", "a blank row inside the table: delete it");
        continue;
      }
      if (row.isHidden()) {
        find(sheet, new Address(number, 0), "表内有隐藏的行（或行高为 0），请取消隐藏或删除",
            "a hidden row (or one of no height) inside the table: show or delete it");
      }
      rows.add(readRow(sheet, row, columns));
    }
    if (rows.isEmpty() && !mayBeEmpty) {
      find(sheet, new Address(headingRow + 1, 0), "表内没有数据行", "the table has no rows");
    }
    return new Sheet(file, sheet.name(), columns, rows);
  }

  private void checkHeadings(SheetContent sheet, List<Column> columns, int row) {
    for (int i : columns(sheet.row(row), columns.size())) {
      String wanted = i < columns.size() ? columns.get(i).heading() : "";
      if (!wanted.equals(Text.squeezed(text(sheet.cell(row, i))))) {
        find(sheet, new Address(row, i), "列标题应为“" + wanted + "”，列不能增删或换位",
            "the heading should be \"" + wanted + "\": columns cannot be added, removed or moved");
      } else if (i < columns.size() && sheet.isColumnHidden(i)) {
        find(sheet, new Address(row, i), "表内有隐藏的列（或列宽为 0），请取消隐藏",
            "a hidden column (or one of no width) inside the table: show it");
      }
    }
  }

  private void checkMerges(SheetContent sheet, int headingRow) {
    for (Range merged : sheet.merged()) {
      if (merged.last().row() >= headingRow) {
        find(sheet, merged.first(), "表内有合并单元格，请取消合并并逐格填写",
            "merged cells inside the table: unmerge them and fill in every cell");
      }
    }
  }

  private Row readRow(SheetContent sheet, SheetRow row, List<Column> columns) {
    List<Object> values = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      values.add(readCell(sheet, new Address(row.number(), i), row.cell(i), columns.get(i)));
    }
    for (Map.Entry<Integer, Cell> beside : row.cells().tailMap(columns.size()).entrySet()) {
      if (!beside.getValue().isBlank()) {
        find(sheet, new Address(row.number(), beside.getKey()), "表格右侧有多余内容，请删除或写入“备注”列",
            "content beside the table: remove it or use the column 备注");
      }
    }
    return new Row(row.number(), values);
  }

  private Object readCell(SheetContent sheet, Address at, Cell cell, Column column) {
    if (cell != null && cell.kind() == Cell.Kind.FORMULA) {
      find(sheet, at, "不允许公式，请粘贴为数值", "formulas are not allowed: paste the value");
      return null;
    }
    if (column.role() == Column.Role.NOTE) {
      return null;
    }
    if (cell == null || cell.isBlank()) {
      find(sheet, at, "单元格为空，请填写" + (column.empty() == null ? "" : "，没有则写“" + column.empty() + "”"),
          "the cell is empty: fill it in" + (column.empty() == null ? "" : ", or write " + column.empty()));
      return null;
    }
    Object raw = raw(sheet, at, cell);
    if (raw == null || raw.equals(column.empty())) {
      return null;
    }
    Object value = column.type().parse(raw);
    if (value == null) {
      findings.add(WrongCell.of(file, sheet.name(), at.toString(), raw, column.type(), column.empty()));
    }
    return value;
  }

  /** What a cell holds: BigDecimal, LocalDate, Boolean or String; null where it is none of these, which is told. */
  private Object raw(SheetContent sheet, Address at, Cell cell) {
    if (cell.kind() == Cell.Kind.ERROR) {
      find(sheet, at, "单元格是错误值，请填写数值或文字", "the cell is in error: fill in a value");
      return null;
    }
    if (cell.kind() == Cell.Kind.ODD) {
      find(sheet, at, "单元格中存储的“" + WrongCell.quoted(cell.value()) + "”无法识别，请重新填写数值、日期或文字",
          "what is stored in the cell, \"" + WrongCell.quoted(cell.value())
              + "\", means nothing: fill in a value anew");
      return null;
    }
    if (cell.format() != null) {
      String held = WrongCell.quoted(cell.kind() == Cell.Kind.DATE ? ((LocalDateTime) cell.value()).toLocalDate()
          : cell.value());
      find(sheet, at, "单元格的数字格式（" + cell.format() + "）显示的不是其内容“" + held + "”，请把格式改为“常规”后核对",
          "the number format of the cell (" + cell.format() + ") shows something else than it holds, \"" + held
              + "\": choose the format General, then look at it");
      return null;
    }
    if (cell.kind() == Cell.Kind.DATE) {
      return date(sheet, at, (LocalDateTime) cell.value());
    }
    return cell.kind() == Cell.Kind.TEXT ? Text.stripped((String) cell.value()) : cell.value();
  }

  private Object date(SheetContent sheet, Address at, LocalDateTime time) {
    if (time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return time.toLocalDate();
    }
    find(sheet, at, WrongCell.withTime(time, true), WrongCell.withTime(time, false));
    return null;
  }

  /** The text of a cell; of a number, formula or the like a text that no layout has. */
  private static String text(Cell cell) {
    if (cell == null) {
      return "";
    }
    return cell.kind() == Cell.Kind.TEXT && cell.format() == null ? (String) cell.value() : "#" + cell.kind();
  }

  private void find(SheetContent sheet, Address at, String zh, String en) {
    findings.add(new Finding(file, sheet.name(), at == null ? null : at.toString(), zh, en));
  }
}
