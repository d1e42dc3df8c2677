package cn.tuodi.desk.file;

import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that the store keeps is not what it should be. Nobody mends or deletes it but a person. */
public final class CorruptFile extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  private CorruptFile(Finding finding) {
    super(finding.toString());
    this.finding = finding;
  }

  private CorruptFile(Finding finding, String file) {
    super(finding + " (" + file + ")");
    this.finding = finding;
  }

  /** The file, and what to do about it. */
  public Finding finding() {
    return finding;
  }

  /** A draft that cannot be read. */
  public static CorruptFile ofDraft(Path file, IOException cause) {
    return new CorruptFile(Finding.ofFile(name(file),
        Message.of("desk.this-draft-cannot-be-read-the", why(cause))));
  }

  /** A publication that cannot be read. */
  public static CorruptFile ofPublication(Path file, IOException cause) {
    return new CorruptFile(Finding.ofFile(name(file),
        Message.of("desk.the-record-of-cannot-be-read", Message.given(number(file), numberEn(file)),
            why(cause))));
  }

  /** Records of publications that are not there. */
  public static CorruptFile ofLost(Path folder, int first, int last) {
    return new CorruptFile(Finding.ofFile(name(folder),
        Message.of("desk.the-records-of-publications-are-missing-editions",
            Message.given(span(first, last, "–"), span(first, last, " to ")))));
  }

  private static String number(Path file) {
    return "第 " + folder(file) + " 次发布";
  }

  private static String numberEn(Path file) {
    return "publication " + folder(file);
  }

  private static String span(int first, int last, String to) {
    return first == last ? Integer.toString(first) : first + to + last;
  }

  /** A record of a publication that is no longer what it was when it was read, or what others say that it was. */
  public static CorruptFile ofAltered(Path file) {
    return new CorruptFile(Finding.ofFile(name(file),
        Message.of("desk.the-record-of-was-altered-since", Message.given(number(file), numberEn(file)))));
  }

  /** A record of a publication that does not follow those before it, which are known to be as they were written. */
  public static CorruptFile ofStrange(Path file) {
    return new CorruptFile(Finding.ofFile(name(file),
        Message.of("desk.the-record-of-does-not-follow", Message.given(number(file), numberEn(file)))));
  }

  /** A record of a publication in a form that this program does not know. */
  public static CorruptFile ofNewer(Path file, int format, int known) {
    return new CorruptFile(Finding.ofFile(name(file),
        Message.of("desk.was-written-by-a-newer-program", Message.given(number(file), numberEn(file)), format, known)));
  }

  /** Something in the directory itself that cannot be read; what was in force of its edition stays so. */
  static CorruptFile ofDirectory(String path, IOException cause) {
    return new CorruptFile(Finding.ofFile(path.isEmpty() ? "." : path,
        Message.of("desk.this-cannot-be-read-editions-that-it", why(cause))));
  }

  /** Why the directory itself cannot be read. */
  public static Finding unread(IOException cause) {
    if (cause instanceof CorruptFile damage) {
      return damage.finding();
    }
    return cause instanceof StoreAccess.NoAnswer ? StoreAccess.NoAnswer.FINDING
        : Finding.ofFile(".",
            Message.of("desk.check-how-the-directory-of-policies", why(cause)));
  }

  /** Something that nobody but the store should put there, and the store did not. */
  public static CorruptFile ofForeign(Path file) {
    return new CorruptFile(Finding.ofFile(name(file), Message.of("desk.this-does-not-belong-here-and")));
  }

  /** A workbook of the archive that is missing or altered. People are told which it is, the log where it lies. */
  static CorruptFile ofWorkbook(EditionId edition, String workbook, Path file) {
    return new CorruptFile(Finding.ofFile(edition.toString(),
        Message.of("desk.the-workbook-is-missing-or-was",
            Message.given(WorkbookTitle.zh(workbook), WorkbookTitle.en(workbook)))),
        name(file));
  }

  /** Where the file is below the directory of policies: its folder's folder is the store's own. */
  private static String name(Path file) {
    Path own = file;
    while (own.getParent() != null && !own.getFileName().toString().equals(DurableFiles.OWN)) {
      own = own.getParent();
    }
    return DurableFiles.OWN + "/" + own.relativize(file).toString().replace('\\', '/');
  }

  private static Message why(IOException cause) {
    return Message.of(isContent(cause) ? "desk.its-content-is-incomplete"
        : cause instanceof AccessDeniedException ? "desk.there-is-no-permission-to-read-it"
            : cause instanceof NoSuchFileException ? "desk.the-file-is-missing" : "desk.reading-fails");
  }

  private static boolean isContent(IOException cause) {
    return cause instanceof JacksonException;
  }

  /** The number of a publication is the name of its folder. */
  private static int folder(Path file) {
    return Integer.parseInt(file.getParent().getFileName().toString());
  }
}
