package cn.tuodi.console;

import cn.tuodi.language.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The areas of China, found as people write them: by code, by name in full or in short, with or without the names of the
 * areas around it – 贵州, 贵阳市, 贵州省贵阳市云岩区, 南宁青秀 – and in English where there is a name.
 */
public final class Areas {

  private static final String FILE = "/areas.tsv";
  private static final Pattern CODE = Pattern.compile("[1-9]\\d{5}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,，、/>·’'\\-]+");
  private static final Pattern PEOPLES =
      Pattern.compile("(?:(?:壮|回|维吾尔|布依|苗|侗|瑶|水|仡佬|土家|彝|毛南|仫佬|各|蒙古|藏|羌|傣|景颇|傈僳|白|哈尼|朝鲜|哈萨克|畲|黎|满|土|佤"
          + "|拉祜|布朗|纳西|普米|怒|独龙|达斡尔|东乡|保安|撒拉|裕固)族)+$|(?:维吾尔|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯)$");
  private static final List<String> KINDS = List.of("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "省",
      "市", "县", "区", "盟", "旗");
  private static final Pattern ENGLISH_KINDS =
      Pattern.compile(" (?:City|County|District|Special District|(?:\\S+,? )?(?:\\S+ and )?\\S+ Autonomous County)$");
  private static final Map<String, Area> ALL = load();
  private static final List<Named> NAMES = ALL.values().stream().map(Named::of).toList();
  private static final Map<String, Named> BY_CODE =
      NAMES.stream().collect(Collectors.toMap(named -> named.area.code(), named -> named));

  private Areas() {}

  /**
   * What an area is called.
   *
   * @param area the area
   * @param inFull its names, as they are compared
   * @param any these and the short ones
   */
  private record Named(Area area, Set<String> inFull, Set<String> any) {

    static Named of(Area area) {
      Set<String> inFull = new LinkedHashSet<>(List.of(plain(area.zh()), plain(area.en())));
      Set<String> any = new LinkedHashSet<>(inFull);
      any.add(plain(ENGLISH_KINDS.matcher(area.en()).replaceAll("")));
      any.addAll(shortened(area.zh()));
      return new Named(area, inFull, any);
    }

    boolean isMeantBy(String text, boolean shortened) {
      return (shortened ? any : inFull).stream()
          .anyMatch(name -> text.endsWith(name) && isAround(text.substring(0, text.length() - name.length())))
          || any.stream().anyMatch(name -> text.startsWith(name) && isBehind(text.substring(name.length())));
    }

    /** Whether a text is nothing, or names what lies around the area, from the widest on; any of it may be left out. */
    private boolean isAround(String text) {
      return text.isEmpty() || around().anyMatch(wider -> wider.any.stream()
          .anyMatch(name -> text.endsWith(name) && wider.isAround(text.substring(0, text.length() - name.length()))));
    }

    /** The same as English has it: the widest last. */
    private boolean isBehind(String text) {
      return around().anyMatch(wider -> wider.any.stream().anyMatch(name -> text.startsWith(name)
          && (text.length() == name.length() || wider.isBehind(text.substring(name.length())))));
    }

    private Stream<Named> around() {
      return Stream.of(area.prefecture(), area.province()).filter(code -> !code.equals(area.code())).distinct()
          .map(BY_CODE::get).filter(wider -> wider != null);
    }
  }

  /** The areas that a text may mean: none where it names none, several where more has to be said. */
  public static List<Area> named(String text) {
    String wanted = plain(text);
    if (wanted.isEmpty()) {
      return List.of();
    }
    if (CODE.matcher(wanted).matches()) {
      return Optional.ofNullable(ALL.get(wanted)).stream().toList();
    }
    List<Area> inFull = meantBy(wanted, false);
    return inFull.isEmpty() ? meantBy(wanted, true) : inFull;
  }

  private static List<Area> meantBy(String wanted, boolean shortened) {
    return NAMES.stream().filter(named -> named.isMeantBy(wanted, shortened)).map(Named::area).toList();
  }

  /** The area of a code as a field shows it, with the prefecture of a county; the code itself where it is of none. */
  public static String written(String code, Language language) {
    Area area = ALL.get(code);
    if (area == null) {
      return code;
    }
    Area around = area.isCounty() ? ALL.get(area.prefecture()) : null;
    return around == null ? area.name(language)
        : language.of(around.zh() + area.zh(), area.en() + ", " + around.en());
  }

  /** The area of a code with everything around it; the code itself where it is of none. */
  public static String inFull(String code, Language language) {
    Area area = ALL.get(code);
    if (area == null || area.isProvince()) {
      return area == null ? code : area.name(language);
    }
    Area province = ALL.get(area.province());
    return language.of(province.zh() + written(code, language), written(code, language) + ", " + province.en());
  }

  /** The areas of some codes and all that lie in them. */
  public static List<Area> within(Collection<String> codes) {
    List<Area> around = codes.stream().map(ALL::get).filter(area -> area != null).toList();
    return ALL.values().stream().filter(area -> around.stream().anyMatch(one -> one.includes(area.code()))).toList();
  }

  /** Whether an area is that of a code, or lies in it. */
  public static boolean isWithin(Area area, String code) {
    return Optional.ofNullable(ALL.get(code)).filter(around -> around.includes(area.code())).isPresent();
  }

  /** A name without what says which kind of area it is, and without the peoples that an autonomous one is of. */
  private static Set<String> shortened(String name) {
    Set<String> names = new LinkedHashSet<>();
    for (String kind : KINDS) {
      if (name.endsWith(kind) && name.length() - kind.length() >= 2) {
        String bare = name.substring(0, name.length() - kind.length());
        names.add(bare);
        String withoutPeoples = kind.startsWith("自治") ? PEOPLES.matcher(bare).replaceAll("") : bare;
        if (withoutPeoples.length() >= 2) {
          names.add(withoutPeoples);
          // 巴音郭楞州 is said as often as 巴音郭楞蒙古自治州.
          names.add(withoutPeoples + kind.substring(kind.length() - 1));
        }
        return names;
      }
    }
    return names;
  }

  private static String plain(String text) {
    return BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static Map<String, Area> load() {
    try (InputStream in = Areas.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the application was built without " + FILE);
      }
      Map<String, Area> areas = new LinkedHashMap<>();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
          .filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
          .forEach(parts -> areas.put(parts[0],
              new Area(parts[0], parts[1], parts.length > 2 ? parts[2] : parts[1])));
      return areas;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
