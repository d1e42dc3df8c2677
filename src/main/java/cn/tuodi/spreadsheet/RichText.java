package cn.tuodi.spreadsheet;

import cn.tuodi.language.Message;
import cn.tuodi.spreadsheet.archive.ArchiveEntry;
import cn.tuodi.spreadsheet.archive.Limits;
import cn.tuodi.spreadsheet.archive.UnreadableWorkbook;
import cn.tuodi.spreadsheet.archive.WorkbookPackage;
import cn.tuodi.spreadsheet.archive.XmlPart;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of workbooks: of one format or several, without how they are pronounced. */
final class RichText {

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private RichText() {}

  /** The text of the element at hand, which ends with it. */
  static String read(XmlPart xml, String place) throws UnreadableWorkbook {
    StringBuilder text = new StringBuilder();
    int outside = xml.depth() - 1;
    while (xml.next() && xml.depth() > outside) {
      if (!xml.isStart()) {
        continue;
      }
      if (xml.element().equals("t") && xml.namespace().equals(Namespaces.MAIN)) {
        text.append(plain(xml, place));
      } else if (!xml.element().equals("r")) {
        xml.skip();
      }
      if (text.length() > Limits.MAX_CELL_TEXT) {
        throw tooLong(place);
      }
    }
    return unescaped(text.toString());
  }

  /** The text within the element at hand, which ends with it and has no elements of its own. */
  static String plain(XmlPart xml, String place) throws UnreadableWorkbook {
    StringBuilder text = new StringBuilder();
    int outside = xml.depth() - 1;
    while (xml.next() && xml.depth() > outside) {
      if (!xml.isText()) {
        throw UnreadableWorkbook.of(Message.of("spreadsheet.has-elements-where-a-text-should", place));
      }
      text.append(xml.text());
      if (text.length() > Limits.MAX_CELL_TEXT) {
        throw tooLong(place);
      }
    }
    return text.toString();
  }

  private static UnreadableWorkbook tooLong(String place) {
    return new UnreadableWorkbook(Message.of("spreadsheet.has-a-text-of-more-than", place, Limits.MAX_CELL_TEXT));
  }

  /** Characters that XML cannot have stand as {@code _x000D_}. */
  static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPED.matcher(text).replaceAll(
        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }

  /** The texts that cells share. */
  static List<String> shared(WorkbookPackage workbook, ArchiveEntry part) throws UnreadableWorkbook {
    List<String> texts = new ArrayList<>();
    if (part == null) {
      return texts;
    }
    try (XmlPart xml = workbook.open(part)) {
      while (xml.next()) {
        if (xml.isStart() && xml.depth() == 1) {
          Namespaces.check(xml, part);
        } else if (xml.isStart() && xml.element().equals("si")) {
          texts.add(read(xml, UnreadableWorkbook.shown(part.name())));
        } else if (xml.isStart()) {
          xml.skip();
        }
      }
    }
    return texts;
  }
}
