package cn.tuodi.table.cell;

import cn.tuodi.language.Message;
import cn.tuodi.spreadsheet.Text;
import java.util.regex.Pattern;

/**
 * Plain text: letters, digits and ordinary punctuation of any script. What is not ASCII becomes rule source as escapes
 * only, and no sign of ASCII is let in that could end a text there or mean something to the table compiler.
 */
public final class PlainText extends CellType {

  /** As many characters as it may have. */
  public static final int MAX_LENGTH = 200;
  /** The signs of ASCII that it may have, letters and digits aside. */
  private static final String SIGNS = " -/.,()%+&[]:~";
  private static final int FIRST_BEYOND_ASCII = 128;
  /** Blanks of other widths than the ordinary one and the full one. */
  private static final Pattern OTHER_BLANK = Pattern.compile("[\\p{Zs}&&[^ \\u3000]]");

  PlainText() {
    super(Message.of("table.plain-text-of-at-most-200"));
  }

  /** Whether it may have a character. */
  public static boolean allows(int c) {
    if (c < FIRST_BEYOND_ASCII) {
      return Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0;
    }
    return switch (Character.getType(c)) {
      case Character.UNASSIGNED, Character.PRIVATE_USE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
        false;
      default -> !Text.isInvisible(c) && !Character.isISOControl(c);
    };
  }

  @Override
  public Object parse(Object raw) {
    if (!(raw instanceof String text) || text.isEmpty() || text.codePointCount(0, text.length()) > MAX_LENGTH
        || !text.codePoints().allMatch(PlainText::allows)) {
      return null;
    }
    return OTHER_BLANK.matcher(text).replaceAll(" ");
  }

  @Override
  public String literal(Object value) {
    return JavaText.literal(value.toString());
  }
}
