package cn.tuodi.simulation.portfolio;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Violation;
import cn.tuodi.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Lines of values below a row of column names, separated by commas, or by tabs or semicolons where those names are. Each
 * line is read by itself, so that a quote that is not closed spoils no other. Columns without a name and lines without a
 * value, which spreadsheets leave behind, are passed over.
 */
final class CsvLines implements LineParser {

  private static final String MARK = "\uFEFF";
  private static final String SEPARATOR_LINE = "sep=";

  /** The columns in their order; null for one without a name. */
  private final List<CsvColumn> columns;
  private final CSVFormat format;
  private final Language language;

  private CsvLines(List<CsvColumn> columns, CSVFormat format, Language language) {
    this.columns = columns;
    this.format = format;
    this.language = language;
  }

  /** Whether a line is none of the table but tells a spreadsheet what separates values, for example {@code sep=;}. */
  static boolean isAboutSeparator(byte[] line) {
    String text = text(line);
    return text != null && unmarked(text).startsWith(SEPARATOR_LINE);
  }

  /**
   * Reads the row of column names.
   *
   * @throws PortfolioFault if a name is not known, missing or stands twice
   */
  static CsvLines of(byte[] header, Language language) {
    String text = text(header);
    if (text != null && unmarked(text).isBlank()) {
      throw new PortfolioFault("", PortfolioSource.empty(PortfolioSource.Kind.CSV, language));
    }
    CSVFormat format = format(text);
    List<String> names = text == null ? null : cells(unmarked(text), format);
    if (names == null) {
      throw new PortfolioFault("", language.text("simulation.the-first-line-holds-the-names"));
    }
    requireNames(names, text, language);
    List<CsvColumn> columns = new ArrayList<>();
    for (String name : names) {
      CsvColumn column = name.isEmpty() ? null : CsvColumn.of(name).orElseThrow(() -> unknown(name, language));
      if (column != null && columns.contains(column)) {
        throw new PortfolioFault(name, language.text("simulation.the-column-stands-twice", name));
      }
      columns.add(column);
    }
    List<CsvColumn> missing = CsvColumn.all().stream().filter(CsvColumn::required)
        .filter(column -> !columns.contains(column)).toList();
    if (!missing.isEmpty()) {
      throw new PortfolioFault("", language.text("simulation.columns-are-missing", names(missing)));
    }
    return new CsvLines(columns, format, language);
  }

  /** Refuses a line that does not look like names of columns: a claim, a title, or one that something else separates. */
  private static void requireNames(List<String> names, String text, Language language) {
    boolean isJson = unmarked(text).stripLeading().startsWith("{");
    if (isJson || names.stream().noneMatch(CsvLines::isLikeAName)) {
      throw new PortfolioFault("", isJson ? language.text("simulation.these-are-claims-in-json")
          : language.text("simulation.there-is-no-name-of-a-column-in", names(CsvColumn.all())));
    }
  }

  private static boolean isLikeAName(String name) {
    return !name.isEmpty() && (CsvColumn.of(name).isPresent() || CsvColumn.nearest(name).isPresent()
        || CsvColumn.meant(name).isPresent());
  }

  private static PortfolioFault unknown(String name, Language language) {
    String nearest = CsvColumn.nearest(name).or(() -> CsvColumn.meant(name)).map(CsvColumn::heading)
        .map(heading -> language.text("simulation.is-it-columns", heading))
        .orElse(language.text("simulation.columns"));
    return new PortfolioFault(name,
        language.text("simulation.no-such-column-as", CsvCell.quoted(name, language), nearest, names(CsvColumn.all())));
  }

  /** Values in double quotes may hold what separates them; the names of the columns hold none of it. */
  private static CSVFormat format(String header) {
    char separator = ',';
    for (char other : new char[] {';', '\t', ','}) {
      if (header != null && header.indexOf(other) >= 0) {
        separator = other;
      }
    }
    return CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreSurroundingSpaces(true)
        .setIgnoreEmptyLines(false).get();
  }

  private static String names(List<CsvColumn> columns) {
    return columns.stream().map(CsvColumn::heading).collect(Collectors.joining(", "));
  }

  @Override
  public Claim parse(byte[] line) {
    String text = text(line);
    if (text == null) {
      throw new PortfolioFault("",
          language.text("simulation.not-in-utf-8-excel-save"));
    }
    List<String> cells = cells(text, format);
    if (cells == null) {
      throw new PortfolioFault("", language.text("simulation.a-quote-is-not-closed-as"));
    }
    if (cells.stream().allMatch(String::isEmpty)) {
      return null;
    }
    requireNamed(cells);
    try {
      return ClaimReader.read(Json.bytes(tree(cells)), language);
    } catch (InvalidRequest e) {
      Violation first = e.violations().get(0);
      throw new PortfolioFault(place(first.pointer()), stated(first.pointer(), cells) + first.message());
    }
  }

  /** What the line says where something is wrong, before what is wrong with it; nothing where it says nothing. */
  private String stated(String pointer, List<String> cells) {
    return CsvColumn.at(pointer).map(columns::indexOf).filter(index -> index >= 0 && index < cells.size())
        .map(cells::get).filter(cell -> !cell.isEmpty())
        .map(cell -> language.text("language.spaced-in-english", CsvCell.quoted(cell, language))).orElse("");
  }

  @Override
  public String place(String pointer) {
    return CsvColumn.at(pointer).map(CsvColumn::heading).orElse(pointer);
  }

  /** Refuses a value that stands under no name. Cells that a line lacks at its end are empty: spreadsheets leave them out. */
  private void requireNamed(List<String> cells) {
    List<String> surplus = cells.subList(Math.min(cells.size(), columns.size()), cells.size());
    if (!surplus.stream().allMatch(String::isEmpty)) {
      throw new PortfolioFault("",
          language.text("simulation.cells-under-columns-a-value-with", cells.size(), columns.size()));
    }
    for (int i = 0; i < named(cells); i++) {
      if (columns.get(i) == null && !cells.get(i).isEmpty()) {
        throw new PortfolioFault("", language.text("simulation.column-has-a-value-but-no", i + 1));
      }
    }
  }

  /** How many cells of a line stand under a column. */
  private int named(List<String> cells) {
    return Math.min(cells.size(), columns.size());
  }

  private Map<String, Object> tree(List<String> cells) {
    Map<String, Object> claim = new LinkedHashMap<>();
    for (String part : List.of("person", "care", "costs", "payments")) {
      claim.put(part, new LinkedHashMap<>());
    }
    for (int i = 0; i < named(cells); i++) {
      if (!cells.get(i).isEmpty()) {
        put(claim, columns.get(i).pointer().substring(1).split("/"),
            CsvCell.value(columns.get(i), cells.get(i), language));
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

  /** The values of a line, or null where a quote is not closed or has text behind it, or closes one of a line before. */
  private static List<String> cells(String line, CSVFormat format) {
    if (line.chars().filter(character -> character == '"').count() % 2 != 0) {
      return null;
    }
    try (CSVParser parser = CSVParser.parse(line, format)) {
      List<CSVRecord> records = parser.getRecords();
      return records.size() == 1 ? records.get(0).stream().map(CsvCell::text).toList() : null;
    } catch (IOException | UncheckedIOException e) {
      return null;
    }
  }

  private static String unmarked(String text) {
    return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
  }

  /** The text of a line, or null where it is not UTF-8. */
  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
