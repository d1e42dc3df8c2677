package cn.tuodi.desk;

import cn.tuodi.desk.file.CorruptFile;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookMark;
import cn.tuodi.desk.inforce.ApplicationFiles;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Drafts as files that several people change. */
final class DraftFiles {

  private final PolicyStore store;
  private final Desk desk;

  DraftFiles(PolicyStore store, Desk desk) {
    this.store = store;
    this.desk = desk;
  }

  /** A draft as it was last written. */
  Draft find(String id) throws IOException {
    if (!store.hasDirectory()) {
      throw Desk.noSuchDraft();
    }
    return store.drafts().find(id).orElseThrow(Desk::noSuchDraft);
  }

  /** Refuses where there is no such draft, readable or not. */
  void requireThere(String id) throws IOException {
    if (!store.drafts().exists(id)) {
      throw Desk.noSuchDraft();
    }
  }

  /** Refuses where the draft can be read: somebody put another in its place. */
  void requireDamaged(String id) throws IOException {
    try {
      find(id);
      throw DeskRefusal.draftChanged();
    } catch (CorruptFile e) {
      // As it should be.
    }
  }

  /** Something that speaks against doing what was asked for. */
  interface Objection {
    void raise() throws IOException;
  }

  /** Removes a draft unless something speaks against it at that moment. */
  Void removed(String id, Objection objection) throws IOException {
    return store.drafts().alone(() -> {
      requireThere(id);
      objection.raise();
      store.drafts().remove(id);
      return null;
    });
  }

  /** Refuses files that are other workbooks than they were chosen to be. */
  void requireRight(EditionId edition, Map<String, byte[]> workbooks) {
    List<Finding> wrong = desk.wrong(edition, workbooks);
    if (!wrong.isEmpty()) {
      throw new DeskRefusal(Reason.WRONG_WORKBOOK,
          Message.of("desk.nothing-was-saved", wrong.get(0).message()));
    }
  }

  /**
   * Files as they are kept: one that is a known file as it was downloaded, marked and otherwise unchanged, is that file.
   *
   * @param edition the edition that they belong to
   * @param workbooks the files by name
   * @param known known files by name
   */
  Map<String, byte[]> unmarked(EditionId edition, Map<String, byte[]> workbooks, Map<String, byte[]> known) {
    return desk.inTurn(CheckClient.STAFF, () -> {
      Map<String, byte[]> kept = new TreeMap<>(workbooks);
      kept.replaceAll((workbook, content) -> {
        byte[] original = known.get(workbook);
        return original != null
            && Arrays.equals(content, WorkbookMark.marked(original, new TableName(edition, workbook)))
                ? original : content;
      });
      return kept;
    });
  }

  /** A draft with what is wrong with it. */
  Draft checked(Draft draft, DraftGround ground, String against) throws IOException {
    Map<String, byte[]> workbooks = store.archive().read(draft.edition(), draft.workbooks());
    return draft.checked(desk.check(ApplicationFiles.replaced(ground.sources(), workbooks), draft.edition(),
        draft.ends()), against);
  }

  /** Keeps a draft unless it was changed or deleted meanwhile. */
  Optional<Draft> kept(Draft before, Draft after) throws IOException {
    return store.drafts().alone(() -> {
      Draft now = find(before.id());
      if (!now.workbooks().equals(before.workbooks()) || !now.changedAt().equals(before.changedAt())
          || now.base() != before.base() || !now.baseDigest().equals(before.baseDigest())) {
        return Optional.empty();
      }
      store.drafts().keep(after);
      return Optional.of(after);
    });
  }
}
