package cn.tuodi.account;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.BillPlace;
import cn.tuodi.account.store.AccountTransaction;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A year as it stands: where its bills are, which are read a few at a time. */
final class StandingYear {

  private static final int READ_AT_ONCE = 50;

  private final AccountTransaction open;
  private final Account account;
  private final List<BillPlace> places;
  private final Amounts opening;

  /**
   * A year.
   *
   * @param open the transaction
   * @param account its account, locked
   */
  StandingYear(AccountTransaction open, Account account) {
    this.open = open;
    this.account = account;
    this.places = open.entries().places(account);
    this.opening = open.opening(account).orElse(Amounts.NONE);
  }

  /** The account. */
  Account account() {
    return account;
  }

  /** What had accumulated elsewhere before the first bill. */
  Amounts opening() {
    return opening;
  }

  /**
   * A bill of the year.
   *
   * @throws SettlementRefused if it was taken back
   */
  Bill bill(String claimId) {
    BillPlace place = places.stream().filter(other -> other.claimId().equals(claimId)).findFirst().orElseThrow();
    if (place.isReversed()) {
      throw new SettlementRefused(SettlementRefusal.CLAIM_REVERSED, claimId);
    }
    return open.entries().bills(List.of(place)).get(0);
  }

  /** What had accumulated before a bill. */
  Amounts before(Bill bill) {
    return places.stream().filter(place -> place.sequence() < bill.sequence()).map(BillPlace::amounts)
        .reduce(opening, Amounts::plus);
  }

  /** Hands on the bills that stand after one, in their order. */
  void after(Bill bill, Consumer<Bill> receiver) {
    handOn(standing().stream().filter(place -> place.sequence() > bill.sequence()).toList(), receiver);
  }

  /** The places of bills that stand, in their order. */
  List<BillPlace> standing() {
    return places.stream().filter(place -> !place.isReversed()).toList();
  }

  /** Hands on the bills that stand in the order of their service dates, those of one day in the order of the year. */
  void byDay(Consumer<Bill> receiver) {
    Map<Long, LocalDate> days = open.entries().serviceDates(account);
    handOn(standing().stream().sorted(Comparator.comparing(place -> days.get(place.entryId()))).toList(), receiver);
  }

  private void handOn(List<BillPlace> wanted, Consumer<Bill> receiver) {
    for (int from = 0; from < wanted.size(); from += READ_AT_ONCE) {
      open.entries().bills(wanted.subList(from, Math.min(from + READ_AT_ONCE, wanted.size()))).forEach(receiver);
    }
  }
}
