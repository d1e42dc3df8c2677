package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.desk.record.PublicationEntry;
import cn.tuodi.desk.record.PublicationState;
import cn.tuodi.edition.source.EditionId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The way back where one edition has given way to another. */
class UndoTest extends StoreCase {

  private static final Publisher.Order AT_ONCE = new Publisher.Order("王芳", "按新文件调整", null, "更正此前的错误");
  private static final EditionId NEXT = new EditionId("guangxi", 2023);

  @Test
  @DisplayName("Who goes back to an edition that has given way is told what to undo before; what is withdrawn is not in force")
  void anotherFirst() {
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    Publisher publisher = new Publisher(store, desk, clock);
    History history = new History(store, clock);
    publisher.publish(desk.begin(Changed.EDITION, Map.of("edition.xlsx", Editions.ended()), "李明", null).id(), AT_ONCE);
    publisher.publish(desk.begin(NEXT, Editions.next(), "李明", null).id(), AT_ONCE);
    DeskRefusal refusal = assertThrows(DeskRefusal.class, () -> publisher.again(Changed.EDITION, 0, 1, AT_ONCE));
    assertAll(() -> assertEquals(Reason.UNDO_ANOTHER_FIRST, refusal.reason(), refusal::getMessage),
        () -> assertTrue(refusal.zh().contains("撤回 广西壮族自治区 2023 的第 2 次发布"), refusal::zh),
        () -> assertTrue(refusal.en().contains("undo its publication 2"), refusal::en),
        () -> assertEquals(2, history.all().size(), "nothing was changed"));
    publisher.again(NEXT, 0, 2, AT_ONCE);
    assertEquals(List.of(PublicationState.WITHDRAWN, PublicationState.PAST),
        history.of(NEXT).stream().map(PublicationEntry::place).toList());
    publisher.again(Changed.EDITION, 0, 1, AT_ONCE);
    assertEquals(PublicationState.IN_FORCE, history.of(Changed.EDITION).get(0).place());
    publisher.again(Changed.EDITION, 1, null, AT_ONCE);
    publisher.again(NEXT, 2, null, AT_ONCE);
    assertEquals(List.of(PublicationState.IN_FORCE, PublicationState.PAST, PublicationState.PAST),
        history.of(NEXT).stream().map(PublicationEntry::place).toList());
  }

  @Test
  @DisplayName("Who goes back from a page that is out of date is told so")
  void outOfDate() {
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    Publisher publisher = new Publisher(store, desk, clock);
    publisher.publish(desk.begin(Changed.TABLE, Changed.rate(0.96), "李明", null).id(), AT_ONCE);
    publisher.publish(desk.begin(Changed.TABLE, Changed.rate(0.97), "李明", null).id(), AT_ONCE);
    DeskRefusal refusal = assertThrows(DeskRefusal.class, () -> publisher.again(Changed.EDITION, 0, 1, AT_ONCE));
    assertAll(() -> assertEquals(Reason.BASE_CHANGED, refusal.reason()),
        () -> assertTrue(refusal.zh().contains("发布历史"), refusal::zh));
  }
}
