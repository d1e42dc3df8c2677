package cn.tuodi.console.account;

import cn.tuodi.account.book.Amounts;
import cn.tuodi.answer.Benefit;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Figures;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What payers pay, as people read it. */
final class SignedAmount {

  private SignedAmount() {}

  /** An amount that is added or taken back, {@code +20,000.00} or {@code −20,000.00}. */
  static String of(Money amount) {
    return amount.isZero() ? Figures.amount(amount)
        : amount.inFen() > 0 ? "+" + Figures.amount(amount) : "−" + Figures.amount(Money.fen(-amount.inFen()));
  }

  /** An amount that may be below nothing, {@code 20,000.00} or {@code −20,000.00}. */
  static String signed(Money amount) {
    return amount.inFen() < 0 ? of(amount) : Figures.amount(amount);
  }

  /** All benefits together. */
  static Money total(Amounts amounts) {
    Money total = Money.ZERO;
    for (Benefit benefit : benefits().toList()) {
      total = total.plus(amounts.paid(benefit));
    }
    return total;
  }

  /** Each benefit that is not nothing. */
  static List<Sum> each(Amounts amounts, Language language) {
    return benefits().filter(benefit -> !amounts.paid(benefit).isZero())
        .map(benefit -> new Sum(DisplayNames.of(benefit, language), of(amounts.paid(benefit)))).toList();
  }

  /** What a correction comes to: by benefit, then of all of them what is recovered, what is paid more, and both. */
  static List<Sum> ofCorrection(Amounts change, Money recovered, Language language) {
    List<Sum> totals = new ArrayList<>();
    each(change, language).forEach(
        sum -> totals.add(new Sum(language.text("console.altogether", sum.label()), sum.amount())));
    Money net = total(change);
    totals.add(new Sum(language.text("console.recovered-altogether"), Figures.amount(recovered)));
    totals.add(new Sum(language.text("console.paid-more-altogether"), Figures.amount(net.plus(recovered))));
    totals.add(new Sum(language.text("console.net-altogether"), of(net)));
    return totals;
  }

  private static Stream<Benefit> benefits() {
    return Stream.of(Benefit.values()).filter(Amounts::isKept);
  }
}
