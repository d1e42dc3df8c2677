package cn.tuodi.edition.proof;

import cn.tuodi.claim.Enrolment;
import cn.tuodi.claim.Referral;
import cn.tuodi.edition.source.Period;
import cn.tuodi.language.Message;
import cn.tuodi.policy.Circumstance;
import cn.tuodi.policy.IdentityDefinitions;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds rows of 比例调整 that meet a bill of two circumstances and of which the later one sets a flat rate: what the other
 * makes of the rate would be lost without a word.
 */
final class OpposedRates {

  private static final String FLAT = "统一比例";

  private OpposedRates() {}

  /** Finds them, at the flat rate that would win. */
  static void find(Sheet sheet, Period validity, IdentityDefinitions identities, Collection<Finding> findings) {
    List<Situation> both = Dimensions.extend(List.of(Situation.ANY.with("referral", Referral.MISSING)
        .with("enrolment", Enrolment.ENROLLED_AT_APPLICATION).with("circumstance", Circumstance.UNREFERRED)),
        List.of(sheet), identities, findings);
    Set<List<Row>> told = new HashSet<>();
    for (Period period : validity.dividedBy(List.of(sheet))) {
      for (Situation situation : both) {
        for (Row first : meeting(sheet, period, situation).filter(row -> changes(sheet, row)).toList()) {
          meeting(sheet, period, situation.with("circumstance", Circumstance.LATE_ENROLMENT))
              .filter(row -> sheet.value(row, FLAT) != null && told.add(List.of(first, row)))
              .forEach(row -> findings.add(new Finding(sheet.workbook(), sheet.name(), sheet.cell(row, FLAT),
                  Message.of("edition.two-rates-instead-of-others", first.number(), row.number()))));
        }
      }
    }
  }

  private static Stream<Row> meeting(Sheet sheet, Period period, Situation situation) {
    return sheet.rows().stream().filter(row -> Period.of(sheet, row).contains(period.first())
        && Coverage.meets(sheet, row, situation));
  }

  private static boolean changes(Sheet sheet, Row row) {
    return Stream.of("降低百分点", "按比例折算", FLAT).anyMatch(heading -> sheet.value(row, heading) != null);
  }
}
