package cn.tuodi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', value = {"其中 3000.00 元在起付线 3000.00 元以内|其中 3,000.00 元在起付线 3,000.00 元以内",
      "1234567.89 yuan × 70% = 999.00 yuan|1,234,567.89 yuan × 70% = 999.00 yuan", "2022-05-18 前|2022-05-18 前",
      "1,234.00 元|1,234.00 元", "共 12345 份、比例 1234.5%|共 12345 份、比例 1234.5%", "0.00 元|0.00 元",
      "1234.567|1234.567"})
  @DisplayName("Amounts in a sentence are grouped, and nothing else is touched")
  void grouped(String sentence, String shown) {
    assertEquals(shown, Figures.grouped(sentence));
  }
}
