package cn.tuodi.account;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.account.book.BookedSums;
import cn.tuodi.account.book.Change;
import cn.tuodi.account.store.SumRows;
import cn.tuodi.account.store.Transactions;
import cn.tuodi.account.store.YearSize;
import java.util.List;

/** Reads accounts. Who has read what of whom is noted in the same transaction. Throws as {@link Settlements} does. */
public final class AccountReading {

  /** Stands in place of a person where changes of all are read. */
  private static final String EVERYBODY = "*";

  private final Transactions transactions;

  /**
   * Reading.
   *
   * @param transactions the accounts
   */
  public AccountReading(Transactions transactions) {
    this.transactions = transactions;
  }

  /** How much is to be told of a person's year. */
  public YearSize size(String personId, int year) {
    return transactions.inOneStatement(open -> open.entries().size(personId, year));
  }

  /** How much is to be told of the year in which a bill stands. */
  public YearSize size(String claimId) {
    return transactions.inOneStatement(open -> open.entries().size(claimId));
  }

  /**
   * Versions of a bill.
   *
   * @param some one of them, which tells whose the bill is
   * @param entries those that were asked for, the earliest first; none where there are no later ones
   */
  public record Versions(BookedEntry some, List<BookedEntry> entries) {}

  /**
   * What was booked on a bill, the first version first.
   *
   * @param claimId the bill
   * @param after the version after which to begin, 0 for the first
   * @param most most versions to tell
   * @param by who reads, or null
   */
  public Versions bill(String claimId, int after, int most, String by) {
    if (AccountKey.isMark(claimId)) {
      throw new SettlementRefused(SettlementRefusal.CLAIM_UNKNOWN, claimId);
    }
    return transactions.inTransaction(open -> {
      List<BookedEntry> entries = open.entries().ofBill(claimId, after, most);
      List<BookedEntry> known = entries.isEmpty() ? open.entries().ofBill(claimId, 0, 1) : entries;
      if (known.isEmpty()) {
        throw new SettlementRefused(SettlementRefusal.CLAIM_UNKNOWN, claimId);
      }
      BookedEntry some = known.get(0);
      open.read(some.key().personId(), some.key().year(), claimId, by);
      return new Versions(some, entries);
    });
  }

  /**
   * The accounts of a person in a year, by province, a part of them at a time.
   *
   * @param personId the person
   * @param year the year
   * @param part which part
   * @param by who reads, or null
   */
  public YearPart year(String personId, int year, YearPart.Asked part, String by) {
    requireOwn(personId);
    return transactions.inTransaction(open -> {
      YearPart read = YearPart.read(open, personId, year, part);
      open.read(personId, year, null, by);
      return read;
    });
  }

  /**
   * A bill that was looked for.
   *
   * @param last the last that was booked on it
   * @param place how many entries of the person's year come before that
   */
  public record Found(BookedEntry last, int place) {}

  /**
   * Where a bill stands.
   *
   * @param claimId the bill
   * @param by who reads, or null
   */
  public Found find(String claimId, String by) {
    return transactions.inTransaction(open -> {
      BookedEntry last = open.entries().last(claimId).filter(entry -> !AccountKey.isMark(claimId))
          .orElseThrow(() -> new SettlementRefused(SettlementRefusal.CLAIM_UNKNOWN, claimId));
      open.read(last.key().personId(), last.key().year(), claimId, by);
      return new Found(last, open.entries().before(last));
    });
  }

  /**
   * All accounts of a person, the last year first; none where there are none.
   *
   * @param personId the person
   * @param by who reads, or null
   */
  public List<Account> ofPerson(String personId, String by) {
    if (AccountKey.isMark(personId)) {
      return List.of();
    }
    return transactions.inTransaction(open -> {
      List<Account> accounts = open.accounts(personId);
      // Each year is erased by itself, and what was noted of it with it.
      accounts.stream().map(account -> account.key().year()).distinct()
          .forEach(year -> open.read(personId, year, null, by));
      return accounts;
    });
  }

  /** What is left of an erased id finds nothing. */
  private static void requireOwn(String personId) {
    if (AccountKey.isMark(personId)) {
      throw new SettlementRefused(SettlementRefusal.ACCOUNT_UNKNOWN, null);
    }
  }

  /** The provinces in which a person has accounts in a year; never none. */
  public List<String> provinces(String personId, int year) {
    requireOwn(personId);
    List<Account> accounts = transactions.inTransaction(open -> open.accounts(personId, year));
    if (accounts.isEmpty()) {
      throw new SettlementRefused(SettlementRefusal.ACCOUNT_UNKNOWN, null);
    }
    return accounts.stream().map(account -> account.key().province()).toList();
  }

  /**
   * What was booked in a period, added up. Bookings get their numbers before, as where changes are read.
   *
   * @param asked which bookings
   * @param by who reads, or null
   */
  public BookedSums sums(SumRows.Asked asked, String by) {
    transactions.inTransaction(open -> {
      open.number();
      return null;
    });
    return transactions.inTransaction(open -> {
      if (asked.through() != null && asked.through() > open.lastNumber()) {
        throw new SettlementRefused(SettlementRefusal.NUMBER_UNKNOWN, null);
      }
      BookedSums sums = open.sums().of(asked);
      open.read(EVERYBODY, null, null, by);
      return sums;
    });
  }

  /**
   * What was booked after a number, in the order in which it came to stand, in brief.
   *
   * @param after the last number that is known, 0 for none
   * @param most most bookings to tell
   * @param by who reads, or null
   */
  public List<Change> changes(long after, int most, String by) {
    return transactions.inTransaction(open -> {
      List<Change> changes = open.changes(after, most);
      if (after > open.lastNumber()) {
        throw new SettlementRefused(SettlementRefusal.NUMBER_UNKNOWN, null);
      }
      if (!changes.isEmpty()) {
        open.read(EVERYBODY, null, null, by);
      }
      return changes;
    });
  }
}
