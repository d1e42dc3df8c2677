package cn.tuodi.account;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.account.book.PaidLines;
import cn.tuodi.account.store.AccountTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A part of what was booked in a person's year: so many entries at once as there is room for, whatever the year has.
 *
 * @param accounts the accounts of which there are entries in this part, by province
 * @param next where the next part begins, or null where this is the last one
 */
public record YearPart(List<Read> accounts, Place next) {

  /**
   * Which part is asked for.
   *
   * @param asOf the moment that is asked about, or null for now
   * @param after where it begins, or null at the beginning
   * @param most most entries to tell
   * @param kept an entry as it is held until all are told
   */
  public record Asked(Instant asOf, Place after, int most, UnaryOperator<BookedEntry> kept) {}

  /**
   * A place in a year: behind an entry.
   *
   * @param province the province of its account
   * @param entryId the entry
   */
  public record Place(String province, long entryId) {

    private boolean isAfter(BookedEntry entry) {
      return province.equals(entry.key().province()) && entry.id() <= entryId;
    }
  }

  /**
   * An account, with a part of what was booked on it.
   *
   * @param account the account as it stands now
   * @param version its version at the moment that was asked about
   * @param balance what had accumulated by then
   * @param paid what was paid by then
   * @param before what had accumulated before the part
   * @param entries the part, in order
   * @param latest the latest version of each bill of the part
   */
  public record Read(Account account, long version, Amounts balance, PaidLines paid, Amounts before,
      List<BookedEntry> entries, Map<String, Integer> latest) {}

  /** Reads a part; refused where nothing had been booked. */
  static YearPart read(AccountTransaction open, String personId, int year, Asked asked) {
    List<Read> all = new ArrayList<>();
    Place next = null;
    int told = 0;
    boolean isKnown = false;
    for (Account account : open.accounts(personId, year)) {
      if (asked.after() != null && account.key().province().compareTo(asked.after().province()) < 0) {
        isKnown = true;
        continue;
      }
      if (next != null) {
        break;
      }
      Reader reader = new Reader(account, asked, asked.most() - told);
      open.entries().each(account, asked.asOf(), reader::take);
      isKnown |= reader.version > 0;
      if (!reader.entries.isEmpty()) {
        all.add(reader.read());
      }
      told += reader.entries.size();
      next = reader.isMore ? all.isEmpty() ? asked.after() : last(all) : null;
    }
    if (!isKnown) {
      throw new SettlementRefused(SettlementRefusal.ACCOUNT_UNKNOWN, null);
    }
    return new YearPart(all, next);
  }

  private static Place last(List<Read> all) {
    Read last = all.get(all.size() - 1);
    return new Place(last.account().key().province(), last.entries().get(last.entries().size() - 1).id());
  }

  /** Takes the entries of an account one by one, and keeps those of the part. */
  private static final class Reader {

    private final Account account;
    private final Asked asked;
    private final int most;
    private final List<BookedEntry> entries = new ArrayList<>();
    private final Map<String, Integer> latest = new HashMap<>();
    private Amounts before = Amounts.NONE;
    private Amounts balance = Amounts.NONE;
    private PaidLines paid = PaidLines.NONE;
    private long version;
    private boolean isMore;

    Reader(Account account, Asked asked, int most) {
      this.account = account;
      this.asked = asked;
      this.most = most;
    }

    void take(BookedEntry entry) {
      if (asked.after() != null && asked.after().isAfter(entry)) {
        before = before.plus(entry.change());
      } else if (entries.size() < most) {
        entries.add(asked.kept().apply(entry));
        latest.put(entry.claimId(), entry.version());
      } else {
        isMore = true;
        latest.computeIfPresent(entry.claimId(), (claimId, known) -> entry.version());
      }
      balance = balance.plus(entry.change());
      paid = paid.plus(PaidLines.changedBy(entry));
      version = entry.accountVersion();
    }

    Read read() {
      return new Read(account, version, balance, paid, before, entries, latest);
    }
  }
}
