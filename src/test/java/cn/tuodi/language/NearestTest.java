package cn.tuodi.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a misspelt word was probably meant to be. */
class NearestTest {

  private static final List<String> HEADINGS = List.of("准予", "年度合规费用达到", "救助比例", "年度限额", "转诊");

  @ParameterizedTest
  @CsvSource({"准许, 准予", "救助比重, 救助比例", "年度合规费达到, 年度合规费用达到", "单次费用达到, ", "就医次数, ", "甲乙, "})
  @DisplayName("A word that differs in few signs is meant, and no other one")
  void nearest(String word, String meant) {
    assertEquals(Optional.ofNullable(meant), Nearest.to(word, HEADINGS));
  }
}
