package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.preview.Previews;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.PublicationEntry;
import cn.tuodi.desk.record.PublicationState;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The end of an edition and the beginning of the next are one publication, and are undone as one. */
class OnePublicationTest extends StoreCase {

  private static final Publisher.Order AT_ONCE = new Publisher.Order("王芳", "新年度文件", null, "文件追溯执行");
  private static final EditionId OLD = Changed.EDITION;
  private static final EditionId NEXT = new EditionId("guangxi", 2023);
  private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);

  private static EditionId on(PolicyStore store, LocalDate day) {
    Edition edition = store.current().get().find("450100", day);
    return edition == null ? null : edition.id();
  }

  private static List<EditionId> around(PolicyStore store) {
    return List.of(on(store, FIRST.minusDays(1)), on(store, FIRST));
  }

  @Test
  @DisplayName("No day is without a policy and none has two, also after a start; the draft alone would overlap")
  void noDayWithout() throws IOException {
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    Publisher publisher = new Publisher(store, desk, clock);
    assertTrue(desk.begin(NEXT, Editions.next(), "李明", null).findings().get(0).zh().contains("重叠"));
    Draft draft = desk.begin(NEXT, Editions.next(), "李明", null, OLD);
    assertTrue(draft.isSound(), draft.findings().toString());
    Previews previews = new Previews(store, desk, new History(store, clock), clock);
    assertEquals(FIRST.minusDays(1), previews.of(draft, null).ending().last());
    assertEquals(OLD.toString(), DeskJson.of(draft, false, Language.EN).ends());
    Publication made = publisher.publish(draft.id(), AT_ONCE);
    assertEquals(1, made.number());
    assertEquals(List.of(OLD, NEXT), around(store));
    assertEquals(List.of(OLD, NEXT), around(open()));
    History history = new History(store, clock);
    DeskJson.PublicationJson shown = DeskJson.of(history.publication(1)).withoutName();
    assertAll(() -> assertEquals(NEXT.toString(), shown.edition()),
        () -> assertEquals(OLD.toString(), shown.also().edition()),
        () -> assertTrue(shown.also().workbooks().contains("edition.xlsx")),
        () -> assertTrue(shown.also().hashBefore() != null
            && !shown.also().hashBefore().equals(shown.also().hashAfter())));
    assertAll(() -> assertEquals(1, history.all().size()),
        () -> assertEquals(List.of(PublicationState.IN_FORCE),
            history.of(OLD).stream().map(PublicationEntry::place).toList()),
        () -> assertEquals(List.of(PublicationState.IN_FORCE),
            history.of(NEXT).stream().map(PublicationEntry::place).toList()),
        () -> assertEquals(List.of(), history.verify()));
  }

  @Test
  @DisplayName("Going back from either edition puts both back in one publication, and so does going forward again")
  void oneStepBack() throws IOException {
    for (EditionId from : List.of(NEXT, OLD)) {
      PolicyStore store =
          PolicyStore.at(Files.createDirectory(directory.resolve(from.toString().replace('/', '-'))), clock);
      Desk desk = new Desk(store, clock);
      Publisher publisher = new Publisher(store, desk, clock);
      publisher.publish(desk.begin(NEXT, Editions.next(), "李明", null, OLD).id(), AT_ONCE);
      assertEquals(from.equals(NEXT) ? OLD : NEXT,
          new History(store, clock).putBackWith(from, 0).orElseThrow());
      assertEquals(2, publisher.again(from, 0, 1, AT_ONCE).number());
      assertEquals(List.of(OLD, OLD), around(store));
      assertFalse(store.current().get().named(NEXT).isPresent());
      assertEquals(3, publisher.again(from, 1, 2, AT_ONCE).number());
      assertEquals(List.of(OLD, NEXT), around(store));
    }
  }

  @Test
  @DisplayName("Where the one was published again since, it is not put back with the other, which is told what to undo first")
  void publishedSince() {
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    Publisher publisher = new Publisher(store, desk, clock);
    publisher.publish(desk.begin(NEXT, Editions.next(), "李明", null, OLD).id(), AT_ONCE);
    publisher.publish(desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null).id(), AT_ONCE);
    assertTrue(new History(store, clock).putBackWith(NEXT, 0).isEmpty());
    publisher.again(NEXT, 0, 1, AT_ONCE);
    assertEquals(OLD, on(store, FIRST.minusDays(1)));
    assertEquals(null, on(store, FIRST));
  }

  @Test
  @DisplayName("Both wait for one moment, and are withdrawn together")
  void waiting() {
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    Publisher publisher = new Publisher(store, desk, clock);
    publisher.publish(desk.begin(NEXT, Editions.next(), "李明", null, OLD).id(),
        new Publisher.Order("王芳", "新年度文件", clock.instant().plus(Duration.ofDays(3)), "文件追溯执行"));
    assertEquals(List.of(OLD, OLD), around(store));
    clock.move(Duration.ofDays(4));
    store.refresh();
    assertEquals(List.of(OLD, NEXT), around(store));
  }

  @Test
  @DisplayName("What the edition that ends decides is kept with the publication, and missed where it is gone")
  void examplesKept() throws IOException {
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    Publication made =
        new Publisher(store, desk, clock).publish(desk.begin(NEXT, Editions.next(), "李明", null, OLD).id(), AT_ONCE);
    assertNotNull(made.of(OLD).orElseThrow().examples());
    Path kept = directory.resolve(".tuodi/publications/000001/examples-guangxi-2022.ndjson.gz");
    Files.write(kept, new byte[] {1});
    assertFalse(new History(store, clock).verify().isEmpty());
  }

  @Test
  @DisplayName("An edition cannot end before it begins")
  void endsTooEarly() {
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    Map<String, byte[]> early = Editions.next();
    early.put("edition.xlsx", Changed.changed(early.get("edition.xlsx"),
        book -> Changed.date(book, "版本", "D4", LocalDate.of(2020, 1, 1))));
    Draft draft = desk.begin(NEXT, early, "李明", null, OLD);
    assertTrue(draft.findings().get(0).zh().contains("不能在 2019-12-31 终止"), draft.findings().toString());
  }
}
