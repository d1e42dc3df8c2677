package cn.tuodi.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.PayoutLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of bands. */
class ScheduleTest {

  private static final Schedule TWO_BANDS = Schedule.above(yuan("2000"), rate("0.65"), yuan("10000"), rate("0.70"));

  @ParameterizedTest(name = "after {0}, {1} pays {2}")
  @DisplayName("A claim is paid what the schedule of the sum exceeds the schedule of what came before")
  @CsvSource({"0, 0, 0.00", "0, 1999.99, 0.00", "0, 2000, 0.00", "0, 2000.01, 0.01", "0, 9999.99, 5199.99",
      "0, 10000, 5200.00", "0, 10000.01, 5200.01", "1999, 2, 0.65", "9000, 6000, 4150.00", "10000, 1, 0.70",
      "50000, 100.05, 70.04"})
  void share(String before, String cost, String amount) {
    assertEquals(yuan(amount), TWO_BANDS.share(yuan(before), yuan(cost)).amount());
  }

  @Test
  @DisplayName("Bands are rounded and add up to the line, the last taking the difference")
  void bandsAddUp() {
    Schedule.Share share =
        Schedule.above(yuan("0"), rate("0.5"), yuan("0.05"), rate("0.5")).share(yuan("0"), yuan("0.10"));
    assertEquals(yuan("0.05"), share.amount());
    assertEquals(List.of(yuan("0.03"), yuan("0.02")), share.bands().stream().map(Schedule.Band::amount).toList());
  }

  @Test
  @DisplayName("A band at 0 % pays nothing, whatever rounding leaves over, and no band pays less than nothing")
  void bandsThatPayNothing() {
    Schedule.Share share = schedule("0.5", "0.5", "0").share(yuan("0"), yuan("0.04"));
    assertEquals(yuan("0.01"), share.amount());
    assertEquals(List.of(yuan("0.01"), yuan("0.00"), yuan("0.00")), amounts(share));
    share = schedule("0.5", "0.5", "0.5", "0.5", "0.5", "0.5").share(yuan("0"), yuan("0.06"));
    assertEquals(yuan("0.03"), share.amount());
    assertEquals(yuan("0.03"), amounts(share).stream().reduce(Money.ZERO, Money::plus));
    assertTrue(amounts(share).stream().noneMatch(amount -> Money.ZERO.exceeds(amount)), share::toString);
  }

  /** Bands of a fen each, from 0 on. */
  private static Schedule schedule(String... rates) {
    return Schedule.of(IntStream.range(0, rates.length)
        .mapToObj(i -> new Schedule.Tier(BigDecimal.valueOf(i, 2), rate(rates[i]))).toList());
  }

  private static List<Money> amounts(Schedule.Share share) {
    return share.bands().stream().map(Schedule.Band::amount).toList();
  }

  @Test
  @DisplayName("What is paid at 0 % is not below the deductible")
  void deductible() {
    Schedule.Share share = Schedule.above(yuan("2000"), rate("0"), yuan("10000"), rate("0.70")).share(yuan("0"),
        yuan("12000"));
    PayoutLine line = new PayoutLine(Benefit.MEDICAL_ASSISTANCE, share.amount(), yuan("12000"), share.deductible(),
        share.bands(), List.of(), List.of());
    assertEquals(List.of(true, false, false), line.bands().stream().map(line::isBelowDeductible).toList());
    assertEquals(yuan("1400.00"), line.amount());
  }

  @Test
  @DisplayName("A deductible finer than a fen is kept exact")
  void fineEdges() {
    Schedule schedule = Schedule.of(List.of(new Schedule.Tier(new BigDecimal("7000.005"), rate("1"))));
    assertEquals(yuan("0.00"), schedule.share(yuan("0"), yuan("7000.00")).amount());
    assertEquals(yuan("0.01"), schedule.share(yuan("0"), yuan("7000.01")).amount());
  }

  @Test
  @DisplayName("Edges rise")
  void edgesRise() {
    assertThrows(IllegalArgumentException.class,
        () -> Schedule.above(yuan("2000"), rate("0.6"), yuan("2000"), rate("0.7")));
  }

  @Test
  @DisplayName("An amount finer than a fen is refused unless rounding is asked for")
  void noSilentRounding() {
    assertThrows(ArithmeticException.class, () -> Money.exactly(new BigDecimal("0.005")));
    assertEquals(yuan("0.01"), Money.halfUp(new BigDecimal("0.005")));
  }

  private static Money yuan(String amount) {
    return Money.exactly(new BigDecimal(amount));
  }

  private static Rate rate(String share) {
    return Rate.of(new BigDecimal(share));
  }
}
