package cn.tuodi.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Amounts as text. */
class MoneyTest {

  @Property
  @Label("An amount is written as its decimal is")
  void likeItsDecimal(@ForAll long fen) {
    assertEquals(Money.fen(fen).inYuan().toPlainString(), Money.fen(fen).toString());
  }

  @Property
  @Label("So are small amounts, on both sides of nothing")
  void small(@ForAll @LongRange(min = -1000, max = 1000) long fen) {
    assertEquals(Money.fen(fen).inYuan().toPlainString(), Money.fen(fen).toString());
  }

  @Test
  @DisplayName("The edges are written with two decimals and their sign")
  void edges() {
    assertEquals("0.00", Money.ZERO.toString());
    assertEquals("-0.05", Money.fen(-5).toString());
    assertEquals("-1.00", Money.fen(-100).toString());
    assertEquals("13300.00", Money.fen(1_330_000).toString());
    assertEquals("-92233720368547758.08", Money.fen(Long.MIN_VALUE).toString());
  }
}
