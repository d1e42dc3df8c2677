package cn.tuodi.console;

import cn.tuodi.language.Language;

/**
 * What the frame of a page needs.
 *
 * @param language language of the page
 * @param title title of the page in that language
 * @param section part of the console that the navigation marks
 * @param address path of the page, for the link to the other language
 * @param form id of a form whose content goes along when the language is changed, or null
 */
public record Page(Language language, String title, Section section, String address, String form) {

  private static final String IN_ENGLISH = "英文";

  /** Parts of the console. */
  public enum Section {
    POLICIES,
    TRY,
    ACCOUNTS,
    DESK
  }

  /** A page that is not a filled-in form. */
  public static Page of(Language language, String title, Section section, String address) {
    return new Page(language, title, section, address, null);
  }

  /** The text in the language of the page. */
  public String of(String zh, String en) {
    return language.of(zh, en);
  }

  /** A text of the bundles in the language of the page. */
  public String text(String key, Object... arguments) {
    return language.text(key, arguments);
  }

  /** What a word of the workbooks is in the language of the page. */
  public String term(String zh) {
    return Glossary.of(zh, language);
  }

  /** Whether the page is in English. */
  public boolean isEnglish() {
    return language == Language.EN;
  }

  /** The language that the page is not in. */
  public Language other() {
    return language == Language.EN ? Language.ZH : Language.EN;
  }

  /** Whether the navigation marks a part of the console. */
  public boolean isIn(String name) {
    return section != null && section.name().equals(name);
  }

  /** Language of what a cell of a workbook says: some columns are in English, and what is in Chinese has no other form. */
  public String langOf(String column, String text) {
    if (isEnglish(column)) {
      return Language.EN.tag();
    }
    return isChinese(text) ? Language.ZH.tag() : language.tag();
  }

  /** Address of the page in the other language. */
  public String otherAddress() {
    return address + (address.contains("?") ? "&" : "?") + "lang=" + other().tag();
  }

  /** Where somebody logs in who is to come back to this page. */
  public String login() {
    return Addresses.login(address);
  }

  /** Address of a style sheet or script, new with every change of it. */
  public String asset(String name) {
    return Assets.address(name);
  }

  /** Whether the cells of a column are in English, for readers of English. */
  public static boolean isEnglish(String heading) {
    return heading.startsWith(IN_ENGLISH);
  }

  /** Whether a text is in Chinese, if only in part. */
  public static boolean isChinese(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }
}
