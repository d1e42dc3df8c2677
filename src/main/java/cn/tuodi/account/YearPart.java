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
import java.util.function.Consumer;
import java.util.function.Supplier;
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
   * @param skipped so many entries of all accounts come before it
   * @param most most entries to tell
   * @param kept an entry as it is held until all are told
   * @param seen begins to see every entry of all accounts, those of the other parts, too; null where nobody does. It
   *     begins anew where the database has the transaction repeated
   */
  public record Asked(Instant asOf, Place after, int skipped, int most, UnaryOperator<BookedEntry> kept,
      Supplier<Consumer<BookedEntry>> seen) {

    /** A part that begins behind a place. */
    public Asked(Instant asOf, Place after, int most, UnaryOperator<BookedEntry> kept) {
      this(asOf, after, 0, most, kept, null);
    }

    /** So many entries after so many others, of an account of which every entry is seen. */
    public static Asked page(int skipped, int most, Supplier<Consumer<BookedEntry>> seen) {
      return new Asked(null, null, skipped, most, UnaryOperator.identity(), seen);
    }
  }

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
    int passed = 0;
    Consumer<BookedEntry> seen = asked.seen() == null ? entry -> {} : asked.seen().get();
    boolean isKnown = false;
    for (Account account : open.accounts(personId, year)) {
      if (asked.after() != null && account.key().province().compareTo(asked.after().province()) < 0) {
        isKnown = true;
        continue;
      }
      if (next != null && asked.seen() == null) {
        break;
      }
      Reader reader = new Reader(account, asked, seen, asked.skipped() - passed, asked.most() - told);
      open.entries().each(account, asked.asOf(), reader::take);
      isKnown |= reader.version > 0;
      if (!reader.entries.isEmpty()) {
        all.add(reader.read());
      }
      told += reader.entries.size();
      passed += reader.count;
      next = next != null ? next : reader.isMore ? all.isEmpty() ? asked.after() : last(all) : null;
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
    private final Consumer<BookedEntry> seen;
    private final int skipped;
    private final int most;
    private final List<BookedEntry> entries = new ArrayList<>();
    private final Map<String, Integer> latest = new HashMap<>();
    private Amounts before = Amounts.NONE;
    private Amounts balance = Amounts.NONE;
    private PaidLines paid = PaidLines.NONE;
    private long version;
    private boolean isMore;
    private int count;

    Reader(Account account, Asked asked, Consumer<BookedEntry> seen, int skipped, int most) {
      this.account = account;
      this.asked = asked;
      this.seen = seen;
      this.skipped = skipped;
      this.most = most;
    }

    void take(BookedEntry entry) {
      seen.accept(entry);
      if (count++ < skipped || asked.after() != null && asked.after().isAfter(entry)) {
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
