package cn.tuodi.table;

import static cn.tuodi.table.Column.always;
import static cn.tuodi.table.Column.note;
import static cn.tuodi.table.Column.then;
import static cn.tuodi.table.Column.thenMaybe;
import static cn.tuodi.table.Column.when;

import cn.tuodi.answer.Source;
import cn.tuodi.money.Money;
import cn.tuodi.policy.LocalMatter;
import cn.tuodi.policy.LocalStandard;
import cn.tuodi.table.cell.CellTypes;
import java.time.LocalDate;
import java.util.List;

/**
 * The sheet of figures of the place that amounts are multiples of. An edition may have it, and an area to which the edition
 * leaves them.
 */
public final class BaseFigureSheet {

  /** Heading of what amounts call a figure. */
  public static final String NAME = "基数";
  /** Heading of a figure. */
  public static final String AMOUNT = "金额（元）";
  /** Heading of whom it is for. */
  public static final String RURAL = "农村";

  private static final String ENGLISH = "英文名称";
  private static final String DOCUMENT = "制定文件";

  /** What the sheet looks like. */
  public static final DataLayout LAYOUT = new DataLayout(LocalMatter.BASE_FIGURES.label(),
      List.of(then("条款", CellTypes.PROVISION_ID, ""), always(NAME, CellTypes.PLAIN_TEXT, "base == $param"),
          when(RURAL, CellTypes.YES_NO, "rural == $param"), when(Column.FROM, CellTypes.DATE, "day >= $param"),
          when(Column.TO, CellTypes.DATE, "day <= $param"), then(AMOUNT, CellTypes.PLAIN_YUAN, ""),
          thenMaybe(ENGLISH, CellTypes.PLAIN_TEXT, ""), thenMaybe(DOCUMENT, CellTypes.FREE_TEXT, ""), note()),
      true);

  private BaseFigureSheet() {}

  /**
   * The figures of a sheet, row by row.
   *
   * @param sheet its cells, or null where there is none
   */
  public static List<LocalStandard.BaseFigure> read(Sheet sheet) {
    return sheet == null ? List.of() : sheet.rows().stream().map(row -> read(sheet, row)).toList();
  }

  static LocalStandard.BaseFigure read(Sheet sheet, Row row) {
    Source source = Source.row((String) row.values().get(0), sheet.workbook(), sheet.name(), row.number());
    String document = (String) sheet.value(row, DOCUMENT);
    return new LocalStandard.BaseFigure((String) sheet.value(row, NAME), (String) sheet.value(row, ENGLISH),
        (Boolean) sheet.value(row, RURAL), (LocalDate) sheet.value(row, Column.FROM),
        (LocalDate) sheet.value(row, Column.TO), (Money) sheet.value(row, AMOUNT),
        document == null ? source : source.by(document));
  }
}
