package cn.tuodi.account;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.account.book.Entry;
import java.util.List;

/**
 * What a correction changes.
 *
 * @param key the account
 * @param accountVersion version of the account that is corrected
 * @param kind what is corrected in which way
 * @param isDry whether it was only looked at
 * @param entries the bills that change, in the order of the year; none where all is like that already
 */
public record Correction(AccountKey key, long accountVersion, BookingKind kind, boolean isDry, List<Entry> entries) {

  /** Version at which the account stands now: a booking has added one. */
  public long versionNow() {
    return isDry || entries.isEmpty() ? accountVersion : accountVersion + 1;
  }

  /** What it adds to the account, all together; negative amounts are taken back. */
  public Amounts change() {
    return entries.stream().map(Entry::change).reduce(Amounts.NONE, Amounts::plus);
  }
}
