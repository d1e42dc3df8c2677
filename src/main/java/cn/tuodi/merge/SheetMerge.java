package cn.tuodi.merge;

import cn.tuodi.table.Column;
import cn.tuodi.table.RawWorkbook.RawSheet;
import cn.tuodi.table.RawWorkbook.WrittenRow;
import cn.tuodi.table.Row;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** The rows of the other version of a sheet with one's own changes on top. */
final class SheetMerge {

  private final RawSheet before;
  private final RawSheet mine;
  private final RawSheet theirs;
  private final List<Column> columns;
  private final Predicate<Conflict> keepsMine;
  private final Map<Row, Row> inMine;
  private final Map<Row, Row> inTheirs;
  private final List<Merged> rows = new ArrayList<>();
  private final Map<Row, Merged> placeOfMine = new IdentityHashMap<>();
  private final Map<Row, Merged> placeOfTheirs = new IdentityHashMap<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private int carried;

  /** A row of the outcome. */
  private static final class Merged {

    private final int like;
    private final List<Object> values;

    Merged(int like, List<Object> values) {
      this.like = like;
      this.values = new ArrayList<>(values);
    }
  }

  /**
   * The changes from one version to two others.
   *
   * @param keepsMine whether one's own side holds where both sides changed the same
   */
  SheetMerge(RawSheet before, RawSheet mine, RawSheet theirs, Predicate<Conflict> keepsMine) {
    this.before = before;
    this.mine = mine;
    this.theirs = theirs;
    this.columns = theirs.columns();
    this.keepsMine = keepsMine;
    this.inMine = RowPairs.of(columns, before.rows(), mine.rows());
    this.inTheirs = RowPairs.of(columns, before.rows(), theirs.rows());
    for (Row row : theirs.rows()) {
      Merged merged = new Merged(row.number(), row.values());
      rows.add(merged);
      placeOfTheirs.put(row, merged);
    }
    before.rows().forEach(this::merge);
    addMine();
  }

  private void merge(Row was) {
    Row own = inMine.get(was);
    Row other = inTheirs.get(was);
    if (own != null && other != null) {
      Merged merged = placeOfTheirs.get(other);
      placeOfMine.put(own, merged);
      cells(was, own, other, merged);
    } else if (own == null && other != null) {
      remove(was, other);
    } else if (own != null) {
      restore(was, own);
    }
  }

  private void cells(Row was, Row own, Row other, Merged merged) {
    for (int i = 0; i < columns.size(); i++) {
      Object value = own.values().get(i);
      boolean isMine = was == null || !Objects.equals(was.values().get(i), value);
      boolean isTheirs = was == null || !Objects.equals(was.values().get(i), other.values().get(i));
      if (isMine && !Objects.equals(value, other.values().get(i))) {
        boolean keeps = !isTheirs || decided(new Conflict(mine.name(), Column.letter(i) + own.number(),
            columns.get(i).heading(), RowPairs.words(columns, own),
            was == null ? null : CellWords.of(columns.get(i), was.values().get(i)), CellWords.of(columns.get(i), value),
            CellWords.of(columns.get(i), other.values().get(i))));
        if (keeps) {
          merged.values.set(i, value);
          carried++;
        }
      }
    }
  }

  private void remove(Row was, Row other) {
    boolean removes = was.values().equals(other.values()) || decided(new Conflict(mine.name(), "A" + other.number(),
        null, RowPairs.words(columns, other), CellWords.of(columns, was), null, CellWords.of(columns, other)));
    if (removes) {
      rows.remove(placeOfTheirs.get(other));
      carried++;
    }
  }

  private void restore(Row was, Row own) {
    if (!was.values().equals(own.values()) && decided(new Conflict(mine.name(), "A" + own.number(), null,
        RowPairs.words(columns, own), CellWords.of(columns, was), CellWords.of(columns, own), null))) {
      insert(own);
    }
  }

  private boolean decided(Conflict conflict) {
    conflicts.add(conflict);
    return keepsMine.test(conflict);
  }

  /** Rows that are new in one's own version; one that both sides added is not added twice. */
  private void addMine() {
    List<Row> added = mine.rows().stream().filter(row -> !inMine.containsValue(row)).toList();
    List<Row> theirAdded =
        new ArrayList<>(theirs.rows().stream().filter(row -> !inTheirs.containsValue(row)).toList());
    Map<Row, Row> both = RowPairs.of(columns, added, theirAdded);
    for (Row row : added) {
      Optional<Row> same = Optional.ofNullable(both.get(row));
      if (same.isPresent()) {
        placeOfMine.put(row, placeOfTheirs.get(same.get()));
        cells(null, row, same.get(), placeOfTheirs.get(same.get()));
      } else {
        insert(row);
      }
    }
  }

  /** Puts a row below the one that it stands below in one's own version. */
  private void insert(Row own) {
    int place = 0;
    for (Row row : mine.rows()) {
      if (row == own) {
        break;
      }
      int above = placeOfMine.containsKey(row) ? rows.indexOf(placeOfMine.get(row)) : -1;
      place = above < 0 ? place : above + 1;
    }
    int like = rows.isEmpty() ? own.number() : rows.get(Math.max(0, place - 1)).like;
    Merged merged = new Merged(like, own.values());
    rows.add(place, merged);
    placeOfMine.put(own, merged);
    carried++;
  }

  /** Whether the outcome is the other version as it is. */
  boolean isTheirs() {
    return carried == 0;
  }

  /** How many cells and rows of one's own were put on top. */
  int carried() {
    return carried;
  }

  List<Conflict> conflicts() {
    return conflicts;
  }

  List<WrittenRow> rows() {
    return rows.stream().map(row -> new WrittenRow(row.like, row.values)).toList();
  }
}
