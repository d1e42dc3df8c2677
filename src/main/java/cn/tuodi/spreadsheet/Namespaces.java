package cn.tuodi.spreadsheet;

import cn.tuodi.language.Message;
import cn.tuodi.spreadsheet.archive.ArchiveEntry;
import cn.tuodi.spreadsheet.archive.FileKind;
import cn.tuodi.spreadsheet.archive.UnreadableWorkbook;
import cn.tuodi.spreadsheet.archive.XmlPart;
import java.util.Set;

/** The namespaces of parts of workbooks. */
final class Namespaces {

  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  static final Set<String> RELATIONSHIPS = Set.of("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships");

  private Namespaces() {}

  /** Refuses a part whose outermost element, which is at hand, is not of a workbook. */
  static void check(XmlPart xml, ArchiveEntry part) throws UnreadableWorkbook {
    if (xml.namespace().equals(STRICT)) {
      throw FileKind.strict();
    }
    if (!xml.namespace().equals(MAIN)) {
      throw UnreadableWorkbook.part(part.name(), Message.of("spreadsheet.is-no-part-of-a-workbook"));
    }
  }
}
