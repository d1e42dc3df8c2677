package cn.tuodi.account;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.BillPlace;
import cn.tuodi.account.book.Booking;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.account.book.PersonChange;
import cn.tuodi.account.book.Posting;
import cn.tuodi.account.store.AccountTransaction;
import cn.tuodi.account.store.LockedAccount;
import cn.tuodi.account.store.Transactions;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.claim.field.ClaimFields;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Corrects what was settled. The later bills of the year are decided again by the policy of now, in their order, and those
 * that come to something else are adjusted in the same booking. Each correction can be looked at before it is booked: a
 * dry one changes nothing. Throws as {@link Settlements} does.
 */
public final class Corrections {

  private final Transactions transactions;
  private final BookingRules rules;
  private final Function<Decision, String> writer;

  /**
   * Corrections.
   *
   * @param transactions the accounts
   * @param rules what holds for all bookings
   * @param writer writes decisions as they are to be answered
   */
  public Corrections(Transactions transactions, BookingRules rules, Function<Decision, String> writer) {
    this.transactions = transactions;
    this.rules = rules;
    this.writer = writer;
  }

  /**
   * Takes a bill back (退费).
   *
   * @param claimId the bill
   * @param dry whether only to tell what would change
   * @param request who asks, and why
   * @return what changes, the bill itself first
   */
  public Correction reverse(String claimId, boolean dry, BookingRules.Request request) {
    CorrectionBooking.Order order = new CorrectionBooking.Order(BookingKind.REVERSAL, claimId, dry, request);
    return corrected(order, open -> standing(open, claimId), (open, standing) -> {
      Bill bill = standing.bill(claimId);
      CorrectionBooking booking = booking(open, standing, order);
      YearOrder year = upTo(standing, bill, booking);
      year.reversed(bill);
      standing.after(bill, year::again);
      return booking.done();
    });
  }

  /**
   * Puts a corrected bill in place of one, at its place in the year. The same correction again changes nothing.
   *
   * @param corrected the bill as it should have been, with the same id
   * @param version the version that is replaced, so that of two corrections at once one is refused
   * @param dry whether only to tell what would change
   * @param request who asks, and why
   * @return what changes, the bill itself first; nothing where the bill is like that already
   */
  public Correction replace(Claim corrected, int version, boolean dry, BookingRules.Request request) {
    rules.check(corrected);
    CorrectionBooking.Order order =
        new CorrectionBooking.Order(BookingKind.REPLACEMENT, corrected.claimId(), dry, request);
    return corrected(order, open -> standing(open, corrected.claimId()), (open, standing) -> {
      Bill bill = standing.bill(corrected.claimId());
      Account account = standing.account();
      if (!account.key().equals(AccountKey.of(corrected))) {
        throw new SettlementRefused(SettlementRefusal.ANOTHER_ACCOUNT, bill.claimId());
      }
      if (bill.isOf(corrected) && (bill.version() == version || bill.version() == version + 1)) {
        if (dry) {
          open.read(account.key().personId(), account.key().year(), bill.claimId(), request.by());
        }
        return Correction.none(account.key(), account.version(), BookingKind.REPLACEMENT, dry);
      }
      if (bill.version() != version) {
        throw new SettlementRefused(SettlementRefusal.VERSION_PASSED, bill.claimId());
      }
      rules.checkDay(corrected);
      CorrectionBooking booking = booking(open, standing, order);
      YearOrder year = upTo(standing, bill, booking);
      year.corrected(bill, corrected, bill.sequence());
      standing.after(bill, year::again);
      return booking.done();
    });
  }

  /**
   * Decides the whole year again in the order of service dates, those of one day in the order in which they were settled.
   *
   * @param key the account
   * @param person what becomes of the person of each bill
   * @param dry whether only to tell what would change
   * @param request who asks, and why
   * @return what changes
   */
  public Correction resettle(AccountKey key, PersonChange person, boolean dry, BookingRules.Request request) {
    rules.checkRecognised(person.added());
    CorrectionBooking.Order order = new CorrectionBooking.Order(BookingKind.RESETTLEMENT, null, dry, request);
    return corrected(order, open -> {
      rules.check(key, null);
      if (open.find(key).isEmpty()) {
        throw new SettlementRefused(SettlementRefusal.ACCOUNT_UNKNOWN, null);
      }
      return new StandingYear(open, rules.lock(open, key, null).account());
    }, (open, standing) -> {
      CorrectionBooking booking = booking(open, standing, order);
      YearOrder year = rules.year(key, writer, standing.opening()).telling(booking);
      Iterator<BillPlace> places = standing.standing().iterator();
      standing.byDay(bill -> decideAgain(year, bill, person, places.next().sequence()));
      return booking.done();
    });
  }

  private static void decideAgain(YearOrder year, Bill bill, PersonChange change, int place) {
    Claim facts = bill.claim();
    if (change.isTooMuchFor(facts.person())) {
      throw new SettlementRefused(SettlementRefusal.IDENTITIES_TOO_MANY, bill.claimId());
    }
    Person person = change.of(facts.person());
    if (change.whole() != null && person.birthDate() != null && person.birthDate().isAfter(facts.serviceDate())) {
      throw new SettlementRefused(SettlementRefusal.BORN_LATER, bill.claimId());
    }
    if (!person.equals(facts.person())) {
      facts = ClaimFields.SET.like(facts).with(ClaimFields.PERSON, person).facts();
    }
    if (place == bill.sequence() && bill.isOf(facts)) {
      year.again(bill);
    } else {
      year.corrected(bill, facts, place);
    }
  }

  /**
   * Books what had accumulated in another system, before anything else. Another balance takes the place of an earlier one
   * as long as no bill stands; the same again changes nothing.
   *
   * @param key the account
   * @param year what had accumulated, with the area where it did
   * @param request who asks, and where it comes from
   * @return whether this request has booked it
   */
  public boolean open(AccountKey key, YearToDate year, BookingRules.Request request) {
    rules.checkBegun(key.year());
    rules.checkDecided(year.region(), key.year());
    Amounts opening = Amounts.of(year);
    return transactions.inTransaction(open -> {
      Account account = rules.lock(open, key, null).account();
      Optional<Amounts> before = open.opening(account);
      if (before.filter(opening::equals).isPresent()) {
        return false;
      }
      if (!open.entries().places(account).stream().allMatch(BillPlace::isReversed)) {
        throw new SettlementRefused(SettlementRefusal.OPENING_TOO_LATE, null);
      }
      open.book(List.of(new Posting(account, new Booking(BookingKind.OPENING, null, request.reason(), request.by(),
          opening.minus(before.orElse(Amounts.NONE)), List.of()))));
      return true;
    });
  }

  /**
   * Erases a person's year once it is closed: whose it was and what the claims were. Amounts stay.
   *
   * @param personId the person
   * @param year the year
   * @param request who asks, and why
   */
  public void erase(String personId, int year, BookingRules.Request request) {
    if (year > rules.closedThrough()) {
      throw new SettlementRefused(SettlementRefusal.YEAR_OPEN, null);
    }
    transactions.inTransaction(open -> {
      List<Account> accounts = open.accounts(personId, year);
      if (accounts.isEmpty() || AccountKey.isMark(personId)) {
        throw new SettlementRefused(SettlementRefusal.ACCOUNT_UNKNOWN, null);
      }
      accounts.forEach(account -> open.lock(account.key(), null).map(LockedAccount::account)
          .ifPresent(locked -> open.erase(locked, request.by(), request.reason())));
      return null;
    });
  }

  private StandingYear standing(AccountTransaction open, String claimId) {
    AccountKey key = open.accountOf(claimId).filter(account -> !AccountKey.isMark(claimId))
        .orElseThrow(() -> new SettlementRefused(SettlementRefusal.CLAIM_UNKNOWN, claimId));
    return new StandingYear(open, rules.lock(open, key, claimId).account());
  }

  private CorrectionBooking booking(AccountTransaction open, StandingYear standing, CorrectionBooking.Order order) {
    return new CorrectionBooking(open, rules, standing.account(), order);
  }

  /**
   * What has become of a correction.
   *
   * @param correction what changes, or null
   * @param refused why nothing does, or null
   */
  private record Corrected(Correction correction, SettlementRefused refused) {}

  /** Corrects a year. Who only looks has read the account even where the correction is refused then, which is noted. */
  private Correction corrected(CorrectionBooking.Order order, Function<AccountTransaction, StandingYear> reading,
      BiFunction<AccountTransaction, StandingYear, Correction> work) {
    Corrected done = transactions.inTransaction(open -> {
      StandingYear standing = reading.apply(open);
      try {
        return new Corrected(work.apply(open, standing), null);
      } catch (SettlementRefused e) {
        if (!order.dry()) {
          throw e;
        }
        AccountKey key = standing.account().key();
        open.read(key.personId(), key.year(), order.claimId(), order.request().by());
        return new Corrected(null, e);
      }
    });
    if (done.refused() != null) {
      throw done.refused();
    }
    return done.correction();
  }

  /** The year up to a bill, as it was settled. */
  private YearOrder upTo(StandingYear standing, Bill bill, CorrectionBooking booking) {
    return rules.year(standing.account().key(), writer, standing.before(bill)).telling(booking);
  }
}
