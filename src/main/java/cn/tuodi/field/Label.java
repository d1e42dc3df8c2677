package cn.tuodi.field;

/**
 * What a field is called, and what to know when stating it.
 *
 * @param zh its name in Chinese
 * @param en its name in English
 * @param helpZh what to know, in Chinese, or empty
 * @param helpEn what to know, in English, or empty
 * @param column heading of its column in tables of claims, or empty where that is its name in JSON
 */
public record Label(String zh, String en, String helpZh, String helpEn, String column) {

  /** A name that says it all. */
  public static Label of(String zh, String en) {
    return new Label(zh, en, "", "", "");
  }

  /** The same with what to know. */
  public Label help(String inChinese, String inEnglish) {
    return new Label(zh, en, inChinese, inEnglish, column);
  }

  /** The same with a heading of its column that is not its name in JSON. */
  public Label column(String heading) {
    return new Label(zh, en, helpZh, helpEn, heading);
  }

  /** Name and help in Chinese. */
  public String fullZh() {
    return helpZh.isEmpty() ? zh : zh + "（" + helpZh + "）";
  }

  /** Name and help in English. */
  public String fullEn() {
    return helpEn.isEmpty() ? en : en + " (" + helpEn + ")";
  }

  /** Name and help in both languages, Chinese first, as schemas describe a field. */
  public String description() {
    return fullZh() + " / " + fullEn();
  }
}
