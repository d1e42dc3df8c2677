package cn.tuodi.account;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.Booking;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.account.book.Entry;
import cn.tuodi.account.store.AccountDatabase;
import cn.tuodi.account.store.AccountTransaction;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.claim.field.ClaimFields;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Settles claims into year accounts and corrects what was settled. Everything that changes an account is done with its row
 * locked, in one transaction: two at once on one account follow each other. The order of a year is the order of booking,
 * until {@link #resettle} puts it into that of service dates. A correction has the later bills decided again by the policy
 * of now.
 *
 * <p>Every method throws {@link SettlementRefused} where the request cannot be booked, and
 * {@link cn.tuodi.account.store.AccountsUnavailable} where the database fails; either way nothing of it stands, or all
 * of it does and the same request again finds it.
 */
public final class Settlements {

  private final AccountDatabase database;
  private final AssistanceDecider decider;
  private final Clock clock;

  /**
   * Settlements.
   *
   * @param database the accounts
   * @param decider decides claims
   * @param clock tells when something is booked
   */
  public Settlements(AccountDatabase database, AssistanceDecider decider, Clock clock) {
    this.database = database;
    this.decider = decider;
    this.clock = clock;
  }

  /**
   * Decides a claim from its account and books it. The same claim again is answered as the first time.
   *
   * @param claim the claim, with a person and without a year-to-date
   * @param writer writes the decision as it is to be answered
   * @param by who settles, or null
   */
  public Settled settle(Claim claim, Function<Decision, String> writer, String by) {
    check(claim);
    return database.inTransaction(open -> {
      Account account = open.lock(AccountKey.of(claim));
      List<Bill> versions = open.versions(claim.claimId());
      if (!versions.isEmpty()) {
        return new Settled(same(versions.get(versions.size() - 1), claim), false);
      }
      Decision decision = year(account.key(), writer, account.balance()).decide(claim);
      Bill bill = Bill.first(decision, writer.apply(decision), account.bills() + 1);
      open.book(account, booking(BookingKind.SETTLEMENT, claim.claimId(), null, by, List.of(new Entry(null, bill))));
      return new Settled(bill, true);
    });
  }

  /** The decision that {@link #settle} would book now (预结算); nothing is written. */
  public Decision preview(Claim claim) {
    check(claim);
    AccountKey key = AccountKey.of(claim);
    Amounts balance =
        database.inTransaction(open -> open.find(key).map(Account::balance).orElse(Amounts.NONE));
    return year(key, Decision::decisionId, balance).decide(claim);
  }

  private static void check(Claim claim) {
    if (claim.yearToDateStated()) {
      throw new SettlementRefused(SettlementRefusal.YEAR_TO_DATE_STATED, claim.claimId());
    }
    if (claim.person().personId() == null) {
      throw new SettlementRefused(SettlementRefusal.PERSON_MISSING, claim.claimId());
    }
  }

  private static Bill same(Bill bill, Claim claim) {
    if (bill.isReversed()) {
      throw new SettlementRefused(SettlementRefusal.CLAIM_REVERSED, claim.claimId());
    }
    if (!bill.isOf(claim)) {
      throw new SettlementRefused(SettlementRefusal.CLAIM_DIFFERS, claim.claimId());
    }
    return bill;
  }

  /**
   * Takes a bill back (退费). The later bills of the year are decided again in their order, and those that change are
   * adjusted in the same booking.
   *
   * @param claimId the bill
   * @param reason why
   * @param writer writes decisions as they are to be answered
   * @param by who does, or null
   * @return what changed, the bill itself first
   */
  public List<Entry> reverse(String claimId, String reason, Function<Decision, String> writer, String by) {
    return database.inTransaction(open -> {
      Standing standing = standing(open, claimId);
      YearOrder year = standing.upTo(this, writer);
      year.reversed(standing.bill());
      standing.later().forEach(year::again);
      return book(open, standing.account(), booking(BookingKind.REVERSAL, claimId, reason, by, year.changes()));
    });
  }

  /**
   * Puts a corrected bill in place of one, at its place in the year; the later ones are adjusted as after a reversal. The
   * same correction again changes nothing.
   *
   * @param corrected the bill as it should have been, with the same id
   * @param version the version that is replaced, so that of two corrections at once one is refused
   * @param reason why
   * @param writer writes decisions as they are to be answered
   * @param by who does, or null
   * @return what changed, the bill itself first; nothing where the bill is like that already
   */
  public List<Entry> replace(Claim corrected, int version, String reason, Function<Decision, String> writer,
      String by) {
    check(corrected);
    return database.inTransaction(open -> {
      Standing standing = standing(open, corrected.claimId());
      Bill bill = standing.bill();
      if (!standing.account().key().equals(AccountKey.of(corrected))) {
        throw new SettlementRefused(SettlementRefusal.ANOTHER_ACCOUNT, bill.claimId());
      }
      if (bill.version() != version) {
        if (bill.version() == version + 1 && bill.isOf(corrected)) {
          return List.of();
        }
        throw new SettlementRefused(SettlementRefusal.VERSION_PASSED, bill.claimId());
      }
      YearOrder year = standing.upTo(this, writer);
      year.corrected(bill, corrected, bill.sequence());
      standing.later().forEach(year::again);
      return book(open, standing.account(),
          booking(BookingKind.REPLACEMENT, bill.claimId(), reason, by, year.changes()));
    });
  }

  /**
   * Decides the whole year again in the order of service dates, those of one day in the order in which they were settled.
   *
   * @param key the account
   * @param person the facts of the person that hold now, or null where those of the bills stand
   * @param dry whether only to tell what would change
   * @param reason why
   * @param writer writes decisions as they are to be answered
   * @param by who does, or null
   * @return what changes
   */
  public List<Entry> resettle(AccountKey key, Person person, boolean dry, String reason,
      Function<Decision, String> writer, String by) {
    return database.inTransaction(open -> {
      if (open.find(key).isEmpty()) {
        throw new SettlementRefused(SettlementRefusal.ACCOUNT_UNKNOWN, null);
      }
      Account account = open.lock(key);
      List<Bill> bills = open.bills(account).stream().filter(bill -> !bill.isReversed()).toList();
      List<Bill> byDay =
          bills.stream().sorted(Comparator.comparing((Bill bill) -> bill.claim().serviceDate())).toList();
      YearOrder year = year(key, writer, open.opening(account));
      for (int i = 0; i < bills.size(); i++) {
        Bill bill = byDay.get(i);
        Claim facts = person == null ? bill.claim()
            : ClaimFields.SET.like(bill.claim()).with(ClaimFields.PERSON, person).facts();
        int place = bills.get(i).sequence();
        if (place == bill.sequence() && bill.isOf(facts)) {
          year.again(bill);
        } else {
          year.corrected(bill, facts, place);
        }
      }
      return dry ? year.changes()
          : book(open, account, booking(BookingKind.RESETTLEMENT, null, reason, by, year.changes()));
    });
  }

  /**
   * Books what had accumulated in another system, before anything else. The same again changes nothing.
   *
   * @param key the account
   * @param year what had accumulated
   * @param reason where it comes from, or null
   * @param by who does, or null
   * @return whether this request has booked it
   */
  public boolean open(AccountKey key, YearToDate year, String reason, String by) {
    Amounts opening = Amounts.of(year);
    return database.inTransaction(open -> {
      Account account = open.lock(key);
      if (account.version() > 0) {
        if (account.version() == 1 && account.bills() == 0 && open.opening(account).equals(opening)) {
          return false;
        }
        throw new SettlementRefused(SettlementRefusal.OPENING_TOO_LATE, null);
      }
      open.book(account, new Booking(BookingKind.OPENING, null, reason, by, now(), opening, List.of()));
      return true;
    });
  }

  /** All versions of a bill, the first one first; none where there is no such bill. */
  public List<Bill> versions(String claimId) {
    return database.inTransaction(open -> open.versions(claimId));
  }

  /** An account as it stands; empty where nothing was ever booked. */
  public Optional<Account> account(AccountKey key) {
    return database.inTransaction(open -> open.find(key));
  }

  /** The bills of an account in the order of the year, as they stood at a moment. */
  public List<Bill> bills(Account account, Instant asOf) {
    return database.inTransaction(open -> open.bills(account, asOf));
  }

  private static List<Entry> book(AccountTransaction open, Account account, Booking booking) {
    if (!booking.entries().isEmpty()) {
      open.book(account, booking);
    }
    return booking.entries();
  }

  private Booking booking(BookingKind kind, String claimId, String reason, String by, List<Entry> entries) {
    return new Booking(kind, claimId, reason, by, now(), Amounts.NONE, entries);
  }

  /** As exact as databases keep it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private YearOrder year(AccountKey key, Function<Decision, String> writer, Amounts accumulated) {
    return new YearOrder(decider, writer, key.year(), accumulated);
  }

  private static Standing standing(AccountTransaction open, String claimId) {
    AccountKey key = open.accountOf(claimId)
        .orElseThrow(() -> new SettlementRefused(SettlementRefusal.CLAIM_UNKNOWN, claimId));
    Account account = open.lock(key);
    List<Bill> bills = open.bills(account);
    Bill bill = bills.stream().filter(other -> other.claimId().equals(claimId)).findFirst().orElseThrow();
    if (bill.isReversed()) {
      throw new SettlementRefused(SettlementRefusal.CLAIM_REVERSED, claimId);
    }
    return new Standing(account, open.opening(account), bills, bill);
  }

  /** A bill among those of its account. */
  private record Standing(Account account, Amounts opening, List<Bill> bills, Bill bill) {

    /** The year up to the bill, as it was settled. */
    private YearOrder upTo(Settlements settlements, Function<Decision, String> writer) {
      Amounts before = bills.stream().filter(other -> other.sequence() < bill.sequence()).map(Bill::amounts)
          .reduce(opening, Amounts::plus);
      return settlements.year(account.key(), writer, before);
    }

    private List<Bill> later() {
      return bills.stream().filter(other -> other.sequence() > bill.sequence() && !other.isReversed()).toList();
    }
  }
}
