package cn.tuodi.account;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.account.book.Change;
import cn.tuodi.account.store.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads accounts. Who has read what of whom is noted in the same transaction. Throws as {@link Settlements} does. */
public final class AccountReading {

  /** Stands in place of a person where changes of all are read. */
  private static final String EVERYBODY = "*";

  private final Transactions transactions;
  private final BookingRules rules;

  /**
   * Reading.
   *
   * @param transactions the accounts
   * @param rules what holds for all bookings
   */
  public AccountReading(Transactions transactions, BookingRules rules) {
    this.transactions = transactions;
    this.rules = rules;
  }

  /**
   * An account with what was booked on it.
   *
   * @param account the account as it stands now
   * @param entries what was booked until the moment that was asked about, in order
   */
  public record Read(Account account, List<BookedEntry> entries) {}

  /**
   * What was booked on a bill, the first version first.
   *
   * @param claimId the bill
   * @param by who reads, or null
   */
  public List<BookedEntry> bill(String claimId, String by) {
    return transactions.inTransaction(open -> {
      List<BookedEntry> entries = open.history(claimId);
      if (entries.isEmpty()) {
        throw new SettlementRefused(SettlementRefusal.CLAIM_UNKNOWN, claimId);
      }
      open.read(entries.get(0).key().personId(), entries.get(0).key().year(), claimId, by, rules.now());
      return entries;
    });
  }

  /**
   * The accounts of a person in a year, by province.
   *
   * @param personId the person
   * @param year the year
   * @param asOf the moment that is asked about, or null for now
   * @param by who reads, or null
   */
  public List<Read> year(String personId, int year, Instant asOf, String by) {
    return transactions.inTransaction(open -> {
      List<Read> all = new ArrayList<>();
      for (Account account : open.accounts(personId, year)) {
        List<BookedEntry> entries = open.history(account, asOf);
        if (!entries.isEmpty()) {
          all.add(new Read(account, entries));
        }
      }
      if (all.isEmpty()) {
        throw new SettlementRefused(SettlementRefusal.ACCOUNT_UNKNOWN, null);
      }
      open.read(personId, year, null, by, rules.now());
      return all;
    });
  }

  /** The provinces in which a person has accounts in a year; never none. */
  public List<String> provinces(String personId, int year) {
    List<Account> accounts = transactions.inTransaction(open -> open.accounts(personId, year));
    if (accounts.isEmpty()) {
      throw new SettlementRefused(SettlementRefusal.ACCOUNT_UNKNOWN, null);
    }
    return accounts.stream().map(account -> account.key().province()).toList();
  }

  /**
   * What was booked after a number, in the order in which it came to stand.
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
        open.read(EVERYBODY, null, null, by, rules.now());
      }
      return changes;
    });
  }
}
