package cn.tuodi.desk.file;

import cn.tuodi.edition.source.EditionId;
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
        "草稿无法读取：" + whyZh(cause) + "。文件保持原样，其他草稿不受影响。请从备份恢复它；不再需要的，可以在工作台打开它，删除或重新上传工作簿",
        "this draft cannot be read: " + whyEn(cause) + ". The file was left as it is, other drafts are not affected. "
            + "Restore it from a backup; if nobody needs it, open it on the desk, and delete it or upload the workbook "
            + "again"));
  }

  /** A publication that cannot be read. */
  public static CorruptFile ofPublication(Path file, IOException cause) {
    return new CorruptFile(Finding.ofFile(name(file),
        number(file) + "的记录无法读取：" + whyZh(cause) + "。文件保持原样，现行政策不受影响；恢复之前不能发布或退回，重新启动的服务不会就绪。请从备份恢复它",
        "the record of " + numberEn(file) + " cannot be read: " + whyEn(cause)
            + ". The file was left as it is and what is "
            + "in force stays in force; until it is restored nothing can be published or undone, and a service that "
            + "starts is not ready. Restore it from a backup"));
  }

  /** Records of publications that are not there. */
  public static CorruptFile ofLost(Path folder, int first, int last) {
    return new CorruptFile(Finding.ofFile(name(folder),
        "第 " + span(first, last, "–")
            + " 次发布的记录缺失。受影响的版本不能核定，不能发布或退回，重新启动的服务不会就绪。请从备份恢复；确认无法恢复的，用 history --accept-loss 记录在案",
        "the records of publications " + span(first, last, " to ") + " are missing. Editions that they may belong to "
            + "decide nothing, nothing can be published or undone, and a service that starts is not ready. Restore "
            + "them from a backup; where that is impossible put the loss on record with history --accept-loss"));
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
        number(file) + "的记录写入之后被改动过。不采用改动后的内容，恢复之前不能发布或退回，重新启动的服务不会就绪。请从备份恢复它；确认无法恢复的，用 history --accept-loss 记录在案",
        "the record of " + numberEn(file)
            + " was altered since it was written. What it says now does not count; until it "
            + "is restored nothing can be published or undone, and a service that starts is not ready. Restore it from "
            + "a backup; where that is impossible put the loss on record with history --accept-loss"));
  }

  /** A record of a publication in a form that this program does not know. */
  public static CorruptFile ofNewer(Path file, int format, int known) {
    return new CorruptFile(Finding.ofFile(name(file),
        number(file) + "由较新的程序写入（格式 " + format + "，本程序只认识到 " + known + "）。请改用较新的程序；文件没有损坏",
        numberEn(file) + " was written by a newer program (form " + format + ", this one knows forms up to "
            + known + "). Run the newer program; the file is not damaged"));
  }

  /** Something in the directory itself that cannot be read; what was in force of its edition stays so. */
  static CorruptFile ofDirectory(String path, IOException cause) {
    return new CorruptFile(Finding.ofFile(path.isEmpty() ? "." : path,
        "无法读取：" + whyZh(cause) + "。涉及的版本保持最近一次生效的内容；没有这样的内容时，该版本不能核定。请更正其权限或内容，或移出目录",
        "this cannot be read: " + whyEn(cause) + ". Editions that it belongs to stay as they were last in force, and "
            + "decide nothing where they never were. Mend its permissions or content, or move it away"));
  }

  /** Why the directory itself cannot be read. */
  public static Finding unread(IOException cause) {
    if (cause instanceof CorruptFile damage) {
      return damage.finding();
    }
    return cause instanceof StoreAccess.NoAnswer ? StoreAccess.NoAnswer.FINDING
        : Finding.ofFile(".", whyZh(cause) + "。请检查政策目录的挂载、权限和磁盘",
            whyEn(cause) + ". Check how the directory of policies is mounted, its permissions and its disk");
  }

  /** Something that nobody but the store should put there, and the store did not. */
  public static CorruptFile ofForeign(Path file) {
    return new CorruptFile(Finding.ofFile(name(file), "这里不应有这个文件，已略过。请运维人员把它移出目录",
        "this does not belong here and is passed over. Have the operators move it away"));
  }

  /** A workbook of the archive that is missing or altered. People are told which it is, the log where it lies. */
  static CorruptFile ofWorkbook(EditionId edition, String workbook, Path file) {
    return new CorruptFile(Finding.ofFile(edition.toString(),
        "工作簿“" + WorkbookTitle.zh(workbook) + "”缺失或已被改动。请重新上传原来的文件，或从备份恢复政策目录",
        "the workbook \"" + WorkbookTitle.en(workbook)
            + "\" is missing or was altered. Upload the very file again, or restore the directory of policies from a "
            + "backup"),
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

  private static String whyZh(IOException cause) {
    return isContent(cause) ? "内容不完整，或不是这里的文件" : cause instanceof AccessDeniedException ? "没有读取权限"
        : cause instanceof NoSuchFileException ? "文件缺失" : "读取失败";
  }

  private static String whyEn(IOException cause) {
    return isContent(cause) ? "its content is incomplete, or something else"
        : cause instanceof AccessDeniedException ? "there is no permission to read it"
            : cause instanceof NoSuchFileException ? "the file is missing" : "reading fails";
  }

  private static boolean isContent(IOException cause) {
    return cause instanceof JacksonException;
  }

  /** The number of a publication is the name of its folder. */
  private static int folder(Path file) {
    return Integer.parseInt(file.getParent().getFileName().toString());
  }
}
