package cn.tuodi.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.BuiltEditions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of the contract, from the bytes of the claim to the bytes of the decision. */
class ConformanceTest {

  private static final AssistanceDecider DECIDER = new AssistanceDecider(BuiltEditions.CATALOGUE);

  @TestFactory
  @DisplayName("The contract's example is decided as the contract expects")
  Stream<DynamicTest> conformanceCases() {
    List<PolicyCase> cases = PolicyCase.all();
    assertFalse(cases.isEmpty());
    return cases.stream().map(example -> DynamicTest.dynamicTest(example.toString(),
        () -> assertEquals(List.of(), example.differences(example.answer(DECIDER, false)))));
  }

  @Test
  @DisplayName("No two cases have one name")
  void namesAreUnique() {
    Set<String> names = new HashSet<>();
    assertEquals(List.of(),
        PolicyCase.all().stream().map(PolicyCase::name).filter(name -> !names.add(name)).toList());
  }

  @TestFactory
  @DisplayName("A wrong answer is noticed in every point that is compared")
  Stream<DynamicTest> wrongAnswersAreNoticed() {
    PolicyCase example = PolicyCase.all().stream().filter(candidate -> candidate.expect().has("payouts"))
        .filter(candidate -> candidate.expect().get("payouts").size() > 1 && !candidate.expect().get("class").isNull())
        .findFirst().orElseThrow();
    PolicyCase.Answer answer = example.answer(DECIDER, false);
    List<String> leaves = new ArrayList<>();
    leaves("", example.expect(), leaves);
    assertTrue(leaves.size() > 20, leaves.toString());
    return leaves.stream().map(leaf -> DynamicTest.dynamicTest(leaf, () -> {
      ObjectNode expect = example.expect().deepCopy();
      int name = leaf.lastIndexOf('/');
      JsonNode value = expect.at(leaf);
      JsonNode other = value.isNumber() ? DecimalNode.valueOf(value.decimalValue().add(new BigDecimal("0.01")))
          : value.isBoolean() ? BooleanNode.valueOf(!value.booleanValue())
              : value.isArray() ? ((ArrayNode) value.deepCopy()).add("NOT_REFERRED") : TextNode.valueOf("OTHER");
      ((ObjectNode) expect.at(leaf.substring(0, name))).set(leaf.substring(name + 1), other);
      PolicyCase wrong = new PolicyCase(example.file(), example.name(), example.request(), expect);
      assertEquals(1, wrong.differences(answer).size());
    }));
  }

  private static void leaves(String at, JsonNode node, List<String> leaves) {
    if (node.isObject()) {
      node.properties().forEach(field -> leaves(at + "/" + field.getKey(), field.getValue(), leaves));
    } else {
      leaves.add(at);
    }
  }
}
