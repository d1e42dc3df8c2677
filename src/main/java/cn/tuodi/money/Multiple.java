package cn.tuodi.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many times, or such a share of, a figure that each place states by itself, such as its minimum living standard.
 *
 * @param base name of the figure
 * @param tenThousandths how many times, in ten-thousandths: 120,000 for twelve times, 5,000 for half
 * @param share whether it was stated in percent
 */
public record Multiple(String base, long tenThousandths, boolean share) implements Amount {

  private static final int DECIMALS = 4;
  private static final long MOST = 10_000_000;
  private static final String TIMES = "(?<times>\\d{1,4}(?:\\.\\d{1,4})?)(?<unit>倍|%)";
  private static final String BASE = "(?<base>[\\p{L}（(][^%倍]{0,29}?)";
  private static final Pattern BEFORE = Pattern.compile(TIMES + "的?" + BASE);
  private static final Pattern BEHIND = Pattern.compile(BASE + "的?" + TIMES);

  /**
   * The multiple that a text stands for: {@code 12倍 低保标准}, {@code 低保标准的12倍}, {@code 50％人均可支配收入}; null where
   * it stands for none.
   */
  public static Multiple parsed(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]", "");
    for (Pattern pattern : new Pattern[] {BEFORE, BEHIND}) {
      Matcher matcher = pattern.matcher(plain);
      if (matcher.matches()) {
        boolean share = matcher.group("unit").equals("%");
        BigDecimal times = new BigDecimal(matcher.group("times")).movePointLeft(share ? 2 : 0)
            .movePointRight(DECIMALS).stripTrailingZeros();
        boolean sound = times.scale() <= 0 && times.signum() > 0 && times.compareTo(BigDecimal.valueOf(MOST)) <= 0;
        return sound ? new Multiple(matcher.group("base"), times.longValueExact(), share) : null;
      }
    }
    return null;
  }

  /** The amount where the figure is this much, rounded half up to the fen. */
  public Money of(Money figure) {
    return Money.halfUp(figure.inYuan().multiply(times()));
  }

  private BigDecimal times() {
    return BigDecimal.valueOf(tenThousandths, DECIMALS);
  }

  /** How many times, as it was stated: {@code 12} or {@code 50%}. */
  public String factor() {
    return share ? times().movePointRight(2).stripTrailingZeros().toPlainString() + "%"
        : times().stripTrailingZeros().toPlainString();
  }

  /** The multiple as a cell says it, for example {@code 12倍 低保标准}. */
  @Override
  public String toString() {
    return factor() + (share ? " " : "倍 ") + base;
  }
}
