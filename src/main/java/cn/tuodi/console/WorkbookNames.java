package cn.tuodi.console;

import cn.tuodi.desk.SavedName;
import cn.tuodi.desk.file.WorkbookTitle;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.language.Language;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the workbooks hold, in words. */
public final class WorkbookNames {

  /** The workbooks that every edition has. */
  public static final List<String> OF_EDITION = WorkbookTitle.OF_EDITION;

  private static final Pattern LOCAL = Pattern.compile("local/(\\d{6})/(.*)\\.xlsx");

  private WorkbookNames() {}

  static String zh(String file) {
    return WorkbookTitle.zh(file);
  }

  static String en(String file) {
    return WorkbookTitle.en(file);
  }

  public static String of(String file, Language language) {
    return language.of(zh(file), en(file));
  }

  /** The workbook of the standards of an area, such as 450100. */
  public static String ofArea(String area) {
    return "local/" + area + "/standards.xlsx";
  }

  /** The area whose standards a workbook holds; empty where it holds none of an area. */
  public static Optional<String> area(String file) {
    Matcher local = LOCAL.matcher(file);
    return local.matches() ? Optional.of(local.group(1)) : Optional.empty();
  }

  /** The name within its edition of a workbook that somebody has saved, perhaps more than once, and uploads. */
  public static String saved(String file, Collection<EditionDescription> editions) {
    return SavedName.recognised(file, editions).map(SavedName.Recognised::workbook)
        .orElse(file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1));
  }
}
