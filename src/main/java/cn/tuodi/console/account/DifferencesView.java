package cn.tuodi.console.account;

import cn.tuodi.account.Correction;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.Entry;
import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.Areas;
import cn.tuodi.console.Figures;
import cn.tuodi.console.Glossary;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a correction would change, before it is booked.
 *
 * @param person whose account it is
 * @param year the year
 * @param province the province
 * @param seen version of the account that was looked at
 * @param back the page of the year
 * @param rows the bills that change
 * @param more how many further bills change
 * @param totals what is paid more or taken back altogether: by benefit, then of all of them what is recovered, what is
 *     paid more, and both
 * @param onlyOrder whether nothing changes but the order of bills
 */
record DifferencesView(String person, int year, String province, long seen, String back, List<Row> rows,
    int more, List<Sum> totals, boolean onlyOrder) {

  private static final int MAX_ROWS = 200;

  /**
   * A bill that changes.
   *
   * @param claimId the bill
   * @param day its day of service
   * @param care its kind of care
   * @param sequence its place in the year afterwards
   * @param moved the place that it had until then, or null where it stays
   * @param role what becomes of it
   * @param before what it had come to
   * @param after what it comes to
   * @param change the difference
   * @param bill how it is decided, or null where it is taken back
   */
  record Row(String claimId, String day, String care, int sequence, Integer moved, String role, String before,
      String after, String change, BillView bill) {}

  static DifferencesView of(Correction correction, CitedPolicies policies) {
    Language language = policies.language();
    List<Row> rows = correction.entries().stream().limit(MAX_ROWS).map(entry -> row(entry, policies)).toList();
    return new DifferencesView(correction.key().personId(), correction.key().year(),
        Areas.inFull(correction.key().province() + "0000", language), correction.accountVersion(),
        Addresses.year(correction.key().personId(), Integer.toString(correction.key().year())), rows,
        Math.max(0, correction.count() - MAX_ROWS),
        SignedAmount.ofCorrection(correction.change(), correction.recovered(), language),
        isOnlyOrder(correction));
  }

  private static boolean isOnlyOrder(Correction correction) {
    return correction.count() > 0 && correction.count() == correction.entries().size()
        && correction.entries().stream().allMatch(entry -> !entry.after().isReversed()
            && entry.after().amounts().equals(entry.before().amounts())
            && entry.after().isOf(entry.before().claim()));
  }

  private static Row row(Entry entry, CitedPolicies policies) {
    Language language = policies.language();
    Bill bill = entry.after();
    boolean moved = bill.sequence() != entry.before().sequence();
    String role = bill.isReversed() ? "console.reversal"
        : entry.after().amounts().equals(entry.before().amounts()) && moved ? "console.only-moved"
            : "console.bill-decided-again";
    return new Row(bill.claimId(), bill.claim().serviceDate().toString(),
        Glossary.of(bill.claim().care().type().label(), language), bill.sequence(),
        moved ? entry.before().sequence() : null, language.text(role),
        Figures.amount(SignedAmount.total(entry.before().amounts())),
        Figures.amount(SignedAmount.total(bill.amounts())),
        SignedAmount.of(SignedAmount.total(entry.change())),
        bill.isReversed() ? null : BillView.of(KeptDecision.of(bill.decision(),
            new String(Json.bytes(ClaimView.of(bill.claim())), StandardCharsets.UTF_8)), policies));
  }
}
