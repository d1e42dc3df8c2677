package cn.tuodi.account.json;

import cn.tuodi.account.book.BookedSum;
import cn.tuodi.account.book.BookedSums;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows what was booked in a period as the wire contract has it. */
public final class SumsView {

  private SumsView() {}

  /** The accounts of which there are bookings. */
  private record Accounts(String province, int year) {}

  /**
   * Sums.
   *
   * @param from the first day
   * @param to the last day
   * @param sums what was booked in them
   */
  public static SumsJson of(LocalDate from, LocalDate to, BookedSums sums) {
    Map<Accounts, BookedSum> accounts = new LinkedHashMap<>();
    Map<Accounts, List<SumsJson.KindJson>> kinds = new LinkedHashMap<>();
    sums.groups().forEach((group, sum) -> {
      Accounts of = new Accounts(group.province(), group.year());
      accounts.merge(of, sum, BookedSum::plus);
      kinds.computeIfAbsent(of, other -> new ArrayList<>())
          .add(new SumsJson.KindJson(group.kind(), sum.bookings(), sum.bills(), amounts(sum)));
    });
    BookedSum all = accounts.values().stream().reduce(BookedSum.NONE, BookedSum::plus);
    return new SumsJson(from, to, accounts.entrySet().stream()
        .map(one -> new SumsJson.AccountsJson(one.getKey().province(), one.getKey().year(), one.getValue().bills(),
            amounts(one.getValue()),
            kinds.get(one.getKey()).stream().sorted(Comparator.comparing(SumsJson.KindJson::kind)).toList()))
        .toList(), all.bills(), amounts(all), sums.last(), sums.unnumbered());
  }

  /** What comes to nothing is left out. */
  private static List<SumsJson.AmountJson> amounts(BookedSum sum) {
    return sum.paid().entrySet().stream().filter(paid -> !paid.getValue().isZero())
        .map(paid -> new SumsJson.AmountJson(paid.getKey(), paid.getValue())).toList();
  }
}
