package cn.tuodi.spreadsheet.archive;

import cn.tuodi.language.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What files are that are given as workbooks and are none, so that people are told what to do with theirs. */
public final class FileKind {

  private static final byte[] ZIP = {'P', 'K'};
  private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
  private static final int START = 2048;
  private static final Pattern OTHER_ARCHIVE = Pattern.compile("^(Rar!|7z\u00BC\u00AF|\u001F\u008B|BZh|\u00FD7zXZ)");
  private static final Set<String> DOCUMENTS = Set.of("content.xml", "styles.xml");

  private FileKind() {}

  /** Whether a file begins as an archive does. */
  static boolean isArchive(byte[] content) {
    return startsWith(content, ZIP);
  }

  /** What is wrong with a file that does not begin as an archive does. */
  static UnreadableWorkbook refusal(byte[] content) {
    if (startsWith(content, COMPOUND)) {
      if (contains(content, ENCRYPTED)) {
        return Encryption.refusal(content);
      }
      return UnreadableWorkbook.of(Message.of("spreadsheet.this-is-a-file-of-the"));
    }
    String start = new String(content, 0, Math.min(content.length, START), StandardCharsets.ISO_8859_1);
    String text = start.replace("\0", "").toLowerCase(Locale.ROOT);
    if (start.startsWith("%PDF")) {
      return UnreadableWorkbook.of(Message.of("spreadsheet.this-is-a-pdf-file-send"));
    }
    if (OTHER_ARCHIVE.matcher(start).find()) {
      return UnreadableWorkbook.of(Message.of("spreadsheet.this-is-a-compressed-archive-unpack"));
    }
    if (text.contains("<html") || text.contains("<table") || text.contains("<!doctype html")) {
      return UnreadableWorkbook.of(Message.of("spreadsheet.this-is-a-web-page-html"));
    }
    if (text.contains("<?xml") || text.contains("<workbook")) {
      return UnreadableWorkbook.of(Message.of("spreadsheet.this-is-an-xml-file-open"));
    }
    if (isText(content)) {
      return UnreadableWorkbook.of(Message.of("spreadsheet.this-is-a-text-file-such"));
    }
    return UnreadableWorkbook.of(Message.of("spreadsheet.it-is-of-no-spreadsheet-program"));
  }

  /** What is wrong with an archive that has no list of content types. */
  static UnreadableWorkbook archive(List<String> names) {
    if (names.containsAll(DOCUMENTS) && names.contains("mimetype")) {
      return UnreadableWorkbook.of(Message.of("spreadsheet.this-is-an-opendocument-file-ods"));
    }
    if (names.stream().anyMatch(name -> name.endsWith(".iwa") || name.equals("Index.zip"))) {
      return UnreadableWorkbook.of(Message.of("spreadsheet.this-is-a-numbers-file-export"));
    }
    if (names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(".xlsx"))) {
      return UnreadableWorkbook.of(Message.of("spreadsheet.this-is-an-archive-unpack-it"));
    }
    return UnreadableWorkbook.of(Message.of("spreadsheet.this-is-a-zip-archive-without"));
  }

  /** What is wrong with a package whose main part is no workbook. */
  static UnreadableWorkbook document(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    if (type.contains("sheet.binary")) {
      return new UnreadableWorkbook(Message.of("spreadsheet.this-is-a-binary-workbook-xlsb"));
    }
    if (type.contains("wordprocessingml")) {
      return UnreadableWorkbook.of(Message.of("spreadsheet.this-is-a-word-document-send"));
    }
    if (type.contains("presentationml")) {
      return UnreadableWorkbook.of(Message.of("spreadsheet.this-is-a-presentation-send-an"));
    }
    return UnreadableWorkbook.of(Message.of("spreadsheet.its-main-part-is-no-workbook"));
  }

  /** A workbook in the strict variant of the format. */
  public static UnreadableWorkbook strict() {
    return new UnreadableWorkbook(
        Message.of("spreadsheet.the-workbook-was-saved-as-strict"));
  }

  private static boolean isText(byte[] content) {
    for (int i = 0; i < Math.min(content.length, START); i++) {
      if (content[i] >= 0 && content[i] < ' ' && content[i] != '\n' && content[i] != '\r' && content[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(byte[] content, byte[] start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= content.length || content[i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  static boolean contains(byte[] content, byte[] wanted) {
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
