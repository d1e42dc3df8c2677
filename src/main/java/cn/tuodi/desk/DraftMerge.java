package cn.tuodi.desk;

import cn.tuodi.desk.file.Digest;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookArchive;
import cn.tuodi.desk.file.WorkbookMark;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.merge.WorkbookMerge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The workbooks of a draft with its changes on top of what is in force.
 *
 * @param workbooks the workbooks
 * @param carried how many cells and rows of the draft were put on top
 * @param conflicts what changed in the draft and in force, each in another way
 * @param state changes with the draft and with what is in force
 */
record DraftMerge(Map<String, byte[]> workbooks, int carried, List<DraftUpdate.Place> conflicts, String state) {

  /**
   * Puts the changes of a draft on top of what is in force.
   *
   * @param mine answers to conflicts by key: whether what the draft says holds
   */
  static DraftMerge of(Draft draft, DraftGround ground, WorkbookArchive archive, Desk desk,
      Map<String, Boolean> mine) throws IOException {
    Map<String, byte[]> before = ground.before(draft);
    Map<String, byte[]> own = archive.read(draft.edition(), draft.workbooks());
    Map<String, byte[]> inForce = ground.sources().workbooks();
    List<DraftUpdate.Place> conflicts = new ArrayList<>();
    Map<String, byte[]> merged = new TreeMap<>();
    int carried = 0;
    for (Map.Entry<String, byte[]> workbook : own.entrySet()) {
      String name = workbook.getKey();
      WorkbookMerge merge = desk.inTurn(CheckClient.STAFF, () -> WorkbookMerge.of(before.get(name), workbook.getValue(),
          inForce.get(name), conflict -> mine.getOrDefault(new DraftUpdate.Place(name, conflict).key(), true)));
      merge.conflicts().forEach(conflict -> conflicts.add(new DraftUpdate.Place(name, conflict)));
      boolean isNew = merge.content() != workbook.getValue() && merge.content() != inForce.get(name);
      merged.put(name,
          isNew ? WorkbookMark.marked(merge.content(), new TableName(draft.edition(), name)) : merge.content());
      carried += merge.carried();
    }
    String state = ground.digest() + " " + Digest.ofDigests(draft.workbooks()) + " " + draft.baseDigest();
    return new DraftMerge(merged, carried, conflicts, Digest.of(state.getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether there is an answer to every conflict. */
  boolean isAnswered(Map<String, Boolean> mine) {
    return conflicts.stream().allMatch(place -> mine.containsKey(place.key()));
  }
}
