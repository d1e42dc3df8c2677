package cn.tuodi.console;

import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.policy.Parameter;
import cn.tuodi.table.Column;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.math.BigDecimal;

/** Cells as a spreadsheet shows them. */
public final class CellText {

  private static final int PARAMETER_NAME = 1;
  private static final int PARAMETER_VALUE = 2;
  public static final String YUAN = " 元";

  private CellText() {}

  /** The text of a cell: 80%, 3,000 元, 2022-03-01, 不限. */
  public static String of(Sheet sheet, Row row, int index) {
    Column column = sheet.columns().get(index);
    Object value = row.values().get(index);
    if (value == null) {
      return column.empty() == null ? "" : column.empty();
    }
    if (index == PARAMETER_VALUE && row.values().get(PARAMETER_NAME) instanceof Parameter parameter) {
      return parameter(parameter, value);
    }
    return text(column, value);
  }

  /** Whether a cell is a figure, which stands to the right. */
  public static boolean isFigure(Sheet sheet, Row row, int index) {
    Object value = row.values().get(index);
    return value instanceof Money || value instanceof Rate || value instanceof Number;
  }

  private static String text(Column column, Object value) {
    if (value instanceof Money amount) {
      return Figures.round(amount) + YUAN;
    }
    if (value instanceof Rate rate) {
      return Figures.percent(rate.share());
    }
    return column.type().shown(value);
  }

  /** A parameter, which is typed by its own row and not by its column. */
  private static String parameter(Parameter parameter, Object value) {
    if (value instanceof BigDecimal number) {
      return switch (parameter.kind()) {
        case RATE -> Figures.percent(number);
        case YUAN -> Figures.round(number) + YUAN;
        case YES_NO, COUNT, DATE, TEXT, IDENTITIES, CONDITIONS, ACCUMULATOR -> Figures.round(number);
      };
    }
    return value.toString();
  }
}
