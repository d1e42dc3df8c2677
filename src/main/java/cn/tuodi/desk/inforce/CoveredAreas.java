package cn.tuodi.desk.inforce;

import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import java.util.HashMap;
import java.util.Map;

/** Which areas editions cover, as far as this process has seen any of them: an edition covers what its region does. */
public final class CoveredAreas {

  private final Map<String, String> byRegion = new HashMap<>();

  CoveredAreas(Catalogue application) {
    application.editions().forEach(edition -> learn(edition.description()));
  }

  void learn(EditionDescription edition) {
    byRegion.put(edition.id().region(), edition.areaCode());
  }

  /** The code of the area that an edition covers, or null where nobody knows. */
  String of(EditionId edition) {
    return byRegion.get(edition.region());
  }
}
