package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookMark;
import cn.tuodi.desk.file.WorkbookTitle;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.table.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The wrong workbook is told as what it is. */
class RecognitionTest extends StoreCase {

  private static final List<EditionId> EDITIONS = EditionArchive.ids();
  private static final EditionId NEXT = new EditionId("guangxi", 2023);

  private static byte[] workbook(EditionId edition, String workbook) {
    return EditionArchive.sources(edition).workbooks().get(workbook);
  }

  @Test
  @DisplayName("Every workbook of every edition is recognised, chosen as any other it is told what it is, and as itself nothing is said")
  void all() {
    Desk desk = new Desk(open(), clock);
    List<String> wrong = new ArrayList<>();
    for (EditionId edition : EDITIONS) {
      for (String file : WorkbookTitle.OF_EDITION) {
        byte[] content = workbook(edition, file);
        assertEquals(Optional.of(new SavedName.Recognised(edition, file)), desk.recognised(content, CheckClient.STAFF));
        for (EditionId chosen : EDITIONS) {
          for (String as : WorkbookTitle.OF_EDITION) {
            List<Finding> told = desk.wrong(chosen, Map.of(as, content));
            boolean right = edition.equals(chosen) && file.equals(as);
            String name = WorkbookTitle.zh(file);
            if (right != told.isEmpty() || !right && !told.get(0).zh().contains("的“" + name + "”，您选择的是")) {
              wrong.add(edition + "/" + file + " as " + chosen + "/" + as + ": " + told);
            }
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  @DisplayName("Standards of an area and workbooks of an edition are not taken for each other")
  void local() {
    Desk desk = new Desk(open(), clock);
    byte[] standards = Changed.built("local/450000/standards.xlsx");
    assertAll(
        () -> assertEquals(List.of(), desk.wrong(Changed.EDITION, Map.of("local/450100/standards.xlsx", standards))),
        () -> assertTrue(desk.wrong(Changed.EDITION, Map.of("medical-assistance.xlsx", standards)).get(0).zh()
            .contains("的“地方标准”，您选择的是")),
        () -> assertTrue(desk.wrong(Changed.EDITION, Map.of("local/450100/standards.xlsx", Changed.built())).get(0).zh()
            .contains("的“医疗救助”，您选择的是")));
  }

  @Test
  @DisplayName("Where a file may be of several editions, and of the one chosen it is not, all of them are named")
  void candidates() {
    Desk desk = new Desk(open(), clock);
    byte[] shared = Changed.changed(workbook(Changed.EDITION, "premiums.xlsx"), book -> {
      for (int i = book.getNumberOfSheets() - 1; i >= 0; i--) {
        if (!book.getSheetName(i).equals("财政补助")) {
          book.removeSheetAt(i);
        }
      }
    });
    for (int year : new int[] {2023, 2027}) {
      Finding told = desk.wrong(new EditionId("guizhou", year), Map.of("premiums.xlsx", shared)).get(0);
      assertAll(
          () -> assertTrue(told.zh().startsWith("这是广西壮族自治区 2021 年版或广西壮族自治区 2022 年版的“参保缴费”"), told::zh),
          () -> assertTrue(told.en().contains("edition 2021 or ") && told.en().contains("edition 2022"), told::en));
    }
    for (int year : new int[] {2021, 2022, 2027}) {
      assertEquals(List.of(), desk.wrong(new EditionId("guangxi", year), Map.of("premiums.xlsx", shared)));
    }
  }

  @Test
  @DisplayName("A workbook that its own people have changed is not taken for another: other provisions, other figures, a new year, nonsense")
  void notAnother() {
    Desk desk = new Desk(open(), clock);
    byte[] oneOther = Changed.changed(Changed.built(), book -> Changed.text(book, "救助待遇", "A5", "GX21-MA-1"));
    byte[] unknown = Changed.changed(Changed.built(), book -> Changed.text(book, "救助待遇", "A5", "GX99-NEW"));
    for (byte[] content : List.of(oneOther, unknown, Changed.rate(7), new byte[0], "not a workbook".getBytes())) {
      assertEquals(List.of(), desk.wrong(Changed.EDITION, Map.of("medical-assistance.xlsx", content)));
    }
    Map<String, byte[]> next = new TreeMap<>(Editions.next());
    assertEquals(List.of(), desk.wrong(new EditionId("guangxi", 2023), next));
  }

  @Test
  @DisplayName("Workbooks of another region that are uploaded as a new year are told as what they are, one finding a file")
  void newYearOfAnotherRegion() {
    Desk desk = new Desk(open(), clock);
    EditionId guizhou = new EditionId("guizhou", 2023);
    Map<String, byte[]> workbooks = new TreeMap<>();
    for (String file : WorkbookTitle.OF_EDITION) {
      workbooks.put(file, workbook(guizhou, file));
    }
    workbooks.put("edition.xlsx", Changed.changed(workbooks.get("edition.xlsx"), book -> {
      Changed.text(book, "版本", "A4", "guangxi");
      Changed.cell(book, "版本", "B4").setCellValue(2027);
    }));
    List<Finding> told = desk.check(new EditionId("guangxi", 2027), workbooks, CheckClient.STAFF).findings();
    assertAll(() -> assertEquals(WorkbookTitle.OF_EDITION.size(), told.size(), told::toString),
        () -> assertTrue(told.stream().allMatch(finding -> finding.zh().startsWith("这是贵州省 2023 年版的")),
            told::toString));
    for (EditionId right : List.of(new EditionId("guizhou", 2027), new EditionId("hunan", 2027))) {
      assertEquals(List.of(), desk.wrong(right, workbooks), "its own next year, or a region that has none yet");
    }
  }

  @Test
  @DisplayName("The wrong workbook gets into no draft, and the draft stays as it was")
  void nothingIsLost() {
    Desk desk = new Desk(open(), clock);
    Draft draft = desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null);
    byte[] other = workbook(new EditionId("guangxi", 2021), "medical-assistance.xlsx");
    DeskRefusal refusal =
        assertThrows(DeskRefusal.class, () -> desk.put(draft.id(), "medical-assistance.xlsx", other));
    assertAll(() -> assertEquals(Reason.WRONG_WORKBOOK, refusal.reason()),
        () -> assertTrue(refusal.zh().contains("2021") && refusal.en().contains("2021"), refusal::getMessage),
        () -> assertEquals(draft, desk.draft(draft.id())));
    assertThrows(DeskRefusal.class, () -> desk.begin(Changed.TABLE, other, "李明", null));
    assertEquals(1, desk.drafts().drafts().size());
  }

  /** Another year that somebody made by hand: it cites the provisions of the one before. */
  private PolicyStore withCopiedYear() {
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    Publisher publisher = new Publisher(store, desk, clock);
    Publisher.Order order = new Publisher.Order("王芳", "新年度", null, "更正");
    publisher.publish(desk.begin(Changed.EDITION, Map.of("edition.xlsx", Editions.ended()), "李明", null).id(), order);
    publisher.publish(desk.begin(NEXT, Editions.next(), "李明", null).id(), order);
    return store;
  }

  private static byte[] marked(byte[] content, EditionId edition, String workbook) {
    return WorkbookMark.marked(content, new TableName(edition, workbook));
  }

  @Test
  @DisplayName("Of two years that cite the same, the mark of the download tells which a workbook is of, whatever its file is called")
  void markedYears() {
    Desk desk = new Desk(withCopiedYear(), clock);
    String file = Changed.TABLE.workbook();
    byte[] changed = Changed.rate(marked(Changed.built(), Changed.EDITION, file), 0.91);
    assertAll(() -> assertEquals(Optional.of(new SavedName.Recognised(null, file)),
        desk.recognised(Changed.rate(0.91), CheckClient.STAFF)),
        () -> assertEquals(Optional.of(new SavedName.Recognised(Changed.EDITION, file)),
            desk.recognised(changed, CheckClient.STAFF)),
        () -> assertEquals(List.of(), desk.wrong(Changed.EDITION, Map.of(file, changed))),
        () -> assertEquals(List.of(), desk.wrong(NEXT, Map.of(file, Changed.rate(0.91))), "without a mark"));
    Finding told = desk.wrong(NEXT, Map.of(file, changed)).get(0);
    assertAll(() -> assertTrue(told.zh().contains("标明是广西壮族自治区 2022 年版的“医疗救助”"), told::zh),
        () -> assertTrue(told.zh().contains("广西壮族自治区 2023的“医疗救助”") && told.zh().contains("删除 Tuodi"), told::zh),
        () -> assertTrue(told.en().contains("delete Tuodi"), told::en));
  }

  @Test
  @DisplayName("A workbook of which nothing is left that tells is known by its mark; what it cites counts more than the mark")
  void marked() {
    Desk desk = new Desk(open(), clock);
    EditionId other = new EditionId("guangxi", 2021);
    byte[] bare = Changed.changed(marked(Changed.built("premiums.xlsx"), Changed.EDITION, "premiums.xlsx"), book -> {
      for (int i = book.getNumberOfSheets() - 1; i >= 0; i--) {
        if (!book.getSheetName(i).equals("财政补助")) {
          book.removeSheetAt(i);
        }
      }
      book.setSheetName(0, "另一张表");
    });
    byte[] rewritten = marked(workbook(other, "premiums.xlsx"), Changed.EDITION, "premiums.xlsx");
    byte[] unknown = marked(Changed.built("premiums.xlsx"), new EditionId("guangxi", 2031), "premiums.xlsx");
    assertAll(
        () -> assertEquals(Optional.of(new SavedName.Recognised(Changed.EDITION, "premiums.xlsx")),
            desk.recognised(bare, CheckClient.STAFF)),
        () -> assertEquals(1, desk.wrong(other, Map.of("premiums.xlsx", bare)).size()),
        () -> assertEquals(1, desk.wrong(Changed.EDITION, Map.of("applications.xlsx", bare)).size()),
        () -> assertEquals(List.of(), desk.wrong(Changed.EDITION, Map.of("premiums.xlsx", bare))),
        () -> assertEquals(List.of(), desk.wrong(NEXT, Map.of("premiums.xlsx", bare)), "a new year of the region"),
        () -> assertEquals(List.of(), desk.wrong(new EditionId("hunan", 2027), Map.of("premiums.xlsx", bare))),
        () -> assertEquals(1, desk.wrong(new EditionId("guizhou", 2027), Map.of("premiums.xlsx", bare)).size()),
        () -> assertEquals(List.of(), desk.wrong(other, Map.of("premiums.xlsx", rewritten)), "what it cites"),
        () -> assertEquals(1, desk.wrong(Changed.EDITION, Map.of("premiums.xlsx", unknown)).size(), "a draft's"),
        () -> assertEquals(Optional.of(new SavedName.Recognised(null, "premiums.xlsx")),
            desk.recognised(unknown, CheckClient.STAFF)));
  }

  @Test
  @DisplayName("A download that comes back unchanged changes nothing, and is no further file of a draft")
  void unchangedDownload() {
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    String file = Changed.TABLE.workbook();
    Draft same = desk.begin(Changed.TABLE, marked(Changed.built(), Changed.EDITION, file), "李明", null);
    DeskRefusal refusal = assertThrows(DeskRefusal.class, () -> new Publisher(store, desk, clock).publish(same.id(),
        new Publisher.Order("王芳", "调整", null, "更正")));
    Draft draft = desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null);
    Draft again = desk.put(draft.id(), file, marked(Changed.rate(0.96), Changed.EDITION, file));
    assertAll(() -> assertEquals(Reason.NOTHING_CHANGED, refusal.reason()), () -> assertEquals(draft, again));
  }
}
