package cn.tuodi.desk.file;

import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.SourceNames;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a workbook belongs, for example {@code guangxi/2022/medical-assistance.xlsx}.
 *
 * @param edition its edition
 * @param workbook its path below the folder of the edition
 */
public record TableName(EditionId edition, String workbook) {

  private static final Pattern TABLE = Pattern
      .compile(SourceNames.REGION + "/" + SourceNames.YEAR + "/(" + SourceNames.WORKBOOK + ")");
  private static final Pattern FLAT =
      Pattern.compile(SourceNames.REGION + "\\." + SourceNames.YEAR + "\\.(.+\\.xlsx)");
  private static final Pattern LOCAL = Pattern.compile("local\\.([^.]+)\\.(.+\\.xlsx)");

  /** Reads a name as staff write it; empty where it is none. */
  public static Optional<TableName> of(String text) {
    Matcher matcher = TABLE.matcher(text);
    return matcher.matches() ? Optional.of(new TableName(id(matcher), matcher.group(3))) : Optional.empty();
  }

  /** Reads the name of an edition such as {@code guangxi/2022}; empty where it is none. */
  public static Optional<EditionId> edition(String text) {
    return EditionId.parsed(text);
  }

  /** Reads a file name without folders, such as {@code guangxi.2022.medical-assistance.xlsx}; empty where it is none. */
  public static Optional<TableName> ofFlat(String file) {
    Matcher matcher = FLAT.matcher(file);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Matcher local = LOCAL.matcher(matcher.group(3));
    String workbook = local.matches() ? "local/" + local.group(1) + "/" + local.group(2) : matcher.group(3);
    return of(id(matcher) + "/" + workbook);
  }

  private static EditionId id(Matcher matcher) {
    return new EditionId(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }

  @Override
  public String toString() {
    return edition + "/" + workbook;
  }
}
