package cn.tuodi.spreadsheet;

import cn.tuodi.spreadsheet.archive.ArchiveEntry;
import cn.tuodi.spreadsheet.archive.Relationship;
import cn.tuodi.spreadsheet.archive.WorkbookPackage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs the parts of a workbook anew; the same parts become the same bytes, whenever they are packed. */
final class PackageWriter {

  static final String CONTENT_TYPES = "[Content_Types].xml";
  static final String RELATIONSHIPS = "_rels/.rels";
  static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
  static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);
  private final Map<String, String> types = new LinkedHashMap<>();

  /** Says what a part is. */
  void type(String part, String type) {
    types.put(part, type);
  }

  /** Says of parts what a workbook says. */
  void types(WorkbookPackage workbook, List<ArchiveEntry> parts) {
    for (ArchiveEntry part : parts) {
      String type = workbook.type(name(part));
      if (!Relationship.isPart(part.name()) && !type.isEmpty()) {
        type(name(part), type);
      }
    }
  }

  /** Writes what has been said of parts. */
  void writeTypes() throws IOException {
    StringBuilder text = new StringBuilder(DECLARATION).append("<Types xmlns=\"").append(PACKAGE)
        .append("content-types\"><Default Extension=\"rels\" ContentType=\"")
        .append("application/vnd.openxmlformats-package.relationships+xml\"/>");
    types.forEach((part, type) -> text.append("<Override PartName=\"/").append(escaped(part))
        .append("\" ContentType=\"").append(escaped(type)).append("\"/>"));
    write(CONTENT_TYPES, text.append("</Types>").toString());
  }

  /** Writes what parts are to the package. Nothing refers to their ids. */
  void writeRelationships(List<Relationship> relationships) throws IOException {
    StringBuilder text =
        new StringBuilder(DECLARATION).append("<Relationships xmlns=\"").append(PACKAGE).append("relationships\">");
    for (int i = 0; i < relationships.size(); i++) {
      Relationship relationship = relationships.get(i);
      text.append("<Relationship Id=\"rId").append(i + 1).append("\" Type=\"").append(escaped(relationship.type()))
          .append("\" Target=\"").append(escaped(relationship.target()))
          .append(relationship.isOutside() ? "\" TargetMode=\"External\"/>" : "\"/>");
    }
    write(RELATIONSHIPS, text.append("</Relationships>").toString());
  }

  void write(String part, String text) throws IOException {
    write(part, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(String part, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(part);
    entry.setTimeLocal(EARLIEST);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /** The file. */
  byte[] packed() throws IOException {
    zip.close();
    return bytes.toByteArray();
  }

  /** The name of a part as it is written. */
  static String name(ArchiveEntry part) {
    return part.name().replace('\\', '/').replaceFirst("^/+", "");
  }

  /** A text within XML. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
        .replace("\r", "&#13;");
  }
}
