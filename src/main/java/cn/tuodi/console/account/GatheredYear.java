package cn.tuodi.console.account;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.assistance.Status;
import cn.tuodi.claim.CareType;
import cn.tuodi.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all entries of an account say, gathered while they pass: of each bill how it stands, of each booking its end. */
final class GatheredYear {

  private final AccountKey key;
  private final Map<String, Bill> bills = new LinkedHashMap<>();
  private final Map<String, List<Step>> steps = new HashMap<>();
  private final Map<Long, Booking> bookings = new LinkedHashMap<>();
  private Amounts balance = Amounts.NONE;
  private final Caps.Standing caps = new Caps.Standing();

  GatheredYear(AccountKey key) {
    this.key = key;
  }

  /**
   * A bill as it stands.
   *
   * @param claimId the bill
   * @param sequence its place in the year
   * @param day its day of service
   * @param care its kind of care
   * @param shares who pays it
   * @param status how it was decided
   * @param reversed whether it was taken back
   * @param corrected whether other facts took the place of what was settled first
   */
  record Bill(String claimId, int sequence, String day, CareType care, Shares shares, Status status,
      boolean reversed, boolean corrected) {}

  /**
   * Who pays a bill.
   *
   * @param total all of it
   * @param basic basic insurance
   * @param critical critical-illness insurance
   * @param assistance medical and top-up assistance
   * @param others whoever else
   * @param personal the person
   */
  record Shares(Money total, Money basic, Money critical, Money assistance, Money others, Money personal) {

    static final Shares NONE =
        new Shares(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    static Shares of(KeptDecision kept) {
      return new Shares(kept.total("total"), kept.total("basicInsurance"), kept.total("criticalIllness"),
          kept.assistance(), kept.others(), kept.total("personal"));
    }

    Shares plus(Shares more) {
      return new Shares(total.plus(more.total), basic.plus(more.basic), critical.plus(more.critical),
          assistance.plus(more.assistance), others.plus(more.others), personal.plus(more.personal));
    }
  }

  /**
   * What a booking has done to a bill.
   *
   * @param version the version of the bill that it makes
   * @param booking the booking
   * @param kind what was booked
   * @param reversed whether the bill was taken back
   * @param about whether the booking is about this bill
   * @param place the entry among all of the year, from 0
   */
  record Step(int version, long booking, BookingKind kind, boolean reversed, boolean about, int place) {}

  /**
   * A booking.
   *
   * @param version which one of the account
   * @param kind what it is
   * @param at when
   * @param by who asked for it, or null
   * @param reason why, or null
   * @param claimId the bill that it is about, or null
   * @param bills how many bills it has changed
   * @param place its first entry among all of the year, from 0
   * @param last its last entry among all of the year
   * @param balance what had accumulated after it
   * @param caps the caps that the bills knew which stood then; none where the booking is not shown
   */
  record Booking(long version, BookingKind kind, Instant at, String by, String reason, String claimId, int bills,
      int place, int last, Amounts balance, Caps caps) {}

  /**
   * Takes the next entry.
   *
   * @param place how many have come before it in the year
   * @param isShown whether what was left of caps is told of its booking
   */
  void take(BookedEntry entry, int place, boolean isShown) {
    balance = balance.plus(entry.change());
    KeptDecision kept = KeptDecision.of(entry);
    Booking before = bookings.get(entry.accountVersion());
    boolean about = before == null && entry.kind() != BookingKind.RESETTLEMENT;
    if (entry.claimId() != null) {
      take(entry, kept, about, place);
      caps.take(entry.claimId(), entry.sequence(), entry.isReversed() ? null : kept);
    }
    Caps known = isShown ? caps.last() : Caps.NONE;
    bookings.put(entry.accountVersion(), before == null
        ? new Booking(entry.accountVersion(), entry.kind(), entry.at(), entry.by(), entry.reason(),
            about ? entry.claimId() : null, entry.claimId() == null ? 0 : 1, place, place, balance, known)
        : new Booking(before.version(), before.kind(), before.at(), before.by(), before.reason(), before.claimId(),
            before.bills() + 1, before.place(), place, balance, known));
  }

  private void take(BookedEntry entry, KeptDecision kept, boolean about, int place) {
    Bill known = bills.get(entry.claimId());
    boolean corrected = known != null && known.corrected() || entry.kind() == BookingKind.REPLACEMENT && about;
    bills.put(entry.claimId(), new Bill(entry.claimId(), entry.sequence(), kept == null ? null : kept.day(),
        kept == null ? null : kept.care(), kept == null ? Shares.NONE : Shares.of(kept),
        kept == null ? null : kept.status(), entry.isReversed(), corrected));
    steps.computeIfAbsent(entry.claimId(), claimId -> new ArrayList<>(1)).add(
        new Step(entry.version(), entry.accountVersion(), entry.kind(), entry.isReversed(), about, place));
  }

  AccountKey key() {
    return key;
  }

  /** All bills in the order of the year, those that were taken back, too. */
  List<Bill> bills() {
    return bills.values().stream().sorted(Comparator.comparingInt(Bill::sequence)).toList();
  }

  /** All bookings in order. */
  List<Booking> bookings() {
    return List.copyOf(bookings.values());
  }

  /** A booking. */
  Booking booking(long version) {
    return bookings.get(version);
  }

  /** What was done next to a bill after one of its versions; empty where that one is the last. */
  Optional<Step> next(String claimId, int version) {
    return steps.get(claimId).stream().filter(step -> step.version() > version).findFirst();
  }

  /** What had accumulated at the end. */
  Amounts balance() {
    return balance;
  }

  /** What was left of the caps after a booking that is shown; before the first bill, of those that it was to find. */
  List<Sum> left(Booking booking, CitedPolicies policies) {
    Caps known = booking.caps().areUnknown() ? caps.first() : booking.caps();
    return known.left(booking.balance(), key.year(), policies);
  }

  /** What is left now of the caps that the bills know which stand. */
  List<Sum> left(CitedPolicies policies) {
    return caps.last().left(balance, key.year(), policies);
  }
}
