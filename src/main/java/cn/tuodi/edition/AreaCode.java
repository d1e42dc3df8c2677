package cn.tuodi.edition;

import cn.tuodi.facts.AreaLevel;
import java.util.Comparator;
import java.util.Map;

/** GB/T 2260 codes of areas: 450000 has 450100 below it, and that 450103. */
final class AreaCode {

  /** Areas before those below them. */
  static final Comparator<String> WIDEST_FIRST =
      Comparator.comparingInt(AreaCode::sharedDigits).thenComparing(Comparator.naturalOrder());

  private AreaCode() {}

  /** Whether an area is another one or lies below it. */
  static boolean covers(String area, String place) {
    return place.regionMatches(0, area, 0, sharedDigits(area));
  }

  /** What belongs to the narrowest of some areas that a place lies in, or null. */
  static <T> T narrowest(String place, Map<String, T> byArea) {
    T found = null;
    int digits = 0;
    for (Map.Entry<String, T> entry : byArea.entrySet()) {
      if (covers(entry.getKey(), place) && sharedDigits(entry.getKey()) > digits) {
        found = entry.getValue();
        digits = sharedDigits(entry.getKey());
      }
    }
    return found;
  }

  /** The level of an area. */
  static AreaLevel level(String area) {
    return switch (sharedDigits(area)) {
      case 2 -> AreaLevel.PROVINCE;
      case 4 -> AreaLevel.PREFECTURE;
      default -> AreaLevel.COUNTY;
    };
  }

  /** How many digits of an area code everything below shares: 450000 covers 45…, 652800 covers 6528…. */
  private static int sharedDigits(String code) {
    if (code.endsWith("0000")) {
      return 2;
    }
    return code.endsWith("00") ? 4 : 6;
  }
}
