package cn.tuodi.desk.start;

import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The provision ids of an edition as another has them: with the letters of its region and the digits of its year. Those
 * that written rules cite stay, for the rules of the region name them.
 */
final class ProvisionIds {

  private static final Pattern ID = Pattern.compile("(?<![A-Za-z0-9-])[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+(?![A-Za-z0-9-])");
  private static final Pattern PREFIX = Pattern.compile("([A-Z]{2})(\\d{2})(-.*)");
  private static final int LETTERS = 2;
  private static final int CENTURY = 100;

  private final Map<String, String> renamed = new HashMap<>();

  /**
   * The ids of an edition for another.
   *
   * @param rules source of the written rules that the other has
   */
  ProvisionIds(EditionDescription like, EditionId id, Collection<String> rules) {
    Set<String> kept = new HashSet<>();
    rules.forEach(rule -> ID.matcher(rule).results().forEach(cited -> kept.add(cited.group())));
    Set<String> taken = new HashSet<>(like.provisions().keySet());
    for (String old : like.provisions().keySet()) {
      String other = kept.contains(old) ? old : renamed(old, like.id(), id);
      if (!other.equals(old) && taken.add(other)) {
        renamed.put(old, other);
      }
    }
  }

  /** The first id of an edition that is begun. */
  static String first(EditionId id) {
    return letters(id.region()) + shortYear(id) + "-1";
  }

  private static String renamed(String old, EditionId like, EditionId id) {
    Matcher matcher = PREFIX.matcher(old);
    if (!matcher.matches()) {
      return old;
    }
    String letters = id.region().equals(like.region()) ? matcher.group(1) : letters(id.region());
    String digits = matcher.group(2).equals(shortYear(like)) ? shortYear(id) : matcher.group(2);
    return letters + digits + matcher.group(3);
  }

  /** The first two letters of a region. */
  private static String letters(String region) {
    String letters = (region.replaceAll("[^a-z]", "") + "XX").toUpperCase(Locale.ROOT);
    return letters.substring(0, LETTERS);
  }

  private static String shortYear(EditionId id) {
    return String.format(Locale.ROOT, "%02d", id.year() % CENTURY);
  }

  /** A text with the ids in it renamed. */
  String in(String text) {
    return ID.matcher(text).replaceAll(found -> renamed.getOrDefault(found.group(), found.group()));
  }
}
