package cn.tuodi.account;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.account.book.Entry;
import cn.tuodi.account.book.PaidLines;
import cn.tuodi.account.store.AccountTransaction;
import cn.tuodi.account.store.OpenBooking;
import cn.tuodi.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A correction while it is done: takes each bill that changes and books it, a few at a time. What is told of them is held
 * until the end, of the first ones only, so that a year of many bills does not take more room than one of few.
 */
final class CorrectionBooking implements Consumer<Entry> {

  private static final int WRITTEN_AT_ONCE = 50;

  private final AccountTransaction open;
  private final BookingRules rules;
  private final Account account;
  private final Order order;
  private final List<Entry> told = new ArrayList<>();
  private final List<Entry> unwritten = new ArrayList<>();
  private OpenBooking booking;
  private Amounts change = Amounts.NONE;
  private Money recovered = Money.ZERO;
  private PaidLines lines = PaidLines.NONE;
  private int count;

  /**
   * What is corrected.
   *
   * @param kind in which way
   * @param claimId the bill that it is about, or null
   * @param dry whether only to tell what would change
   * @param request who asks, and why
   */
  record Order(BookingKind kind, String claimId, boolean dry, BookingRules.Request request) {}

  /**
   * A correction.
   *
   * @param open the transaction
   * @param rules what holds for all bookings
   * @param account the account, locked
   * @param order what is corrected
   * @throws SettlementRefused if something was booked since it was looked at
   */
  CorrectionBooking(AccountTransaction open, BookingRules rules, Account account, Order order) {
    Integer seen = order.request().seen();
    if (seen != null && seen != account.version()) {
      throw new SettlementRefused(SettlementRefusal.ACCOUNT_CHANGED, order.claimId());
    }
    this.open = open;
    this.rules = rules;
    this.account = account;
    this.order = order;
  }

  @Override
  public void accept(Entry entry) {
    count++;
    change = change.plus(entry.change());
    recovered = recovered.plus(entry.change().recovered());
    lines = lines.plus(PaidLines.of(entry.after())).minus(PaidLines.of(entry.before()));
    if (told.size() < Correction.MAX_TOLD) {
      told.add(new Entry(entry.before().brief(), entry.after()));
    }
    if (!order.dry()) {
      unwritten.add(entry);
      if (unwritten.size() == WRITTEN_AT_ONCE) {
        write();
      }
    }
  }

  private void write() {
    if (booking == null) {
      booking = open.begin(account, rules.booking(order.kind(), order.claimId(), order.request(), List.of()));
    }
    booking.add(unwritten);
    unwritten.clear();
  }

  /** All that has changed; booked, unless it is only looked at, which is noted. */
  Correction done() {
    if (order.dry()) {
      open.read(account.key().personId(), account.key().year(), order.claimId(), order.request().by());
    } else if (count > 0) {
      if (!unwritten.isEmpty()) {
        write();
      }
      booking.end();
    }
    return new Correction(account.key(), account.version(), order.kind(), order.dry(), List.copyOf(told), count, change,
        recovered, lines);
  }
}
