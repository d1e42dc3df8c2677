package cn.tuodi.simulation;

import cn.tuodi.facts.Claim;
import cn.tuodi.wire.ClaimReader;
import cn.tuodi.wire.InvalidRequest;
import cn.tuodi.wire.Json;
import cn.tuodi.wire.Language;
import cn.tuodi.wire.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of values below a row of column names, separated by commas, or by tabs or semicolons where those names are. A cell
 * is read as the field of a claim that it states.
 */
final class CsvLines implements LineParser {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,10})?");
  private static final Pattern SLASHED = Pattern.compile("(\\d{4})/(\\d{1,2})/(\\d{1,2})");
  private static final String MARK = "\uFEFF";

  private final List<CsvColumn> columns;
  private final char separator;
  private final Language language;

  private CsvLines(List<CsvColumn> columns, char separator, Language language) {
    this.columns = columns;
    this.separator = separator;
    this.language = language;
  }

  /**
   * Reads the row of column names.
   *
   * @throws Fault if a name is not known, missing or stands twice
   */
  static CsvLines of(byte[] header, Language language) {
    String text = CsvLine.text(header);
    char separator = separator(text);
    List<String> names =
        text == null ? null : CsvLine.split(text.startsWith(MARK) ? text.substring(1) : text, separator);
    if (names == null) {
      throw new Fault("", language.of("第一行应为列名，UTF-8 编码（Excel：另存为“CSV UTF-8”）",
          "the first line holds the names of the columns, in UTF-8 (Excel: save as \"CSV UTF-8\")"));
    }
    List<CsvColumn> columns = new ArrayList<>();
    for (String name : names) {
      CsvColumn column = CsvColumn.of(name).orElseThrow(() -> new Fault(name,
          language.of("没有这一列；可用的列：", "no such column; columns: ") + names(EnumSet.allOf(CsvColumn.class))));
      if (columns.contains(column)) {
        throw new Fault(name, language.of("列名重复", "the column stands twice"));
      }
      columns.add(column);
    }
    Set<CsvColumn> missing = EnumSet.noneOf(CsvColumn.class);
    Arrays.stream(CsvColumn.values()).filter(CsvColumn::required).filter(column -> !columns.contains(column))
        .forEach(missing::add);
    if (!missing.isEmpty()) {
      throw new Fault("", language.of("缺少列：", "columns are missing: ") + names(missing));
    }
    return new CsvLines(columns, separator, language);
  }

  /** What separates the names of the columns, none of which holds any of these. */
  private static char separator(String header) {
    for (char separator : new char[] {',', '\t', ';'}) {
      if (header != null && header.indexOf(separator) >= 0) {
        return separator;
      }
    }
    return ',';
  }

  private static String names(Set<CsvColumn> columns) {
    return columns.stream().map(CsvColumn::heading).collect(Collectors.joining(", "));
  }

  @Override
  public Claim parse(byte[] line) {
    String text = CsvLine.text(line);
    if (text == null) {
      throw new Fault("",
          language.of("不是 UTF-8 编码（Excel：另存为“CSV UTF-8”）", "not in UTF-8 (Excel: save as \"CSV UTF-8\")"));
    }
    List<String> cells = CsvLine.split(text, separator);
    if (cells == null) {
      throw new Fault("", language.of("引号没有正确闭合", "a quote is not closed as it should be"));
    }
    if (cells.size() != columns.size()) {
      throw new Fault("", language.of("有 " + cells.size() + " 格，列名有 " + columns.size() + " 个",
          cells.size() + " cells under " + columns.size() + " columns"));
    }
    try {
      return ClaimReader.read(Json.bytes(tree(cells)), language);
    } catch (InvalidRequest e) {
      Violation first = e.violations().get(0);
      throw new Fault(CsvColumn.at(first.pointer()).map(CsvColumn::heading).orElse(first.pointer()), first.message());
    }
  }

  private Map<String, Object> tree(List<String> cells) {
    Map<String, Object> claim = new LinkedHashMap<>();
    for (String part : List.of("person", "care", "costs", "payments")) {
      claim.put(part, new LinkedHashMap<>());
    }
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        put(claim, columns.get(i).pointer().substring(1).split("/"), value(columns.get(i), cells.get(i)));
      }
    }
    return claim;
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> claim, String[] path, Object value) {
    Map<String, Object> at = claim;
    for (int i = 0; i < path.length - 1; i++) {
      at = (Map<String, Object>) at.computeIfAbsent(path[i], name -> new LinkedHashMap<String, Object>());
    }
    at.put(path[path.length - 1], value);
  }

  /** The value as JSON has it; what is not of the kind stays text, so that reading the claim says what is wrong. */
  private static Object value(CsvColumn column, String cell) {
    return switch (column.kind()) {
      case TEXT -> cell;
      case NUMBER -> number(cell);
      case YES_NO -> switch (cell.toLowerCase(Locale.ROOT)) {
        case "true", "是" -> Boolean.TRUE;
        case "false", "否" -> Boolean.FALSE;
        default -> cell;
      };
      case DATE -> date(cell);
      case IDENTITIES -> Arrays.stream(cell.split(";")).map(CsvLines::identity).toList();
      case TIERS -> Arrays.stream(cell.split(";")).map(CsvLines::tier).toList();
    };
  }

  private static Object number(String cell) {
    return NUMBER.matcher(cell).matches() ? new BigDecimal(cell) : cell;
  }

  private static String date(String cell) {
    Matcher slashed = SLASHED.matcher(cell);
    return slashed.matches() ? slashed.group(1) + "-" + twoDigits(slashed.group(2)) + "-" + twoDigits(slashed.group(3))
        : cell;
  }

  private static String twoDigits(String number) {
    return number.length() == 1 ? "0" + number : number;
  }

  private static Map<String, Object> identity(String text) {
    String[] parts = text.strip().split(":", 3);
    Map<String, Object> identity = new LinkedHashMap<>();
    identity.put("type", parts[0].strip());
    if (parts.length > 1) {
      identity.put("recognisedOn", date(parts[1].strip()));
    }
    if (parts.length > 2) {
      identity.put("endedOn", date(parts[2].strip()));
    }
    return identity;
  }

  private static Map<String, Object> tier(String text) {
    String[] parts = text.strip().split(":", 2);
    Map<String, Object> tier = new LinkedHashMap<>();
    tier.put("above", number(parts[0].strip()));
    if (parts.length > 1) {
      tier.put("rate", number(parts[1].strip()));
    }
    return tier;
  }
}
