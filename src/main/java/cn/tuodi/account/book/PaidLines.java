package cn.tuodi.account.book;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.Payer;
import cn.tuodi.json.Json;
import cn.tuodi.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What payers pay on bills, by benefit and payer as decisions have them: a row of a policy may name another payer than the
 * usual one of a benefit. As a change, amounts may be negative. In fen, exact.
 */
public final class PaidLines {

  /** Nothing. */
  public static final PaidLines NONE = new PaidLines(Map.of());

  private final Map<Benefit, Map<Payer, Long>> fen;

  private PaidLines(Map<Benefit, Map<Payer, Long>> fen) {
    this.fen = fen;
  }

  /** What a bill comes to. */
  public static PaidLines of(Bill bill) {
    return bill.isReversed() ? NONE : of(bill.decision());
  }

  /** What a bill comes to after an entry; of an opening nobody pays anything here. */
  public static PaidLines of(BookedEntry entry) {
    return entry.isReversed() ? NONE : entry.decision() == null ? unnamed(entry.change()) : of(entry.decision());
  }

  /** What an entry has changed. */
  public static PaidLines changedBy(BookedEntry entry) {
    if (entry.decision() == null) {
      return unnamed(entry.change());
    }
    return of(entry).plus(entry.before() == null ? NONE : of(entry.before()), -1);
  }

  private static PaidLines of(String decision) {
    PaidLines lines = new PaidLines(new EnumMap<>(Benefit.class));
    for (JsonNode payout : Json.parsed(decision).get("payouts")) {
      lines.add(Benefit.valueOf(payout.get("benefit").textValue()), Payer.valueOf(payout.get("payer").textValue()),
          payout.get("amount").decimalValue().movePointRight(2).longValueExact());
    }
    return lines;
  }

  /** Where the decision was erased, the usual payers stand. */
  private static PaidLines unnamed(Amounts amounts) {
    PaidLines lines = new PaidLines(new EnumMap<>(Benefit.class));
    Stream.of(Benefit.values()).filter(Amounts::isKept)
        .forEach(benefit -> lines.add(benefit, benefit.payer(), amounts.paid(benefit).inFen()));
    return lines;
  }

  private void add(Benefit benefit, Payer payer, long amount) {
    fen.computeIfAbsent(benefit, other -> new EnumMap<>(Payer.class)).merge(payer, amount, Math::addExact);
  }

  /** These and others. */
  public PaidLines plus(PaidLines others) {
    return plus(others, 1);
  }

  /** These less others. */
  public PaidLines minus(PaidLines others) {
    return plus(others, -1);
  }

  private PaidLines plus(PaidLines others, int sign) {
    PaidLines sum = new PaidLines(new EnumMap<>(Benefit.class));
    fen.forEach((benefit, payers) -> payers.forEach((payer, amount) -> sum.add(benefit, payer, amount)));
    others.fen.forEach(
        (benefit, payers) -> payers
            .forEach((payer, amount) -> sum.add(benefit, payer, Math.multiplyExact(sign, amount))));
    return sum;
  }

  /** What a payer pays as a benefit. */
  public interface Line<T> {

    /** The line as it is shown. */
    T of(Benefit benefit, Payer payer, Money amount);
  }

  /** Each line as it is shown; what comes to nothing is left out. */
  public <T> List<T> each(Line<T> shown) {
    return fen.entrySet().stream().flatMap(benefit -> benefit.getValue().entrySet().stream()
        .filter(payer -> payer.getValue() != 0)
        .map(payer -> shown.of(benefit.getKey(), payer.getKey(), Money.fen(payer.getValue())))).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PaidLines lines && lines.fen.equals(fen);
  }

  @Override
  public int hashCode() {
    return fen.hashCode();
  }

  @Override
  public String toString() {
    return fen.toString();
  }
}
