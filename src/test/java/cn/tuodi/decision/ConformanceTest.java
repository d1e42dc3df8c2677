package cn.tuodi.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.tuodi.edition.BuiltEditions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of the contract and every policy case, from the bytes of the claim to the bytes of the decision. */
class ConformanceTest {

  private static final Decider DECIDER = new Decider(BuiltEditions.CATALOGUE);

  @TestFactory
  @DisplayName("The contract's example is decided as the contract expects")
  Stream<DynamicTest> conformanceCases() {
    return tests("conformance");
  }

  @TestFactory
  @DisplayName("The policy case is decided as the document reads")
  Stream<DynamicTest> policyCases() {
    return tests("policy-cases");
  }

  @Test
  @DisplayName("No two cases have one name")
  void namesAreUnique() {
    Set<String> names = new HashSet<>();
    assertEquals(List.of(),
        PolicyCase.all().stream().map(PolicyCase::name).filter(name -> !names.add(name)).toList());
  }

  private static Stream<DynamicTest> tests(String folder) {
    List<PolicyCase> cases = PolicyCase.in(folder);
    assertFalse(cases.isEmpty(), "no cases in " + folder);
    return cases.stream().map(example -> DynamicTest.dynamicTest(example.toString(),
        () -> assertEquals(List.of(), example.differences(example.answer(DECIDER, false)))));
  }
}
