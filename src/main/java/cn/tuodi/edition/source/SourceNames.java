package cn.tuodi.edition.source;

import cn.tuodi.table.Finding;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * What folders and files of an edition may be called. Their names come from outside, by uploads, directories and command
 * lines, and become a part of rules, of addresses and of the names of other files: they are plain.
 */
public final class SourceNames {

  /** The folder of a region, as a group of a pattern. */
  public static final String REGION = "([a-z][a-z0-9-]{0,39})";

  /** The folder of a year, as a group of a pattern. */
  public static final String YEAR = "([12]\\d{3})";

  /** A workbook below the folder of its edition, in at most two folders. */
  public static final String WORKBOOK =
      "(?:[a-z0-9][a-z0-9-]{0,39}/){0,2}[A-Za-z0-9\\p{IsHan}][\\w\\p{IsHan}-]{0,79}\\.xlsx";

  /** The same however deep; that there are too many folders is said in other words. */
  private static final Pattern PLAIN = Pattern.compile(WORKBOOK.replace("{0,2}", "*"));

  private SourceNames() {}

  /** Finds names that are not plain. */
  public static void check(EditionSources sources, Collection<Finding> findings) {
    if (EditionId.parsed(sources.name()).isEmpty()) {
      findings.add(Finding.ofFile(sources.name(), "版本的文件夹应形如 guangxi/2022：由小写字母、数字和连字符组成的地区，再加四位年份",
          "the folder of an edition is like guangxi/2022: a region of small letters, digits and hyphens, and a year"));
    }
    for (String file : sources.workbooks().keySet()) {
      if (!PLAIN.matcher(file).matches()) {
        findings.add(Finding.ofFile(file, "文件名只能含汉字、字母、数字、下划线和连字符，例如 medical-assistance.xlsx",
            "the name of a file has only letters, digits, hyphens and underscores, such as medical-assistance.xlsx"));
      }
    }
  }
}
