package cn.tuodi.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Language of messages. */
public enum Language {
  ZH,
  EN;

  private static final int LONGEST_LOOKED_AT = 200;
  private static final List<String> TAGS = List.of("zh", "en");

  /**
   * The language a caller prefers; Chinese where nothing else is asked for.
   *
   * @param acceptLanguage value of the header, or null
   */
  public static Language preferred(String acceptLanguage) {
    String stated = looked(acceptLanguage);
    if (stated.isBlank()) {
      return ZH;
    }
    try {
      String tag = Locale.lookupTag(Locale.LanguageRange.parse(stated), TAGS);
      return "en".equals(tag) ? EN : ZH;
    } catch (IllegalArgumentException e) {
      return ZH;
    }
  }

  /** As many of the languages stated, from the first on, as are looked at. */
  private static String looked(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() <= LONGEST_LOOKED_AT) {
      return acceptLanguage == null ? "" : acceptLanguage;
    }
    return acceptLanguage.substring(0, Math.max(0, acceptLanguage.lastIndexOf(',', LONGEST_LOOKED_AT)));
  }

  /** What names and other data that are there in both languages are called in this one. */
  public String of(String zh, String en) {
    return this == EN ? en : zh;
  }

  /**
   * A text of the bundles in this language.
   *
   * @param key room and key, for example {@code desk.draft-changed}
   * @param arguments what stands in the text, in order
   */
  public String text(String key, Object... arguments) {
    return Texts.of(this).text(key, Arrays.asList(arguments));
  }

  /** The language tag. */
  public String tag() {
    return this == EN ? "en" : "zh-CN";
  }
}
