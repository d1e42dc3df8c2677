package cn.tuodi.spreadsheet;

import cn.tuodi.language.Message;
import cn.tuodi.spreadsheet.archive.XmlPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the cells of a workbook look to people who read it: whether what they hold is crossed out, or cannot be seen. */
final class Looks {

  private static final String WHITE = "FFFFFF";
  private static final String BLACK = "000000";
  /** What is not told apart here: a colour that is computed, or from a list of the workbook's own. */
  private static final String UNKNOWN = "";

  private final List<Font> fonts = new ArrayList<>();
  private final List<String> grounds = new ArrayList<>();

  private record Font(String colour, boolean isCrossedOut) {}

  /** Reads an element of a font; the font itself begins with one of depth 3. */
  void readFont(XmlPart xml) {
    if (xml.depth() == 3) {
      fonts.add(new Font(BLACK, false));
      return;
    }
    Font font = fonts.get(fonts.size() - 1);
    if (xml.element().equals("strike")) {
      fonts.set(fonts.size() - 1, new Font(font.colour(), xml.attribute("val") == null || xml.flag("val")));
    } else if (xml.element().equals("color")) {
      fonts.set(fonts.size() - 1, new Font(colour(xml, BLACK), font.isCrossedOut()));
    }
  }

  /** Reads an element of a ground, which begins with one of depth 3; without a filling it is white. */
  void readGround(XmlPart xml) {
    if (xml.depth() == 3) {
      grounds.add(WHITE);
    } else if (xml.element().equals("patternFill")) {
      String pattern = xml.attribute("patternType");
      ground(pattern == null || pattern.equals("none") ? WHITE : UNKNOWN);
    } else if (xml.element().equals("fgColor") && xml.depth() == 5) {
      ground(colour(xml, UNKNOWN));
    } else if (xml.element().equals("gradientFill")) {
      ground(UNKNOWN);
    }
  }

  private void ground(String colour) {
    grounds.set(grounds.size() - 1, colour);
  }

  /** How many fonts and grounds there are. */
  int size() {
    return fonts.size() + grounds.size();
  }

  private static String colour(XmlPart xml, String usual) {
    String rgb = xml.attribute("rgb");
    boolean isTinted = xml.attribute("tint") != null && xml.number("tint", 1) != 0;
    if (isTinted) {
      return UNKNOWN;
    } else if (rgb != null) {
      return rgb.substring(Math.max(0, rgb.length() - WHITE.length())).toUpperCase(Locale.ROOT);
    } else if (xml.attribute("theme") != null) {
      return xml.number("theme", -1) == 0 ? WHITE : xml.number("theme", -1) == 1 ? BLACK : UNKNOWN;
    } else if (xml.attribute("indexed") != null) {
      int index = xml.number("indexed", -1);
      return index == 1 || index == 9 ? WHITE : index == 0 || index == 8 ? BLACK : UNKNOWN;
    }
    return usual;
  }

  /** What people should be told of a cell with a font and a ground that holds something, or null. */
  Message remark(int font, int ground) {
    Font written = font >= 0 && font < fonts.size() ? fonts.get(font) : null;
    if (written == null) {
      return null;
    } else if (written.isCrossedOut()) {
      return Message.of("spreadsheet.what-the-cell-holds-is-crossed");
    }
    String behind = ground >= 0 && ground < grounds.size() ? grounds.get(ground) : WHITE;
    return !behind.equals(UNKNOWN) && behind.equals(written.colour())
        ? Message.of("spreadsheet.what-the-cell-holds-has-the")
        : null;
  }
}
