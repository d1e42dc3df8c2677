package cn.tuodi.table.writing;

import cn.tuodi.language.Language;
import cn.tuodi.policy.Parameter;
import cn.tuodi.table.Column;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.RawWorkbook.RawSheet;
import cn.tuodi.table.Row;
import cn.tuodi.table.cell.CellTypes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes one sheet: title, lines that explain it, headings with a note each, rows. */
final class SheetWriter {

  private static final int HEADING_ROW = 2;
  private static final int CHARACTER = 256;
  private static final int MIN_WIDTH = 8;
  private static final int MAX_WIDTH = 40;
  /** As many characters of the columns that say what a row is about stay in view. */
  private static final int MAX_FROZEN = 60;
  /** As many characters side by side are still read easily on a page; wider sheets go over several. */
  private static final int PAGE_WIDTH = 250;
  private static final double MARGIN = 0.4;
  private static final float LINE_HEIGHT = 15f;
  private static final String FOOTER = "&A  &P/&N";

  private final XSSFSheet sheet;
  private final SheetStyles styles;
  private final RawSheet content;
  private final List<Integer> kept;
  private final int[] widths;

  private SheetWriter(XSSFWorkbook workbook, SheetStyles styles, RawSheet content, List<Integer> kept) {
    this.sheet = workbook.createSheet(content.name());
    this.styles = styles;
    this.content = content;
    this.kept = kept;
    this.widths = kept.stream().mapToInt(this::width).toArray();
  }

  /**
   * Writes a sheet.
   *
   * @param lines its title and the lines that explain it
   * @param content its rows
   * @param kept the columns that are written, by their places
   * @param old the sheet as it was, or null where there was none
   * @param remarks what people have noted at its cells
   * @param offered what lists offer
   */
  static void write(XSSFWorkbook workbook, SheetStyles styles, List<String> lines, RawSheet content,
      List<Integer> kept, XSSFSheet old, Map<CellAddress, String> remarks, Offered offered) {
    SheetWriter writer = new SheetWriter(workbook, styles, content, kept);
    int heading = writer.lines(lines);
    writer.headings(heading);
    writer.rows(heading + 1, old, remarks);
    Lists lists = new Lists(writer.sheet, offered, heading + 1);
    for (int i = 0; i < kept.size(); i++) {
      lists.put(content.columns().get(kept.get(i)), i);
    }
    writer.layOut(heading);
  }

  private int lines(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      XSSFCell cell = sheet.createRow(i).createCell(0);
      cell.setCellValue(lines.get(i));
      cell.setCellStyle(i == 0 ? styles.title() : styles.hint());
    }
    return Math.max(HEADING_ROW, lines.size());
  }

  private void headings(int at) {
    XSSFRow row = sheet.createRow(at);
    int height = 1;
    for (int i = 0; i < kept.size(); i++) {
      Column column = content.columns().get(kept.get(i));
      XSSFCell cell = row.createCell(i);
      cell.setCellValue(column.heading());
      cell.setCellStyle(styles.heading());
      height = Math.max(height, linesOf(column.heading(), widths[i]));
      Notes.put(cell, ColumnHelp.of(content.name(), column).in(Language.ZH));
    }
    row.setHeightInPoints(LINE_HEIGHT * Math.max(2, height));
  }

  private void rows(int first, XSSFSheet old, Map<CellAddress, String> remarks) {
    int at = first;
    for (Row row : content.rows()) {
      XSSFRow written = sheet.createRow(at++);
      int height = 1;
      for (int i = 0; i < kept.size(); i++) {
        Column column = content.columns().get(kept.get(i));
        Object value = row.values().get(kept.get(i));
        XSSFCell cell = written.createCell(i);
        fill(cell, value);
        cell.setCellStyle(i == 0 ? styles.name()
            : styles.data(column, value, format(old, row.number() - 1, kept.get(i))));
        height = Math.max(height, value instanceof String text ? linesOf(text, widths[i]) : 1);
        if (old == null && value != null) {
          explain(cell, column);
        }
        String remark = remarks.get(new CellAddress(row.number() - 1, kept.get(i)));
        if (remark != null) {
          Notes.put(cell, remark);
        }
      }
      written.setHeightInPoints(LINE_HEIGHT * height + 2);
    }
  }

  /** In a new workbook parameters are explained where they stand. */
  private void explain(XSSFCell cell, Column column) {
    if (content.name().equals(Layouts.PARAMETERS.sheet())
        && column.type().parse(cell.toString()) instanceof Parameter parameter) {
      Notes.put(cell, ColumnHelp.of(parameter).in(Language.ZH));
    }
  }

  private static String format(XSSFSheet old, int row, int column) {
    XSSFCell cell = old == null ? null : old.getRow(row).getCell(column);
    return cell == null ? "" : cell.getCellStyle().getDataFormatString();
  }

  private static void fill(XSSFCell cell, Object value) {
    if (value instanceof BigDecimal number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof Boolean yes) {
      cell.setCellValue(yes);
    } else if (value instanceof LocalDate day) {
      cell.setCellValue(day);
    } else if (value != null) {
      cell.setCellValue(value.toString());
    }
  }

  private void layOut(int heading) {
    int frozen = 0;
    int frozenWidth = 0;
    int width = 0;
    for (int i = 0; i < widths.length; i++) {
      sheet.setColumnWidth(i, widths[i] * CHARACTER);
      width += widths[i];
      boolean tells = i == 0 || content.columns().get(kept.get(i)).isCondition();
      if (tells && frozen == i && (i == 0 || width <= MAX_FROZEN)) {
        frozen = i + 1;
        frozenWidth = width;
      }
    }
    sheet.createFreezePane(frozen, heading + 1);
    sheet.setRepeatingRows(new CellRangeAddress(heading, heading, -1, -1));
    int pages = 1;
    for (int left = width - PAGE_WIDTH; left > 0; left -= PAGE_WIDTH - frozenWidth) {
      sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, frozen - 1));
      pages++;
    }
    print(sheet, pages);
    sheet.getFooter().setCenter(FOOTER);
  }

  /** Lays a sheet out on paper, over so many pages side by side. */
  static void print(XSSFSheet sheet, int pages) {
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(true);
    sheet.setFitToPage(true);
    print.setFitWidth((short) pages);
    print.setFitHeight((short) 0);
    sheet.setMargin(PageMargin.LEFT, MARGIN);
    sheet.setMargin(PageMargin.RIGHT, MARGIN);
  }

  /** How wide a column is: as its heading on two lines and its longest text need, within bounds. */
  private int width(int index) {
    Column column = content.columns().get(index);
    List<Integer> needed = new ArrayList<>(List.of(MIN_WIDTH, displayed(column.heading()) / 2 + 4));
    content.rows().forEach(row -> needed.add(room(column, row.values().get(index))));
    return Math.min(MAX_WIDTH, needed.stream().mapToInt(Integer::intValue).max().orElse(MIN_WIDTH));
  }

  private static int room(Column column, Object value) {
    if (value instanceof BigDecimal number) {
      int digits = number.abs().toBigInteger().toString().length();
      return column.type() == CellTypes.RATE ? MIN_WIDTH
          : column.type() == CellTypes.YUAN || column.type() == CellTypes.FEN ? digits + digits / 3 + 8
              : number.toPlainString().length() + 4;
    }
    return value instanceof LocalDate ? 13 : value == null ? 0 : displayed(value.toString()) + 2;
  }

  private static int linesOf(String text, int width) {
    return text.lines().mapToInt(line -> Math.max(1, (displayed(line) + width - 2) / Math.max(1, width - 1))).sum();
  }

  /** How much room a text takes: signs beyond ASCII are twice as wide. */
  private static int displayed(String text) {
    return text.codePoints().map(sign -> sign < 128 ? 1 : 2).sum();
  }
}
