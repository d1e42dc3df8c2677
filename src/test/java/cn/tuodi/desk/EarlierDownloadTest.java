package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.Draft;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A file that was downloaded before somebody else published, and is uploaded afterwards. */
class EarlierDownloadTest extends StoreCase {

  private static final Publisher.Order AT_ONCE = new Publisher.Order("王芳", "按新文件调整", null, "更正此前的错误");
  private static final String TERMS = "救助待遇";
  private static final String OTHER = "L17";

  private PolicyStore store;
  private Desk desk;

  @BeforeEach
  void publishTwo() {
    store = open();
    desk = new Desk(store, clock);
    publish(Changed.rate(0.96));
    publish(Changed.rate(0.97));
  }

  private void publish(byte[] content) {
    new Publisher(store, desk, clock).publish(desk.begin(Changed.TABLE, content, "王芳", null).id(), AT_ONCE);
  }

  private Draft uploaded(byte[] content) {
    return desk.begin(Changed.TABLE, content, "李明", null);
  }

  /** A workbook with a change of its own. */
  private static byte[] edited(byte[] workbook) {
    return Changed.changed(workbook, book -> Changed.cell(book, TERMS, OTHER).setCellValue(0.5));
  }

  private static byte[] edited(double rate) {
    return edited(Changed.rate(rate));
  }

  private Integer madeFrom(byte[] content) {
    return desk.work().madeFrom(uploaded(content));
  }

  @Test
  @DisplayName("It is told as made from the version that it comes from, be it what the application has")
  void told() {
    assertAll(() -> assertEquals(0, madeFrom(edited(Changed.built()))), () -> assertEquals(1, madeFrom(edited(0.96))));
  }

  @Test
  @DisplayName("One made from what is in force is not told, nor an earlier one that is uploaded as it was, nor one of a new value")
  void notTold() {
    assertAll(() -> assertNull(madeFrom(edited(0.97))), () -> assertNull(madeFrom(Changed.rate(0.96))),
        () -> assertNull(madeFrom(Changed.rate(0.97))), () -> assertNull(madeFrom(Changed.rate(0.98))),
        () -> assertNull(madeFrom("not a workbook".getBytes())));
  }

  @Test
  @DisplayName("Brought up from there it has its own change and what was published since, and is told no more")
  void broughtUp() {
    DraftWork work = desk.work();
    Draft draft = uploaded(edited(0.96));
    DraftUpdate plan = work.update(draft.id(), 1, Map.of(), null, "李明");
    assertAll(() -> assertFalse(plan.done()), () -> assertEquals(1, plan.carried()),
        () -> assertTrue(plan.conflicts().isEmpty()),
        () -> assertEquals(draft, desk.draft(draft.id()), "only looked at"),
        () -> assertThrows(DeskRefusal.class, () -> work.update(draft.id(), 9, Map.of(), null, "李明")));
    DraftUpdate update = work.update(draft.id(), 1, Map.of(), plan.state(), "李明");
    assertAll(() -> assertTrue(update.done()), () -> assertNull(work.madeFrom(update.draft())),
        () -> assertFalse(work.standing(update.draft()).stale()),
        () -> assertEquals(1, update.draft().earlier().size(), "what was uploaded can be put back"));
    new Publisher(store, desk, clock).publish(draft.id(), AT_ONCE);
    assertEquals(yuan("13580.00"), paid(store), "97 % as published in between");
  }
}
