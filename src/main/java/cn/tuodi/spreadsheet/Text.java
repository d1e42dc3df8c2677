package cn.tuodi.spreadsheet;

import cn.tuodi.spreadsheet.archive.Limits;
import java.util.Locale;
import java.util.OptionalInt;

/** Texts that people see, and what is in them that people do not see. */
public final class Text {

  private static final int SOFT_HYPHEN = 0xad;
  /** Letters of Hangul that are blanks. */
  private static final String BLANK_LETTERS = "\u115F\u1160\u3164\uFFA0\u2800";

  private Text() {}

  /** A text without the blanks and the invisible characters before and behind it. */
  public static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isUnseen(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (end > start && isUnseen(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  /** A text without any blanks and invisible characters. */
  public static String squeezed(String text) {
    StringBuilder squeezed = new StringBuilder();
    text.codePoints().filter(c -> !isUnseen(c)).forEach(squeezed::appendCodePoint);
    return squeezed.toString();
  }

  /** The first invisible character in a text, blanks aside; empty where there is none. */
  public static OptionalInt invisible(String text) {
    return text.codePoints().filter(c -> isInvisible(c) || isOddBlank(c)).findFirst();
  }

  /** Whether a character is a blank or cannot be seen at all. */
  private static boolean isUnseen(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || isInvisible(c);
  }

  /** Whether a character takes no place and leaves no mark. */
  public static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> !Character.isWhitespace(c);
      case Character.FORMAT, Character.SURROGATE -> true;
      default -> c == SOFT_HYPHEN || BLANK_LETTERS.indexOf(c) >= 0 || c >= 0xFE00 && c <= 0xFE0F
          || c >= 0xE0100 && c <= 0xE01EF;
    };
  }

  private static boolean isOddBlank(int c) {
    return Character.isSpaceChar(c) && c != ' ' && c != '\u3000';
  }

  /** The number of a character, for example {@code U+200B}. */
  public static String code(int c) {
    return String.format(Locale.ROOT, "U+%04X", c);
  }

  /** A text short enough to be repeated in a message. */
  public static String shortened(String text) {
    return text.length() <= Limits.MAX_SHOWN ? text : text.substring(0, Limits.MAX_SHOWN) + "…";
  }
}
