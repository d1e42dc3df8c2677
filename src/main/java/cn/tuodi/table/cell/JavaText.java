package cn.tuodi.table.cell;

/** Text as a literal of Java source: the one way by which text becomes a part of rule source. */
public final class JavaText {

  private static final String PLAIN = " -_.,;:()/%+";

  private JavaText() {}

  /**
   * The literal of a text, with its quotes. Whatever is no letter or digit of ASCII and no ordinary punctuation is escaped,
   * so that no text can end the literal or mean anything to what reads the source before the compiler does. Quotes and
   * backslashes have octal escapes: a Unicode escape is replaced before literals are looked for.
   */
  public static String literal(String text) {
    StringBuilder source = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || PLAIN.indexOf(c) >= 0) {
        source.append(c);
      } else if (c < 128) {
        source.append(String.format("\\%03o", (int) c));
      } else {
        source.append(String.format("\\u%04x", (int) c));
      }
    }
    return source.append('"').toString();
  }
}
