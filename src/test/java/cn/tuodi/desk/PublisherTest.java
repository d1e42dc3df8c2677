package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.RefusalCode;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.inforce.Origin;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.desk.record.DraftList;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.PublicationEntry;
import cn.tuodi.desk.record.PublicationState;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.source.EditionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Drafts, publications and the way back. */
class PublisherTest extends StoreCase {

  private static final Publisher.Order AT_ONCE = new Publisher.Order("王芳", "按新文件调整", null, "更正此前的错误");

  private PolicyStore store;
  private Desk desk;
  private Publisher publisher;
  private History history;

  @BeforeEach
  void openStore() {
    store = open();
    desk = new Desk(store, clock);
    publisher = new Publisher(store, desk, clock);
    history = new History(store, clock);
  }

  @Test
  @DisplayName("A draft is published with who, when and why, pays at once, and can be undone to any earlier version")
  void publishAndUndo() {
    String built = state(store).inForce().contentHash();
    Draft draft = desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", "桂医保发〔2022〕1号");
    assertEquals(yuan("13300.00"), paid(store));
    Publication first = publisher.publish(draft.id(), AT_ONCE);
    assertAll(() -> assertEquals(yuan("13440.00"), paid(store)), () -> assertEquals(1, first.number()),
        () -> assertEquals("王芳", first.by()), () -> assertEquals("按新文件调整", first.reason()),
        () -> assertEquals(built, first.hashBefore()), () -> assertEquals(draft.contentHash(), first.hashAfter()),
        () -> assertEquals(first.hashAfter(), state(store).inForce().contentHash()),
        () -> assertEquals(DraftList.NONE, desk.drafts()));
    clock.move(Duration.ofDays(1));
    publisher.publish(desk.begin(Changed.TABLE, Changed.rate(0.97), "李明", null).id(), AT_ONCE);
    assertEquals(yuan("13580.00"), paid(store));
    publisher.again(Changed.EDITION, 1, 2, AT_ONCE);
    assertEquals(yuan("13440.00"), paid(store));
    Publication back = publisher.again(Changed.EDITION, 0, null, AT_ONCE);
    assertAll(() -> assertEquals(yuan("13300.00"), paid(store)), () -> assertEquals(built, back.hashAfter()),
        () -> assertEquals(Origin.APPLICATION, state(store).inForce().origin()),
        () -> assertEquals(List.of(4, 3, 2, 1),
            history.all().stream().map(entry -> entry.publication().number()).toList()),
        () -> assertEquals(
            List.of(PublicationState.IN_FORCE, PublicationState.PAST, PublicationState.PAST, PublicationState.PAST),
            history.of(Changed.EDITION).stream().map(PublicationEntry::place).toList()));
    publisher.again(Changed.EDITION, 3, null, AT_ONCE);
    assertEquals(yuan("13440.00"), paid(store));
  }

  @Test
  @DisplayName("What was published is in force after a restart, whatever lies in the directory")
  void publicationSurvivesRestart() {
    publisher.publish(desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null).id(), AT_ONCE);
    put("guangxi.2022.medical-assistance.xlsx", Changed.rate(0.5));
    assertEquals(yuan("13440.00"), paid(open()));
  }

  @Test
  @DisplayName("A draft with findings is kept and mended, and cannot be published before")
  void mended() {
    Draft broken = desk.begin(Changed.TABLE, Changed.rate(1.2), "李明", null);
    assertAll(() -> assertFalse(broken.isSound()), () -> assertEquals("L5", broken.findings().get(0).cell()));
    DeskRefusal refusal = refused(Reason.NOT_SOUND, () -> publisher.publish(broken.id(), AT_ONCE));
    assertAll(() -> assertEquals("L5", refusal.findings().get(0).cell()),
        () -> assertEquals(yuan("13300.00"), paid(store)), () -> assertEquals(List.of(), history.all()));
    assertTrue(desk.put(broken.id(), Changed.TABLE.workbook(), Changed.rate(0.96)).isSound());
    publisher.publish(broken.id(), AT_ONCE);
    assertEquals(yuan("13440.00"), paid(store));
  }

  @Test
  @DisplayName("Of two drafts on the same ground the second is refused")
  void conflict() {
    Draft one = desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null);
    Draft other = desk.begin(Changed.TABLE, Changed.rate(0.97), "王芳", null);
    publisher.publish(one.id(), AT_ONCE);
    refused(Reason.BASE_CHANGED, () -> publisher.publish(other.id(), AT_ONCE));
    assertEquals(yuan("13440.00"), paid(store));
  }

  @Test
  @DisplayName("A draft is refused where the directory changed since")
  void directoryChanged() {
    Draft draft = desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null);
    put("guangxi.2022.medical-assistance.xlsx", Changed.rate(0.5));
    look(store);
    refused(Reason.BASE_CHANGED, () -> publisher.publish(draft.id(), AT_ONCE));
  }

  @Test
  @DisplayName("Two processes on one directory cannot both publish on the same ground")
  void twoProcesses() {
    PolicyStore other = open();
    Desk otherDesk = new Desk(other, clock);
    Draft one = desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null);
    Draft two = otherDesk.begin(Changed.TABLE, Changed.rate(0.97), "王芳", null);
    new Publisher(other, otherDesk, clock).publish(two.id(), AT_ONCE);
    refused(Reason.BASE_CHANGED, () -> publisher.publish(one.id(), AT_ONCE));
    assertEquals(paid(other), paid(store));
  }

  @Test
  @DisplayName("A publication for later comes into force at its time, and not when it is undone before")
  void pending() {
    Publisher.Order tomorrow =
        new Publisher.Order("王芳", "明日起执行", clock.instant().plus(Duration.ofDays(1)), "更正此前的错误");
    publisher.publish(desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null).id(), tomorrow);
    assertAll(() -> assertEquals(yuan("13300.00"), paid(store)),
        () -> assertEquals(1, state(store).pending().publication()),
        () -> assertEquals(PublicationState.PENDING, history.publication(1).place()));
    Draft next = desk.begin(Changed.TABLE, Changed.rate(0.97), "李明", null);
    refused(Reason.PUBLICATION_PENDING, () -> publisher.publish(next.id(), AT_ONCE));
    clock.move(Duration.ofHours(25));
    store.refresh();
    assertAll(() -> assertEquals(yuan("13440.00"), paid(store)), () -> assertNull(state(store).pending()));

    Publisher.Order later = new Publisher.Order("王芳", "再调整", clock.instant().plus(Duration.ofDays(1)), "更正此前的错误");
    publisher.publish(desk.begin(Changed.TABLE, Changed.rate(0.98), "李明", null).id(), later);
    publisher.again(Changed.EDITION, 1, 2, AT_ONCE);
    clock.move(Duration.ofDays(2));
    store.refresh();
    assertAll(() -> assertEquals(yuan("13440.00"), paid(store)),
        () -> assertEquals(PublicationState.NEVER, history.publication(2).place()));
  }

  @Test
  @DisplayName("A time in the past, an unknown draft or version, and what changes nothing are refused")
  void refusals() {
    Draft draft = desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null);
    Publisher.Order past = new Publisher.Order("王芳", "x", clock.instant().minus(Duration.ofMinutes(1)), "更正此前的错误");
    refused(Reason.TIME_PAST, () -> publisher.publish(draft.id(), past));
    refused(Reason.NO_SUCH_DRAFT, () -> publisher.publish("../../etc/passwd", AT_ONCE));
    refused(Reason.NO_SUCH_VERSION, () -> publisher.again(Changed.EDITION, 7, null, AT_ONCE));
    refused(Reason.NO_SUCH_VERSION, () -> publisher.again(Changed.EDITION, 0, null, AT_ONCE));
    Draft same = desk.begin(Changed.TABLE, Changed.built(), "李明", null);
    refused(Reason.NOTHING_CHANGED, () -> publisher.publish(same.id(), AT_ONCE));
    publisher.publish(draft.id(), AT_ONCE);
    refused(Reason.NOTHING_CHANGED, () -> publisher.again(Changed.EDITION, 1, null, AT_ONCE));
    refused(Reason.BASE_CHANGED, () -> publisher.again(Changed.EDITION, 0, 0, AT_ONCE));
  }

  @Test
  @DisplayName("Without a directory nothing can be kept")
  void noDirectory() {
    Desk other = new Desk(PolicyStore.ofApplication(), clock);
    assertTrue(other.check(Changed.TABLE, Changed.rate(0.96)).isSound());
    refused(Reason.NO_STORE, () -> other.begin(Changed.TABLE, Changed.rate(0.96), "李明", null));
  }

  @Test
  @DisplayName("Where a published workbook was altered nothing else decides, until it is restored or an earlier version is put back")
  void alteredArchive() throws IOException {
    publisher.publish(desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null).id(), AT_ONCE);
    publisher.publish(desk.begin(Changed.TABLE, Changed.rate(0.97), "李明", null).id(), AT_ONCE);
    String digest = history.publication(2).publication().workbooks().get(Changed.TABLE.workbook());
    Path file = directory.resolve(".tuodi/workbooks").resolve(digest + ".xlsx");
    byte[] kept = Files.readAllBytes(file);
    Files.write(file, Changed.rate(0.5));
    PolicyStore again = open();
    assertAll(() -> assertEquals(RefusalCode.POLICY_UNAVAILABLE, refusal(again)),
        () -> assertEquals(2, state(again).rejected().publication()), () -> assertFalse(again.state().isReady()),
        () -> assertEquals(1, new History(again, clock).verify().size()));
    Desk other = new Desk(again, clock);
    assertEquals(Set.of(Changed.TABLE.workbook()), other.stock(Changed.EDITION).lost(),
        "pages that list workbooks go on");
    Files.write(file, kept);
    again.refresh();
    assertAll(() -> assertEquals(yuan("13580.00"), paid(again)), () -> assertTrue(again.state().isReady()));
    Files.write(file, Changed.rate(0.5));
    PolicyStore third = open();
    new Publisher(third, new Desk(third, clock), clock).again(Changed.EDITION, 1, null, AT_ONCE);
    assertAll(() -> assertEquals(yuan("13440.00"), paid(third)), () -> assertTrue(third.state().isReady()));
  }

  @Test
  @DisplayName("A start drops old workbooks that nothing refers to, and none that a publication or draft refers to")
  void cleaned() throws IOException {
    publisher.publish(desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null).id(), AT_ONCE);
    desk.begin(Changed.TABLE, Changed.rate(0.97), "李明", null);
    desk.discard(desk.begin(Changed.TABLE, Changed.rate(0.98), "李明", null).id());
    Path kept = directory.resolve(".tuodi/workbooks");
    int before = all(kept).size();
    open();
    assertEquals(before, all(kept).size());
    for (Path file : all(kept)) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }
    PolicyStore again = open();
    // The file of the discarded draft, and the one that the published draft was made from.
    assertEquals(before - 2, all(kept).size());
    assertEquals(yuan("13440.00"), paid(again));
  }

  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  @DisplayName("What a stopped writer left behind is no publication")
  void leftovers() throws IOException {
    put(".tuodi/publications/.new-1/publication.json", "{".getBytes());
    put(".tuodi/workbooks/.half.xlsx.1", new byte[] {1});
    publisher.publish(desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null).id(), AT_ONCE);
    assertEquals(yuan("13440.00"), paid(open()));
    try (Stream<Path> made = Files.list(directory.resolve(".tuodi/publications"))) {
      assertEquals(List.of("000001"), made.map(home -> home.getFileName().toString())
          .filter(name -> !name.startsWith(".")).toList());
    }
  }

  @Test
  @DisplayName("What is published for later must fit beside what is in force by then, not beside what is now")
  void fitsAtItsTime() {
    Publisher.Order later = new Publisher.Order("王芳", "新年度", clock.instant().plus(Duration.ofDays(1)), "更正此前的错误");
    byte[] shortened = Changed.changed(Changed.built("edition.xlsx"), book -> {
      Changed.dropCases(book);
      Changed.date(book, "版本", "E4", LocalDate.of(2022, 12, 31));
    });
    publisher.publish(
        desk.begin(new TableName(Changed.EDITION, "edition.xlsx"), shortened, "李明", null).id(), later);
    EditionId next = new EditionId("guangxi", 2023);
    Map<String, byte[]> workbooks = new TreeMap<>(EditionArchive.sources(Changed.EDITION).workbooks());
    workbooks.compute("edition.xlsx", (name, content) -> Changed.changed(content, book -> {
      Changed.dropCases(book);
      Changed.cell(book, "版本", "B4").setCellValue(2023);
      Changed.date(book, "版本", "D4", LocalDate.of(2023, 1, 1));
      Changed.text(book, "版本", "F4", "广西壮族自治区 2023 年版");
      Changed.text(book, "版本", "G4", "Guangxi, edition 2023");
    }));
    String draft = desk.begin(next, workbooks, "李明", null).id();
    refused(Reason.NOT_SOUND, () -> publisher.publish(draft, AT_ONCE));
    publisher.publish(draft, later);
    clock.move(Duration.ofDays(2));
    store.refresh();
    assertAll(() -> assertTrue(store.state().isSound(), () -> store.state().editions().toString()),
        () -> assertEquals(next, store.current().get().find("450100", LocalDate.of(2023, 5, 1)).id()));
  }

  private static DeskRefusal refused(Reason reason, Runnable action) {
    DeskRefusal refusal = assertThrows(DeskRefusal.class, action::run);
    assertEquals(reason, refusal.reason(), refusal::getMessage);
    return refusal;
  }
}
