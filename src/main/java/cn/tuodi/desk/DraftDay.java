package cn.tuodi.desk;

import cn.tuodi.desk.file.Digest;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookMark;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.language.Message;
import cn.tuodi.merge.DatedWorkbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Makes what a draft changes hold from a day on: until then the rows in force stay. */
final class DraftDay {

  private DraftDay() {}

  /**
   * The workbooks of a sound draft with their rows divided at a day.
   *
   * @throws DeskRefusal if the draft is not sound, or there is nothing to divide
   */
  static Map<String, byte[]> divided(Draft draft, LocalDate day, PolicyStore store, Desk desk) throws IOException {
    if (!draft.isSound()) {
      throw new DeskRefusal(Reason.NOT_SOUND,
          Message.of("desk.finding-s-correct-them-before-dividing", draft.findings().size()), draft.findings());
    }
    EditionDescription edition = EditionChecker.check(desk.sources(draft)).description();
    if (!day.isAfter(edition.from()) || !edition.isInForceOn(day)) {
      throw nothing(day);
    }
    Map<String, byte[]> inForce = DraftGround.of(store, draft.edition()).sources().workbooks();
    Map<String, byte[]> divided = new TreeMap<>();
    store.archive().read(draft.edition(), draft.workbooks())
        .forEach((workbook, content) -> divided.put(workbook,
            desk.inTurn(CheckClient.STAFF, () -> dated(inForce.get(workbook), content, day))));
    divided.entrySet().removeIf(
        workbook -> Digest.of(workbook.getValue()).equals(draft.workbooks().get(workbook.getKey())));
    if (divided.isEmpty()) {
      throw nothing(day);
    }
    divided.replaceAll(
        (workbook, content) -> WorkbookMark.marked(content, new TableName(draft.edition(), workbook)));
    return divided;
  }

  private static DeskRefusal nothing(LocalDate day) {
    return new DeskRefusal(Reason.NOTHING_CHANGED, Message.of("desk.nothing-to-divide-at", day));
  }

  private static byte[] dated(byte[] before, byte[] after, LocalDate day) {
    try {
      return DatedWorkbook.of(before, after, day);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
