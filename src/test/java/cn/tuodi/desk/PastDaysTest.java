package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.file.WorkbookMark;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.preview.Previews;
import cn.tuodi.desk.preview.PublicationPreview;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.edition.source.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Days of service that a publication changes, past and to come. The clock stands at 2026-11-22 16:00 in Beijing. */
class PastDaysTest extends StoreCase {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Publisher.Order WITHOUT = new Publisher.Order("王芳", "按新文件调整", null, null);

  private Desk desk;
  private Publisher publisher;
  private History history;
  private Previews previews;
  private PolicyStore store;

  @BeforeEach
  void openStore() {
    store = open();
    desk = new Desk(store, clock);
    publisher = new Publisher(store, desk, clock);
    history = new History(store, clock);
    previews = new Previews(store, desk, history, clock);
  }

  @Test
  @DisplayName("A change of past days is refused without a reason of its own, says which and how many, and is kept with it")
  void needsReason() {
    Draft draft = desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null);
    PublicationPreview preview = previews.of(draft, null);
    DeskRefusal refusal = refused(Reason.PAST_DAYS_CHANGED, () -> publisher.publish(draft.id(), WITHOUT));
    assertAll(() -> assertTrue(preview.days().past() > 0),
        () -> assertTrue(refusal.zh().contains(preview.days().days().periods().get(0).first() + " 起"), refusal::zh),
        () -> assertTrue(refusal.zh().contains(preview.days().past() + " 天已过"), refusal::zh),
        () -> assertEquals(List.of(), history.all()), () -> assertEquals(yuan("13300.00"), paid(store)));
    Publication made = publisher.publish(draft.id(), new Publisher.Order("王芳", "按新文件调整", null, "原表有误"));
    assertAll(() -> assertEquals("原表有误", made.pastReason()),
        () -> assertEquals("原表有误", new History(open(), clock).publication(1).publication().pastReason()),
        () -> assertEquals(preview.days().days(), previews.days(made)),
        () -> assertFalse(previews.changes(made).orElseThrow().isEmpty()));
  }

  @Test
  @DisplayName("Of a change from a day on, the day of publication is not past, and the day before is")
  void today() {
    Draft draft = desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null);
    Draft dated = desk.work().from(draft.id(), TODAY, "李明", draft.changedAt());
    assertAll(() -> assertEquals(List.of(new Period(TODAY, null)), previews.of(dated, null).days().days().periods()),
        () -> assertEquals(0, previews.of(dated, null).days().past()));
    Draft earlier = desk.work().from(
        desk.begin(Changed.TABLE, Changed.rate(0.97), "李明", null).id(), TODAY.minusDays(1), "李明", null);
    assertEquals(1, previews.of(earlier, null).days().past());
    refused(Reason.PAST_DAYS_CHANGED, () -> publisher.publish(earlier.id(), WITHOUT));
    clock.move(Duration.ofHours(8));
    assertEquals(1, previews.of(desk.draft(dated.id()), null).days().past(), "midnight has come in Beijing");
    clock.move(Duration.ofSeconds(-1));
    publisher.publish(dated.id(), WITHOUT);
    assertEquals(yuan("13300.00"), paid(store), "the example claim is of an earlier day");
  }

  @Test
  @DisplayName("What is scheduled counts the days that are past when it comes into force")
  void scheduled() {
    Draft draft = desk.work().from(desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null).id(), TODAY.plusDays(1),
        "李明", null);
    assertEquals(2, previews.of(draft, clock.instant().plus(Duration.ofDays(3))).days().past());
    refused(Reason.PAST_DAYS_CHANGED, () -> publisher.publish(draft.id(),
        new Publisher.Order("王芳", "三天后", clock.instant().plus(Duration.ofDays(3)), null)));
    publisher.publish(draft.id(),
        new Publisher.Order("王芳", "明天", clock.instant().plus(Duration.ofDays(1)), null));
  }

  @Test
  @DisplayName("A note changes no day; an edition that ends tomorrow changes none that is past; going back has its own ground")
  void withoutPastDays() {
    publisher.publish(desk.begin(Changed.TABLE,
        Changed.changed(Changed.built(), book -> Changed.text(book, "救助待遇", "P5", "说明")), "李明", null).id(), WITHOUT);
    publisher.publish(desk.begin(Changed.EDITION, Map.of("edition.xlsx", Changed.changed(Changed.built("edition.xlsx"),
        book -> Changed.date(book, "版本", "E4", TODAY))), "李明", null).id(), WITHOUT);
    publisher.again(Changed.EDITION, 0, 2, WITHOUT);
    assertEquals(3, history.all().size());
  }

  @Test
  @DisplayName("Dividing keeps the file before, is refused where nothing can be divided, and where somebody changed the draft")
  void divided() {
    Draft draft = desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null);
    refused(Reason.NOTHING_CHANGED, () -> desk.work().from(draft.id(), LocalDate.of(2000, 1, 1), "李明", null));
    refused(Reason.DRAFT_CHANGED, () -> desk.work().from(draft.id(), TODAY, "王芳", clock.instant().minusSeconds(1)));
    Draft dated = desk.work().from(draft.id(), TODAY, "王芳", draft.changedAt());
    assertAll(() -> assertTrue(dated.isSound(), dated.findings()::toString),
        () -> assertNotEquals(draft.workbooks(), dated.workbooks()),
        () -> assertEquals(Optional.of(Changed.TABLE),
            WorkbookMark.of(desk.workbook(dated, Changed.TABLE.workbook()))),
        () -> assertEquals(draft.workbooks().get(Changed.TABLE.workbook()), dated.earlier().get(0).digest()),
        () -> assertEquals(List.of("李明", "王芳"), List.copyOf(dated.authors())));
    refused(Reason.NOTHING_CHANGED, () -> desk.work().from(draft.id(), TODAY, "李明", null));
    Draft broken = desk.begin(Changed.TABLE, Changed.rate(1.2), "李明", null);
    refused(Reason.NOT_SOUND, () -> desk.work().from(broken.id(), TODAY, "李明", null));
  }

  @Test
  @DisplayName("Examples are claims of the rows that change, decided both ways; sheets without days are named")
  void examples() {
    PublicationPreview preview = previews.of(desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null), null);
    assertAll(() -> assertEquals(1, preview.examples().size()),
        () -> assertEquals(5, preview.examples().get(0).row().after().row().number()),
        () -> assertNotEquals(preview.examples().get(0).before().totals(), preview.examples().get(0).after().totals()),
        () -> assertEquals(List.of(), preview.undated()));
    Draft broken = desk.begin(Changed.TABLE, Changed.rate(1.2), "李明", null);
    refused(Reason.NOT_SOUND, () -> previews.of(broken, null));
  }

  @Test
  @DisplayName("Where two pairs of eyes are wanted, nobody publishes what they worked on, in whatever part; going back is open to all")
  void fourEyes() {
    Publisher careful = new Publisher(store, desk, clock, () -> {}, true);
    Draft draft = desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null);
    Draft changed = desk.work().put(draft.id(), Changed.TABLE.workbook(), Changed.rate(0.97), "王芳", null);
    for (String author : List.of("李明", "王芳")) {
      refused(Reason.SECOND_PERSON_NEEDED,
          () -> careful.publish(changed.id(), new Publisher.Order(author, "按新文件调整", null, "更正")));
    }
    Publication made = careful.publish(changed.id(), new Publisher.Order("赵敏", "按新文件调整", null, "更正"));
    assertEquals(List.of("李明", "王芳"), made.authors());
    careful.again(Changed.EDITION, 0, 1, new Publisher.Order("李明", "撤回", null, null));
    assertEquals(List.of(), new History(open(), clock).verify());
  }

  @Test
  @DisplayName("A draft whose file was put back by a second person has both as authors, also where earlier programs wrote it")
  void authors() {
    Draft draft = desk.begin(Changed.TABLE, Changed.rate(0.96), null, null);
    assertEquals(List.of(), List.copyOf(draft.authors()));
    Draft put = desk.work().put(draft.id(), Changed.TABLE.workbook(), Changed.rate(0.97), "王芳", null);
    Draft earlier = new Draft(put.id(), put.edition(), put.base(), put.baseDigest(), put.workbooks(), put.by(),
        put.madeAt(), put.changedAt(), put.note(), put.contentHash(), put.findings(), put.simulatedAt(),
        put.baseWorkbooks(), put.checkedAgainst(), put.earlier(), null);
    assertEquals(List.of("王芳"), List.copyOf(earlier.authors()));
  }

  private static DeskRefusal refused(Reason reason, Executable refused) {
    DeskRefusal refusal = assertThrows(DeskRefusal.class, refused);
    assertEquals(reason, refusal.reason(), refusal::getMessage);
    return refusal;
  }
}
