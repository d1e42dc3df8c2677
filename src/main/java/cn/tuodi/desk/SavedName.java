package cn.tuodi.desk;

import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookTitle;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a workbook is called on the disk of a person who downloads it, such as {@code 贵州省2023-医疗救助.xlsx}, and which
 * workbook a file is that comes back, perhaps saved more than once.
 */
public final class SavedName {

  private static final String ENDING = ".xlsx";
  /** What file systems do not take in a name. */
  private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}]");
  /** What browsers, desktops and this program add to a name. */
  private static final Pattern ADDED = Pattern.compile(
      "(\\s*\\(\\d+\\)|\\s*[-_]?\\s*(副本|copy|草稿|批注|第\\d+次发布)\\s*\\d*|[-_]\\d{8,14})$", Pattern.CASE_INSENSITIVE);
  private static final Pattern COPY_OF = Pattern.compile("^(副本|复件|copy of)\\s*[-_]?\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern LOCAL = Pattern.compile("地方标准(\\d{6})(?:-([\\w\\p{IsHan}-]+))?");

  private SavedName() {}

  /**
   * The name of a downloaded workbook.
   *
   * @param edition name of its edition in Chinese, or where that is not known its name in the store
   * @param workbook its name within the edition
   * @param state what it is besides, such as {@code 草稿}; empty for one in force
   */
  public static String of(String edition, String workbook, String state) {
    String title = WorkbookTitle.zh(workbook).replace("地方标准 ", "地方标准").replaceAll("\\.xlsx$", "");
    String name = shortened(edition).replace("/", "") + "-" + title + (state.isEmpty() ? "" : "-" + state);
    return FORBIDDEN.matcher(name).replaceAll("_").replace(' ', '-') + ENDING;
  }

  /**
   * The header that names a downloaded workbook, with a name in ASCII for programs that know no other.
   *
   * @param table the workbook
   * @param editions the editions that there are
   * @param state what it is besides, such as {@code 草稿}; empty for one in force
   */
  public static String disposition(TableName table, Collection<EditionDescription> editions, String state) {
    String edition = editions.stream().filter(one -> one.id().equals(table.edition()))
        .map(EditionDescription::name).findFirst().orElse(table.edition().toString());
    return disposition(table.edition().region() + "." + table.edition().year() + "."
        + table.workbook().replace('/', '.'), of(edition, table.workbook(), state));
  }

  /** The header that names a file to be saved, with a name in ASCII for programs that know no other. */
  public static String disposition(String plain, String name) {
    return "attachment; filename=\"" + plain.replaceAll("[^A-Za-z0-9._-]", "_") + "\"; filename*=UTF-8''"
        + URLEncoder.encode(FORBIDDEN.matcher(name).replaceAll("_"), StandardCharsets.UTF_8).replace("+", "%20")
            .replace("*", "%2A");
  }

  /**
   * The workbook that a file is by its name.
   *
   * @param file name of the file, perhaps with folders, brackets, or the word copy
   * @param editions the editions that there are
   * @return its edition, or null where the name does not tell, and its name within the edition; empty where the name does
   *         not tell which workbook it is
   */
  public static Optional<Recognised> recognised(String file, Collection<EditionDescription> editions) {
    String name = plain(file);
    if (name == null) {
      return Optional.empty();
    }
    Optional<TableName> flat = TableName.ofFlat(name + ENDING);
    if (flat.isPresent()) {
      return flat.map(table -> new Recognised(table.edition(), table.workbook()));
    }
    String compact = compact(name);
    EditionId edition = null;
    String start = "";
    for (EditionDescription known : editions) {
      for (String prefix : List.of(compact(known.name()), shortened(known.name()),
          known.id().region() + known.id().year())) {
        if (compact.startsWith(prefix) && prefix.length() > start.length()) {
          edition = known.id();
          start = prefix;
        }
      }
    }
    EditionId found = edition;
    return workbook(compact.substring(start.length()).replaceFirst("^[-_]+", ""))
        .map(workbook -> new Recognised(found, workbook));
  }

  /** The name without folders, ending and what was added to it; null where it is no workbook. */
  private static String plain(String file) {
    String name = Normalizer.normalize(file, Normalizer.Form.NFKC);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
    if (!name.toLowerCase(Locale.ROOT).endsWith(ENDING)) {
      return null;
    }
    name = COPY_OF.matcher(name.substring(0, name.length() - ENDING.length()).strip()).replaceFirst("");
    for (String before = ""; !before.equals(name);) {
      before = name;
      name = ADDED.matcher(name).replaceFirst("").strip();
    }
    return name;
  }

  private static Optional<String> workbook(String rest) {
    for (String workbook : WorkbookTitle.OF_EDITION) {
      String plain = workbook.substring(0, workbook.length() - ENDING.length());
      if (rest.equalsIgnoreCase(plain) || rest.equals(compact(WorkbookTitle.zh(workbook)))) {
        return Optional.of(workbook);
      }
    }
    Matcher local = LOCAL.matcher(rest);
    return local.matches()
        ? Optional
            .of("local/" + local.group(1) + "/" + (local.group(2) == null ? "standards" : local.group(2)) + ENDING)
        : Optional.empty();
  }

  /** The name of an edition as people call it in short: 贵州省2023 for 贵州省 2023 年版. */
  private static String shortened(String edition) {
    return compact(edition).replaceFirst("年版$", "");
  }

  private static String compact(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }

  /**
   * What a file is by its name.
   *
   * @param edition its edition, or null where the name does not tell
   * @param workbook its name within the edition
   */
  public record Recognised(EditionId edition, String workbook) {}
}
