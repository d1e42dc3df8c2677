package cn.tuodi.store;

import cn.tuodi.table.Finding;
import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that the store keeps is not what it should be. Nobody mends or deletes it but a person. */
final class Damage extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  private Damage(Finding finding) {
    super(finding.toString());
    this.finding = finding;
  }

  /** The file, and what to do about it. */
  Finding finding() {
    return finding;
  }

  /** A draft that cannot be read. */
  static Damage ofDraft(Path file, IOException cause) {
    return new Damage(Finding.ofFile(name(file),
        "草稿无法读取：" + whyZh(cause) + "。文件保持原样，其他草稿不受影响。请从备份恢复它；不再需要的，请运维人员移出目录，然后重新上传工作簿",
        "this draft cannot be read: " + whyEn(cause) + ". The file was left as it is, other drafts are not affected. "
            + "Restore it from a backup; if nobody needs it, have the operators move it away and upload the workbook "
            + "again"));
  }

  /** A publication that cannot be read. */
  static Damage ofPublication(Path file, IOException cause) {
    return new Damage(Finding.ofFile(name(file),
        "这次发布的记录无法读取：" + whyZh(cause) + "。文件保持原样，现行政策不受影响；恢复之前不能发布或撤销，重新启动的服务不会就绪。请从备份恢复它",
        "the record of this publication cannot be read: " + whyEn(cause) + ". The file was left as it is and what is "
            + "in force stays in force; until it is restored nothing can be published or undone, and a service that "
            + "starts is not ready. Restore it from a backup"));
  }

  /** Something that nobody but the store should put there, and the store did not. */
  static Damage ofForeign(Path file) {
    return new Damage(Finding.ofFile(name(file), "这里不应有这个文件，已略过。请运维人员把它移出目录",
        "this does not belong here and is passed over. Have the operators move it away"));
  }

  /** A workbook of the archive that is missing or altered. */
  static Damage ofWorkbook(String workbook, Path file) {
    return new Damage(Finding.ofFile(name(file), "保存的工作簿 " + workbook + " 缺失或已被改动。请从备份恢复这个文件，或重新上传工作簿",
        "the kept workbook " + workbook + " is missing or was altered. Restore the file from a backup, or upload the "
            + "workbook again"));
  }

  /** Where the file is below the directory of policies: its folder's folder is the store's own. */
  private static String name(Path file) {
    Path own = file;
    while (own.getParent() != null && !own.getFileName().toString().equals(PolicyStore.OWN)) {
      own = own.getParent();
    }
    return PolicyStore.OWN + "/" + own.relativize(file).toString().replace('\\', '/');
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
}
