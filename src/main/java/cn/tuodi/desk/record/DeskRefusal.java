package cn.tuodi.desk.record;

import cn.tuodi.desk.file.CorruptFile;
import cn.tuodi.desk.file.StoreAccess;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
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
    TIME_PAST,

    /** It would change days of service that are past, and nobody said why. */
    PAST_DAYS_CHANGED,

    /** Whoever worked on the draft may not publish it. */
    SECOND_PERSON_NEEDED
  }

  private final Reason reason;
  private final transient Message message;
  private final transient List<Finding> findings;

  public DeskRefusal(Reason reason, Message message) {
    this(reason, message, List.of());
  }

  public DeskRefusal(Reason reason, Message message, List<Finding> findings) {
    super(message.toString(), null, false, false);
    this.reason = reason;
    this.message = message;
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
    return new DeskRefusal(Reason.STORE_FAILED,
        Message.of("desk.the-directory-of-policies-failed-nothing", cause.getMessage()));
  }

  /** The directory cannot be read. */
  public static DeskRefusal failed(Finding fault) {
    return new DeskRefusal(Reason.STORE_FAILED,
        Message.of("desk.nothing-was-changed", fault.message()));
  }

  /** A publication may have been made, and the directory failed before that was certain. */
  public static DeskRefusal unconfirmed(int number) {
    return new DeskRefusal(Reason.STORE_FAILED,
        Message.of("desk.publication-may-have-been-written-but", number));
  }

  /** What should be in force of an edition cannot be used, so nothing can rest on it. */
  public static DeskRefusal unavailable(EditionId edition, Optional<Edition> built, List<Finding> findings) {
    Finding first =
        findings.isEmpty() ? Finding.ofFile(edition.toString(), Message.of("desk.the-directory-was-not-read-yet"))
            : findings.get(0);
    boolean ofEdition = first.file().equals(edition.toString());
    Message title = built.map(known -> known.description().title())
        .orElseGet(() -> Message.given(edition.toString(), edition.toString()));
    return new DeskRefusal(Reason.DAMAGED,
        ofEdition ? Message.of("desk.what-should-be-in-force-of-cannot", title, first.message())
            : Message.of("desk.what-should-be-in-force-of-cannot-be", title, first.file(), first.message()));
  }

  /** There is no such version. */
  public static DeskRefusal noSuchVersion() {
    return new DeskRefusal(Reason.NO_SUCH_VERSION, Message.of("desk.there-is-no-such-version"));
  }

  /** It has findings: nothing is published with them. */
  public static DeskRefusal notSound(List<Finding> findings) {
    return new DeskRefusal(Reason.NOT_SOUND,
        Message.of("desk.finding-s-correct-them-before-publishing", findings.size()), findings);
  }

  /** It is what is in force already. */
  public static DeskRefusal inForceAlready() {
    return new DeskRefusal(Reason.NOTHING_CHANGED, Message.of("desk.this-is-what-is-in-force"));
  }

  /** The draft was changed by somebody else, or what is in force was. */
  public static DeskRefusal draftChanged() {
    return new DeskRefusal(Reason.DRAFT_CHANGED, Message.of("desk.this-draft-was-changed-since-you"));
  }

  /** A file that is needed for this is damaged. */
  public static DeskRefusal damaged(Finding finding) {
    return new DeskRefusal(Reason.DAMAGED, Message.of("desk.file-and-finding", finding.file(), finding.message()));
  }

  /** The kind. */
  public Reason reason() {
    return reason;
  }

  /** What to say in Chinese. */
  public String zh() {
    return message.in(Language.ZH);
  }

  /** What to say in English. */
  public String en() {
    return message.in(Language.EN);
  }

  /** What is wrong with the workbooks, where that is why. */
  public List<Finding> findings() {
    return findings;
  }
}
