package cn.tuodi.edition;

/**
 * Name of an edition.
 *
 * @param region folder of the region, for example {@code guangxi}
 * @param year year of the edition
 */
public record EditionId(String region, int year) implements Comparable<EditionId> {

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
