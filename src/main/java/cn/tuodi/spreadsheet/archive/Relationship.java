package cn.tuodi.spreadsheet.archive;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one part of a package is to another.
 *
 * @param id by which the other part names it
 * @param type address that says what it is
 * @param target where it lies, as it is written
 * @param isOutside whether that is outside of the package
 */
public record Relationship(String id, String type, String target, boolean isOutside) {

  /** Where the addresses of types begin, in the usual variant of the format and in the strict one. */
  private static final Set<String> FAMILIES =
      Set.of("http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
          "http://purl.oclc.org/ooxml/officeDocument/relationships/");
  private static final String STRICT = "http://purl.oclc.org/";
  /** What may be opened by a click: pages, letters, and places within the workbook. */
  private static final Pattern HARMLESS_LINK = Pattern.compile("(?i)\\s*(https?://.*|mailto:.*|#.*)");

  /** Whether it is of a kind, for example {@code worksheet}. */
  public boolean is(String kind) {
    return FAMILIES.stream().anyMatch(family -> type.equals(family + kind));
  }

  boolean isStrict() {
    return type.startsWith(STRICT);
  }

  public boolean isHarmlessLink() {
    return !isOutside || HARMLESS_LINK.matcher(target).matches();
  }

  /** The name of the part that a relationship of a part leads to; null where the name is none. */
  public String resolved(String from) {
    Deque<String> folders = new ArrayDeque<>();
    String path = target.replace('\\', '/');
    if (!path.startsWith("/") && from.contains("/")) {
      for (String folder : from.substring(0, from.lastIndexOf('/')).split("/")) {
        folders.addLast(folder);
      }
    }
    for (String step : path.split("/")) {
      if (step.equals("..")) {
        folders.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        folders.addLast(step);
      }
    }
    try {
      return URLDecoder.decode(String.join("/", folders).replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The name of the part that holds the relationships of a part. */
  static String partOf(String part) {
    int slash = part.lastIndexOf('/');
    return part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
  }

  public static boolean isPart(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".rels");
  }
}
