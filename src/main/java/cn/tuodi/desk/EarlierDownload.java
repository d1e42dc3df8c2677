package cn.tuodi.desk;

import cn.tuodi.desk.file.Digest;
import cn.tuodi.table.Column;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.RawWorkbook.RawSheet;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells whether a workbook was made from an earlier version than the one in force, as happens where somebody downloads it,
 * others publish, and the file comes back: it says what the earlier one says wherever that was changed since. It is an
 * indication, for somebody may have changed all of it back on purpose.
 */
final class EarlierDownload {

  private static final String BETWEEN = "\u0000";

  private final Set<String> uploaded;
  private final Set<String> inForce;
  private final Map<String, Integer> distances = new HashMap<>();

  /**
   * A workbook beside that in force.
   *
   * @throws IOException if one of them cannot be read
   */
  EarlierDownload(byte[] uploaded, byte[] inForce) throws IOException {
    this.uploaded = rows(uploaded);
    this.inForce = rows(inForce);
    distances.put(Digest.of(inForce), 0);
  }

  /**
   * In how many rows it differs from an earlier version that it was made from; 0 where it was not made from that one, or
   * is nothing else. Each version is compared once.
   *
   * @throws IOException if the earlier version cannot be read
   */
  int distance(byte[] earlier) throws IOException {
    String digest = Digest.of(earlier);
    Integer known = distances.get(digest);
    if (known == null) {
      known = measured(earlier);
      distances.put(digest, known);
    }
    return known;
  }

  private int measured(byte[] earlier) throws IOException {
    Set<String> before = rows(earlier);
    Set<String> since = new HashSet<>(inForce);
    since.removeAll(before);
    since.retainAll(uploaded);
    int own = differing(uploaded, before);
    return since.isEmpty() && own < differing(uploaded, inForce) ? own : 0;
  }

  private static int differing(Set<String> one, Set<String> other) {
    return (int) (Stream.concat(one.stream(), other.stream()).distinct().count()
        - one.stream().filter(other::contains).count());
  }

  private static Set<String> rows(byte[] workbook) throws IOException {
    Set<String> rows = new HashSet<>();
    for (RawSheet sheet : RawWorkbook.read(workbook)) {
      sheet.rows().forEach(row -> rows.add(sheet.name() + BETWEEN + text(sheet.columns(), row.values())));
    }
    return rows;
  }

  /** What a row says, under which heading; whether a column is there in which it says nothing makes no difference. */
  private static String text(List<Column> columns, List<Object> values) {
    return IntStream.range(0, columns.size())
        .filter(i -> values.get(i) != null && !values.get(i).equals(columns.get(i).empty()))
        .mapToObj(i -> columns.get(i).heading() + BETWEEN + (values.get(i) instanceof BigDecimal number
            ? number.stripTrailingZeros().toPlainString() : values.get(i).toString()))
        .sorted().collect(Collectors.joining(BETWEEN));
  }
}
