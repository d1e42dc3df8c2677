package cn.tuodi.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language that a caller prefers. */
class LanguageTest {

  private static final String OTHERS = ", fr;q=0.1".repeat(100);

  @ParameterizedTest
  @DisplayName("What is asked for first of the two counts; Chinese where neither is, or nothing can be read")
  @CsvSource(delimiter = '|', value = {"|ZH", "en|EN", "en-GB,zh;q=0.5|EN", "zh-CN,en;q=0.5|ZH", "fr, en;q=0.2|EN",
      "fr|ZH", "*|ZH", ";;;|ZH", "en;q=2|ZH"})
  void preferred(String header, Language language) {
    assertEquals(language, Language.preferred(header));
  }

  @Test
  @DisplayName("However many languages are stated, the first ones are looked at")
  void many() {
    assertEquals(Language.EN, Language.preferred("en" + OTHERS));
    assertEquals(Language.ZH, Language.preferred("zh" + OTHERS));
    assertEquals(Language.EN, Language.preferred("fr, en-GB" + OTHERS));
    assertEquals(Language.ZH, Language.preferred("x".repeat(1000)));
    assertEquals(Language.ZH, Language.preferred(",".repeat(1000)));
  }
}
