package cn.tuodi.edition.source;

import cn.tuodi.policy.AreaLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** GB/T 2260 codes of areas: 450000 has 450100 below it, and that 450103. */
public final class AreaCode {

  /** Areas before those below them. */
  public static final Comparator<String> WIDEST_FIRST =
      Comparator.comparingInt(AreaCode::sharedDigits).thenComparing(Comparator.naturalOrder());

  private static final String FILE = "/areas.tsv";

  private AreaCode() {}

  /** The codes that the list of areas knows, which is the one that pages find places in; it has no townships. */
  private static final class Known {

    private static final Set<String> CODES = load();

    private static Set<String> load() {
      try (InputStream in = AreaCode.class.getResourceAsStream(FILE)) {
        if (in == null) {
          throw new IllegalStateException("the application was built without " + FILE);
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf('\t'))).collect(Collectors.toUnmodifiableSet());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Whether there is an area of a code. */
  public static boolean isKnown(String code) {
    return Known.CODES.contains(code);
  }

  /** The areas that lie within another, the widest first. */
  public static List<String> within(String area) {
    return Known.CODES.stream().filter(code -> !code.equals(area) && covers(area, code)).sorted(WIDEST_FIRST).toList();
  }

  /** Whether an area is another one or lies below it. */
  public static boolean covers(String area, String place) {
    return place.regionMatches(0, area, 0, sharedDigits(area));
  }

  /** What belongs to the narrowest of some areas that a place lies in, or null. */
  public static <T> T narrowest(String place, Map<String, T> byArea) {
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
  public static AreaLevel level(String area) {
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
