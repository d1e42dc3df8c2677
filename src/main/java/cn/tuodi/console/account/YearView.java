package cn.tuodi.console.account;

import cn.tuodi.account.YearPart;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.answer.Benefit;
import cn.tuodi.claim.ByCare;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.Areas;
import cn.tuodi.console.BeijingTime;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Figures;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * An account of a year as the page shows it: what was booked, in order, with what had accumulated after each.
 *
 * @param province the province
 * @param version how many bookings there are
 * @param sums what has accumulated
 * @param bookings what was booked
 * @param resettlement where the year is decided again
 */
record YearView(String province, long version, List<Sum> sums, List<Booked> bookings, String resettlement) {

  /**
   * A booking.
   *
   * @param version which one of the account
   * @param kind what it is, as style sheets name it
   * @param label the same in words
   * @param at when
   * @param by who asked for it, or null
   * @param reason why, or null
   * @param lines the bills that it has changed
   */
  record Booked(long version, String kind, String label, String at, String by, String reason, List<BookedLine> lines) {}

  /**
   * What a booking has done to a bill, or an opening.
   *
   * @param claimId the bill, or null for an opening
   * @param day its day of service, or null
   * @param role what has become of it, where more than one bill has changed
   * @param change what it has added to what is paid
   * @param parts the same by benefit
   * @param bill the decision, or null for an opening and for what was erased
   * @param after what had accumulated after it
   * @param reversal where it is taken back, or null where it does not stand like this any more
   */
  record BookedLine(String claimId, String day, String role, String change, List<Sum> parts, BillView bill,
      List<Sum> after, String reversal) {}

  static YearView of(YearPart.Read read, Language language) {
    AccountKey key = read.account().key();
    List<Booked> bookings = new ArrayList<>();
    Amounts balance = read.before();
    for (int i = 0; i < read.entries().size();) {
      BookedEntry first = read.entries().get(i);
      List<BookedLine> lines = new ArrayList<>();
      for (; i < read.entries().size() && read.entries().get(i).accountVersion() == first.accountVersion(); i++) {
        BookedEntry entry = read.entries().get(i);
        balance = balance.plus(entry.change());
        boolean stands = entry.claimId() != null && !entry.isReversed() && entry.decision() != null
            && read.latest().get(entry.claimId()) == entry.version();
        lines.add(line(entry, lines.isEmpty(), balance, stands, language));
      }
      bookings.add(new Booked(first.accountVersion(), first.kind().name(), label(first.kind(), language),
          BeijingTime.of(first.at()), first.by(), first.reason(), lines));
    }
    String area = key.province() + "0000";
    return new YearView(Areas.inFull(area, language), read.account().version(),
        sums(read.balance().yearToDate(key.year()), null, language), bookings,
        Addresses.withQuery(Addresses.RESETTLEMENT,
            "person", key.personId(), "year", Integer.toString(key.year()), "province", key.province()));
  }

  private static BookedLine line(BookedEntry entry, boolean isSubject, Amounts balance, boolean stands,
      Language language) {
    BillView bill = entry.decision() == null ? null : BillView.of(entry.decision(), language);
    String day = entry.claim() == null ? null : Json.parsed(entry.claim()).path("serviceDate").asText();
    return new BookedLine(entry.claimId(), day, role(entry, isSubject, language),
        SignedAmount.of(SignedAmount.total(entry.change())), SignedAmount.each(entry.change(), language), bill,
        sums(balance.yearToDate(entry.key().year()), entry.isReversed() || bill == null ? null : bill.cap(), language),
        stands ? Addresses.reversal(entry.claimId()) : null);
  }

  private static String role(BookedEntry entry, boolean isSubject, Language language) {
    if (entry.isReversed()) {
      return language.text("console.bill-taken-back");
    }
    boolean about = entry.kind() == BookingKind.SETTLEMENT || entry.kind() == BookingKind.OPENING
        || entry.kind() == BookingKind.REPLACEMENT && isSubject;
    return about ? "" : language.text("console.bill-decided-again");
  }

  /** What bookings are called. */
  static String label(BookingKind kind, Language language) {
    return switch (kind) {
      case OPENING -> language.text("console.opening-balance");
      case SETTLEMENT -> language.text("console.settlement");
      case REVERSAL -> language.text("console.reversal");
      case REPLACEMENT -> language.text("console.replacement");
      case RESETTLEMENT -> language.text("console.resettlement");
    };
  }

  private static List<Sum> sums(YearToDate year, BillView.Cap cap, Language language) {
    Money eligible = total(year.assistanceEligible());
    Money paid = total(year.assistancePaid());
    List<Sum> sums = new ArrayList<>();
    sums.add(
        new Sum(language.text("console.left-after-insurance-so-far"), Figures.amount(year.burdenAfterInsurance())));
    sums.add(new Sum(language.text("console.counted-for-the-deductible-so-far"), Figures.amount(eligible)));
    sums.add(new Sum(language.text("console.paid-so-far",
        DisplayNames.of(Benefit.MEDICAL_ASSISTANCE, language)), Figures.amount(paid)));
    if (year.criticalIllnessPaid().isPositive()) {
      sums.add(new Sum(language.text("console.paid-so-far",
          DisplayNames.of(Benefit.CRITICAL_ILLNESS, language)),
          Figures.amount(year.criticalIllnessPaid())));
    }
    if (year.topUpPaid().isPositive()) {
      sums.add(new Sum(language.text("console.paid-so-far",
          DisplayNames.of(Benefit.TOP_UP_ASSISTANCE, language)), Figures.amount(year.topUpPaid())));
    }
    if (cap != null) {
      sums.add(new Sum(language.text("console.left-of-the-annual-cap"), Figures.amount(cap.cap().minus(cap.after()))));
    }
    return sums;
  }

  private static Money total(ByCare amounts) {
    return amounts.inpatient().plus(amounts.chronicOutpatient()).plus(amounts.majorOutpatient());
  }
}
