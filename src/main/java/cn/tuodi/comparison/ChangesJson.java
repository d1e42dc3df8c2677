package cn.tuodi.comparison;

import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.language.Language;
import cn.tuodi.policy.Provision;
import cn.tuodi.table.Column;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A comparison as answers show it.
 *
 * @param from the one side
 * @param to the other side
 * @param identical whether nothing differs, notes included
 * @param affectsDecisions whether decisions may differ
 * @param summary how much differs
 * @param sheets every sheet that differs
 * @param rules written rules that differ
 */
@Schema(name = "PolicyComparison", description = "按行的含义对比两个政策版本 / two versions of policy compared by the meaning of rows")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangesJson(Side from, Side to, boolean identical, boolean affectsDecisions, Summary summary,
    List<SheetPart> sheets, List<RulePart> rules) {

  /**
   * A side of a comparison.
   *
   * @param edition its name
   * @param name its title
   * @param contentHash hash over its content
   * @param inForceFrom first service date
   * @param inForceTo last service date, or left out while open
   */
  @Schema(name = "ComparedEdition")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Side(String edition, String name, String contentHash, LocalDate inForceFrom, LocalDate inForceTo) {

    private static Side of(EditionDescription edition, Language language) {
      return new Side(edition.id().toString(), language.of(edition.name(), edition.nameEn()), edition.hashOfAll(),
          edition.from(), edition.to());
    }
  }

  /**
   * How much differs.
   *
   * @param rowsAdded rows added
   * @param rowsRemoved rows removed
   * @param rowsChanged rows changed
   * @param rowsMoved rows that say the same in another place
   * @param cellsAffectingDecisions cells of changed rows on which decisions rest
   * @param cellsCited cells of changed rows that decisions only cite
   * @param notesChanged cells of changed rows that are notes for people
   * @param rulesChanged written rules that differ
   */
  @Schema(name = "ComparisonSummary")
  public record Summary(long rowsAdded, long rowsRemoved, long rowsChanged, int rowsMoved,
      long cellsAffectingDecisions, long cellsCited, long notesChanged, int rulesChanged) {}

  /**
   * A sheet that differs.
   *
   * @param sheet its name
   * @param label its name in the caller's language
   * @param from path of its workbook on the one side, left out where there is no such sheet
   * @param to path of its workbook on the other side, left out where there is no such sheet
   * @param rows rows added, removed and changed
   * @param rowsUnchanged rows that say the same
   * @param rowsMoved how many of those stand in another place
   */
  @Schema(name = "ComparedSheet")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SheetPart(String sheet, String label, String from, String to, List<RowPart> rows, int rowsUnchanged,
      int rowsMoved) {}

  /**
   * A row that differs.
   *
   * @param change ADDED, REMOVED or CHANGED
   * @param effect DECISIONS, CITATION or NONE, the gravest of its cells
   * @param subject what the row is about
   * @param from where it stood, left out where it was added
   * @param to where it stands, left out where it was removed
   * @param cells cells that changed; of a row added or removed what it says
   */
  @Schema(name = "ComparedRow")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RowPart(RowChange.Kind change, Effect effect, String subject, PlacePart from, PlacePart to,
      List<CellPart> cells) {}

  /**
   * Where a row stands.
   *
   * @param row row as the spreadsheet numbers it
   * @param provision id of the provision it states
   * @param instrument document of the provision
   * @param article article within the document
   */
  @Schema(name = "ComparedPlace")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PlacePart(int row, String provision, String instrument, String article) {

    private static PlacePart of(ComparedRow row) {
      if (row == null) {
        return null;
      }
      Provision provision = row.provision();
      return provision == null ? new PlacePart(row.row().number(), null, null, null)
          : new PlacePart(row.row().number(), provision.id(), provision.instrument(), provision.article());
    }
  }

  /**
   * A cell.
   *
   * @param column its heading
   * @param label its heading in the caller's language
   * @param condition whether it is a condition of the row, not a conclusion
   * @param effect DECISIONS, CITATION or NONE
   * @param from what it said, as people read it; left out where the row was added
   * @param to what it says; left out where the row was removed
   * @param fromCell its address then
   * @param toCell its address now
   * @param message one sentence, for a cell that changed
   */
  @Schema(name = "ComparedCell")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CellPart(String column, String label, boolean condition, Effect effect, String from, String to,
      String fromCell, String toCell, String message) {}

  /**
   * A written rule that differs.
   *
   * @param change ADDED, REMOVED or CHANGED
   * @param rule its name
   * @param file its file
   * @param provision the provision it applies, or left out
   */
  @Schema(name = "ComparedRule")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RulePart(RowChange.Kind change, String rule, String file, String provision) {}

  /** A comparison in a language. */
  public static ChangesJson of(EditionChanges changes, Language language) {
    Wording words = new Wording(language);
    Summary summary = new Summary(changes.count(RowChange.Kind.ADDED), changes.count(RowChange.Kind.REMOVED),
        changes.count(RowChange.Kind.CHANGED), changes.moved(), changes.cells(Effect.DECISIONS),
        changes.cells(Effect.CITATION), changes.cells(Effect.NONE), changes.rules().size());
    return new ChangesJson(Side.of(changes.before(), language), Side.of(changes.after(), language), changes.isEmpty(),
        changes.affectsDecisions(), summary, changes.sheets().stream().map(sheet -> part(sheet, words)).toList(),
        changes.rules().stream().map(rule -> new RulePart(rule.kind(), rule.name(), rule.file(), rule.provision()))
            .toList());
  }

  /** What a row is about, with its sheet. */
  public static String subject(RowChange row, Language language) {
    Wording words = new Wording(language);
    return words.text("language.labelled", words.sheet(row.row().sheet().name()), words.subject(row.row()));
  }

  /** What a row is about. */
  public static String about(RowChange row, Language language) {
    return new Wording(language).subject(row.row());
  }

  private static SheetPart part(SheetChanges sheet, Wording words) {
    return new SheetPart(sheet.sheet(), words.sheet(sheet.sheet()), sheet.before(), sheet.after(),
        sheet.rows().stream().map(row -> part(row, words)).toList(), sheet.unchanged(), sheet.moved());
  }

  private static RowPart part(RowChange row, Wording words) {
    return new RowPart(row.kind(), row.effect(), words.subject(row.row()), PlacePart.of(row.before()),
        PlacePart.of(row.after()), row.cells().stream().map(cell -> part(row, cell, words)).toList());
  }

  private static CellPart part(RowChange row, CellChange cell, Wording words) {
    Column column = cell.column();
    return new CellPart(column.heading(), words.column(column), column.isCondition(), cell.effect(),
        cell.cellBefore() == null ? null : words.value(column, cell.before()),
        cell.cellAfter() == null ? null : words.value(column, cell.after()), cell.cellBefore(), cell.cellAfter(),
        row.kind() == RowChange.Kind.CHANGED ? words.sentence(row, cell) : null);
  }
}
