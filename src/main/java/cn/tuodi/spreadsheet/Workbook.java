package cn.tuodi.spreadsheet;

import cn.tuodi.language.Message;
import cn.tuodi.spreadsheet.archive.ArchiveEntry;
import cn.tuodi.spreadsheet.archive.Limits;
import cn.tuodi.spreadsheet.archive.Relationship;
import cn.tuodi.spreadsheet.archive.UnreadableWorkbook;
import cn.tuodi.spreadsheet.archive.WorkbookPackage;
import cn.tuodi.spreadsheet.archive.XmlPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A workbook (.xlsx) as it is in a file.
 *
 * @param sheets its sheets, in their order
 */
public record Workbook(List<SheetContent> sheets) {

  private static final String WORKSHEET = "worksheet";

  /** A sheet as the workbook lists it. */
  private record Listed(String name, boolean isVisible, String id) {}

  /**
   * Opens a workbook. What it costs has bounds, whatever the file: 5 MB of it, 10 MB unpacked, a number of tags. Whoever
   * interrupts the thread ends it.
   *
   * @param content the file
   * @throws UnreadableWorkbook if it is none, damaged, larger than one may be, or has parts that no decision table has
   * @throws java.util.concurrent.CancellationException if the thread was interrupted
   */
  public static Workbook open(byte[] content) throws UnreadableWorkbook {
    return open(WorkbookPackage.open(content));
  }

  static Workbook open(WorkbookPackage workbook) throws UnreadableWorkbook {
    List<Listed> listed = new ArrayList<>();
    boolean since1904 = readMain(workbook, listed);
    List<Relationship> relationships = workbook.relationships(workbook.main());
    Styles styles = Styles.read(workbook, workbook.only(relationships, "styles"));
    List<String> shared = RichText.shared(workbook, workbook.only(relationships, "sharedStrings"));
    List<SheetContent> sheets = new ArrayList<>();
    Set<String> parts = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Listed one : listed) {
      SheetContent sheet = new SheetContent(one.name(), one.isVisible());
      Relationship relationship = relationships.stream().filter(known -> known.id().equals(one.id())).findFirst()
          .orElseThrow(() -> UnreadableWorkbook.part(workbook.main(),
              Message.of("spreadsheet.does-not-say-which-part-is", Text.shortened(one.name()))));
      ArchiveEntry part = workbook.part(relationship.resolved(workbook.main()));
      if (!parts.add(part.name())) {
        throw UnreadableWorkbook.part(part.name(),
            Message.of("spreadsheet.is-several-sheets-at-once-among", Text.shortened(one.name())));
      }
      if (!names.add(one.name().toLowerCase(Locale.ROOT))) {
        sheet.remark(null, Message.of("spreadsheet.the-workbook-has-two-sheets-of"));
      }
      if (relationship.is(WORKSHEET)) {
        new SheetReader(workbook, part, sheet, styles, shared, since1904).read();
      }
      sheets.add(sheet);
    }
    return new Workbook(List.copyOf(sheets));
  }

  /** Reads the list of sheets; true where days are counted from 1904. */
  private static boolean readMain(WorkbookPackage workbook, List<Listed> listed) throws UnreadableWorkbook {
    boolean since1904 = false;
    ArchiveEntry part = workbook.part(workbook.main());
    try (XmlPart xml = workbook.open(part)) {
      while (xml.next()) {
        if (!xml.isStart()) {
          continue;
        }
        if (xml.depth() == 1) {
          Namespaces.check(xml, part);
        } else if (xml.element().equals("workbookPr")) {
          since1904 = xml.flag("date1904");
        } else if (xml.element().equals("sheet") && xml.namespace().equals(Namespaces.MAIN)) {
          String state = xml.attribute("state");
          listed.add(new Listed(name(xml), state == null || state.equals("visible"),
              xml.attribute(Namespaces.RELATIONSHIPS, "id")));
        }
        if (!listed.isEmpty() && listed.get(listed.size() - 1).name().length() > Limits.MAX_SHEET_NAME) {
          String name = Text.shortened(listed.get(listed.size() - 1).name());
          throw new UnreadableWorkbook(
              Message.of("spreadsheet.the-name-of-the-sheet-has", name, Limits.MAX_SHEET_NAME));
        }
        if (listed.size() > Limits.MAX_SHEETS) {
          throw new UnreadableWorkbook(Message.of("spreadsheet.the-workbook-has-more-than-sheets", Limits.MAX_SHEETS));
        }
      }
    }
    return since1904;
  }

  private static String name(XmlPart xml) {
    String name = xml.attribute("name");
    return name == null ? "" : RichText.unescaped(name);
  }

  /** The sheet of a name, or null. */
  public SheetContent sheet(String name) {
    return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst().orElse(null);
  }
}
