package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.file.DamagedFile;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookTitle;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.desk.record.DraftList;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.edition.source.EditionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the desk that a person or a disk has damaged. */
class CorruptFileTest extends StoreCase {

  private static final Publisher.Order AT_ONCE = new Publisher.Order("王芳", "按新文件调整", null, "更正此前的错误");
  private static final String BROKEN = "0000abcd-0000";

  private PolicyStore store;
  private Desk desk;

  @BeforeEach
  void openStore() {
    store = open();
    desk = new Desk(store, clock);
  }

  private Draft begin(double rate) {
    return desk.begin(Changed.TABLE, Changed.rate(rate), "李明", null);
  }

  private Path draft(String id) {
    return directory.resolve(".tuodi/drafts/" + id + ".json");
  }

  private static void halve(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "{", "{}", "null", "[]", "\u0000\u0001", "{\"id\":\"0000abcd-0000\",\"workbooks\":{}}"})
  @DisplayName("A draft that is damaged in whatever way is told with its file and what to do, and the others are shown")
  void damagedDraft(String content) throws IOException {
    Draft sound = begin(0.96);
    Files.write(draft(BROKEN), content.getBytes(StandardCharsets.UTF_8));
    DraftList list = desk.drafts();
    assertEquals(List.of(sound.id()), list.drafts().stream().map(Draft::id).toList());
    DamagedFile damaged = list.damaged().get(0);
    assertAll(() -> assertEquals(1, list.damaged().size()), () -> assertEquals(BROKEN, damaged.name()),
        () -> assertEquals(".tuodi/drafts/" + BROKEN + ".json", damaged.finding().file()),
        () -> assertTrue(damaged.finding().zh().contains("请从备份恢复"), damaged.finding()::zh),
        () -> assertTrue(damaged.finding().en().contains("Restore it from a backup"), damaged.finding()::en),
        () -> assertEquals(content, Files.readString(draft(BROKEN))));
    DeskRefusal refusal = assertThrows(DeskRefusal.class, () -> desk.draft(BROKEN));
    assertAll(() -> assertEquals(Reason.DAMAGED, refusal.reason()),
        () -> assertTrue(refusal.zh().contains(BROKEN) && refusal.en().contains(BROKEN)));
  }

  @Test
  @DisplayName("A file that is larger than any draft is told, and is not read to its end")
  void hugeDraft() throws IOException {
    Draft sound = begin(0.96);
    Files.writeString(draft(BROKEN), "{\"note\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}");
    DraftList list = desk.drafts();
    assertEquals(List.of(sound.id()), list.drafts().stream().map(Draft::id).toList());
    assertEquals(List.of(BROKEN), list.damaged().stream().map(DamagedFile::name).toList());
  }

  @Test
  @DisplayName("Two damaged drafts, a folder and a foreign file take neither the list nor new drafts nor publishing down")
  void several() throws IOException {
    Draft broken = begin(0.95);
    halve(draft(broken.id()));
    Files.createDirectories(draft("00000000-0002"));
    Files.writeString(directory.resolve(".tuodi/drafts/notes.txt"), "mine");
    Files.writeString(directory.resolve(".tuodi/drafts/.written.json"), "{");
    Draft sound = begin(0.96);
    DraftList list = desk.drafts();
    assertEquals(List.of(sound.id()), list.drafts().stream().map(Draft::id).toList());
    assertEquals(3, list.damaged().size(), list::toString);
    assertTrue(list.damaged().stream().anyMatch(file -> file.finding().file().endsWith("notes.txt")
        && file.finding().en().contains("does not belong here")), list::toString);
    new Publisher(store, desk, clock).publish(sound.id(), AT_ONCE);
    assertEquals(yuan("13440.00"), paid(store));
  }

  @Test
  @DisplayName("A draft under the name of another is not that other one")
  void renamed() throws IOException {
    Draft one = begin(0.96);
    Files.copy(draft(one.id()), draft(BROKEN));
    assertEquals(List.of(one.id()), desk.drafts().drafts().stream().map(Draft::id).toList());
    assertEquals(BROKEN, desk.drafts().damaged().get(0).name());
  }

  @Test
  @DisplayName("As long as a draft is damaged, a start drops no workbook that it may refer to")
  void nothingIsDropped() throws IOException {
    Draft broken = begin(0.96);
    Path workbook = directory.resolve(".tuodi/workbooks")
        .resolve(broken.workbooks().get(Changed.TABLE.workbook()) + ".xlsx");
    byte[] whole = Files.readAllBytes(draft(broken.id()));
    halve(draft(broken.id()));
    Files.setLastModifiedTime(workbook, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    Desk again = new Desk(open(), clock);
    assertTrue(Files.exists(workbook));
    Files.write(draft(broken.id()), whole);
    assertAll(() -> assertEquals(broken, again.draft(broken.id())),
        () -> assertEquals(List.of(), again.drafts().damaged()));
  }

  @Test
  @DisplayName("A draft whose kept workbook was altered says so, and is mended by uploading that workbook again")
  void alteredWorkbook() throws IOException {
    Draft draft = begin(0.96);
    halve(directory.resolve(".tuodi/workbooks").resolve(draft.workbooks().get(Changed.TABLE.workbook()) + ".xlsx"));
    DeskRefusal refusal = assertThrows(DeskRefusal.class, () -> desk.sources(draft));
    assertAll(() -> assertEquals(Reason.DAMAGED, refusal.reason()),
        () -> assertTrue(refusal.zh().contains("工作簿“医疗救助”缺失或已被改动"), refusal::zh));
    Draft mended = desk.put(draft.id(), Changed.TABLE.workbook(), Changed.rate(0.97));
    assertTrue(mended.isSound() && desk.sources(mended).workbooks().size() > 1);
  }

  @Test
  @DisplayName("A lost workbook of what is in force closes neither the desk nor its edition, before a start and after")
  void lostWorkbook() throws IOException {
    Publisher publisher = new Publisher(store, desk, clock);
    Draft other = begin(0.9);
    byte[] lost = Changed.rate(0.96);
    Publication made = publisher.publish(desk.begin(Changed.TABLE, lost, "李明", null).id(), AT_ONCE);
    String workbook = Changed.TABLE.workbook();
    Path file = directory.resolve(".tuodi/workbooks").resolve(made.workbooks().get(workbook) + ".xlsx");
    for (boolean restarted : new boolean[] {false, true}) {
      Files.delete(file);
      PolicyStore held = restarted ? open() : store;
      look(held);
      Desk now = new Desk(held, clock);
      assertAll(() -> assertEquals(restarted, state(held).isUnavailable()),
          () -> assertEquals(Set.of(workbook), now.stock(Changed.EDITION).lost()),
          () -> assertEquals(Set.of(workbook), state(held).lost()), () -> assertFalse(held.state().isSound()),
          () -> assertTrue(now.stock(Changed.EDITION).workbooks().size() > 1),
          () -> assertEquals(Set.of(other.id()), now.drafts().stale()),
          () -> assertTrue(now.work().standing(other).stale()),
          () -> assertTrue(now.editions().stream().anyMatch(one -> one.id().equals(Changed.EDITION))));
      Draft back = now.begin(Changed.TABLE, lost, "王芳", "原文件");
      look(held);
      assertAll(() -> assertEquals(Set.of(), now.stock(Changed.EDITION).lost()),
          () -> assertEquals(Set.of(), state(held).lost()), () -> assertTrue(held.state().isSound()),
          () -> assertEquals(yuan("13440.00"), paid(held)));
      now.discard(back.id());
    }
    Files.delete(file);
    PolicyStore again = open();
    Desk anew = new Desk(again, clock);
    Publisher second = new Publisher(again, anew, clock);
    Draft partial =
        anew.begin(new TableName(Changed.EDITION, "edition.xlsx"), Changed.built("edition.xlsx"), "王芳", null);
    assertFalse(partial.isSound(), "it leaves out what is lost");
    assertThrows(DeskRefusal.class, () -> second.publish(partial.id(), AT_ONCE));
    second.publish(anew.begin(Changed.TABLE, Changed.rate(0.97), "王芳", null).id(), AT_ONCE);
    assertAll(() -> assertEquals(yuan("13580.00"), paid(again)), () -> assertTrue(again.state().isReady()));
  }

  @Test
  @DisplayName("A workbook in force that is overwritten is told as lost, and what cannot be used is refused by names, not by paths")
  void overwrittenWorkbook() throws IOException {
    Publication made = new Publisher(store, desk, clock).publish(begin(0.96).id(), AT_ONCE);
    Path file = directory.resolve(".tuodi/workbooks").resolve(made.workbooks().get("edition.xlsx") + ".xlsx");
    byte[] whole = Files.readAllBytes(file);
    halve(file);
    store.refresh();
    assertAll(() -> assertEquals(Set.of("edition.xlsx"), state(store).lost()),
        () -> assertTrue(store.state().isReady()), () -> assertEquals(yuan("13440.00"), paid(store)));
    PolicyStore again = open();
    DeskRefusal refusal = assertThrows(DeskRefusal.class, () -> again.sources(Changed.EDITION));
    assertAll(() -> assertEquals(Set.of("edition.xlsx"), state(again).lost()),
        () -> assertFalse(again.state().isReady()),
        () -> assertTrue(refusal.zh().startsWith("广西壮族自治区 2022 年版应当生效"), refusal::zh),
        () -> assertTrue(refusal.zh().contains("工作簿“版本与条款”缺失或已被改动"), refusal::zh),
        () -> assertTrue(refusal.en().contains("\"Edition and provisions\" is missing or was altered"), refusal::en),
        () -> assertFalse((refusal.zh() + refusal.en()).matches("(?s).*(\\.tuodi|\\.xlsx|guangxi/).*"), refusal::zh));
    Files.write(file, whole);
    look(again);
    assertTrue(again.state().isSound() && again.state().isReady());
  }

  @Test
  @DisplayName("A lost workbook that an edition can do without is not left out by who does not know of it")
  void lostLocalStandards() throws IOException {
    EditionId edition = new EditionId("guizhou", 2023);
    Publisher publisher = new Publisher(store, desk, clock);
    String local = desk.stock(edition).workbooks().stream().filter(name -> name.startsWith("local/")).findFirst()
        .orElseThrow();
    String own = Changed.TABLE.workbook();
    byte[] before = desk.workbook(new TableName(edition, own));
    TableName table = new TableName(edition, own);
    byte[] changed = Changed.changed(before, book -> book.getProperties().getCoreProperties().setTitle("1"));
    Publication made = publisher.publish(desk.begin(table, changed, "李明", null).id(), AT_ONCE);
    Files.delete(directory.resolve(".tuodi/workbooks").resolve(made.workbooks().get(local) + ".xlsx"));
    PolicyStore again = open();
    Desk anew = new Desk(again, clock);
    Draft draft = anew.begin(table, before, "王芳", null);
    assertTrue(draft.isSound(), draft.findings()::toString);
    DeskRefusal refusal =
        assertThrows(DeskRefusal.class, () -> new Publisher(again, anew, clock).publish(draft.id(), AT_ONCE));
    assertAll(() -> assertEquals(Reason.DAMAGED, refusal.reason()),
        () -> assertTrue(refusal.zh().contains(WorkbookTitle.zh(local)), refusal::zh));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "{\"number\":2", "{}", "{\"number\":1}", "null"})
  @DisplayName("A record of a publication that is damaged is told, the others stay in the history, and what is in force stays")
  void damagedPublication(String content) throws IOException {
    Publisher publisher = new Publisher(store, desk, clock);
    publisher.publish(begin(0.96).id(), AT_ONCE);
    publisher.publish(begin(0.97).id(), AT_ONCE);
    Path record = directory.resolve(".tuodi/publications/000002/publication.json");
    byte[] whole = Files.readAllBytes(record);
    Files.writeString(record, content);
    History history = new History(store, clock);
    look(store);
    assertAll(() -> assertEquals(yuan("13580.00"), paid(store)), () -> assertEquals(2, history.all().size()),
        () -> assertEquals("2", history.damaged().get(0).name()),
        () -> assertEquals(".tuodi/publications/000002/publication.json", history.damaged().get(0).finding().file()));

    PolicyStore again = open();
    History afterwards = new History(again, clock);
    assertAll(() -> assertFalse(again.state().isReady(), "nobody can know what should be in force"),
        () -> assertTrue(again.state().fault().toString().startsWith(".tuodi/publications/000002/publication.json: "),
            () -> again.state().fault().toString()),
        () -> assertEquals(List.of(1),
            afterwards.all().stream().map(entry -> entry.publication().number()).toList()),
        () -> assertEquals(Reason.DAMAGED,
            assertThrows(DeskRefusal.class, () -> afterwards.publication(2)).reason()));
    Files.write(record, whole);
    again.refresh();
    again.refresh();
    assertAll(() -> assertEquals(yuan("13580.00"), paid(again)), () -> assertTrue(again.state().isReady()),
        () -> assertEquals(List.of(), afterwards.damaged()));
  }

  @Test
  @DisplayName("What does not belong among the publications is told and disturbs nothing")
  void foreign() throws IOException {
    Files.createDirectories(directory.resolve(".tuodi/publications/000001 copy"));
    new Publisher(store, desk, clock).publish(begin(0.96).id(), AT_ONCE);
    History history = new History(store, clock);
    assertAll(() -> assertEquals(yuan("13440.00"), paid(open())),
        () -> assertEquals(".tuodi/publications/000001 copy", history.damaged().get(0).finding().file()));
  }
}
