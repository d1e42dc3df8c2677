package cn.tuodi.edition.source;

import cn.tuodi.language.Message;
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
      findings.add(Finding.ofFile(sources.name(), Message.of("edition.the-folder-of-an-edition-is")));
    }
    for (String file : sources.workbooks().keySet()) {
      if (!PLAIN.matcher(file).matches()) {
        findings.add(Finding.ofFile(file, Message.of("edition.the-name-of-a-file-has")));
      }
    }
  }
}
