package cn.tuodi.table;

import java.util.Map;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.nio.charset.StandardCharsets;
import java.io.UncheckedIOException;
import java.io.InputStream;
import java.io.IOException;
import java.util.List;

/**
 * What a sheet must look like: its columns and the rule source that a row stands for. The first column always names the
 * provision.
 *
 * @param sheet sheet name, also the first part of the names of its rules
 * @param topic package of its rules
 * @param pattern the step that its conditions look at, for example {@code $step : SettledStep}
 * @param fixed a condition that every row has, or null
 * @param columns columns from A on
 */
public record TableLayout(String sheet, String topic, String pattern, String fixed, List<Column> columns) {

  /** Rows of a sheet, as the spreadsheet numbers them. */
  static final int TITLE_ROW = 1;
  static final int HINT_ROW = 2;
  static final int FIRST_CODE_ROW = 3;
  static final int HEADING_ROW = 9;
  static final int FIRST_DATA_ROW = 10;

  /** What stands in the hidden code rows, row by row and column by column. */
  public List<List<String>> codeRows() {
    return CodeRows.of(sheet);
  }

  /**
   * What stands in the hidden rows of the sheets of workbooks. Nothing of it is executed: it says which sheet it is, in the
   * words of the program that made the first workbooks, and stays as it is when the program's own words change.
   */
  private static final class CodeRows {

    private static final String FILE = "/tables/code-rows.tsv";
    private static final Map<String, List<List<String>>> ROWS = load();

    private CodeRows() {}

    /** The rows of a sheet, cell by cell from column A; one line of the file each, after the name of the sheet. */
    static List<List<String>> of(String sheet) {
      return ROWS.get(sheet);
    }

    private static Map<String, List<List<String>>> load() {
      try (InputStream in = CodeRows.class.getResourceAsStream(FILE)) {
        if (in == null) {
          throw new IllegalStateException("the application was built without " + FILE);
        }
        Map<String, List<List<String>>> rows = new LinkedHashMap<>();
        new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> List.of(line.split("\t", -1)))
            .forEach(cells -> rows.computeIfAbsent(cells.get(0), sheet -> new ArrayList<>())
                .add(cells.subList(1, cells.size())));
        return rows;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
