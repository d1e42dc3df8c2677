package cn.tuodi.spreadsheet;

import cn.tuodi.language.Message;
import cn.tuodi.spreadsheet.archive.ArchiveEntry;
import cn.tuodi.spreadsheet.archive.Limits;
import cn.tuodi.spreadsheet.archive.UnreadableWorkbook;
import cn.tuodi.spreadsheet.archive.WorkbookPackage;
import cn.tuodi.spreadsheet.archive.XmlPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The number formats of the cells of a workbook, and how they look. */
final class Styles {

  private final Map<Integer, String> codes = new HashMap<>();
  private final Map<Integer, NumberFormat> formats = new HashMap<>();
  private final Set<Integer> disguising = new HashSet<>();
  private final Looks looks = new Looks();
  private final List<Message> remarks = new ArrayList<>();
  private int[] ids = new int[16];
  private int count;
  private int differences;

  /** Reads them; a workbook without has the general format only. */
  static Styles read(WorkbookPackage workbook, ArchiveEntry part) throws UnreadableWorkbook {
    Styles styles = new Styles();
    if (part == null) {
      return styles;
    }
    try (XmlPart xml = workbook.open(part)) {
      String within = "";
      while (xml.next()) {
        if (!xml.isStart()) {
          continue;
        }
        if (xml.depth() == 1) {
          Namespaces.check(xml, part);
        } else if (xml.depth() == 2) {
          within = xml.element();
        } else {
          styles.read(xml, within, part);
        }
      }
    }
    return styles;
  }

  private void read(XmlPart xml, String within, ArchiveEntry part) throws UnreadableWorkbook {
    boolean isChild = xml.depth() == 3;
    if (within.equals("numFmts") && isChild) {
      codes.put(xml.number("numFmtId", 0), code(xml, part));
    } else if (within.equals("cellXfs") && isChild && xml.element().equals("xf")) {
      bound(count, part);
      ids = count < ids.length ? ids : Arrays.copyOf(ids, ids.length * 2);
      ids[count++] = xml.number("numFmtId", 0);
      remarks.add(looks.remark(xml.number("fontId", 0), xml.number("fillId", 0)));
    } else if (within.equals("fonts")) {
      looks.readFont(xml);
      bound(looks.size(), part);
    } else if (within.equals("fills")) {
      looks.readGround(xml);
      bound(looks.size(), part);
    } else if (within.equals("dxfs") && isChild) {
      differences++;
    } else if (within.equals("dxfs") && isDisguise(xml)) {
      disguising.add(differences - 1);
    }
  }

  private static void bound(int number, ArchiveEntry part) throws UnreadableWorkbook {
    if (number >= Limits.MAX_STYLES) {
      throw UnreadableWorkbook.part(part.name(), Message.of("spreadsheet.has-too-many-formats-of-cells"));
    }
  }

  /** Whether the element at hand is a number format that may show something else than cells hold. */
  static boolean isDisguise(XmlPart xml) {
    String code = xml.element().equals("numFmt") ? xml.attribute("formatCode") : null;
    return code != null && (code.length() > Limits.MAX_FORMAT || NumberFormat.of(0, code).disguisesAny());
  }

  private static String code(XmlPart xml, ArchiveEntry part) throws UnreadableWorkbook {
    String code = xml.attribute("formatCode");
    if (code != null && code.length() > Limits.MAX_FORMAT) {
      throw UnreadableWorkbook.part(part.name(),
          Message.of("spreadsheet.has-a-number-format-of-more", Limits.MAX_FORMAT));
    }
    return code == null ? "" : code;
  }

  /** The number format of a style. */
  NumberFormat format(int style) {
    int id = style >= 0 && style < count ? ids[style] : 0;
    return formats.computeIfAbsent(id, number -> NumberFormat.of(number, codes.get(number)));
  }

  /** What people should be told of a cell of a style that holds something, or null. */
  Message remark(int style) {
    int index = style >= 0 && style < count ? style : 0;
    return index < count ? remarks.get(index) : null;
  }

  /** Whether a format that depends on what a cell holds shows something else than that. */
  boolean isDisguise(int difference) {
    return disguising.contains(difference);
  }
}
