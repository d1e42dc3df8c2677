package cn.tuodi.edition.source;

import cn.tuodi.claim.CareType;
import cn.tuodi.language.Message;
import cn.tuodi.policy.BaseFigures;
import cn.tuodi.policy.CriticalIllnessScope;
import cn.tuodi.policy.FurtherSteps;
import cn.tuodi.policy.IdentityDefinitions;
import cn.tuodi.policy.IdentityTerms;
import cn.tuodi.policy.LocalStandard;
import cn.tuodi.policy.LocalStandards;
import cn.tuodi.policy.Parameters;
import cn.tuodi.policy.Provision;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of an edition besides its rules.
 *
 * @param id its name
 * @param areaCode GB/T 2260 code of the area it covers, with everything below
 * @param from first service date
 * @param to last service date, or null while open
 * @param name name in Chinese
 * @param nameEn name in English
 * @param contentHash hash over rules, workbooks and the edition's own data
 * @param instruments documents it rests on
 * @param provisions provision register by id, in the order of the sheet
 * @param tables sheets that rules or parameters come from
 * @param rules rules by name with the provision each applies, or null
 * @param parameters figures of the edition as a whole
 * @param scope which kinds of care critical-illness insurance covers
 * @param terms how long identities last
 * @param identities what it says of identities
 * @param addingUp kinds of care besides those of every edition that rows of terms add up over the year
 * @param steps what it looks at besides the steps that every claim takes
 * @param bases figures of the place that it states itself
 * @param multiplied names of the figures that amounts of it or of its areas are multiples of
 * @param premiumsFrom first insured year whose premiums it answers for before its own first day, or null
 * @param local standards of the area itself and those above it
 * @param areas the same edition for areas below that have standards of their own, wider areas first
 */
public record EditionDescription(EditionId id, String areaCode, LocalDate from, LocalDate to, String name,
    String nameEn, String contentHash, List<Instrument> instruments, Map<String, Provision> provisions,
    List<Table> tables, List<RuleEntry> rules, Parameters parameters,
    CriticalIllnessScope scope, IdentityTerms terms, IdentityDefinitions identities, Set<CareType> addingUp,
    FurtherSteps steps, List<LocalStandard.BaseFigure> bases, Set<String> multiplied, Integer premiumsFrom,
    LocalStandards local, List<EditionDescription> areas) {

  /** What is known of an edition; one that an earlier release kept adds up nothing more and has the common identities. */
  public EditionDescription {
    identities = identities == null ? IdentityDefinitions.NONE : identities;
    addingUp = addingUp == null ? Set.of() : Set.copyOf(addingUp);
    steps = steps == null ? FurtherSteps.NONE : steps;
    bases = bases == null ? List.of() : List.copyOf(bases);
    multiplied = multiplied == null ? Set.of() : Set.copyOf(multiplied);
  }

  /**
   * A sheet.
   *
   * @param workbook file name
   * @param sheet sheet name
   * @param rows its rows of data
   * @param asks headings of the conditions that some row asks for, or null where an earlier release kept none
   */
  public record Table(String workbook, String sheet, List<TableRow> rows, List<String> asks) {

    /** Whether some row asks for a condition, as far as it is known. */
    public boolean asksFor(String heading) {
      return asks == null || asks.contains(heading);
    }
  }

  /**
   * A row of a sheet.
   *
   * @param row the row as the spreadsheet numbers it
   * @param provisions the provisions it states, that of the row first
   */
  public record TableRow(int row, List<String> provisions) {}

  /**
   * A rule written in DRL.
   *
   * @param name its name
   * @param file file below the folder of rules
   * @param provision the provision it applies, or null for a procedure that all editions share
   */
  public record RuleEntry(String name, String file, String provision) {}

  /** Path of a workbook as answers show it, for example {@code guangxi/2022/medical-assistance.xlsx}. */
  public String path(String workbook) {
    return id + "/" + workbook;
  }

  /** The name in both languages. */
  public Message title() {
    return Message.given(name, nameEn);
  }

  /** Whether a place is covered. */
  public boolean covers(String region) {
    return AreaCode.covers(areaCode, region);
  }

  /** The edition as it holds in a place: with the standards of the narrowest area that has any. */
  public EditionDescription in(String region) {
    for (int i = areas.size() - 1; i >= 0; i--) {
      if (areas.get(i).covers(region)) {
        return areas.get(i);
      }
    }
    return this;
  }

  /** The figures that amounts are multiples of, as they hold in its area. */
  public BaseFigures baseFigures() {
    return new BaseFigures(local, bases);
  }

  /** One hash over the edition and the standards of all areas below; its content hash where there are none. */
  public String hashOfAll() {
    if (areas.isEmpty()) {
      return contentHash;
    }
    StringBuilder all = new StringBuilder(contentHash);
    areas.forEach(area -> all.append('\n').append(area.areaCode()).append(' ').append(area.contentHash()));
    return ContentHash.of(all.toString());
  }

  /** The same edition for an area that sets standards. */
  public EditionDescription ofArea(String area, String hash, List<Table> tablesOfArea, LocalStandards standards) {
    return new EditionDescription(id, area, from, to, name, nameEn, hash, instruments, provisions, tablesOfArea, rules,
        parameters, scope, terms, identities, addingUp, steps, bases, multiplied, premiumsFrom, standards, List.of());
  }

  /** The same edition with another last day. */
  public EditionDescription until(LocalDate last) {
    return new EditionDescription(id, areaCode, from, last, name, nameEn, contentHash, instruments, provisions, tables,
        rules, parameters, scope, terms, identities, addingUp, steps, bases, multiplied, premiumsFrom, local,
        areas.stream().map(area -> area.until(last)).toList());
  }

  /** The same edition with its areas. */
  public EditionDescription withAreas(List<EditionDescription> below) {
    return new EditionDescription(id, areaCode, from, to, name, nameEn, contentHash, instruments, provisions, tables,
        rules, parameters, scope, terms, identities, addingUp, steps, bases, multiplied, premiumsFrom, local,
        List.copyOf(below));
  }

  /** Whether the edition answers for a premium, which it may before its own first day. */
  public boolean answersForPremium(int insuredYear, LocalDate paidOn) {
    return isInForceOn(paidOn) || premiumsFrom != null && paidOn.isBefore(from) && insuredYear >= premiumsFrom;
  }

  /** Whether a sheet stands in one of the workbooks. */
  public boolean hasSheet(String sheet) {
    return tables.stream().anyMatch(table -> table.sheet().equals(sheet));
  }

  /** Whether a day falls in the edition. */
  public boolean isInForceOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
