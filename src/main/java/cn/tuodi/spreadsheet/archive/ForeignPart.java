package cn.tuodi.spreadsheet.archive;

import cn.tuodi.language.Message;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Parts of a package that no decision table has: they connect to other data, run or hide something. They are known by
 * their names, and by what the package says that they are, whatever their names.
 */
enum ForeignPart {

  /** Connections to databases and files, what was queried over them and what of it was kept. */
  CONNECTION(Message.of("spreadsheet.a-data-connection"), "connections\\d*\\.xml$|queryTables/|pivotCache/|model/",
      "connections\\+xml|queryTable\\+xml|pivotCache|model\\+data|volatileDependencies\\+xml",
      "connections|queryTable|pivotCache\\w*|powerPivotData|xmlMaps|volatileDependencies"),
  /** References to cells of other workbooks. */
  LINK(Message.of("spreadsheet.an-external-link"), "externalLinks/", "externalLink\\+xml",
      "externalLink\\w*|xlExternalLinkPath/\\w+"),
  /** Programs. */
  MACRO(Message.of("spreadsheet.macros"), "vbaProject[^/]*$|vbaData[^/]*$|macrosheets/|dialogsheets/|webextensions/",
      "vbaProject|macroEnabled|macrosheet\\+xml|dialogsheet\\+xml|webextension|attachedToolbars",
      "vbaProject\\w*|wordVbaData|\\w*macrosheet|dialogsheet|webextension\\w*|attachedToolbars"),
  /** Buttons and the like. */
  CONTROL(Message.of("spreadsheet.controls"), "activeX/|ctrlProps/", "activeX|controlproperties\\+xml",
      "control|ctrlProp|activeXControlBinary"),
  /** Files within the file. */
  EMBEDDED(Message.of("spreadsheet.an-embedded-object"), "embeddings/",
      "oleObject|wordprocessingml|presentationml|spreadsheetml\\.sheet$",
      "oleObject|package|aFChunk"),
  /** Changes of the program that opens the file. */
  RIBBON(Message.of("spreadsheet.a-customised-ribbon"), "customUI/", "customUI", "ui/\\w+");

  private static final String MASHUP = "http://schemas.microsoft.com/DataMashup";
  private static final String HYPERLINK = "/hyperlink";

  private final Message what;
  private final Predicate<String> names;
  private final Predicate<String> contentTypes;
  private final Predicate<String> relationships;

  ForeignPart(Message what, String names, String contentTypes, String relationships) {
    this.what = what;
    this.names = found("(^|[/\\\\])(" + names.replace("/", "[/\\\\]") + ")");
    this.contentTypes = found(contentTypes);
    this.relationships = found("/(" + relationships + ")/*$");
  }

  private static Predicate<String> found(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).asPredicate();
  }

  /** Why a workbook with a part of that name is not opened; empty if workbooks may have it. */
  static Optional<UnreadableWorkbook> named(String name) {
    return first(part -> part.names.test(name), name);
  }

  /**
   * The same for a part by its type.
   *
   * @param contentType what the package says that the part is
   * @param name name of the part, or the ending of the names of such parts
   */
  static Optional<UnreadableWorkbook> ofType(String contentType, String name) {
    return first(part -> part.contentTypes.test(contentType), name);
  }

  /**
   * The same for a part by what it is to another part.
   *
   * @param relationship type of the relationship
   * @param isOutside whether it lies outside of the package; only what is clicked on may
   * @param target where it lies
   */
  static Optional<UnreadableWorkbook> related(String relationship, boolean isOutside, String target) {
    return first(part -> part.relationships.test(relationship), target)
        .or(() -> isOutside && !isHyperlink(relationship) ? Optional.of(LINK.refusal(target)) : Optional.empty());
  }

  /** Whether a relationship is to what is clicked on. */
  static boolean isHyperlink(String relationship) {
    return relationship.endsWith(HYPERLINK);
  }

  /**
   * The same for a part by its content.
   *
   * @param namespace namespace of the outermost element
   * @param name name of the part
   */
  static Optional<UnreadableWorkbook> holding(String namespace, String name) {
    return MASHUP.equalsIgnoreCase(namespace) ? Optional.of(CONNECTION.refusal(name)) : Optional.empty();
  }

  private static Optional<UnreadableWorkbook> first(Predicate<ForeignPart> isIt, String name) {
    for (ForeignPart part : values()) {
      if (isIt.test(part)) {
        return Optional.of(part.refusal(name));
      }
    }
    return Optional.empty();
  }

  private UnreadableWorkbook refusal(String name) {
    String place = UnreadableWorkbook.shown(name);
    return new UnreadableWorkbook(
        Message.of("spreadsheet.the-workbook-has-and-was-not", what, place));
  }
}
