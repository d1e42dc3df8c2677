package cn.tuodi.desk;

import cn.tuodi.desk.inforce.ApplicationFiles;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.CheckResult;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.desk.record.DraftList;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Message;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How drafts come to be: checked before they are kept, the same once only, and no more than may be. */
public final class DraftBeginnings {

  /** Drafts that are kept at once. */
  public static final int MAX_DRAFTS = 100;

  private final PolicyStore store;
  private final Desk desk;
  private final Clock clock;
  private final DraftFiles files;

  DraftBeginnings(PolicyStore store, Desk desk, Clock clock, DraftFiles files) {
    this.store = store;
    this.desk = desk;
    this.clock = clock;
    this.files = files;
  }

  /**
   * What somebody keeps as a draft.
   *
   * @param edition the edition they belong to
   * @param workbooks files by name
   * @param by who makes it
   * @param note what it is for, or null
   * @param instead the damaged draft whose place it takes, or null
   * @param ends the edition that ends with its publication, or null
   */
  record Order(EditionId edition, Map<String, byte[]> workbooks, String by, String note, String instead,
      EditionId ends) {}

  /**
   * Keeps workbooks as a draft. Who sends the same twice finds the first again.
   *
   * @throws DeskRefusal if a file is another workbook, or there are as many drafts as may be
   */
  Draft begin(Order order) throws IOException {
    EditionId edition = order.edition();
    Map<String, byte[]> uploaded = order.workbooks();
    String instead = order.instead();
    files.requireRight(edition, uploaded);
    DraftList all = store.drafts().all();
    requireRoom(all);
    Map<String, byte[]> workbooks =
        files.unmarked(edition, uploaded, desk.stock(edition).sources().workbooks());
    // First: a workbook in force that was lost may be among them, and is there again.
    Map<String, String> digests = store.archive().keep(workbooks);
    DraftGround ground = DraftGround.of(store, edition);
    Instant now = clock.instant();
    Draft draft = new Draft(instead == null ? UUID.randomUUID().toString() : instead, edition, ground.publication(),
        ground.digest(), digests, order.by(), now, now, order.note(), null, List.of(), null,
        store.archive().keep(ground.sources().workbooks()), null, List.of(), Set.of(), order.ends());
    Optional<Draft> same = draft.same(all);
    if (same.isPresent() && instead == null) {
      return same.get();
    }
    String against = ground.checkedAgainst();
    CheckResult result = desk.check(ApplicationFiles.replaced(ground.sources(), workbooks), edition, order.ends());
    return store.drafts().alone(() -> {
      if (instead != null) {
        files.requireDamaged(instead);
      }
      Draft checked = draft.checked(result, against);
      Draft kept = instead == null ? keptBefore(draft).orElse(checked) : checked;
      store.drafts().keep(kept);
      return kept;
    });
  }

  /** The same, sent at the same time; where there is none, there is room for one more, whoever else came meanwhile. */
  private Optional<Draft> keptBefore(Draft draft) throws IOException {
    DraftList now = store.drafts().all();
    Optional<Draft> same = draft.same(now);
    if (same.isEmpty()) {
      requireRoom(now);
    }
    return same;
  }

  private static void requireRoom(DraftList drafts) {
    if (drafts.drafts().size() >= MAX_DRAFTS) {
      throw new DeskRefusal(Reason.TOO_MANY_DRAFTS, Message.of("desk.there-are-drafts-delete-what-is", MAX_DRAFTS));
    }
  }
}
