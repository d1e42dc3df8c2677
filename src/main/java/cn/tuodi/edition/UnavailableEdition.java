package cn.tuodi.edition;

import cn.tuodi.edition.source.AreaCode;
import cn.tuodi.edition.source.EditionId;

/**
 * An edition that should decide and cannot: what was published of it is lost or cannot be used, and nothing else may take
 * its place.
 *
 * @param id its name
 * @param areaCode GB/T 2260 code of the area that it covers, or null where nobody knows
 */
public record UnavailableEdition(EditionId id, String areaCode) {

  /** Whether it may be the edition that answers for a place. */
  boolean mayCover(String region) {
    return areaCode == null || AreaCode.covers(areaCode, region);
  }
}
