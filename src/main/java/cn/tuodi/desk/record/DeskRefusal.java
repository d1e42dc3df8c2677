package cn.tuodi.desk.record;

import cn.tuodi.desk.file.CorruptFile;
import cn.tuodi.desk.file.StoreAccess;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.table.Finding;
import java.util.List;
import java.util.Optional;

/** Why staff cannot do what they asked for; nothing was changed. */
public final class DeskRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Kinds of refusal. */
  public enum Reason {
    /** No directory is configured. */
    NO_STORE,
    /** The directory cannot be written. */
    STORE_READ_ONLY,
    /** The directory fails: the disk is full, or it was unmounted. */
    STORE_FAILED,
    /** A file that the desk keeps is damaged. */
    DAMAGED,
    /** Too much is being checked at this moment. */
    BUSY,
    /** There is no such draft. */
    NO_SUCH_DRAFT,
    /** The draft was changed since the person looked at it. */
    DRAFT_CHANGED,
    /** The file is another workbook than it was chosen to be. */
    WRONG_WORKBOOK,
    /** There is no such version. */
    NO_SUCH_VERSION,
    /** There is no such workbook. */
    NO_SUCH_TABLE,
    /** There are too many drafts. */
    TOO_MANY_DRAFTS,
    /** The workbooks are not sound. */
    NOT_SOUND,
    /** Something else must be undone before. */
    UNDO_ANOTHER_FIRST,
    /** Something else was published, or the directory changed, since the draft was made. */
    BASE_CHANGED,
    /** A publication waits for its time. */
    PUBLICATION_PENDING,
    /** It would change nothing. */
    NOTHING_CHANGED,
    /** The time lies in the past. */
    TIME_PAST
  }

  private final Reason reason;
  private final String zh;
  private final String en;
  private final transient List<Finding> findings;

  public DeskRefusal(Reason reason, String zh, String en) {
    this(reason, zh, en, List.of());
  }

  public DeskRefusal(Reason reason, String zh, String en, List<Finding> findings) {
    super(zh + " / " + en, null, false, false);
    this.reason = reason;
    this.zh = zh;
    this.en = en;
    this.findings = List.copyOf(findings);
  }

  /** The directory failed. */
  public static DeskRefusal failed(Exception cause) {
    if (cause instanceof CorruptFile damage) {
      return damaged(damage.finding());
    }
    if (cause instanceof RecordFiles.Unconfirmed made) {
      return unconfirmed(made.number());
    }
    if (cause instanceof StoreAccess.NoAnswer) {
      return failed(StoreAccess.NoAnswer.FINDING);
    }
    return new DeskRefusal(Reason.STORE_FAILED, "政策目录读写失败，未作任何更改：" + cause.getMessage(),
        "the directory of policies failed, nothing was changed: " + cause.getMessage());
  }

  /** The directory cannot be read. */
  public static DeskRefusal failed(Finding fault) {
    return new DeskRefusal(Reason.STORE_FAILED, "未作任何更改：" + fault.zh(), "nothing was changed: " + fault.en());
  }

  /** A publication may have been made, and the directory failed before that was certain. */
  public static DeskRefusal unconfirmed(int number) {
    return new DeskRefusal(Reason.STORE_FAILED,
        "第 " + number + " 次发布可能已写入，但政策目录随后没有应答或读写失败；请查看发布历史，不要重复发布",
        "publication " + number
            + " may have been written, but then the directory of policies failed or did not answer: "
            + "look at the history, and do not publish it again before");
  }

  /** What should be in force of an edition cannot be used, so nothing can rest on it. */
  public static DeskRefusal unavailable(EditionId edition, Optional<Edition> built, List<Finding> findings) {
    Finding first =
        findings.isEmpty() ? Finding.ofFile(edition.toString(), "政策目录尚未读取", "the directory was not read yet")
            : findings.get(0);
    boolean ofEdition = first.file().equals(edition.toString());
    return new DeskRefusal(Reason.DAMAGED,
        built.map(known -> known.description().name()).orElse(edition.toString())
            + "应当生效的内容无法使用，可退回一个早先的版本，或先排除原因："
            + (ofEdition ? "" : first.file() + "：") + first.zh(),
        "what should be in force of " + built.map(known -> known.description().nameEn()).orElse(edition.toString())
            + " cannot be used. Put an earlier version back in force, or mend the cause: "
            + (ofEdition ? "" : first.file() + ": ") + first.en());
  }

  /** There is no such version. */
  public static DeskRefusal noSuchVersion() {
    return new DeskRefusal(Reason.NO_SUCH_VERSION, "没有这个版本", "there is no such version");
  }

  /** The draft was changed by somebody else, or what is in force was. */
  public static DeskRefusal draftChanged() {
    return new DeskRefusal(Reason.DRAFT_CHANGED, "您打开之后，这份草稿又有人修改过，未作任何更改。请重新打开草稿，看过变化后再做",
        "this draft was changed since you opened it, and nothing was done: open the draft again, look at what "
            + "changed, then do it again");
  }

  /** A file that is needed for this is damaged. */
  public static DeskRefusal damaged(Finding finding) {
    return new DeskRefusal(Reason.DAMAGED, finding.file() + "：" + finding.zh(), finding.file() + ": " + finding.en());
  }

  /** The kind. */
  public Reason reason() {
    return reason;
  }

  /** What to say in Chinese. */
  public String zh() {
    return zh;
  }

  /** What to say in English. */
  public String en() {
    return en;
  }

  /** What is wrong with the workbooks, where that is why. */
  public List<Finding> findings() {
    return findings;
  }
}
