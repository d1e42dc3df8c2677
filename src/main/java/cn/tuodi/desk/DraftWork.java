package cn.tuodi.desk;

import cn.tuodi.desk.file.Digest;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.desk.record.DraftList;
import cn.tuodi.desk.record.Drafts;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Message;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What becomes of drafts. A check takes seconds and is made before a draft is written; whoever finds it changed meanwhile
 * begins again, so that of two people at work on one draft neither loses anything.
 */
public final class DraftWork {

  private static final int MAX_TRIES = 5;

  private final PolicyStore store;
  private final Desk desk;
  private final Clock clock;
  private final DraftFiles files;
  private final DraftBeginnings beginnings;

  DraftWork(PolicyStore store, Desk desk, Clock clock) {
    this.store = store;
    this.desk = desk;
    this.clock = clock;
    this.files = new DraftFiles(store, desk);
    this.beginnings = new DraftBeginnings(store, desk, clock, files);
  }

  /** All drafts, and which of them rest on what is no longer in force. */
  DraftList all() {
    return store.hasDirectory() ? done(this::list) : DraftList.NONE;
  }

  private DraftList list() throws IOException {
    DraftList list = store.drafts().all();
    Map<EditionId, Optional<DraftGround>> grounds = new HashMap<>();
    Set<String> stale = new TreeSet<>();
    for (Draft draft : list.drafts()) {
      Optional<DraftGround> ground = grounds.get(draft.edition());
      if (ground == null) {
        // One of which nobody knows takes the list of the others down no more than its own page.
        ground = DraftGround.find(store, draft.edition());
        grounds.put(draft.edition(), ground);
      }
      if (ground.filter(known -> known.isAnother(draft)).isPresent()) {
        stale.add(draft.id());
      }
    }
    return list.withStale(stale);
  }

  /** A draft as it was last written. */
  Draft draft(String id) {
    return done(() -> files.find(id));
  }

  /** How a draft stands to what is in force. */
  public DraftStanding standing(Draft draft) {
    return done(() -> DraftGround.find(store, draft.edition()).map(ground -> ground.standing(draft, clock.instant()))
        .orElse(DraftStanding.UNKNOWN));
  }

  /** Keeps workbooks as a new draft. Who sends the same twice finds the first again. */
  Draft begin(EditionId edition, Map<String, byte[]> workbooks, String by, String note, EditionId ends) {
    return written(() -> beginnings.begin(new DraftBeginnings.Order(edition, workbooks, by, note, null, ends)));
  }

  /**
   * Keeps a workbook as a draft in place of one whose file is damaged.
   *
   * @param id the damaged draft
   * @param table where the workbook belongs
   * @param content the file
   * @param by who makes it
   */
  public Draft replace(String id, TableName table, byte[] content, String by) {
    return written(() -> {
      files.requireThere(id);
      return beginnings
          .begin(new DraftBeginnings.Order(table.edition(), Map.of(table.workbook(), content), by, null, id,
              null));
    });
  }

  /**
   * Puts a workbook into a draft, in place of its namesake, which is kept among its earlier files.
   *
   * @param id the draft
   * @param workbook name of the workbook within the edition
   * @param content the file
   * @param by who does it
   * @param seen when the draft last changed as the person knows it, or null
   * @throws DeskRefusal if it has changed since, or the file is another workbook than it was chosen to be
   */
  public Draft put(String id, String workbook, byte[] content, String by, Instant seen) {
    return written(() -> {
      Draft found = files.find(id);
      files.requireRight(found.edition(), Map.of(workbook, content));
      Map<String, byte[]> known = new HashMap<>(desk.stock(found.edition()).sources().workbooks());
      known.putAll(store.archive().readable(found.workbooks()));
      String digest =
          store.archive().keep(files.unmarked(found.edition(), Map.of(workbook, content), known)).get(workbook);
      return change(id, draft -> {
        if (digest.equals(draft.workbooks().get(workbook))) {
          // Sent twice.
          return draft;
        }
        draft.requireSeen(seen);
        return draft.with(workbook, digest, by, clock.instant());
      });
    });
  }

  /**
   * Puts an earlier file back into a draft.
   *
   * @param id the draft
   * @param digest digest of the file
   * @param by who does it
   * @param seen when the draft last changed as the person knows it, or null
   * @throws DeskRefusal if it has changed since, unless the same was put back already
   */
  public Draft restore(String id, String digest, String by, Instant seen) {
    return written(() -> change(id, draft -> {
      if (draft.workbooks().containsValue(digest)) {
        // Sent twice.
        return draft;
      }
      draft.requireSeen(seen);
      return draft.with(earlier(draft, digest).workbook(), digest, by, clock.instant());
    }));
  }

  /**
   * A file of a draft that was replaced by a later one.
   *
   * @throws DeskRefusal if the draft has none of that digest
   */
  public Draft.Earlier earlier(Draft draft, String digest) {
    return draft.earlier().stream().filter(file -> file.digest().equals(digest)).findFirst()
        .orElseThrow(Desk::noSuchTable);
  }

  /** What is in such a file. */
  public byte[] content(Draft draft, Draft.Earlier file) {
    return done(
        () -> store.archive().read(draft.edition(), Map.of(file.workbook(), file.digest())).get(file.workbook()));
  }

  /**
   * Makes what a draft changes hold from a day on: its rows are divided into those in force, until the day before, and its
   * own, from the day on. The files before are kept.
   *
   * @param id the draft
   * @param day the day of service
   * @param by who does it
   * @param seen when the draft last changed as the person knows it, or null
   * @throws DeskRefusal if it has changed since, is not sound, or nothing of it can be divided at that day
   */
  public Draft from(String id, LocalDate day, String by, Instant seen) {
    return written(() -> {
      Draft found = files.find(id);
      found.requireSeen(seen);
      Map<String, byte[]> divided = DraftDay.divided(found, day, store, desk);
      Map<String, String> digests = store.archive().keep(divided);
      return change(id, draft -> {
        draft.requireSeen(found.changedAt());
        Draft dated = draft;
        for (Map.Entry<String, String> workbook : digests.entrySet()) {
          dated = dated.with(workbook.getKey(), workbook.getValue(), by, clock.instant());
        }
        return dated;
      });
    });
  }

  /** Finds out anew what is wrong with a draft. */
  public Draft recheck(String id) {
    return written(() -> change(id, draft -> draft));
  }

  /**
   * A draft with what is wrong with it now: it is checked anew where anything changed that this rests on.
   *
   * @throws DeskRefusal if there is none of that name, or its file is damaged
   */
  public Draft viewed(String id) {
    Draft draft = draft(id);
    try {
      DraftGround ground = DraftGround.of(store, draft.edition());
      String against = ground.checkedAgainst();
      if (against.equals(draft.checkedAgainst())) {
        return draft;
      }
      Draft checked = files.checked(draft, ground, against);
      return store.isWritable() ? files.kept(draft, checked).orElse(checked) : checked;
    } catch (DeskRefusal | IOException e) {
      // The draft is shown as it was found last; what stands in the way is told where it is worked on.
      return draft;
    }
  }

  /** Changes a draft and checks it; the change is asked for again where another came first. */
  private Draft change(String id, UnaryOperator<Draft> change) throws IOException {
    for (int i = 0; i < MAX_TRIES; i++) {
      Draft before = files.find(id);
      DraftGround ground = DraftGround.of(store, before.edition());
      Draft after = change.apply(before);
      Optional<Draft> kept = files.kept(before, files.checked(after, ground, ground.checkedAgainst()));
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    throw new DeskRefusal(Reason.BUSY, Message.of("desk.several-people-change-this-draft-try"));
  }

  /**
   * Brings a draft up to what is in force, with its own changes on top.
   *
   * @param id the draft
   * @param from number of the earlier version that it was made from although it was begun later, or null
   * @param mine answers to conflicts by key: whether what the draft says holds
   * @param state the state that the answers are about, or null to only look
   * @param by who does it
   * @return the draft as it became; where that needs answers, or the state is another, the draft as it is
   */
  public DraftUpdate update(String id, Integer from, Map<String, Boolean> mine, String state, String by) {
    return written(() -> {
      Draft found = files.find(id);
      DraftGround ground = DraftGround.of(store, found.edition());
      Draft draft = from == null ? found : from(found, from, ground);
      DraftMerge merge = DraftMerge.of(draft, ground, store.archive(), desk, mine);
      if (!merge.state().equals(state) || !merge.isAnswered(mine)) {
        return new DraftUpdate(draft, merge.carried(), merge.conflicts(), false, merge.state());
      }
      Draft updated = draft;
      for (Map.Entry<String, String> workbook : store.archive().keep(merge.workbooks()).entrySet()) {
        if (!workbook.getValue().equals(draft.workbooks().get(workbook.getKey()))) {
          updated = updated.with(workbook.getKey(), workbook.getValue(), by, clock.instant());
        }
      }
      updated = updated.on(ground.publication(), ground.digest(), store.archive().keep(ground.sources().workbooks()));
      Draft kept =
          files.kept(found, files.checked(updated, ground, ground.checkedAgainst()))
              .orElseThrow(DeskRefusal::draftChanged);
      return new DraftUpdate(kept, merge.carried(), merge.conflicts(), true, merge.state());
    });
  }

  /** The same without an earlier version. */
  public DraftUpdate update(String id, Map<String, Boolean> mine, String state, String by) {
    return update(id, null, mine, state, by);
  }

  /** A draft as if it had been begun on an earlier version. */
  private Draft from(Draft draft, int version, DraftGround ground) throws IOException {
    Map<String, byte[]> workbooks = ground.version(version);
    if (workbooks.isEmpty()) {
      throw DeskRefusal.noSuchVersion();
    }
    return draft.on(version, Digest.ofFiles(workbooks), store.archive().keep(workbooks));
  }

  /**
   * Number of the earlier version that the files of a draft were made from although it was begun on what is in force, 0
   * for what application and directory hold: it would change back what was published since. Null where there is none.
   */
  public Integer madeFrom(Draft draft) {
    try {
      return desk.inTurn(CheckClient.STAFF, () -> {
        try {
          return Optional.ofNullable(DraftGround.of(store, draft.edition()).madeFrom(draft));
        } catch (IOException e) {
          return Optional.<Integer>empty();
        }
      }).orElse(null);
    } catch (DeskRefusal e) {
      // It is an indication; where it cannot be had now, the draft is shown without it.
      return null;
    }
  }

  /** Notes that a draft was simulated as it is. */
  Draft simulated(String id) {
    return written(() -> store.drafts().alone(() -> {
      Draft draft = files.find(id).simulated(clock.instant());
      store.drafts().keep(draft);
      return draft;
    }));
  }

  /**
   * Deletes a draft, also one whose file is damaged.
   *
   * @param id the draft
   * @param seen when it last changed as the person knows it, or null
   * @throws DeskRefusal if it has changed since
   */
  void discard(String id, Instant seen) {
    written(() -> files.removed(id, () -> {
      if (seen != null) {
        files.find(id).requireSeen(seen);
      }
    }));
  }

  /** Deletes a draft that a person knows as damaged, and none that took its place since. */
  public void discardDamaged(String id) {
    written(() -> files.removed(id, () -> files.requireDamaged(id)));
  }

  private <T> T written(Drafts.Work<T> task) {
    store.requireWritable();
    return done(task);
  }

  private static <T> T done(Drafts.Work<T> task) {
    try {
      return task.get();
    } catch (IOException e) {
      throw DeskRefusal.failed(e);
    }
  }
}
