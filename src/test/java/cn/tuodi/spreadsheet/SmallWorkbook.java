package cn.tuodi.spreadsheet;

import cn.tuodi.spreadsheet.archive.UnreadableWorkbook;

/** The smallest workbook that there is, with what a test puts into it. */
public final class SmallWorkbook {

  static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private SmallWorkbook() {}

  /** Parts of a workbook with one sheet of these rows, and styles 0 to n with these number formats. */
  public static ZipFile of(String rows, String... formats) {
    StringBuilder codes = new StringBuilder();
    StringBuilder styles = new StringBuilder("<xf numFmtId=\"0\"/>");
    for (int i = 0; i < formats.length; i++) {
      boolean builtIn = formats[i].matches("\\d+");
      styles.append("<xf numFmtId=\"").append(builtIn ? formats[i] : String.valueOf(200 + i)).append("\"/>");
      if (!builtIn) {
        codes.append("<numFmt numFmtId=\"").append(200 + i).append("\" formatCode=\"")
            .append(formats[i].replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")).append("\"/>");
      }
    }
    return new ZipFile()
        .with("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPE + "worksheet+xml\"/></Types>")
        .with("_rels/.rels", relationships("<Relationship Id=\"r\" Type=\"" + RELATIONSHIP
            + "/officeDocument\" Target=\"xl/workbook.xml\"/>"))
        .with("xl/workbook.xml", "<workbook " + MAIN + " xmlns:r=\"" + RELATIONSHIP
            + "\"><workbookPr/><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")
        .with("xl/_rels/workbook.xml.rels", relationships("<Relationship Id=\"r1\" Type=\"" + RELATIONSHIP
            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" + RELATIONSHIP
            + "/styles\" Target=\"styles.xml\"/><Relationship Id=\"r3\" Type=\"" + RELATIONSHIP
            + "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"))
        .with("xl/styles.xml", "<styleSheet " + MAIN + "><numFmts>" + codes + "</numFmts><cellXfs>" + styles
            + "</cellXfs></styleSheet>")
        .with("xl/sharedStrings.xml",
            "<sst " + MAIN + "><si><t>一</t></si><si><r><t>二</t></r><r><rPr><b/></rPr><t>类</t></r>"
                + "<rPh sb=\"0\" eb=\"1\"><t>ni</t></rPh></si></sst>")
        .with("xl/worksheets/sheet1.xml", sheet("<sheetData>" + rows + "</sheetData>"));
  }

  public static String sheet(String elements) {
    return "<worksheet " + MAIN + " xmlns:r=\"" + RELATIONSHIP + "\">" + elements + "</worksheet>";
  }

  static String relationships(String elements) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + elements
        + "</Relationships>";
  }

  /** What a cell holds that stands alone in the first row. */
  static Cell cell(String cell, String... formats) throws UnreadableWorkbook {
    return read(of("<row r=\"1\">" + cell + "</row>", formats)).cell(1, 0);
  }

  /** The only sheet of a workbook. */
  public static SheetContent read(ZipFile workbook) throws UnreadableWorkbook {
    return Workbook.open(workbook.bytes()).sheets().get(0);
  }
}
