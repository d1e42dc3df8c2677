package cn.tuodi.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A part of a package as it is stored. Some say what the others are.
 *
 * @param name its name in the archive
 * @param content its bytes
 */
record PackagePart(String name, byte[] content) {

  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final String RELATIONSHIPS = ".rels";
  /** Byte order marks, the zeros of UTF-16 and blanks may stand before the first sign of XML. */
  private static final int LONGEST_START = 64;

  /**
   * Why a workbook with this part is not opened; empty if nothing speaks against it.
   *
   * @param all all parts of the workbook
   * @throws IOException if the part says what others are, and cannot be read
   */
  Optional<WorkbookFile.Refusal> refusal(List<PackagePart> all) throws IOException {
    Optional<WorkbookFile.Refusal> named = ForeignPart.named(name);
    if (named.isPresent()) {
      return named;
    }
    boolean tellsTypes = fileName().equalsIgnoreCase(CONTENT_TYPES);
    boolean tellsRelationships = fileName().toLowerCase(Locale.ROOT).endsWith(RELATIONSHIPS);
    try {
      if (tellsTypes || tellsRelationships) {
        return told(element -> tellsTypes ? type(element, all) : relationship(element));
      }
      return looksLikeXml() ? ForeignPart.holding(namespace(), name) : Optional.empty();
    } catch (XMLStreamException e) {
      if (tellsTypes || tellsRelationships) {
        throw new IOException(e);
      }
      return Optional.empty();
    }
  }

  private String fileName() {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /** The first refusal for what this part says about others. */
  private Optional<WorkbookFile.Refusal> told(Function<XMLStreamReader, Optional<WorkbookFile.Refusal>> refusals)
      throws XMLStreamException {
    XMLStreamReader reader = reader();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.START_ELEMENT) {
        Optional<WorkbookFile.Refusal> refusal = refusals.apply(reader);
        if (refusal.isPresent()) {
          return refusal;
        }
      }
    }
    return Optional.empty();
  }

  /** The type of one part, or of all parts whose names end alike; of these there may be none. */
  private static Optional<WorkbookFile.Refusal> type(XMLStreamReader element, List<PackagePart> all) {
    String type = attribute(element, "ContentType");
    String extension = attribute(element, "Extension");
    if (extension.isEmpty()) {
      return ForeignPart.ofType(type, attribute(element, "PartName"));
    }
    String ending = "." + extension.toLowerCase(Locale.ROOT);
    return all.stream().map(PackagePart::name).filter(part -> part.toLowerCase(Locale.ROOT).endsWith(ending))
        .findFirst()
        .flatMap(part -> ForeignPart.ofType(type, part));
  }

  private static Optional<WorkbookFile.Refusal> relationship(XMLStreamReader element) {
    return ForeignPart.related(attribute(element, "Type"),
        attribute(element, "TargetMode").equalsIgnoreCase("External"),
        attribute(element, "Target"));
  }

  private static String attribute(XMLStreamReader element, String name) {
    String value = element.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }

  /** The namespace of the outermost element; empty where it has none. */
  private String namespace() throws XMLStreamException {
    XMLStreamReader reader = reader();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.START_ELEMENT) {
        String namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
      }
    }
    return "";
  }

  private boolean looksLikeXml() {
    for (int i = 0; i < Math.min(content.length, LONGEST_START); i++) {
      if (content[i] == '<') {
        return true;
      }
    }
    return false;
  }

  private XMLStreamReader reader() throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(new ByteArrayInputStream(content));
  }
}
