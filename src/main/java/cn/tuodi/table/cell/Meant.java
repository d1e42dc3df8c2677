package cn.tuodi.table.cell;

import cn.tuodi.money.Rate;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people probably meant who entered something else. */
public final class Meant {

  private static final Pattern NUMBER =
      Pattern.compile("[¥￥]?(\\d{1,3}(?:,\\d{3})+|\\d{1,9})(\\.\\d{1,6})?([千万亿]?)元?");
  private static final String DIGITS = "〇一二三四五六七八九";
  private static final Map<String, Integer> POWERS = Map.of("", 0, "千", 3, "万", 4, "亿", 8);
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)(%?)");
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{2})(\\d{2}))");
  private static final BigDecimal MIN_PERCENT = BigDecimal.valueOf(2);
  private static final LocalDate FIRST = LocalDate.of(1899, 12, 30);
  private static final int FIRST_DAY = 36_526;
  private static final int LAST_DAY = 73_415;

  private Meant() {}

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}\\p{Z}]", "");
  }

  /** A number that is a text: {@code 1,000}, {@code 5万}, {@code 三千元}, in full width; null where it is none. */
  public static BigDecimal number(String text) {
    StringBuilder digits = new StringBuilder(plain(text));
    for (int i = 0; i < digits.length(); i++) {
      int digit = DIGITS.indexOf(digits.charAt(i));
      if (digit >= 0) {
        digits.setCharAt(i, (char) ('0' + digit));
      }
    }
    Matcher matcher = NUMBER.matcher(digits);
    if (!matcher.matches()) {
      return null;
    }
    String decimals = matcher.group(2) == null ? "" : matcher.group(2);
    BigDecimal number = new BigDecimal(matcher.group(1).replace(",", "") + decimals)
        .movePointRight(POWERS.get(matcher.group(3))).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  /** A rate that is a text, in full width or with the sign: {@code ９６％}, {@code 0.96}; null where it is none. */
  public static String rate(String text) {
    Matcher matcher = PERCENT.matcher(plain(text));
    if (!matcher.matches()) {
      return null;
    }
    return rate(new BigDecimal(matcher.group(1)), !matcher.group(2).isEmpty());
  }

  /** A rate that was entered without the sign: 96 for 96 %; null where it was not. */
  public static String rate(BigDecimal number) {
    return rate(number, false);
  }

  private static String rate(BigDecimal number, boolean percent) {
    BigDecimal share = percent || number.compareTo(MIN_PERCENT) >= 0 ? number.movePointLeft(2) : number;
    Object rate = CellTypes.RATE.parse(share);
    return rate == null ? null : ((Rate) rate).toString();
  }

  /** A date that is a text: {@code 2022.8.1}, {@code 2022年8月1日}, {@code 20220801}; null where it is none. */
  public static LocalDate date(String text) {
    Matcher matcher = DATE.matcher(plain(text));
    if (!matcher.matches()) {
      return null;
    }
    int month = Integer.parseInt(matcher.group(2) == null ? matcher.group(4) : matcher.group(2));
    int day = Integer.parseInt(matcher.group(3) == null ? matcher.group(5) : matcher.group(3));
    try {
      return LocalDate.of(Integer.parseInt(matcher.group(1)), month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The day that a spreadsheet program shows for a number; null where that is none of this century. */
  public static LocalDate day(BigDecimal number) {
    boolean isDay = number.stripTrailingZeros().scale() <= 0 && number.compareTo(BigDecimal.valueOf(FIRST_DAY)) >= 0
        && number.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0;
    return isDay ? FIRST.plusDays(number.intValue()) : null;
  }
}
