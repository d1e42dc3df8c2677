package cn.tuodi.spreadsheet.archive;

import cn.tuodi.language.Message;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a workbook and what they are to one another. A workbook with parts that no decision table has is not
 * opened, and neither is one that says two things of one part.
 */
public final class WorkbookPackage {

  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final Set<String> MAIN_TYPES =
      Set.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml");
  private static final String BINARY = "application/vnd.ms-excel.sheet.binary";
  /** Byte order marks, the zeros of UTF-16 and blanks may stand before the first sign of XML. */
  private static final int MAX_START = 64;

  private final Archive archive;
  private final TagCount tags = new TagCount(Limits.MAX_TAGS);
  private final Map<String, String> typesByPart = new HashMap<>();
  private final Map<String, String> typesByExtension = new HashMap<>();
  private String main;

  private WorkbookPackage(Archive archive) {
    this.archive = archive;
  }

  /** Opens the package of a workbook and looks at all its parts. */
  public static WorkbookPackage open(byte[] content) throws UnreadableWorkbook {
    if (content.length == 0) {
      throw UnreadableWorkbook.of(Message.of("spreadsheet.the-file-is-empty-save-or"));
    }
    if (content.length > Limits.MAX_FILE) {
      throw new UnreadableWorkbook(Message.of("spreadsheet.the-file-is-larger-than-5"));
    }
    if (!FileKind.isArchive(content)) {
      throw FileKind.refusal(content);
    }
    WorkbookPackage opened = new WorkbookPackage(Archive.open(content));
    opened.readTypes();
    opened.findMain();
    opened.screen();
    return opened;
  }

  private void readTypes() throws UnreadableWorkbook {
    ArchiveEntry types = archive.find(CONTENT_TYPES);
    if (types == null) {
      throw FileKind.archive(archive.entries().stream().map(ArchiveEntry::name).toList());
    }
    try (XmlPart xml = open(types)) {
      while (xml.next()) {
        if (xml.isStart() && xml.element().equals("Override")) {
          put(typesByPart, attribute(xml, "PartName").replaceFirst("^/", ""), attribute(xml, "ContentType"));
        } else if (xml.isStart() && xml.element().equals("Default")) {
          put(typesByExtension, attribute(xml, "Extension"), attribute(xml, "ContentType"));
        }
      }
    }
  }

  private static void put(Map<String, String> types, String of, String type) throws UnreadableWorkbook {
    String earlier = types.put(of.toLowerCase(Locale.ROOT), type);
    if (earlier != null && !earlier.equals(type)) {
      throw UnreadableWorkbook.part(CONTENT_TYPES,
          Message.of("spreadsheet.says-two-things-of", UnreadableWorkbook.shown(of)));
    }
    if (types.size() > Limits.MAX_PARTS) {
      throw UnreadableWorkbook.part(CONTENT_TYPES, Message.of("spreadsheet.lists-too-many-types"));
    }
  }

  private static String attribute(XmlPart xml, String name) {
    String value = xml.attribute(name);
    return value == null ? "" : value.strip();
  }

  private void findMain() throws UnreadableWorkbook {
    List<Relationship> documents =
        relationships("").stream().filter(relationship -> relationship.is("officeDocument")).toList();
    if (documents.size() != 1) {
      throw UnreadableWorkbook.part("_rels/.rels", Message.of("spreadsheet.does-not-name-one-workbook-part"));
    }
    main = documents.get(0).resolved("");
    String type = main == null ? "" : type(main);
    if (type.toLowerCase(Locale.ROOT).startsWith(BINARY)) {
      throw FileKind.document(type);
    }
    Optional<UnreadableWorkbook> foreign = ForeignPart.ofType(type, main == null ? "" : "/" + main);
    if (foreign.isPresent() && type.toLowerCase(Locale.ROOT).contains("macroenabled")) {
      throw foreign.get();
    }
    if (!MAIN_TYPES.contains(type.toLowerCase(Locale.ROOT))) {
      throw FileKind.document(type);
    }
    if (documents.get(0).isStrict()) {
      throw FileKind.strict();
    }
    part(main);
  }

  private void screen() throws UnreadableWorkbook {
    Set<String> extensions = new HashSet<>();
    for (ArchiveEntry entry : archive.entries()) {
      raise(ForeignPart.named(entry.name()));
      extensions.add(entry.extension());
    }
    for (Map.Entry<String, String> type : typesByPart.entrySet()) {
      raise(ForeignPart.ofType(type.getValue(), "/" + type.getKey()));
    }
    for (ArchiveEntry entry : archive.entries()) {
      String type = typesByExtension.get(entry.extension());
      if (type != null) {
        raise(ForeignPart.ofType(type, entry.name()));
      }
    }
    for (ArchiveEntry entry : archive.entries()) {
      if (Relationship.isPart(entry.name())) {
        for (Relationship relationship : relationships(entry)) {
          raise(ForeignPart.related(relationship.type(), relationship.isOutside(), relationship.target()));
        }
      } else if (!entry.name().equals(CONTENT_TYPES)) {
        raise(ForeignPart.holding(namespace(entry), entry.name()));
      }
    }
  }

  private static void raise(Optional<UnreadableWorkbook> foreign) throws UnreadableWorkbook {
    if (foreign.isPresent()) {
      throw foreign.get();
    }
  }

  /** The namespace of the outermost element of a part; empty where it has none, or is no XML. */
  private String namespace(ArchiveEntry entry) throws UnreadableWorkbook {
    try (InputStream in = archive.stream(entry)) {
      boolean looksLikeXml = new String(in.readNBytes(MAX_START), java.nio.charset.StandardCharsets.ISO_8859_1)
          .contains("<");
      if (!looksLikeXml) {
        return "";
      }
    } catch (IOException e) {
      return "";
    }
    try (XmlPart xml = XmlPart.open(entry.name(), archive.stream(entry), new TagCount(Limits.MAX_TAGS))) {
      while (xml.next()) {
        if (xml.isStart()) {
          return xml.namespace();
        }
      }
    } catch (UnreadableWorkbook e) {
      // Where the part matters, whoever reads it says what is wrong with it.
    }
    return "";
  }

  /** The name of the part that is the workbook. */
  public String main() {
    return main;
  }

  /** What the package says that a part is; empty where it says nothing. */
  public String type(String part) {
    String name = part.toLowerCase(Locale.ROOT);
    String type = typesByPart.get(name);
    int point = name.lastIndexOf('.');
    return type != null ? type
        : typesByExtension.getOrDefault(point < 0 ? "" : name.substring(point + 1), "");
  }

  /** The part of a name. */
  public ArchiveEntry part(String name) throws UnreadableWorkbook {
    ArchiveEntry entry = name == null ? null : archive.find(name);
    if (entry == null) {
      throw UnreadableWorkbook.of(
          Message.of("spreadsheet.the-part-is-missing-open-it", UnreadableWorkbook.shown(String.valueOf(name))));
    }
    return entry;
  }

  public XmlPart open(ArchiveEntry entry) throws UnreadableWorkbook {
    return XmlPart.open(entry.name(), archive.stream(entry), tags);
  }

  /** What other parts are to a part; to the whole package, where its name is empty. */
  public List<Relationship> relationships(String part) throws UnreadableWorkbook {
    ArchiveEntry entry = archive.find(Relationship.partOf(part));
    return entry == null ? List.of() : relationships(entry);
  }

  private List<Relationship> relationships(ArchiveEntry entry) throws UnreadableWorkbook {
    List<Relationship> found = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    try (XmlPart xml = open(entry)) {
      while (xml.next()) {
        if (xml.isStart() && xml.element().equals("Relationship")) {
          Relationship relationship = new Relationship(attribute(xml, "Id"), attribute(xml, "Type"),
              attribute(xml, "Target"), attribute(xml, "TargetMode").equalsIgnoreCase("External"));
          if (!ids.add(relationship.id())) {
            throw UnreadableWorkbook.part(entry.name(),
                Message.of("spreadsheet.has-the-id-twice", UnreadableWorkbook.shown(relationship.id())));
          }
          found.add(relationship);
        }
      }
    }
    return found;
  }

  /** The one part that is something to the workbook; null where there is none. */
  public ArchiveEntry only(List<Relationship> relationships, String kind) throws UnreadableWorkbook {
    List<Relationship> found = relationships.stream().filter(relationship -> relationship.is(kind)).toList();
    if (found.size() > 1) {
      throw UnreadableWorkbook.part(Relationship.partOf(main),
          Message.of("spreadsheet.names-several-parts-that-are", kind));
    }
    return found.isEmpty() ? null : part(found.get(0).resolved(main));
  }

  public Archive archive() {
    return archive;
  }
}
