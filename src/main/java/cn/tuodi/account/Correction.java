package cn.tuodi.account;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.account.book.Entry;
import cn.tuodi.account.book.PaidLines;
import cn.tuodi.money.Money;
import java.util.List;

/**
 * What a correction changes.
 *
 * @param key the account
 * @param accountVersion version of the account that is corrected
 * @param kind what is corrected in which way
 * @param isDry whether it was only looked at
 * @param entries the first bills that change, in the order of the year, as they were in brief; none where all is like
 *     that already
 * @param count how many bills change
 * @param change what all of them add to the account; negative amounts are taken back
 * @param recovered what is taken back of single benefits of single bills, added up
 * @param lines what is paid more on all of them, by benefit and payer
 */
public record Correction(AccountKey key, long accountVersion, BookingKind kind, boolean isDry, List<Entry> entries,
    int count, Amounts change, Money recovered, PaidLines lines) {

  /** Most bills that are told of one correction. */
  public static final int MAX_TOLD = 1_000;

  /** A correction that changes nothing. */
  static Correction none(AccountKey key, long accountVersion, BookingKind kind, boolean isDry) {
    return new Correction(key, accountVersion, kind, isDry, List.of(), 0, Amounts.NONE, Money.ZERO, PaidLines.NONE);
  }

  /** Version at which the account stands now: a booking has added one. */
  public long versionNow() {
    return isDry || count == 0 ? accountVersion : accountVersion + 1;
  }
}
