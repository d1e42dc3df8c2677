package cn.tuodi.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of tables that a spreadsheet opens. */
class CsvTextTest {

  @ParameterizedTest
  @DisplayName("What a spreadsheet would take for a formula is made text")
  @ValueSource(strings = {"=1+1", "+1", "@SUM(A1)", "-2+3+cmd|' /C calc'!A0", "-1+1", "-", "-A1", "＝1", "－1", "\t=1"})
  void formula(String value) {
    assertEquals("'" + value, written(value).replaceAll("^\"|\"$", ""));
  }

  @ParameterizedTest
  @DisplayName("What would become a number that has lost digits is made text")
  @ValueSource(strings = {"450103199001011234", "123456789012", "-450103199001011234", "0012", "00", "12E5", "1.5e10",
      "3e-2"})
  void losesDigits(String value) {
    assertEquals("'" + value, written(value));
  }

  @Test
  @DisplayName("Numbers are numbers, however many digits they have")
  void number() {
    assertEquals("123456789012345678", written(123456789012345678L));
    assertEquals("9999999999999.00", written(new BigDecimal("9999999999999.00")));
  }

  @ParameterizedTest
  @DisplayName("Numbers and other texts stay as they are")
  @ValueSource(strings = {"-1", "-1.50", "-1,234.00", "-20%", "1-2", "a=b", "0", "0.50", "2022", "450100",
      "12345678901", "B0012", "E5", "2023-05-01", "桂政办发〔2022〕5号", "GX22-IP-4"})
  void plain(String value) {
    assertEquals(value, written(value).replaceAll("^\"|\"$", ""));
  }

  @Test
  @DisplayName("An amount below zero is a number")
  void amount() {
    assertEquals("-3.20", written(new BigDecimal("-3.20")));
  }

  private static String written(Object value) {
    CsvText text = new CsvText();
    text.line(value);
    return new String(text.bytes(), StandardCharsets.UTF_8).substring(1).replaceAll("\r\n$", "");
  }
}
