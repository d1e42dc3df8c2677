package cn.tuodi.spreadsheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a number format makes of a cell: whether it shows numbers as dates, and whether it shows something else than the
 * cell holds. How many decimals are shown does not matter.
 */
final class NumberFormat {

  /** The formats that programs know by number and that no workbook has to state; all others show what is there. */
  private static final Map<Integer, String> BUILT_IN = Map.ofEntries(Map.entry(9, "0%"), Map.entry(10, "0.00%"),
      Map.entry(14, "yyyy/m/d"), Map.entry(15, "d-mmm-yy"), Map.entry(16, "d-mmm"), Map.entry(17, "mmm-yy"),
      Map.entry(18, "h:mm AM/PM"), Map.entry(19, "h:mm:ss AM/PM"), Map.entry(20, "h:mm"), Map.entry(21, "h:mm:ss"),
      Map.entry(22, "yyyy/m/d h:mm"), Map.entry(45, "mm:ss"), Map.entry(46, "[h]:mm:ss"), Map.entry(47, "mm:ss.0"));
  private static final String GENERAL = "General";
  private static final int FIRST_CHINESE = 27;
  private static final int LAST_CHINESE = 36;
  private static final int FIRST_CHINESE_MORE = 50;
  private static final int LAST_CHINESE_MORE = 58;
  private static final int ZERO_SECTION = 2;
  private static final int TEXT_SECTION = 3;

  private final String code;
  private final List<FormatSection> sections = new ArrayList<>();

  private NumberFormat(String code) {
    this.code = code;
    for (String section : FormatSection.split(code)) {
      sections.add(FormatSection.of(section));
    }
  }

  /**
   * A format.
   *
   * @param id its number
   * @param code what the workbook says of it, or null
   */
  static NumberFormat of(int id, String code) {
    if (code != null) {
      return new NumberFormat(code);
    }
    // Built into Chinese, Japanese and Korean programs, as dates of the years, months and days of each of them.
    boolean chinese = id >= FIRST_CHINESE && id <= LAST_CHINESE || id >= FIRST_CHINESE_MORE && id <= LAST_CHINESE_MORE;
    return new NumberFormat(chinese ? "yyyy\"年\"m\"月\"d\"日\"" : BUILT_IN.getOrDefault(id, GENERAL));
  }

  /** The format as it is written. */
  String code() {
    return code;
  }

  /** Whether numbers are dates or times. */
  boolean isDate() {
    return sections.get(0).isDate();
  }

  /** Whether numbers are shown as hundredths. */
  boolean isPercent() {
    return sections.get(0).isPercent();
  }

  /** Whether a number is shown as something else. */
  boolean disguises(BigDecimal number) {
    if (sections.stream().anyMatch(FormatSection::isConditional)) {
      return sections.stream().limit(TEXT_SECTION).anyMatch(section -> section.disguises(number));
    }
    int section = number.signum() > 0 ? 0 : number.signum() < 0 ? 1 : ZERO_SECTION;
    return sections.get(section < Math.min(sections.size(), TEXT_SECTION) ? section : 0).disguises(number);
  }

  /** Whether a text is shown as something else. */
  boolean disguisesText() {
    if (sections.size() > TEXT_SECTION) {
      return sections.get(TEXT_SECTION).disguisesText();
    }
    return sections.stream().anyMatch(section -> section.isText() && section.disguisesText());
  }

  /** Whether some number might be shown as something else. */
  boolean disguisesAny() {
    return disguises(BigDecimal.ONE) || disguises(BigDecimal.ZERO) || disguises(BigDecimal.ONE.negate())
        || disguisesText();
  }
}
