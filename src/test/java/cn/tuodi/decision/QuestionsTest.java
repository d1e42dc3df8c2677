package cn.tuodi.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.BuiltEditions;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Applications, recognitions and enrolments, from the bytes of the question to the bytes of the answer. */
class QuestionsTest {

  @TestFactory
  @DisplayName("The question is answered as the contract expects and the documents read")
  Stream<DynamicTest> cases() {
    List<QuestionCase> cases = QuestionCase.all();
    assertTrue(cases.size() > 200, "only " + cases.size() + " cases");
    return cases.stream().map(example -> DynamicTest.dynamicTest(example.toString(),
        () -> assertEquals(List.of(), example.differences(example.answer(BuiltEditions.CATALOGUE)))));
  }

  @Test
  @DisplayName("A wrong answer is noticed")
  void wrongAnswersAreNoticed() {
    for (QuestionCase example : QuestionCase.all()) {
      ObjectNode wrong = example.expect().deepCopy();
      if (wrong.has("problem")) {
        wrong.put("problem", "YEAR_MISMATCH");
      } else if (wrong.has("subsidy")) {
        wrong.put("subsidy", 0.01);
      } else if (wrong.has("recognised")) {
        wrong.put("recognised", !wrong.get("recognised").asBoolean());
      } else {
        wrong.put("status", "OTHER");
      }
      QuestionCase changed = new QuestionCase(example.file(), example.path(), example.name(), example.request(), wrong,
          Set.of());
      assertNotEquals(List.of(), changed.differences(example.answer(BuiltEditions.CATALOGUE)), example.toString());
    }
  }

  @Test
  @DisplayName("No two policy cases have one name")
  void namesAreUnique() {
    Set<String> names = new HashSet<>();
    assertEquals(List.of(), QuestionCase.all().stream().filter(example -> example.file().endsWith("-policy.jsonl"))
        .map(QuestionCase::name).filter(name -> !names.add(name)).toList());
  }
}
