package cn.tuodi.merge;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.RawWorkbook.RawSheet;
import cn.tuodi.table.RawWorkbook.WrittenRow;
import cn.tuodi.table.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two people change one workbook. */
class WorkbookMergeTest {

  private static final String TERMS = "救助待遇";
  private static final int RATE = 11;
  private static final byte[] BEFORE =
      EditionArchive.sources(new EditionId("guangxi", 2022)).workbooks().get("medical-assistance.xlsx");

  private static List<List<Object>> rows(byte[] workbook) {
    try {
      return RawWorkbook.read(workbook).stream().filter(sheet -> sheet.name().equals(TERMS)).findFirst().orElseThrow()
          .rows().stream().map(Row::values).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The workbook with its rows changed. */
  private static byte[] with(Consumer<List<List<Object>>> change) {
    List<List<Object>> rows = new ArrayList<>();
    rows(BEFORE).forEach(row -> rows.add(new ArrayList<>(row)));
    change.accept(rows);
    try {
      return RawWorkbook.with(BEFORE, Map.of(TERMS, rows.stream().map(row -> new WrittenRow(5, row)).toList()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] rate(int row, String rate) {
    return with(rows -> rows.get(row).set(RATE, new BigDecimal(rate)));
  }

  private static WorkbookMerge merge(byte[] mine, byte[] theirs, boolean keepsMine) {
    return WorkbookMerge.of(BEFORE, mine, theirs, conflict -> keepsMine);
  }

  private static void assertRows(byte[] expected, byte[] actual) {
    assertEquals(rows(expected), rows(actual));
  }

  @Test
  @DisplayName("Cells that one side changed are as that side has them; the same change of both is none")
  void cells() {
    WorkbookMerge merge = merge(rate(0, "0.5"), rate(1, "0.4"), true);
    assertAll(() -> assertEquals(List.of(), merge.conflicts()), () -> assertEquals(1, merge.carried()),
        () -> assertRows(with(rows -> {
          rows.get(0).set(RATE, new BigDecimal("0.5"));
          rows.get(1).set(RATE, new BigDecimal("0.4"));
        }), merge.content()), () -> assertEquals(List.of(), merge(rate(0, "0.5"), rate(0, "0.5"), true).conflicts()));
  }

  @Test
  @DisplayName("A cell that both changed is a conflict with all three values, and is decided either way")
  void conflict() {
    WorkbookMerge mine = merge(rate(0, "0.5"), rate(0, "0.4"), true);
    Conflict conflict = mine.conflicts().get(0);
    assertAll(() -> assertEquals(1, mine.conflicts().size()), () -> assertEquals("L4", conflict.cell()),
        () -> assertEquals("50%", conflict.mine()), () -> assertEquals("40%", conflict.theirs()),
        () -> assertEquals(new BigDecimal("0.5"), rows(mine.content()).get(0).get(RATE)),
        () -> assertEquals(new BigDecimal("0.4"),
            rows(merge(rate(0, "0.5"), rate(0, "0.4"), false).content()).get(0).get(RATE)));
  }

  @Test
  @DisplayName("A row that one side deleted is gone, one that it added stands below its neighbour, whatever rows the other side moved")
  void rows() {
    byte[] deleted = with(rows -> rows.remove(2));
    byte[] moved = with(rows -> rows.add(rows.remove(0)));
    byte[] both = with(rows -> {
      rows.remove(2);
      rows.get(0).set(RATE, new BigDecimal("0.95"));
    });
    assertAll(() -> assertRows(both, merge(deleted, rate(0, "0.95"), true).content()),
        () -> assertEquals(rows(BEFORE).size() - 1, rows(merge(deleted, moved, true).content()).size()),
        () -> assertEquals(List.of(), merge(deleted, moved, true).conflicts()));
    List<Object> added = new ArrayList<>(rows(BEFORE).get(1));
    added.set(3, "一项新的条件");
    added.set(5, "又一项");
    byte[] more = with(rows -> rows.add(2, added));
    WorkbookMerge merge = merge(more, deleted, true);
    assertAll(() -> assertEquals(added, rows(merge.content()).get(2)),
        () -> assertEquals(rows(BEFORE).size(), rows(merge.content()).size()),
        () -> assertRows(more, merge(more, more.clone(), true).content()));
  }

  @Test
  @DisplayName("A row that one side deleted and the other changed is for a person to decide, both ways round")
  void deletedAndChanged() {
    byte[] deleted = with(rows -> rows.remove(2));
    byte[] changed = rate(2, "0.4");
    WorkbookMerge mineGone = merge(deleted, changed, true);
    WorkbookMerge theirsGone = merge(changed, deleted, true);
    assertAll(() -> assertEquals(1, mineGone.conflicts().size()), () -> assertNull(mineGone.conflicts().get(0).mine()),
        () -> assertRows(deleted, mineGone.content()),
        () -> assertRows(changed, merge(deleted, changed, false).content()),
        () -> assertEquals(1, theirsGone.conflicts().size()), () -> assertNull(theirsGone.conflicts().get(0).theirs()),
        () -> assertRows(changed, theirsGone.content()),
        () -> assertRows(deleted, merge(changed, deleted, false).content()));
  }

  @Test
  @DisplayName("Where one side did nothing the other stands byte for byte, and what is no workbook is decided as a whole")
  void wholes() {
    byte[] mine = rate(0, "0.5");
    byte[] broken = "not a workbook".getBytes();
    assertAll(() -> assertSame(mine, merge(mine, BEFORE, false).content()),
        () -> assertSame(mine, merge(BEFORE, mine, true).content()),
        () -> assertSame(mine, merge(mine, null, false).content()),
        () -> assertArrayEquals(broken, merge(broken, mine, true).content()),
        () -> assertArrayEquals(mine, merge(broken, mine, false).content()),
        () -> assertNull(merge(broken, mine, true).conflicts().get(0).sheet()),
        () -> assertEquals(1, WorkbookMerge.of(null, mine, BEFORE, conflict -> true).conflicts().size()));
  }

  @Test
  @DisplayName("Every workbook of every edition, written again with rows taken away and put back, says the same")
  void written() throws IOException {
    for (EditionId edition : EditionArchive.ids()) {
      EditionSources sources = EditionArchive.sources(edition);
      for (byte[] workbook : sources.workbooks().values()) {
        for (RawSheet sheet : RawWorkbook.read(workbook)) {
          List<WrittenRow> rows =
              sheet.rows().stream().map(row -> new WrittenRow(row.number(), row.values())).toList();
          byte[] again = RawWorkbook.with(workbook, Map.of(sheet.name(), rows));
          assertEquals(RawWorkbook.read(workbook), RawWorkbook.read(again), edition + " " + sheet.name());
        }
      }
    }
  }
}
