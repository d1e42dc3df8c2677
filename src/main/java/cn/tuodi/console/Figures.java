package cn.tuodi.console;

import cn.tuodi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/** Figures as people read them. */
public final class Figures {

  private static final Pattern AMOUNT = Pattern.compile("(?<![\\d.,-])\\d{4,}\\.\\d{2}(?![\\d.])");

  private static final DecimalFormat TWO_DECIMALS = format("#,##0.00");
  private static final DecimalFormat NEEDED_DECIMALS = format("#,##0.##");

  private Figures() {}

  /** An amount with two decimals and groups of thousands, {@code 13,300.00}. */
  public static String amount(Money amount) {
    return amount(amount.inYuan());
  }

  /** The same of yuan that may be less than zero. */
  public static String amount(BigDecimal yuan) {
    return written(TWO_DECIMALS, yuan);
  }

  /** An amount without decimals where it has none, {@code 3,000}. */
  public static String round(Money amount) {
    return round(amount.inYuan());
  }

  /** A number without decimals where it has none. */
  public static String round(BigDecimal number) {
    return written(NEEDED_DECIMALS, number);
  }

  /** A share as a percentage, {@code 62.5%}. */
  public static String percent(BigDecimal share) {
    return written(NEEDED_DECIMALS, share.movePointRight(2)) + "%";
  }

  /** A share that is compared with another, always with two decimals, {@code 88.60%}. */
  public static String comparedPercent(BigDecimal share) {
    return written(TWO_DECIMALS, share.movePointRight(2)) + "%";
  }

  /** A part of a whole as a percentage with at most two decimals; 0 where there is no whole. */
  public static String percent(Money part, Money whole) {
    return percent(whole.isZero() ? BigDecimal.ZERO : part.inYuan().divide(whole.inYuan(), 4, RoundingMode.HALF_UP));
  }

  /** A sentence whose amounts have groups of thousands, as those in tables have. */
  public static String grouped(String sentence) {
    return AMOUNT.matcher(sentence).replaceAll(found -> amount(new BigDecimal(found.group())));
  }

  private static DecimalFormat format(String pattern) {
    DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }

  /** A format keeps state while it writes: each thread writes with a copy. */
  private static String written(DecimalFormat format, BigDecimal number) {
    return ((DecimalFormat) format.clone()).format(number);
  }
}
