package cn.tuodi.edition;

import cn.tuodi.facts.CriticalIllnessScope;
import cn.tuodi.facts.Parameters;
import cn.tuodi.table.Provision;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

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
 * @param premiumsFrom first insured year whose premiums it answers for before its own first day, or null
 */
public record EditionDescription(EditionId id, String areaCode, LocalDate from, LocalDate to, String name,
    String nameEn, String contentHash, List<Instrument> instruments, Map<String, Provision> provisions,
    List<Table> tables, List<RuleEntry> rules, Parameters parameters,
    CriticalIllnessScope scope, Integer premiumsFrom) {

  /**
   * A sheet.
   *
   * @param workbook file name
   * @param sheet sheet name
   * @param rows its rows of data
   */
  public record Table(String workbook, String sheet, List<TableRow> rows) {}

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

  /** Whether a place is covered. */
  public boolean covers(String region) {
    return region.regionMatches(0, areaCode, 0, sharedDigits(areaCode));
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

  /** How many digits of an area code everything below shares: 450000 covers 45…, 652800 covers 6528…. */
  private static int sharedDigits(String code) {
    if (code.endsWith("0000")) {
      return 2;
    }
    return code.endsWith("00") ? 4 : 6;
  }
}
