package cn.tuodi.spreadsheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the sections of a number format, which are for numbers above, below and of zero, and for texts. */
final class FormatSection {

  private static final Pattern GENERAL = Pattern.compile("(?i)General|G/通用格式");
  private static final Pattern HALF_DAY = Pattern.compile("(?i)AM/PM|A/P|上午/下午");
  private static final Pattern CONDITION = Pattern.compile("[<>=].*");
  private static final Pattern ELAPSED = Pattern.compile("(?i)h+|m+|s+");
  private static final Pattern LANGUAGE = Pattern.compile("\\$[^-]*-([0-9A-Fa-f]{1,8})(,.*)?");
  /** Signs that make another number of one: digits in any writing, and words for powers of ten. */
  private static final Pattern NUMERAL = Pattern.compile("[\\p{N}%％‰‱〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟萬億]");
  private static final Pattern POINT = Pattern.compile("[.,·．，。]");
  private static final Pattern DASHES = Pattern.compile("[-–—\\s]+");
  private static final int CALENDAR_BITS = 16;
  /** Calendars of the years of Christ: by the language, and those with names of months in several languages. */
  private static final List<Integer> COMMON_CALENDARS = List.of(0, 1, 2, 9, 10, 11, 12);

  private final StringBuilder literals = new StringBuilder();
  private final StringBuilder before = new StringBuilder();
  private final StringBuilder within = new StringBuilder();
  private final StringBuilder pending = new StringBuilder();
  private boolean conditional;
  private boolean general;
  private boolean text;
  private boolean dateSigns;
  private boolean digits;
  private boolean otherYears;
  private boolean scaled;
  private int commas;
  private int percents;

  private FormatSection() {}

  /** The sections of a format; a semicolon within quotes divides none. */
  static List<String> split(String code) {
    List<String> sections = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\\' || c == '_' || c == '*')) {
        i++;
      } else if (!quoted && c == ';') {
        sections.add(code.substring(start, i));
        start = i + 1;
      }
    }
    sections.add(code.substring(start));
    return sections;
  }

  static FormatSection of(String code) {
    FormatSection section = new FormatSection();
    Matcher general = GENERAL.matcher(code);
    if (general.find()) {
      section.general = true;
      section.read(code.substring(0, general.start()));
      section.digits = true;
      section.read(code.substring(general.end()));
    } else {
      section.read(code);
    }
    return section;
  }

  private void read(String code) {
    int at = 0;
    while (at < code.length()) {
      at = token(code, at);
    }
  }

  /** Reads one sign or what belongs together, and says where the next begins. */
  private int token(String code, int at) {
    char c = code.charAt(at);
    switch (c) {
      case '"' -> {
        int end = code.indexOf('"', at + 1);
        literal(code.substring(at + 1, end < 0 ? code.length() : end));
        return end < 0 ? code.length() : end + 1;
      }
      case '\\' -> {
        literal(code.substring(Math.min(at + 1, code.length()), Math.min(at + 2, code.length())));
        return at + 2;
      }
      case '_', '*' -> {
        return at + 2;
      }
      case '[' -> {
        int end = code.indexOf(']', at);
        bracket(code.substring(at + 1, end < 0 ? code.length() : end));
        return end < 0 ? code.length() : end + 1;
      }
      default -> {
        Matcher half = HALF_DAY.matcher(code).region(at, code.length());
        if (half.lookingAt()) {
          dateSigns = true;
          return half.end();
        }
        plain(c, code, at);
        return at + 1;
      }
    }
  }

  private void plain(char c, String code, int at) {
    switch (Character.toLowerCase(c)) {
      case '0', '#', '?' -> {
        digits = true;
        within.append(pending);
        pending.setLength(0);
        commas = 0;
      }
      case ',' -> commas++;
      case '.' -> scaled |= commas > 0;
      case '/', ' ', ':' -> {
        // Fractions, blanks and colons stand as they are.
      }
      case '%' -> percents++;
      case '@' -> text = true;
      case 'e' -> {
        boolean power = at + 1 < code.length() && (code.charAt(at + 1) == '+' || code.charAt(at + 1) == '-');
        dateSigns |= !(digits && power);
      }
      case 'y', 'm', 'd', 'h', 's', 'g', 'a' -> dateSigns = true;
      case 'b' -> {
        dateSigns = true;
        otherYears = true;
      }
      default -> literal(String.valueOf(c));
    }
  }

  private void literal(String shown) {
    literals.append(shown);
    (digits ? pending : before).append(shown);
  }

  private void bracket(String inside) {
    if (CONDITION.matcher(inside).matches()) {
      conditional = true;
    } else if (ELAPSED.matcher(inside).matches()) {
      dateSigns = true;
    } else if (inside.startsWith("$")) {
      int dash = inside.indexOf('-');
      literal(inside.substring(1, dash < 0 ? inside.length() : dash));
      Matcher language = LANGUAGE.matcher(inside);
      if (language.matches()) {
        int calendar = (int) (Long.parseLong(language.group(1), 16) >> CALENDAR_BITS) & 0xff;
        otherYears |= !COMMON_CALENDARS.contains(calendar);
      }
    }
    // What else stands in brackets is a colour, a way to write digits or a language.
  }

  boolean isConditional() {
    return conditional;
  }

  boolean isDate() {
    return dateSigns && !general && !isNumber();
  }

  /** Whether digits are shown that are none of fractions of seconds. */
  private boolean isNumber() {
    return digits && !dateSigns;
  }

  boolean isPercent() {
    return percents > 0 && !dateSigns;
  }

  boolean isText() {
    return text;
  }

  boolean disguises(BigDecimal number) {
    if (NUMERAL.matcher(literals).find()) {
      return true;
    }
    if (isDate()) {
      return otherYears;
    }
    if (!digits && !text) {
      return number.signum() != 0 || !DASHES.matcher(literals).matches();
    }
    boolean scales = scaled || commas > 0 || percents > 1;
    boolean turned = number.signum() > 0 && before.toString().toLowerCase(Locale.ROOT).contains("-");
    return scales || turned || POINT.matcher(within).find();
  }

  boolean disguisesText() {
    return !text && !general || NUMERAL.matcher(literals).find();
  }
}
