package cn.tuodi.desk.record;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.Changed;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.DraftStanding;
import cn.tuodi.desk.DraftUpdate;
import cn.tuodi.desk.DraftBeginnings;
import cn.tuodi.desk.DraftWork;
import cn.tuodi.desk.Editions;
import cn.tuodi.desk.Gaps;
import cn.tuodi.desk.Publisher;
import cn.tuodi.desk.StoreCase;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookMark;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.edition.source.EditionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Drafts: kept whole, checked anew, brought up to what is in force, and never lost. */
class DraftTest extends StoreCase {

  private static final Publisher.Order AT_ONCE = new Publisher.Order("王芳", "按新文件调整", null, "更正此前的错误");
  private static final String WORKBOOK = Changed.TABLE.workbook();
  private static final String OTHER_RATE = "L17";

  private PolicyStore store;
  private Desk desk;
  private DraftWork work;
  private Publisher publisher;

  @BeforeEach
  void openStore() {
    store = open();
    desk = new Desk(store, clock);
    work = desk.work();
    publisher = new Publisher(store, desk, clock);
  }

  private Draft begin(byte[] content) {
    return desk.begin(Changed.TABLE, content, "李明", null);
  }

  private static byte[] cell(byte[] workbook, String cell, double value) {
    return Changed.changed(workbook, book -> Changed.cell(book, "救助待遇", cell).setCellValue(value));
  }

  private static DeskRefusal refused(Reason reason, Runnable what) {
    DeskRefusal refusal = assertThrows(DeskRefusal.class, what::run);
    assertEquals(reason, refusal.reason(), refusal::getMessage);
    return refusal;
  }

  @Test
  @DisplayName("A draft with a gap, and one with an overlap, are kept with their examples, mended, and published")
  void gapAndOverlap() throws IOException {
    for (byte[] broken : List.of(Gaps.gap(), Gaps.overlap())) {
      Draft draft = begin(broken);
      assertTrue(draft.findings().stream().anyMatch(finding -> finding.example() != null), draft::toString);
      Desk again = new Desk(open(), clock);
      assertAll(() -> assertEquals(draft, again.draft(draft.id())),
          () -> assertEquals(List.of(), again.drafts().damaged()));
      Draft mended = again.put(draft.id(), WORKBOOK, Changed.rate(0.96));
      assertTrue(mended.isSound(), mended::toString);
      again.put(draft.id(), WORKBOOK, broken);
      assertEquals(draft.findings(), again.draft(draft.id()).findings());
      again.discard(draft.id());
      assertEquals(List.of(), again.drafts().drafts());
    }
  }

  @Test
  @DisplayName("A draft that an earlier version of the program wrote with amounts that say nothing is found anew in full")
  void writtenEarlier() throws IOException {
    Draft draft = begin(Gaps.gap());
    Path file = directory.resolve(".tuodi/drafts/" + draft.id() + ".json");
    String written = Files.readString(file).replaceAll("\"(total|basicInsurance|burdenAfterInsurance)\" : \"[0-9.]*\"",
        "\"$1\" : {\"zero\":false,\"positive\":true}");
    assertTrue(written.contains("{\"zero\":false"), written);
    Files.writeString(file, written);
    Desk again = new Desk(open(), clock);
    assertAll(() -> assertEquals(List.of(), again.drafts().damaged()),
        () -> assertEquals(1, again.drafts().drafts().size()),
        () -> assertEquals(draft.findings(), again.work().viewed(draft.id()).findings()),
        () -> assertEquals(draft.findings(), again.draft(draft.id()).findings(), "what is found is kept"));
  }

  @Test
  @DisplayName("There are no more drafts than may be, though several are begun at the same time")
  void limit() throws IOException {
    Draft first = begin(Changed.rate(0.96));
    Path folder = directory.resolve(".tuodi/drafts");
    String written = Files.readString(folder.resolve(first.id() + ".json"));
    for (int i = 1; i < DraftBeginnings.MAX_DRAFTS - 1; i++) {
      String id = String.format("00000000-0000-4000-8000-%012d", i);
      Files.writeString(folder.resolve(id + ".json"), written.replace(first.id(), id));
    }
    assertEquals(DraftBeginnings.MAX_DRAFTS - 1, desk.drafts().drafts().size());
    long begun = IntStream.rangeClosed(1, 3).parallel().filter(i -> isBegun(0.8 + i / 100.0)).count();
    assertAll(() -> assertEquals(1, begun),
        () -> assertEquals(DraftBeginnings.MAX_DRAFTS, desk.drafts().drafts().size()));
  }

  /** Where others are being checked for longer than a sender waits, it sends the same again. */
  private boolean isBegun(double rate) {
    while (true) {
      try {
        begin(Changed.rate(rate));
        return true;
      } catch (DeskRefusal e) {
        if (e.reason() != Reason.BUSY) {
          assertEquals(Reason.TOO_MANY_DRAFTS, e.reason());
          return false;
        }
      }
    }
  }

  @Test
  @DisplayName("A damaged draft is deleted by who may draft, or begun anew in its place")
  void damaged() throws IOException {
    Draft one = begin(Changed.rate(0.96));
    Draft other = begin(Changed.rate(0.97));
    for (Draft draft : List.of(one, other)) {
      Files.writeString(directory.resolve(".tuodi/drafts/" + draft.id() + ".json"), "{\"id\":");
    }
    refused(Reason.DAMAGED, () -> desk.draft(one.id()));
    desk.discard(one.id());
    assertEquals(1, desk.drafts().damaged().size());
    Draft anew = work.replace(other.id(), Changed.TABLE, Changed.rate(0.98), "王芳");
    assertAll(() -> assertEquals(other.id(), anew.id()), () -> assertEquals(List.of(anew), desk.drafts().drafts()),
        () -> assertEquals(List.of(), desk.drafts().damaged()));
    refused(Reason.DRAFT_CHANGED, () -> work.replace(other.id(), Changed.TABLE, Changed.rate(0.99), "王芳"));
    refused(Reason.NO_SUCH_DRAFT, () -> desk.discard(one.id()));
    refused(Reason.NO_SUCH_DRAFT, () -> work.replace(one.id(), Changed.TABLE, Changed.rate(0.99), "王芳"));
    assertEquals(anew, desk.draft(other.id()));
  }

  @Test
  @DisplayName("A file that another replaces is kept, can be got back, and survives a start that clears up")
  void replaced() throws IOException {
    byte[] first = Changed.rate(0.96);
    byte[] second = Changed.rate(0.5);
    Draft draft = begin(first);
    clock.move(Duration.ofMinutes(1));
    Draft replaced = work.put(draft.id(), WORKBOOK, second, "王芳", draft.changedAt());
    Draft.Earlier earlier = replaced.earlier().get(0);
    assertAll(() -> assertEquals("王芳", earlier.by()), () -> assertEquals(WORKBOOK, earlier.workbook()),
        () -> assertArrayEquals(first, work.content(draft, earlier)));
    open();
    Draft back = work.restore(draft.id(), earlier.digest(), "李明", replaced.changedAt());
    assertAll(() -> assertEquals(draft.workbooks(), back.workbooks()), () -> assertTrue(back.isSound()),
        () -> assertArrayEquals(second, work.content(draft, back.earlier().get(0))),
        () -> assertEquals(1, back.earlier().size()));
    refused(Reason.NO_SUCH_TABLE, () -> work.restore(draft.id(), "0123", "李明", null));
  }

  @Test
  @DisplayName("Nothing is published, deleted or put back by who knows a draft as it was before another changed it")
  void unseen() throws IOException {
    Draft seen = begin(Changed.rate(0.96));
    clock.move(Duration.ofMinutes(1));
    Draft.Earlier file = work.put(seen.id(), WORKBOOK, Changed.rate(0.5), "王芳", seen.changedAt()).earlier().get(0);
    clock.move(Duration.ofMinutes(1));
    Draft now = work.put(seen.id(), WORKBOOK, Changed.rate(0.51), "王芳", null);
    refused(Reason.DRAFT_CHANGED, () -> publisher.publish(seen.id(), seen.changedAt(), AT_ONCE));
    refused(Reason.DRAFT_CHANGED, () -> desk.discard(seen.id(), seen.changedAt()));
    refused(Reason.DRAFT_CHANGED, () -> work.restore(seen.id(), file.digest(), "李明", seen.changedAt()));
    refused(Reason.DRAFT_CHANGED, () -> work.discardDamaged(seen.id()));
    assertEquals(now, desk.draft(seen.id()));
    publisher.publish(now.id(), now.changedAt(), AT_ONCE);
    refused(Reason.NO_SUCH_DRAFT, () -> desk.draft(now.id()));
    Draft damaged = begin(Changed.rate(0.97));
    Files.writeString(directory.resolve(".tuodi/drafts/" + damaged.id() + ".json"), "{");
    work.discardDamaged(damaged.id());
    refused(Reason.NO_SUCH_DRAFT, () -> desk.draft(damaged.id()));
  }

  @Test
  @DisplayName("Who uploads into a draft that another changed meanwhile is told so; who sends the same twice is not")
  void twoPeople() {
    Draft draft = begin(Changed.rate(0.96));
    clock.move(Duration.ofMinutes(1));
    byte[] sent = Changed.rate(0.97);
    Draft first = work.put(draft.id(), WORKBOOK, sent, "王芳", draft.changedAt());
    assertEquals(first, work.put(draft.id(), WORKBOOK, sent, "王芳", draft.changedAt()));
    refused(Reason.DRAFT_CHANGED,
        () -> work.put(draft.id(), WORKBOOK, Changed.rate(0.98), "李明", draft.changedAt()));
    assertEquals(first, desk.draft(draft.id()));
    desk.discard(draft.id());
    refused(Reason.NO_SUCH_DRAFT, () -> work.put(draft.id(), WORKBOOK, Changed.rate(0.98), "李明", first.changedAt()));
  }

  @Test
  @DisplayName("Two people who upload two workbooks into one draft at the same time both find theirs in it")
  void atTheSameTime() throws InterruptedException {
    Draft draft = begin(Changed.rate(0.96));
    List<String> files = List.of("premiums.xlsx", "applications.xlsx", "critical-illness.xlsx");
    List<Thread> people = files.stream()
        .map(file -> new Thread(() -> desk.put(draft.id(), file, Changed.changed(Changed.built(file), book -> {}))))
        .toList();
    people.forEach(Thread::start);
    for (Thread person : people) {
      person.join();
    }
    assertEquals(4, desk.draft(draft.id()).workbooks().size());
  }

  @Test
  @DisplayName("The same upload sent twice is one draft")
  void sentTwice() throws InterruptedException {
    byte[] sent = Changed.rate(0.96);
    Draft draft = begin(sent);
    assertEquals(draft, begin(sent));
    assertNotEquals(draft.id(), begin(Changed.rate(0.97)).id());
    assertNotEquals(draft.id(), desk.begin(Changed.TABLE, sent, "李明", "另一份").id());
    byte[] twice = Changed.rate(0.98);
    List<Thread> clicks = List.of(new Thread(() -> begin(twice)), new Thread(() -> begin(twice)));
    clicks.forEach(Thread::start);
    for (Thread click : clicks) {
      click.join();
    }
    assertEquals(4, desk.drafts().drafts().size());
  }

  @Test
  @DisplayName("A finding whose cause is gone is gone when the draft is looked at, also after a restart")
  void findingsAreFoundAnew() {
    put("guangxi.2022.premiums.xlsx", Changed.changed(Changed.built("premiums.xlsx"), book -> {}));
    Draft draft =
        desk.begin(new TableName(Changed.EDITION, "premiums.xlsx"), Changed.built("premiums.xlsx"), "李明", null);
    assertTrue(draft.isSound());
    byte[] register = Changed.changed(Changed.built("edition.xlsx"),
        book -> Changed.text(book, "条款", "A4", "GX22-RENAMED"));
    Draft broken = desk.put(draft.id(), "edition.xlsx", register);
    assertFalse(broken.isSound());
    Draft mended = desk.put(draft.id(), "edition.xlsx", Changed.built("edition.xlsx"));
    assertAll(() -> assertTrue(mended.isSound()), () -> assertEquals(mended, work.viewed(draft.id())));
  }

  @Test
  @DisplayName("A draft that overlaps another edition is sound once that has ended, when it is looked at or checked again")
  void overlapGone() {
    EditionId next = new EditionId("guangxi", 2023);
    Draft draft = desk.begin(next, Editions.next(), "李明", null);
    assertTrue(draft.findings().get(0).zh().contains("重叠"), draft::toString);
    assertEquals(draft, work.viewed(draft.id()));
    publisher.publish(desk.begin(Changed.EDITION, Map.of("edition.xlsx", Editions.ended()), "李明", null).id(), AT_ONCE);
    assertFalse(desk.draft(draft.id()).isSound(), "as it was written");
    Draft viewed = work.viewed(draft.id());
    assertAll(() -> assertTrue(viewed.isSound(), viewed::toString), () -> assertEquals(viewed, desk.draft(draft.id())),
        () -> assertEquals(viewed, work.recheck(draft.id())));
  }

  @Test
  @DisplayName("A stale draft is told, brought up with its own changes on top of what is in force, and published")
  void stale() {
    Draft mine = begin(Changed.rate(0.96));
    assertFalse(work.standing(mine).stale());
    publisher.publish(begin(cell(Changed.built(), OTHER_RATE, 0.91)).id(), AT_ONCE);
    DraftStanding standing = work.standing(mine);
    assertAll(() -> assertTrue(standing.stale()), () -> assertEquals(1, standing.since().number()),
        () -> assertTrue(desk.drafts().isStale(mine)));
    DeskRefusal refusal = refused(Reason.BASE_CHANGED, () -> publisher.publish(mine.id(), AT_ONCE));
    assertTrue(refusal.zh().contains("更新草稿"), refusal::zh);
    DraftUpdate plan = work.update(mine.id(), Map.of(), null, "李明");
    assertAll(() -> assertEquals(1, plan.carried()), () -> assertEquals(List.of(), plan.conflicts()),
        () -> assertEquals(mine, desk.draft(mine.id()), "only looked at"));
    DraftUpdate update = work.update(mine.id(), Map.of(), plan.state(), "李明");
    assertFalse(work.standing(update.draft()).stale());
    publisher.publish(mine.id(), AT_ONCE);
    assertEquals(yuan("13440.00"), paid(store));
    byte[] published = desk.workbook(Changed.TABLE);
    assertEquals(Optional.of(Changed.TABLE), WorkbookMark.of(published));
    Changed.changed(published,
        book -> assertEquals(0.91, Changed.cell(book, "救助待遇", OTHER_RATE).getNumericCellValue()));
  }

  @Test
  @DisplayName("Where a draft and what is in force changed one cell in two ways, a person decides, and a later change is noticed")
  void conflict() {
    Draft mine = begin(Changed.rate(0.96));
    publisher.publish(begin(Changed.rate(0.97)).id(), AT_ONCE);
    DraftUpdate plan = work.update(mine.id(), Map.of(), null, "李明");
    assertEquals(1, plan.conflicts().size());
    DraftUpdate.Place place = plan.conflicts().get(0);
    assertAll(() -> assertEquals(Changed.RATE, place.conflict().cell()),
        () -> assertEquals("95%", place.conflict().before()),
        () -> assertEquals("96%", place.conflict().mine()), () -> assertEquals("97%", place.conflict().theirs()));
    assertTrue(work.standing(work.update(mine.id(), Map.of(), plan.state(), "李明").draft()).stale(), "not answered");
    publisher.publish(begin(Changed.rate(0.98)).id(), AT_ONCE);
    DraftUpdate other = work.update(mine.id(), Map.of(place.key(), false), plan.state(), "李明");
    assertAll(() -> assertNotEquals(plan.state(), other.state()),
        () -> assertEquals("98%", other.conflicts().get(0).conflict().theirs()));
    work.update(mine.id(), Map.of(place.key(), true), other.state(), "李明");
    publisher.publish(mine.id(), AT_ONCE);
    assertEquals(yuan("13440.00"), paid(store));
  }

  @Test
  @DisplayName("A draft of an earlier program, which kept no ground, is brought up as far as the ground is known")
  void unknownGround() throws IOException {
    Draft mine = begin(Changed.rate(0.96));
    Path file = directory.resolve(".tuodi/drafts/" + mine.id() + ".json");
    String whole = Files.readString(file);
    Files.writeString(file, whole.replaceAll("(?s)\"baseWorkbooks\" : \\{[^}]*},", ""));
    publisher.publish(begin(cell(Changed.built(), OTHER_RATE, 0.91)).id(), AT_ONCE);
    assertEquals(1, work.update(mine.id(), Map.of(), null, "李明").carried(), "the application has it");
    Files.writeString(file, whole.replaceAll("(?s)\"baseWorkbooks\" : \\{[^}]*},", "")
        .replace(mine.baseDigest(), "0".repeat(64)));
    DraftUpdate plan = work.update(mine.id(), Map.of(), null, "李明");
    assertAll(() -> assertEquals(1, plan.conflicts().size()), () -> assertNotNull(plan.conflicts().get(0).key()),
        () -> assertTrue(plan.conflicts().get(0).conflict().sheet() == null, "about the whole workbook"));
    work.update(mine.id(), Map.of(plan.conflicts().get(0).key(), true), plan.state(), "李明");
    publisher.publish(mine.id(), AT_ONCE);
    assertEquals(yuan("13440.00"), paid(store));
  }

  @Test
  @DisplayName("An edition with the name of another is found, whatever the spaces and letters are")
  void sameName() {
    EditionId next = new EditionId("guangxi", 2023);
    publisher.publish(desk.begin(Changed.EDITION, Map.of("edition.xlsx", Editions.ended()), "李明", null).id(), AT_ONCE);
    String name = store.current().get().named(Changed.EDITION).orElseThrow().description().name();
    Map<String, byte[]> named = new TreeMap<>(Editions.next());
    named.put("edition.xlsx", Changed.changed(named.get("edition.xlsx"),
        book -> Changed.text(book, "版本", "F4", name.replaceAll("\\s", ""))));
    Draft draft = desk.begin(next, named, "李明", null);
    assertAll(() -> assertEquals(1, draft.findings().size(), draft::toString),
        () -> assertEquals("F4", draft.findings().get(0).cell()),
        () -> assertTrue(draft.findings().get(0).zh().contains("与 2022 年度（地区 guangxi）的版本相同"), draft::toString));
    DeskRefusal refusal = refused(Reason.NOT_SOUND, () -> publisher.publish(draft.id(), AT_ONCE));
    assertEquals("F4", refusal.findings().get(0).cell());
  }
}
