package cn.tuodi.console;

import cn.tuodi.desk.DeskJson;
import cn.tuodi.desk.SameFindings;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
import cn.tuodi.table.Finding;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Findings and refusals as people read them: editions and workbooks by their names instead of where they lie. What somebody
 * is told to call a file stays as it is.
 */
public final class ResultText {

  private static final String WORKBOOK = "local/\\d{6}/[\\w\\p{IsHan}-]+\\.xlsx|local/\\d{6}|"
      + "(?:edition|medical-assistance|critical-illness|safeguards|premiums|applications)\\.xlsx";
  private static final Pattern PLACE = Pattern.compile(
      "(?<![\\w./-])(?<!命名为 |例如 |name the file |such as )(?:([a-z][a-z0-9-]*/[12]\\d{3})(?:/(" + WORKBOOK + "))?|("
          + WORKBOOK + "))(?![\\w/-])");
  /** A name with itself in brackets: texts that give the name beside the edition. */
  private static final Pattern TWICE = Pattern.compile("(\\S.{0,80}?)(?:（\\1）| \\(\\1\\))");
  private static final Pattern AREA = Pattern.compile("local/(\\d{6})");

  private final Collection<EditionDescription> editions;
  private final Language language;

  /**
   * Texts in a language.
   *
   * @param editions the editions that there are
   */
  public ResultText(Collection<EditionDescription> editions, Language language) {
    this.editions = editions;
    this.language = language;
  }

  /** A text with names. */
  public String of(String text) {
    return text == null ? null
        : TWICE.matcher(PLACE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(named(found))))
            .replaceAll("$1");
  }

  /** Findings with names, the same in many rows told once. */
  public List<DeskJson.FindingJson> of(List<Finding> findings) {
    return DeskJson.of(SameFindings.once(findings), language).stream()
        .map(finding -> new DeskJson.FindingJson(of(finding.file()),
            finding.sheet(), finding.cell(), of(finding.message()), finding.example()))
        .toList();
  }

  private String named(MatchResult found) {
    if (found.group(1) == null) {
      return workbook(found.group(3));
    }
    Optional<EditionId> id = TableName.edition(found.group(1));
    String edition = id.map(known -> DisplayNames.edition(known, editions, language)).orElse(found.group(1));
    return found.group(2) == null ? edition : language.text("language.labelled", edition, workbook(found.group(2)));
  }

  private String workbook(String file) {
    Matcher area = AREA.matcher(file);
    return WorkbookNames.of(area.matches() ? WorkbookNames.ofArea(area.group(1)) : file, language);
  }
}
