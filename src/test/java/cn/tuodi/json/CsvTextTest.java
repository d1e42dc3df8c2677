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
  @DisplayName("Numbers and other texts stay as they are")
  @ValueSource(strings = {"-1", "-1.50", "-1,234.00", "-20%", "1-2", "a=b", "桂政办发〔2022〕5号", "GX22-IP-4"})
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
