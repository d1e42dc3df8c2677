package cn.tuodi.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Amounts and days, which are read by short ways of their own, mean what the library's general ways make of them. */
class PlainValuesTest {

  @Property
  @Label("Any amount with up to four decimals is read exactly, or refused where it is finer than a fen or too large")
  void amounts(@ForAll @BigRange(min = "0", max = "2000000000") @Scale(4) BigDecimal amount) {
    for (BigDecimal written : List.of(amount, amount.stripTrailingZeros(),
        amount.movePointRight(2).setScale(0, RoundingMode.DOWN).movePointLeft(2))) {
      for (String text : List.of(written.toPlainString(), written.toString().toLowerCase(Locale.ROOT))) {
        boolean sound = written.stripTrailingZeros().scale() <= 2
            && written.compareTo(new BigDecimal("999999999.99")) <= 0;
        assertEquals(sound ? Money.exactly(written).toString() : "refused", amount(text), text);
      }
    }
  }

  @Test
  @DisplayName("Amounts on the edge of the short way are read like all others")
  void edges() {
    assertEquals("0.00", amount("0"));
    assertEquals("0.00", amount("-0"));
    assertEquals("0.50", amount("0.5"));
    assertEquals("0.05", amount("0.05"));
    assertEquals("0.50", amount("0.500"));
    assertEquals("1200.00", amount("1.2e3"));
    assertEquals("999999999.00", amount("999999999"));
    assertEquals("999999999.99", amount("999999999.99"));
    for (String text : List.of("-1", "-0.01", "0.005", "1000000000", "999999999.995", "1.", ".5", "01", "1.2.3", "1e",
        "\"1\"",
        "true", "null", "12345678901234567890", "1e400")) {
      assertEquals("refused", amount(text), text);
    }
  }

  @Test
  @DisplayName("What amounts add up to over a year may be larger than any of them")
  void sums() {
    assertEquals("0.50", read("0.5", WireType.YEARS_AMOUNT));
    assertEquals("1000029999.99", read("1000029999.99", WireType.YEARS_AMOUNT));
    assertEquals("99999999999.99", read("99999999999.99", WireType.YEARS_AMOUNT));
    for (String text : List.of("-1", "0.005", "100000000000")) {
      assertEquals("refused", read(text, WireType.YEARS_AMOUNT), text);
    }
  }

  @Property
  @Label("A day is read where there is one from 1900 to 2100, and refused otherwise")
  void days(@ForAll @IntRange(min = 1890, max = 2110) int year, @ForAll @IntRange(max = 13) int month,
      @ForAll @IntRange(max = 32) int day) {
    String expected;
    try {
      LocalDate date = LocalDate.of(year, month, day);
      expected = year >= 1900 && year <= 2100 ? date.toString() : "refused";
    } catch (DateTimeException e) {
      expected = "refused";
    }
    assertEquals(expected, date(String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day)));
  }

  @Test
  @DisplayName("What only looks like a day is none")
  void noDays() {
    for (String text : List.of("", "2022-05-1", "2022-05-018", "2022/05/18", "20220-5-18", "2022-5-018", "+022-05-18",
        "-022-05-18",
        "２０２２-05-18", "2022-05-1８", "2022-0a-18", " 2022-05-18", "2022-05-18T00:00:00")) {
      assertEquals("refused", date(text), text);
    }
  }

  private static String amount(String json) {
    return read(json, WireType.AMOUNT);
  }

  private static String date(String text) {
    return read("\"" + text + "\"", WireType.DATE);
  }

  private static String read(String json, WireType<?> type) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try {
      Object value = JsonIn.read(bytes, 0, bytes.length, type, Language.EN);
      return String.valueOf(value);
    } catch (InvalidRequest e) {
      return "refused";
    }
  }
}
