package cn.tuodi.edition.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of an edition.
 *
 * @param region folder of the region, for example {@code guangxi}
 * @param year year of the edition
 */
public record EditionId(String region, int year) implements Comparable<EditionId> {

  private static final Pattern NAME = Pattern.compile(SourceNames.REGION + "/" + SourceNames.YEAR);

  /** The id that a text such as {@code guangxi/2022} names; empty where it names none. */
  public static Optional<EditionId> parsed(String text) {
    Matcher matcher = NAME.matcher(text == null ? "" : text);
    return matcher.matches() ? Optional.of(new EditionId(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** The id as answers show it, for example {@code guangxi/2022}. */
  @Override
  public String toString() {
    return region + "/" + year;
  }

  @Override
  public int compareTo(EditionId other) {
    int byRegion = region.compareTo(other.region);
    return byRegion != 0 ? byRegion : Integer.compare(year, other.year);
  }
}
