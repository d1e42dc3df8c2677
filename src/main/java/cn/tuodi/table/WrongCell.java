package cn.tuodi.table;

import cn.tuodi.facts.Rate;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with a cell that holds something else than its column, and what was probably meant. */
final class WrongCell {

  private static final Set<CellType> NUMBERS =
      Set.of(CellType.RATE, CellType.YUAN, CellType.FEN, CellType.COUNT, CellType.MULTIPLE, CellType.YEAR);
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?) ?(%?)");
  private static final BigDecimal LEAST_PERCENT = BigDecimal.valueOf(2);

  private WrongCell() {}

  static Finding of(String file, String sheet, String cell, Object raw, CellType type) {
    String zh = "“" + raw + "”不是" + type.wanted();
    String en = "\"" + raw + "\" is not " + type.wantedEn();
    if (raw instanceof String && NUMBERS.contains(type)) {
      zh += "：单元格里是文本，请改为输入数字";
      en += ": the cell holds text, enter a number";
    } else if (raw instanceof String && type == CellType.DATE) {
      zh += "：单元格里是文本，请改为输入日期";
      en += ": the cell holds text, enter a date";
    }
    Optional<Rate> meant = type == CellType.RATE ? rate(raw) : Optional.empty();
    if (meant.isPresent()) {
      zh += "；是否应为 " + meant.get() + "？";
      en += "; was " + meant.get().toString().replace("%", " %") + " meant?";
    }
    return new Finding(file, sheet, cell, zh, en);
  }

  /** The rate that was probably meant: 96 for 96 %, also as text, in full width or with the sign. */
  private static Optional<Rate> rate(Object raw) {
    String text = raw instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : raw.toString();
    Matcher matcher = NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    boolean percent = !matcher.group(2).isEmpty() || number.compareTo(LEAST_PERCENT) >= 0;
    return Optional.ofNullable((Rate) CellType.RATE.parse(percent ? number.movePointLeft(2) : number));
  }
}
