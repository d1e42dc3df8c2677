package cn.tuodi.spreadsheet.archive;

/** A file that is not opened: what is wrong with it, where, and what to do. */
public final class UnreadableWorkbook extends Exception {

  private final String zh;
  private final String en;

  public UnreadableWorkbook(String zh, String en) {
    super(en);
    this.zh = zh;
    this.en = en;
  }

  /** Why, in Chinese. */
  public String zh() {
    return zh;
  }

  /** Why, in English. */
  public String en() {
    return en;
  }

  /** A file that cannot be read as a workbook. */
  public static UnreadableWorkbook of(String zh, String en) {
    return new UnreadableWorkbook("不是可读的 xlsx 工作簿：" + zh, "not a readable xlsx workbook: " + en);
  }

  /** A file of which the end is missing. */
  static UnreadableWorkbook cutShort() {
    return new UnreadableWorkbook("不是可读的 xlsx 工作簿，可能不完整：文件没有结尾，请重新下载或保存后重试",
        "not a readable xlsx workbook, perhaps cut short: its end is missing; download or save it again");
  }

  /** An archive whose parts are not as its directory says. */
  static UnreadableWorkbook disordered(String zh, String en) {
    return of("压缩包" + zh + "，请用 Excel、WPS 或 LibreOffice 打开后另存为 .xlsx 再上传",
        "the archive " + en + "; open it in a spreadsheet program and save it as .xlsx again");
  }

  /** A part that is not as it should be. */
  public static UnreadableWorkbook part(String part, String zh, String en) {
    return of("部件 " + shown(part) + " " + zh + "，请用 Excel、WPS 或 LibreOffice 打开后另存为 .xlsx 再上传",
        "the part " + shown(part) + " " + en + "; open it in a spreadsheet program and save it as .xlsx again");
  }

  /** A name out of the file, safe to be shown. */
  public static String shown(String name) {
    String safe = name.replaceAll("[^\\w./\\[\\]-]", "_");
    return safe.length() > Limits.MAX_SHOWN ? "…" + safe.substring(safe.length() - Limits.MAX_SHOWN) : safe;
  }
}
