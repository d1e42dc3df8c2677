package cn.tuodi.spreadsheet;

import cn.tuodi.spreadsheet.Cell.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what is stored of cells into what they hold. */
final class CellReader {

  /** Programs store seventeen digits and show fifteen: what lies beyond is noise of their reckoning. */
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,400}\\.?\\d{0,400}|\\.\\d{1,400})([eE][+-]?\\d{1,3})?");
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Double.MAX_VALUE);
  private static final Pattern ISO =
      Pattern
          .compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2})?)(\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?");
  private static final LocalDate FIRST_1900 = LocalDate.of(1899, 12, 31);
  private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);
  /** Programs take 1900 for a leap year: from its last of February on, every day is one further. */
  private static final int FALSE_LEAP_DAY = 60;
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
  private static final BigDecimal MILLISECONDS = BigDecimal.valueOf(86_400_000);

  private final Styles styles;
  private final List<String> shared;
  private final boolean since1904;
  private final boolean showsZeros;

  /**
   * A reader of the cells of a sheet.
   *
   * @param styles formats of cells
   * @param shared texts that cells share
   * @param since1904 whether days are counted from 1904
   * @param showsZeros whether zeros are shown
   */
  CellReader(Styles styles, List<String> shared, boolean since1904, boolean showsZeros) {
    this.styles = styles;
    this.shared = shared;
    this.since1904 = since1904;
    this.showsZeros = showsZeros;
  }

  /**
   * What a cell holds; null where that is nothing.
   *
   * @param type how it is stored
   * @param style its style
   * @param value the value as it is stored, or null
   * @param inline the text within the cell, or null
   */
  Cell read(String type, int style, String value, String inline) {
    NumberFormat format = styles.format(style);
    String stored = value == null ? "" : value.strip();
    if (type.equals("inlineStr")) {
      return text(inline, format);
    }
    if (type.equals("str")) {
      return text(value == null ? null : RichText.unescaped(value), format);
    }
    if (stored.isEmpty()) {
      return inline == null ? null : text(inline, format);
    }
    return switch (type) {
      case "n" -> number(stored, format);
      case "s" -> shared(stored, format);
      case "b" -> truth(stored);
      case "e" -> new Cell(Kind.ERROR, Text.shortened(stored), null, false);
      case "d" -> date(stored);
      default -> odd(stored);
    };
  }

  private static Cell odd(String stored) {
    return new Cell(Kind.ODD, Text.shortened(stored), null, false);
  }

  private static Cell text(String text, NumberFormat format) {
    return text == null || text.isEmpty() ? null
        : new Cell(Kind.TEXT, text, format.disguisesText() ? format.code() : null, false);
  }

  private Cell shared(String stored, NumberFormat format) {
    int index = stored.matches("\\d{1,9}") ? Integer.parseInt(stored) : Integer.MAX_VALUE;
    return index < shared.size() ? text(shared.get(index), format) : odd(stored);
  }

  private static Cell truth(String stored) {
    return switch (stored) {
      case "1", "true" -> new Cell(Kind.TRUTH, true, null, false);
      case "0", "false" -> new Cell(Kind.TRUTH, false, null, false);
      default -> odd(stored);
    };
  }

  private Cell number(String stored, NumberFormat format) {
    if (!NUMBER.matcher(stored).matches()) {
      return odd(stored);
    }
    BigDecimal exact = new BigDecimal(stored);
    if (exact.abs().compareTo(LARGEST) > 0) {
      return odd(stored);
    }
    BigDecimal number = exact.round(SHOWN);
    boolean isDisguised = format.disguises(number) || number.signum() == 0 && !showsZeros;
    String code = isDisguised ? format.code() : null;
    if (format.isDate() && number.signum() >= 0 && number.compareTo(LAST_DAY) < 0) {
      return new Cell(Kind.DATE, time(exact), code, false);
    }
    return new Cell(Kind.NUMBER, number, code, format.isPercent());
  }

  /** The time that a number of days stands for, to the thousandth of a second. */
  private LocalDateTime time(BigDecimal days) {
    BigDecimal milliseconds = days.multiply(MILLISECONDS).setScale(0, RoundingMode.HALF_UP);
    BigDecimal[] parts = milliseconds.divideAndRemainder(MILLISECONDS);
    int day = parts[0].intValueExact();
    LocalDate first = since1904 ? FIRST_1904 : FIRST_1900;
    return first.plusDays(since1904 || day < FALSE_LEAP_DAY ? day : day - 1).atStartOfDay()
        .plus(parts[1].longValueExact(), ChronoUnit.MILLIS);
  }

  private static Cell date(String stored) {
    Matcher iso = ISO.matcher(stored);
    if (!iso.matches()) {
      return odd(stored);
    }
    try {
      LocalDateTime time = LocalDate.parse(iso.group(1))
          .atTime(iso.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(iso.group(2)));
      return new Cell(Kind.DATE, iso.group(3) == null ? time
          : time.plusNanos(new BigDecimal("0" + iso.group(3)).movePointRight(9).longValue()), null, false);
    } catch (DateTimeException e) {
      return odd(stored);
    }
  }
}
