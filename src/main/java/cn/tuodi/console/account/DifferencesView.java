package cn.tuodi.console.account;

import cn.tuodi.account.Correction;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.Entry;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.Areas;
import cn.tuodi.console.Figures;
import cn.tuodi.language.Language;
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
 * @param totals what is paid more or taken back altogether, by benefit
 */
record DifferencesView(String person, int year, String province, long seen, String back, List<Row> rows,
    int more, List<Sum> totals) {

  private static final int MAX_ROWS = 200;

  /**
   * A bill that changes.
   *
   * @param claimId the bill
   * @param day its day of service
   * @param sequence its place in the year afterwards
   * @param role what becomes of it
   * @param before what it had come to
   * @param after what it comes to
   * @param change the difference
   * @param bill how it is decided, or null where it is taken back
   */
  record Row(String claimId, String day, int sequence, String role, String before, String after, String change,
      BillView bill) {}

  static DifferencesView of(Correction correction, Language language) {
    String year = Integer.toString(correction.key().year());
    return new DifferencesView(correction.key().personId(), correction.key().year(),
        Areas.inFull(correction.key().province() + "0000", language), correction.accountVersion(),
        Addresses.year(correction.key().personId(), year),
        correction.entries().stream().limit(MAX_ROWS).map(entry -> row(entry, language)).toList(),
        Math.max(0, correction.count() - MAX_ROWS),
        SignedAmount.each(correction.change(), language));
  }

  private static Row row(Entry entry, Language language) {
    Bill bill = entry.after();
    return new Row(bill.claimId(), bill.claim().serviceDate().toString(), bill.sequence(),
        bill.isReversed() ? language.text("console.reversal") : language.text("console.bill-decided-again"),
        Figures.amount(SignedAmount.total(entry.before().amounts())),
        Figures.amount(SignedAmount.total(bill.amounts())),
        SignedAmount.of(SignedAmount.total(entry.change())),
        bill.isReversed() ? null : BillView.of(bill.decision(), language));
  }
}
