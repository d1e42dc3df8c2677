package cn.tuodi.spreadsheet;

import cn.tuodi.spreadsheet.archive.ArchiveEntry;
import cn.tuodi.spreadsheet.archive.Relationship;
import cn.tuodi.spreadsheet.archive.UnreadableWorkbook;
import cn.tuodi.spreadsheet.archive.WorkbookPackage;
import cn.tuodi.spreadsheet.archive.XmlPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The properties of a workbook that people and programs give a name of their own. Spreadsheet programs show them among the
 * properties of a file and keep them when it is saved; no cell knows of them.
 */
public final class NamedProperties {

  private static final String KIND = "custom-properties";
  private static final String PART = "docProps/custom.xml";
  private static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
  /** The set of properties that all that have a name of their own belong to. */
  private static final String SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
  private static final int FIRST_NUMBER = 2;
  private static final String TEXT = "lpwstr";

  /** A property with its value as it is written. */
  private record Property(String name, String type, String value) {}

  private NamedProperties() {}

  /**
   * The text of a property; empty where there is none of that name, or the file is no readable workbook.
   *
   * @param content the file
   * @param name name of the property
   */
  public static Optional<String> text(byte[] content, String name) {
    try {
      return text(read(WorkbookPackage.open(content)), name);
    } catch (UnreadableWorkbook e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(List<Property> properties, String name) {
    return properties.stream().filter(property -> property.name().equals(name)).map(Property::value).findFirst();
  }

  /**
   * A workbook with a property; all else stays as it is. The same workbook becomes the same bytes.
   *
   * @param content the file
   * @param name name of the property
   * @param text its text
   * @return the workbook; the file itself where it has the property already, is no readable workbook, or would be larger
   *         with it than one may be
   */
  public static byte[] with(byte[] content, String name, String text) {
    try {
      WorkbookPackage workbook = WorkbookPackage.open(content);
      List<Property> properties = new ArrayList<>(read(workbook));
      if (text(properties, name).filter(text::equals).isPresent()) {
        return content;
      }
      properties.removeIf(property -> property.name().equals(name));
      properties.add(new Property(name, TEXT, text));
      byte[] written = written(workbook, properties);
      WorkbookPackage.open(written);
      return written;
    } catch (UnreadableWorkbook e) {
      return content;
    }
  }

  /** The properties that have one value; none where they are broken, for no cell depends on them. */
  private static List<Property> read(WorkbookPackage workbook) {
    List<Property> properties = new ArrayList<>();
    try {
      Optional<Relationship> part =
          workbook.relationships("").stream().filter(relationship -> relationship.is(KIND)).findFirst();
      if (part.isPresent()) {
        try (XmlPart xml = workbook.open(workbook.part(part.get().resolved("")))) {
          read(xml, properties);
        }
      }
      return properties;
    } catch (UnreadableWorkbook e) {
      return List.of();
    }
  }

  private static void read(XmlPart xml, List<Property> properties) throws UnreadableWorkbook {
    String name = null;
    while (xml.next()) {
      if (xml.isStart() && xml.depth() == 2) {
        name = xml.attribute("name");
      } else if (xml.isStart() && xml.depth() == 3 && name != null) {
        String type = xml.element();
        StringBuilder value = new StringBuilder();
        if (isSingle(xml, value)) {
          properties.add(new Property(name, type, value.toString()));
        }
        name = null;
      }
    }
  }

  /** Reads the value at hand to its end; whether it is a single one. */
  private static boolean isSingle(XmlPart xml, StringBuilder value) throws UnreadableWorkbook {
    int depth = xml.depth();
    boolean single = true;
    while (xml.depth() >= depth && xml.next()) {
      if (xml.isText()) {
        value.append(xml.text());
      } else if (xml.isStart()) {
        single = false;
      }
    }
    return single;
  }

  private static byte[] written(WorkbookPackage workbook, List<Property> properties) throws UnreadableWorkbook {
    List<Relationship> relationships = new ArrayList<>(workbook.relationships(""));
    Optional<Relationship> earlier = relationships.stream().filter(one -> one.is(KIND)).findFirst();
    String part = earlier.map(one -> one.resolved("")).orElse(PART);
    if (earlier.isEmpty()) {
      relationships.add(new Relationship("", PackageWriter.OFFICE + "relationships/" + KIND, PART, false));
    }
    List<ArchiveEntry> others = workbook.archive().entries().stream()
        .filter(entry -> !isOneOf(PackageWriter.name(entry), part, PackageWriter.CONTENT_TYPES,
            PackageWriter.RELATIONSHIPS))
        .toList();
    try {
      PackageWriter writer = new PackageWriter();
      writer.types(workbook, others);
      writer.type(part, CONTENT_TYPE);
      writer.writeTypes();
      writer.writeRelationships(relationships);
      for (ArchiveEntry other : others) {
        writer.write(PackageWriter.name(other), workbook.archive().bytes(other));
      }
      writer.write(part, xml(properties));
      return writer.packed();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOneOf(String name, String... names) {
    for (String other : names) {
      if (name.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static String xml(List<Property> properties) {
    StringBuilder xml = new StringBuilder(PackageWriter.DECLARATION).append("<Properties xmlns=\"")
        .append(PackageWriter.OFFICE).append(KIND).append("\" xmlns:vt=\"").append(PackageWriter.OFFICE)
        .append("docPropsVTypes\">");
    for (int i = 0; i < properties.size(); i++) {
      Property property = properties.get(i);
      xml.append("<property fmtid=\"").append(SET).append("\" pid=\"").append(i + FIRST_NUMBER).append("\" name=\"")
          .append(PackageWriter.escaped(property.name())).append("\"><vt:").append(property.type()).append('>')
          .append(PackageWriter.escaped(property.value())).append("</vt:").append(property.type())
          .append("></property>");
    }
    return xml.append("</Properties>").toString();
  }
}
