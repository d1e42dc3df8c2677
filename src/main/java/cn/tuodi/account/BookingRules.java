package cn.tuodi.account;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.Booking;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.account.book.Entry;
import cn.tuodi.account.store.AccountTransaction;
import cn.tuodi.account.store.LockedAccount;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Identity;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What all bookings have in common.
 *
 * @param decider decides claims, by the policy of now
 * @param clock tells which day it is
 * @param closedThrough the last year in which nothing is booked any more
 */
public record BookingRules(AssistanceDecider decider, Clock clock, int closedThrough) {

  /** Where it is decided which day it is. */
  public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  /** What stands for a folder in an address. */
  private static final Set<String> DOTS = Set.of(".", "..");
  /** What else stands in the place of a claim's id in an address. */
  private static final Set<String> RESERVED = Set.of(".", "..", "changes", "preview", "sums");

  /** Most bills of an account: each correction decides those again that are later. */
  public static final int MAX_BILLS = 10_000;

  /** No year is closed. */
  public static final int NONE_CLOSED = 0;

  /** Refuses a claim that does not belong into an account. */
  void check(Claim claim) {
    if (claim.yearToDateStated()) {
      throw new SettlementRefused(SettlementRefusal.YEAR_TO_DATE_STATED, claim.claimId());
    }
    if (claim.person().personId() == null) {
      throw new SettlementRefused(SettlementRefusal.PERSON_MISSING, claim.claimId());
    }
    List<String> reserved = new ArrayList<>();
    if (RESERVED.contains(claim.claimId()) || AccountKey.isMark(claim.claimId())) {
      reserved.add("/claimId");
    }
    if (DOTS.contains(claim.person().personId()) || AccountKey.isMark(claim.person().personId())) {
      reserved.add("/person/personId");
    }
    if (!reserved.isEmpty()) {
      throw new SettlementRefused(SettlementRefusal.ID_RESERVED, claim.claimId(), reserved);
    }
  }

  /** Refuses a claim that is not settled, or not any more. */
  void checkSettled(Claim claim) {
    check(claim);
    check(AccountKey.of(claim), claim.claimId());
  }

  /** Refuses a bill of a day that has not come: what is settled exists. Clocks may be a day apart. */
  void checkDay(Claim claim) {
    if (claim.serviceDate().isAfter(tomorrow())) {
      throw new SettlementRefused(SettlementRefusal.SERVICE_DATE_AHEAD, claim.claimId());
    }
  }

  private LocalDate tomorrow() {
    return today().plusDays(1);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(BEIJING));
  }

  /** Refuses identities of which nobody can know yet: a recognition is recorded once it was made. */
  void checkRecognised(List<Identity> identities) {
    if (identities.stream().anyMatch(identity -> identity.recognisedOn().isAfter(today()))) {
      throw new SettlementRefused(SettlementRefusal.RECOGNISED_AHEAD, null);
    }
  }

  /** Refuses a year that has not begun: there is nothing of it that another system could have paid. */
  void checkBegun(int year) {
    if (year > tomorrow().getYear()) {
      throw new SettlementRefused(SettlementRefusal.YEAR_AHEAD, null);
    }
  }

  /** An account that can be booked on, locked. */
  LockedAccount lock(AccountTransaction open, AccountKey key, String claimId) {
    check(key, claimId);
    return open.lock(key, claimId)
        .orElseThrow(() -> new SettlementRefused(SettlementRefusal.YEAR_ERASED, claimId));
  }

  /** Refuses a year in which nothing is booked any more, and what stands in place of an erased id. */
  void check(AccountKey key, String claimId) {
    if (AccountKey.isMark(key.personId())) {
      throw new SettlementRefused(SettlementRefusal.ID_RESERVED, claimId);
    }
    if (isClosed(key)) {
      throw new SettlementRefused(SettlementRefusal.YEAR_CLOSED, claimId);
    }
  }

  /** Refuses a place in whose province no claim of a year could be decided. */
  void checkDecided(String region, int year) {
    decider.refusal(region, year).ifPresent(refusal -> {
      throw new SettlementRefused(refusal, null);
    });
  }

  /** Whether nothing is booked on the year of an account any more. */
  boolean isClosed(AccountKey key) {
    return key.year() <= closedThrough;
  }

  /** The bill of a year that is closed, if it was settled before with the same facts. */
  Settled settledBefore(AccountTransaction open, Claim claim) {
    if (open.accountOf(claim.claimId()).isEmpty()) {
      throw new SettlementRefused(SettlementRefusal.YEAR_CLOSED, claim.claimId());
    }
    return new Settled(AccountKey.of(claim), known(open, claim), false);
  }

  /** The bill that the id of a claim stands for, if it states the same facts. */
  Bill known(AccountTransaction open, Claim claim) {
    Bill bill = open.entries().bill(claim.claimId()).orElseThrow();
    if (bill.isReversed()) {
      throw new SettlementRefused(SettlementRefusal.CLAIM_REVERSED, claim.claimId());
    }
    if (!bill.isOf(claim)) {
      throw new SettlementRefused(claim.claimId(), ClaimDifferences.between(bill.claim(), claim), bill.version());
    }
    return bill;
  }

  /** What a claim comes to where its account stands. */
  Decision decided(Claim claim, Account account) {
    return year(account.key(), unwritten -> null, account.balance()).decide(claim);
  }

  /** A year from some place on. */
  YearOrder year(AccountKey key, Function<Decision, String> writer, Amounts accumulated) {
    return new YearOrder(decider, writer, key.year(), accumulated);
  }

  /** Refuses one more bill where a year has as many as can be corrected together. */
  void checkRoom(Account account, String claimId) {
    if (account.bills() >= MAX_BILLS) {
      throw new SettlementRefused(SettlementRefusal.YEAR_FULL, claimId);
    }
  }

  /** A booking. */
  Booking booking(BookingKind kind, String claimId, Request request, List<Entry> entries) {
    return new Booking(kind, claimId, request.reason(), request.by(), Amounts.NONE, entries);
  }

  /**
   * Who asks for a booking, and why.
   *
   * @param by who asks, or null where nobody has to log in
   * @param reason why, or null for a settlement
   * @param seen version of the account for which it is meant, or null where it is meant for any
   */
  public record Request(String by, String reason, Integer seen) {

    /** A booking that is meant for whichever version of the account. */
    public Request(String by, String reason) {
      this(by, reason, null);
    }
  }
}
