package cn.tuodi.spreadsheet.archive;

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
      return UnreadableWorkbook.of("这是旧格式（.xls）或 WPS 表格（.et）的文件，请另存为“Excel 工作簿（.xlsx）”后上传",
          "this is a file of the old format (.xls) or of WPS (.et); save it as \"Excel Workbook (.xlsx)\"");
    }
    String start = new String(content, 0, Math.min(content.length, START), StandardCharsets.ISO_8859_1);
    String text = start.replace("\0", "").toLowerCase(Locale.ROOT);
    if (start.startsWith("%PDF")) {
      return UnreadableWorkbook.of("这是 PDF 文件，请上传原来的 .xlsx 工作簿", "this is a PDF file; send the .xlsx workbook itself");
    }
    if (OTHER_ARCHIVE.matcher(start).find()) {
      return UnreadableWorkbook.of("这是压缩文件，请解压后上传其中的 .xlsx 工作簿",
          "this is a compressed archive; unpack it and send the .xlsx workbook in it");
    }
    if (text.contains("<html") || text.contains("<table") || text.contains("<!doctype html")) {
      return UnreadableWorkbook.of("这是网页（HTML），请用电子表格软件打开后另存为 .xlsx；如果是下载的，可能登录已失效，请重新登录后下载",
          "this is a web page (HTML); open it in a spreadsheet program and save it as .xlsx, or log in and download it again");
    }
    if (text.contains("<?xml") || text.contains("<workbook")) {
      return UnreadableWorkbook.of("这是 XML 文件，请用电子表格软件打开后另存为“Excel 工作簿（.xlsx）”",
          "this is an XML file; open it in a spreadsheet program and save it as \"Excel Workbook (.xlsx)\"");
    }
    if (isText(content)) {
      return UnreadableWorkbook.of("这是文本文件（如 CSV），请用电子表格软件打开后另存为“Excel 工作簿（.xlsx）”",
          "this is a text file such as CSV; open it in a spreadsheet program and save it as \"Excel Workbook (.xlsx)\"");
    }
    return UnreadableWorkbook.of("不是任何电子表格软件的格式，可能被本单位的文件加密（透明加密）软件加密，请在该软件中解密后再上传",
        "it is of no spreadsheet program; perhaps the office's own software has encrypted it: decrypt it there, then send it");
  }

  /** What is wrong with an archive that has no list of content types. */
  static UnreadableWorkbook archive(List<String> names) {
    if (names.containsAll(DOCUMENTS) && names.contains("mimetype")) {
      return UnreadableWorkbook.of("这是 OpenDocument 表格（.ods），请另存为“Excel 工作簿（.xlsx）”",
          "this is an OpenDocument file (.ods); save it as \"Excel Workbook (.xlsx)\"");
    }
    if (names.stream().anyMatch(name -> name.endsWith(".iwa") || name.equals("Index.zip"))) {
      return UnreadableWorkbook.of("这是 Numbers 表格，请导出为 Excel（.xlsx）",
          "this is a Numbers file; export it to Excel (.xlsx)");
    }
    if (names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(".xlsx"))) {
      return UnreadableWorkbook.of("这是压缩包，请解压后上传其中的 .xlsx 工作簿",
          "this is an archive; unpack it and send the .xlsx workbook in it");
    }
    return UnreadableWorkbook.of("这是压缩包（zip），里面没有工作簿，请上传 .xlsx 文件",
        "this is a zip archive without a workbook in it; send an .xlsx file");
  }

  /** What is wrong with a package whose main part is no workbook. */
  static UnreadableWorkbook document(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    if (type.contains("sheet.binary")) {
      return new UnreadableWorkbook("这是 Excel 二进制工作簿（.xlsb），没有打开，请另存为“Excel 工作簿（.xlsx）”后上传",
          "this is a binary workbook (.xlsb) and was not opened: save it as \"Excel Workbook (.xlsx)\"");
    }
    if (type.contains("wordprocessingml")) {
      return UnreadableWorkbook.of("这是 Word 文档，请上传 .xlsx 工作簿", "this is a Word document; send an .xlsx workbook");
    }
    if (type.contains("presentationml")) {
      return UnreadableWorkbook.of("这是 PowerPoint 演示文稿，请上传 .xlsx 工作簿",
          "this is a presentation; send an .xlsx workbook");
    }
    return UnreadableWorkbook.of("主要部件不是工作簿，请用电子表格软件打开后另存为“Excel 工作簿（.xlsx）”",
        "its main part is no workbook; open it in a spreadsheet program and save it as \"Excel Workbook (.xlsx)\"");
  }

  /** A workbook in the strict variant of the format. */
  public static UnreadableWorkbook strict() {
    return new UnreadableWorkbook(
        "工作簿以“Strict Open XML 电子表格”格式保存，没有打开，请另存为“Excel 工作簿（.xlsx）”，不要选“Strict Open XML”",
        "the workbook was saved as \"Strict Open XML Spreadsheet\" and was not opened: save it as \"Excel Workbook (.xlsx)\", not as \"Strict Open XML\"");
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
