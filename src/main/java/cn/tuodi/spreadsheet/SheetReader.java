package cn.tuodi.spreadsheet;

import cn.tuodi.language.Message;
import cn.tuodi.spreadsheet.Cell.Kind;
import cn.tuodi.spreadsheet.archive.ArchiveEntry;
import cn.tuodi.spreadsheet.archive.Limits;
import cn.tuodi.spreadsheet.archive.Relationship;
import cn.tuodi.spreadsheet.archive.Size;
import cn.tuodi.spreadsheet.archive.UnreadableWorkbook;
import cn.tuodi.spreadsheet.archive.WorkbookPackage;
import cn.tuodi.spreadsheet.archive.XmlPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the part of a sheet from front to end. What people would not see, or see otherwise, becomes a remark. */
final class SheetReader {

  /** Lower rows show nothing. */
  private static final double MIN_HEIGHT = 2;
  /** Elements that mean something at their place only; elsewhere another program may take them for what they are not. */
  private static final Set<String> PLACED = Set.of("sheetData", "row", "c", "v", "f", "is", "col", "mergeCell");

  private final WorkbookPackage workbook;
  private final ArchiveEntry part;
  private final SheetContent sheet;
  private final Styles styles;
  private final List<String> shared;
  private final boolean since1904;
  private final HiddenColumns columns = new HiddenColumns();
  private final Set<Integer> numbers = new HashSet<>();
  private boolean rowsAreHidden;
  private boolean showsZeros = true;
  private boolean hasData;
  private CellReader cells;
  private Map<String, Relationship> links;

  /**
   * A reader of a sheet.
   *
   * @param workbook the package
   * @param part the part of the sheet
   * @param sheet what is to be read into
   * @param styles formats of cells
   * @param shared texts that cells share
   * @param since1904 whether days are counted from 1904
   */
  SheetReader(WorkbookPackage workbook, ArchiveEntry part, SheetContent sheet, Styles styles, List<String> shared,
      boolean since1904) {
    this.workbook = workbook;
    this.part = part;
    this.sheet = sheet;
    this.styles = styles;
    this.shared = shared;
    this.since1904 = since1904;
  }

  void read() throws UnreadableWorkbook {
    try (XmlPart xml = workbook.open(part)) {
      while (xml.next()) {
        if (!xml.isStart()) {
          continue;
        }
        if (xml.depth() == 1) {
          Namespaces.check(xml, part);
        } else if (xml.namespace().equals(Namespaces.MAIN)) {
          read(xml);
        } else {
          passOver(xml);
        }
      }
    }
    sheet.hide(columns);
  }

  private void read(XmlPart xml) throws UnreadableWorkbook {
    switch (xml.element()) {
      case "sheetFormatPr" -> {
        columns.byDefault(xml.attribute("defaultColWidth"));
        rowsAreHidden = xml.flag("zeroHeight") || Size.isBelow(xml.attribute("defaultRowHeight"), MIN_HEIGHT);
      }
      case "sheetView" -> showsZeros &= xml.attribute("showZeros") == null || xml.flag("showZeros");
      case "col" -> columns.read(xml);
      case "sheetData" -> readData(xml);
      case "mergeCell" -> {
        Range range = Range.of(xml.attribute("ref"));
        if (range != null) {
          sheet.merge(range);
        }
      }
      case "conditionalFormatting" -> readConditional(xml);
      case "hyperlink" -> readLink(xml);
      case "row", "c", "v", "f", "is" -> throw misplaced(xml);
      default -> {
      }
    }
  }

  /** Passes over what is not of the format, which must not hide anything that is. */
  private void passOver(XmlPart xml) throws UnreadableWorkbook {
    int outside = xml.depth() - 1;
    while (xml.next() && xml.depth() > outside) {
      if (xml.isStart() && xml.namespace().equals(Namespaces.MAIN) && PLACED.contains(xml.element())) {
        throw misplaced(xml);
      }
      if (xml.isStart() && Styles.isDisguise(xml)) {
        disguised(null);
      }
    }
  }

  private UnreadableWorkbook misplaced(XmlPart xml) {
    return UnreadableWorkbook.part(part.name(),
        Message.of("spreadsheet.sheet-has-an-element-in-an", Text.shortened(sheet.name()), xml.element()));
  }

  private void readData(XmlPart xml) throws UnreadableWorkbook {
    if (hasData || xml.depth() != 2) {
      throw misplaced(xml);
    }
    hasData = true;
    cells = new CellReader(styles, shared, since1904, showsZeros);
    int last = 0;
    while (xml.next() && xml.depth() > 1) {
      if (xml.isStart() && xml.element().equals("row") && xml.namespace().equals(Namespaces.MAIN)) {
        last = readRow(xml, last + 1);
      } else if (xml.isStart()) {
        passOverIn(xml);
      }
    }
  }

  /** Passes over an extension among the cells; anything else may be a cell to another program. */
  private void passOverIn(XmlPart xml) throws UnreadableWorkbook {
    if (!xml.element().equals("extLst") || !xml.namespace().equals(Namespaces.MAIN)) {
      throw misplaced(xml);
    }
    passOver(xml);
  }

  private int readRow(XmlPart xml, int next) throws UnreadableWorkbook {
    int number = xml.attribute("r") == null ? next : xml.number("r", 0);
    if (number < 1 || number > Limits.MAX_ROW) {
      throw UnreadableWorkbook.part(part.name(), Message.of("spreadsheet.sheet-has-a-row-with-the",
          Text.shortened(sheet.name()), Text.shortened(String.valueOf(xml.attribute("r")))));
    }
    String height = xml.attribute("ht");
    SheetRow row = new SheetRow(number, xml.flag("hidden") || Size.isBelow(height, MIN_HEIGHT)
        || height == null && rowsAreHidden);
    if (!numbers.add(number)) {
      sheet.remark(new Address(number, 0), Message.of("spreadsheet.row-stands-twice-in-the-file", number));
      row = sheet.row(number) == null ? row : sheet.row(number);
    }
    Set<Integer> stated = new HashSet<>();
    int column = 0;
    while (xml.next() && xml.depth() > 2) {
      if (xml.isStart() && xml.element().equals("c") && xml.namespace().equals(Namespaces.MAIN)) {
        column = readCell(xml, row, column, stated) + 1;
      } else if (xml.isStart()) {
        passOverIn(xml);
      }
    }
    if (!row.cells().isEmpty()) {
      sheet.add(row);
    }
    return number;
  }

  /** Reads a cell and gives its column back. */
  private int readCell(XmlPart xml, SheetRow row, int next, Set<Integer> stated) throws UnreadableWorkbook {
    String reference = xml.attribute("r");
    Address at = reference == null ? new Address(row.number(), next) : Address.of(reference);
    if (at == null || at.column() >= Limits.MAX_COLUMN) {
      throw UnreadableWorkbook.part(part.name(),
          Message.of("spreadsheet.sheet-has-in-row-a-cell", Text.shortened(sheet.name()), row.number(),
              Text.shortened(String.valueOf(reference))));
    }
    Cell cell = content(xml, at);
    if (at.row() != row.number()) {
      sheet.remark(at, Message.of("spreadsheet.the-file-has-this-cell-within", row.number()));
    } else if (!stated.add(at.column()) || cell != null && !row.put(at.column(), cell)) {
      sheet.remark(at, Message.of("spreadsheet.the-cell-stands-twice-in-the"));
    }
    return at.column();
  }

  private Cell content(XmlPart xml, Address at) throws UnreadableWorkbook {
    String type = xml.attribute("t") == null ? "n" : xml.attribute("t").strip();
    int style = xml.number("s", 0);
    String place = Text.shortened(sheet.name()) + "!" + at;
    List<String> values = new ArrayList<>();
    String inline = null;
    String formula = null;
    while (xml.next() && xml.depth() > 3) {
      if (!xml.isStart()) {
        continue;
      }
      boolean known = xml.namespace().equals(Namespaces.MAIN);
      if (known && xml.element().equals("v") && values.isEmpty()) {
        values.add(RichText.plain(xml, place));
      } else if (known && xml.element().equals("f") && formula == null) {
        formula = RichText.plain(xml, place);
      } else if (known && xml.element().equals("is") && inline == null) {
        inline = RichText.read(xml, place);
      } else {
        passOverIn(xml);
      }
    }
    if (formula != null) {
      return new Cell(Kind.FORMULA, Text.shortened(formula), null, false);
    }
    Cell cell = cells.read(type, style, values.isEmpty() ? null : values.get(0), inline);
    if (cell != null && styles.remark(style) != null) {
      sheet.remark(at, styles.remark(style));
    }
    return cell;
  }

  private void readConditional(XmlPart xml) throws UnreadableWorkbook {
    String places = xml.attribute("sqref");
    int outside = xml.depth() - 1;
    boolean disguises = false;
    while (xml.next() && xml.depth() > outside) {
      disguises |= xml.isStart() && xml.element().equals("cfRule") && styles.isDisguise(xml.number("dxfId", -1));
    }
    if (disguises) {
      disguised(Range.of(places == null ? null : places.split(" ")[0]));
    }
  }

  private void disguised(Range range) {
    sheet.remark(range == null ? null : range.first(), Message.of("spreadsheet.a-conditional-format-shows-numbers-as"));
  }

  private void readLink(XmlPart xml) throws UnreadableWorkbook {
    String id = xml.attribute(Namespaces.RELATIONSHIPS, "id");
    if (links == null) {
      links = new HashMap<>();
      workbook.relationships(part.name()).forEach(link -> links.put(link.id(), link));
    }
    Relationship link = id == null ? null : links.get(id);
    if (link != null && !link.isHarmlessLink()) {
      Range range = Range.of(xml.attribute("ref"));
      String target = Text.shortened(link.target());
      sheet.remark(range == null ? null : range.first(), Message.of("spreadsheet.the-link-of-the-cell-is", target));
    }
  }
}
