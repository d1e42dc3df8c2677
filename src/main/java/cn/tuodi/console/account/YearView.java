package cn.tuodi.console.account;

import cn.tuodi.account.YearPart;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.answer.Benefit;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.Areas;
import cn.tuodi.console.BeijingTime;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Figures;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * A person's account of a year in a province: how each bill stands, a part of what was booked, in order, and what had
 * accumulated after each booking.
 *
 * @param code the first two digits of area codes of its province
 * @param province the province
 * @param closed whether nothing is booked any more
 * @param sums what has accumulated, and what is left of caps
 * @param standing how each bill stands
 * @param bookings what was booked
 * @param resettlement where the year is decided again, or null where it is closed
 */
record YearView(String code, String province, boolean closed, List<Sum> sums, StandingView standing,
    List<Booked> bookings,
    String resettlement) {

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
   * @param totals what a correction has changed altogether; none where some of its bills are in another part
   * @param after what had accumulated after it, once for all of its bills; none where further ones are in the next part
   */
  record Booked(long version, String kind, String label, String at, String by, String reason, List<BookedLine> lines,
      List<Sum> totals, List<Sum> after) {}

  /**
   * What a booking has done to a bill, or an opening.
   *
   * @param claimId the bill, or null for an opening
   * @param day its day of service, or null
   * @param role what has become of it, where more than one bill has changed
   * @param change what it has added to what is paid; what was paid elsewhere, for an opening
   * @param parts the same by benefit
   * @param bill the decision, or null for an opening and for what was erased
   * @param former whether the decision is the one before the bill was taken back
   * @param left what an opening has left of caps
   * @param later what was done to the bill next, or null where it stands like this
   * @param reversal where it is taken back, or null where that cannot be
   * @param wanted whether somebody looks for this bill
   */
  record BookedLine(String claimId, String day, String role, String change, List<Sum> parts, BillView bill,
      boolean former, List<Sum> left, Later later, String reversal, boolean wanted) {}

  /**
   * What was done to a bill after a booking.
   *
   * @param label what
   * @param address where it is shown
   */
  record Later(String label, String address) {}

  /**
   * What a page shows besides.
   *
   * @param closed whether nothing is booked in the year any more
   * @param wanted the bill that somebody looks for, or empty
   * @param part the part of the year that is shown
   * @param policies what decisions cite
   */
  record Shown(boolean closed, String wanted, YearParts part, CitedPolicies policies) {}

  static YearView of(YearPart.Read read, GatheredYear year, Shown shown) {
    Language language = shown.policies().language();
    AccountKey key = read.account().key();
    List<Booked> bookings = new ArrayList<>();
    for (int i = 0; i < read.entries().size();) {
      BookedEntry first = read.entries().get(i);
      List<BookedLine> lines = new ArrayList<>();
      Amounts change = Amounts.NONE;
      Money recovered = Money.ZERO;
      for (; i < read.entries().size() && read.entries().get(i).accountVersion() == first.accountVersion(); i++) {
        BookedEntry entry = read.entries().get(i);
        lines.add(line(entry, year, shown));
        change = change.plus(entry.change());
        recovered = recovered.plus(entry.change().recovered());
      }
      GatheredYear.Booking booking = year.booking(first.accountVersion());
      bookings.add(new Booked(first.accountVersion(), first.kind().name(), label(first.kind(), language),
          BeijingTime.of(first.at()), first.by(), first.reason(), lines,
          first.kind().isCorrection() && lines.size() == booking.bills()
              ? SignedAmount.ofCorrection(change, recovered, language) : List.of(),
          shown.part().holds(booking.last()) ? after(booking, year, shown.policies()) : List.of()));
    }
    List<Sum> sums = sums(read.balance().yearToDate(key.year()), language);
    sums.addAll(year.left(shown.policies()));
    return new YearView(key.province(), Areas.inFull(key.province() + "0000", language), shown.closed(), sums,
        StandingView.of(year, language), bookings, shown.closed() ? null
            : Addresses.withQuery(Addresses.RESETTLEMENT, "person", key.personId(), "year",
                Integer.toString(key.year()), "province", key.province()));
  }

  private static List<Sum> after(GatheredYear.Booking booking, GatheredYear year, CitedPolicies policies) {
    List<Sum> sums = sums(booking.balance().yearToDate(year.key().year()), policies.language());
    sums.addAll(year.left(booking, policies));
    return sums;
  }

  private static BookedLine line(BookedEntry entry, GatheredYear year, Shown shown) {
    Language language = shown.policies().language();
    if (entry.claimId() == null) {
      GatheredYear.Booking booking = year.booking(entry.accountVersion());
      YearToDate before = entry.change().yearToDate(entry.key().year());
      return new BookedLine(null, null, "", language.text("console.paid-elsewhere",
          SignedAmount.signed(before.assistancePaid().total().plus(before.topUpPaid()))), elsewhere(before, language),
          null, false, year.left(booking, shown.policies()), null, null, false);
    }
    KeptDecision kept = KeptDecision.of(entry);
    Later later = year.next(entry.claimId(), entry.version()).map(next -> later(next, entry.key(), shown)).orElse(null);
    boolean stands = later == null && !entry.isReversed() && kept != null && !shown.closed();
    return new BookedLine(entry.claimId(), kept == null ? null : kept.day(), role(entry, year, language),
        SignedAmount.of(SignedAmount.total(entry.change())), SignedAmount.each(entry.change(), language),
        kept == null ? null : BillView.of(kept, shown.policies()), entry.isReversed(), List.of(), later,
        stands ? Addresses.reversal(entry.claimId()) : null, entry.claimId().equals(shown.wanted()));
  }

  private static Later later(GatheredYear.Step next, AccountKey key, Shown shown) {
    Language language = shown.policies().language();
    String label = next.reversed() ? language.text("console.taken-back-later", next.booking())
        : next.kind() == BookingKind.REPLACEMENT && next.about()
            ? language.text("console.corrected-later", next.booking())
            : language.text("console.decided-again-later", next.booking());
    return new Later(label, shown.part().address(key, next.place(), next.booking()));
  }

  private static String role(BookedEntry entry, GatheredYear year, Language language) {
    if (entry.isReversed()) {
      return language.text("console.bill-taken-back");
    }
    boolean about = entry.kind() == BookingKind.SETTLEMENT || entry.kind() == BookingKind.REPLACEMENT
        && entry.claimId().equals(year.booking(entry.accountVersion()).claimId());
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

  private static List<Sum> elsewhere(YearToDate year, Language language) {
    List<Sum> sums = sums(year, language);
    sums.removeIf(sum -> sum.amount().equals(Figures.amount(Money.ZERO)));
    return sums;
  }

  private static List<Sum> sums(YearToDate year, Language language) {
    List<Sum> sums = new ArrayList<>();
    sums.add(
        new Sum(language.text("console.left-after-insurance-so-far"), Figures.amount(year.burdenAfterInsurance())));
    sums.add(new Sum(language.text("console.eligible-so-far"), Figures.amount(year.assistanceEligible().total())));
    sums.add(paid(Benefit.MEDICAL_ASSISTANCE, year.assistancePaid().total(), language));
    if (year.criticalIllnessPaid().isPositive()) {
      sums.add(paid(Benefit.CRITICAL_ILLNESS, year.criticalIllnessPaid(), language));
    }
    if (year.topUpPaid().isPositive()) {
      sums.add(paid(Benefit.TOP_UP_ASSISTANCE, year.topUpPaid(), language));
    }
    return sums;
  }

  private static Sum paid(Benefit benefit, Money amount, Language language) {
    return new Sum(language.text("console.paid-so-far", DisplayNames.of(benefit, language)), Figures.amount(amount));
  }
}
