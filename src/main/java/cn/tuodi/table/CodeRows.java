package cn.tuodi.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in the hidden rows of the sheets of workbooks. Nothing of it is executed: it says which sheet it is, in the
 * words of the program that made the first workbooks, and stays as it is when the program's own words change.
 */
final class CodeRows {

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
