package cn.tuodi.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/** Looks at the bytes of a workbook before the spreadsheet library does, which takes many times their memory. */
final class WorkbookFile {

  private static final int LARGEST_FILE = 5 * 1024 * 1024;
  private static final int LARGEST_UNPACKED = 10 * 1024 * 1024;
  /** Thirty times as many as the largest workbook of an edition has; opened, each takes some hundred bytes. */
  private static final int MOST_TAGS = 250_000;
  private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  static {
    // The library counts for itself what it unpacks, should it see more in an archive than is seen here.
    ZipSecureFile.setMaxEntrySize(LARGEST_UNPACKED);
  }

  private WorkbookFile() {}

  /**
   * Why a file is not to be opened.
   *
   * @param zh in Chinese
   * @param en in English
   */
  record Refusal(String zh, String en) {}

  /**
   * Why a file is not to be opened; null if nothing speaks against it.
   *
   * @throws IOException if it is no archive at all
   */
  static Refusal refusal(byte[] content) throws IOException {
    if (content.length == 0) {
      return new Refusal("不是可读的 xlsx 工作簿：文件是空的，请重新保存或下载后重试",
          "not a readable xlsx workbook: the file is empty; save or download it again");
    }
    if (content.length > LARGEST_FILE) {
      return new Refusal("文件超过 5 MB，请删除多余内容后重试", "the file is larger than 5 MB: remove what is not needed");
    }
    if (startsWith(content, COMPOUND) && contains(content, ENCRYPTED)) {
      return new Refusal("工作簿有打开密码，请去掉密码后重新保存", "the workbook has a password: remove it and save again");
    }
    return unpacked(content);
  }

  private static Refusal unpacked(byte[] content) throws IOException {
    List<PackagePart> parts = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      byte[] buffer = new byte[8192];
      long bytes = 0;
      long tags = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        int matched = 0;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          part.write(buffer, 0, read);
          bytes += read;
          tags += tags(buffer, read);
          matched = matched(buffer, read, matched);
          if (matched == DOCTYPE.length) {
            return new Refusal("文件含有文档类型定义（DTD），没有打开，请用电子表格软件重新保存后重试",
                "the file contains a document type definition (DTD) and was not opened: save it anew with a spreadsheet program");
          }
          if (bytes > LARGEST_UNPACKED) {
            return new Refusal("文件解压后超过 10 MB，请删除多余内容后重试",
                "the file unpacks to more than 10 MB: remove what is not needed");
          }
          if (tags > MOST_TAGS) {
            return new Refusal("工作簿的单元格太多，请删除多余的行、列和格式后重试",
                "the workbook has too many cells: remove rows, columns and formats that are not needed");
          }
        }
        parts.add(new PackagePart(entry.getName(), part.toByteArray()));
      }
    }
    for (PackagePart part : parts) {
      Optional<Refusal> foreign = part.refusal(parts);
      if (foreign.isPresent()) {
        return foreign.get();
      }
    }
    return null;
  }

  private static int tags(byte[] buffer, int length) {
    int tags = 0;
    for (int i = 0; i < length; i++) {
      if (buffer[i] == '<') {
        tags++;
      }
    }
    return tags;
  }

  /** How much of a document type declaration a part has come to; zeros are passed over, so that UTF-16 is seen, too. */
  private static int matched(byte[] buffer, int length, int before) {
    int matched = before;
    for (int i = 0; i < length && matched < DOCTYPE.length; i++) {
      if (buffer[i] == DOCTYPE[matched]) {
        matched++;
      } else if (buffer[i] != 0) {
        matched = buffer[i] == DOCTYPE[0] ? 1 : 0;
      }
    }
    return matched;
  }

  private static boolean startsWith(byte[] content, byte[] start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= content.length || content[i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(byte[] content, byte[] wanted) {
    for (int from = 0; from <= content.length - wanted.length; from++) {
      int matched = 0;
      while (matched < wanted.length && content[from + matched] == wanted[matched]) {
        matched++;
      }
      if (matched == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
