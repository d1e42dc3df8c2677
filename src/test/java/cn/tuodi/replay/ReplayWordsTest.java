package cn.tuodi.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayWordsTest {

  private static final ReplayWords ZH = new ReplayWords(Language.ZH);
  private static final ReplayWords EN = new ReplayWords(Language.EN);

  @Test
  @DisplayName("A class that was stated in the other language is named by its number in the language of the answer")
  void classes() {
    assertEquals("第 3 类", ZH.personClass(of(3, "class 3 (low-income edge)")));
    assertEquals("三类人员（低保边缘）", ZH.personClass(of(3, "三类人员（低保边缘）")));
    assertEquals("class 3", EN.personClass(of(3, "三类人员（低保边缘）")));
    assertEquals("class 3 (low-income edge)", EN.personClass(of(3, "class 3 (low-income edge)")));
    assertEquals("第 2 类", ZH.personClass(of(2, null)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"DENIED,不予救助,no assistance", "MEDICAL_ASSISTANCE_FUND,医疗救助基金,the medical-assistance fund",
      "MINIMUM_LIVING,低保对象,minimum living", "whatever,whatever,whatever"})
  @DisplayName("Names of the interface are told as people call them, in one language")
  void names(String name, String zh, String en) {
    assertEquals(zh, ZH.named(TextNode.valueOf(name)));
    assertEquals(en, EN.named(TextNode.valueOf(name)));
  }

  @Test
  @DisplayName("Figures of the year to date are told in words")
  void yearToDate() {
    assertEquals("医疗救助，已付，住院", ZH.accumulated("assistance.paid.INPATIENT"));
    assertEquals("保险支付后个人负担", ZH.accumulated("burdenAfterInsurance"));
    assertEquals("top-up assistance, eligible cost", EN.accumulated("topUp.eligible"));
  }

  private static JsonNode of(int number, String label) {
    return JsonNodeFactory.instance.objectNode().put("number", number).put("label", label);
  }
}
