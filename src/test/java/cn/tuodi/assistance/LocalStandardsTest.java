package cn.tuodi.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.LocalFixtures;
import cn.tuodi.policy.LocalStandards;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What pooling areas set where an edition leaves it to them. */
class LocalStandardsTest {

  @TestFactory
  @DisplayName("With the standards of the area the answer is")
  Stream<DynamicTest> withStandards() {
    return LocalCase.all().stream().map(example -> DynamicTest.dynamicTest(example.toString(),
        () -> assertEquals(List.of(),
            LocalCase.differences(example.expect(), example.answer(LocalFixtures.CATALOGUE)))));
  }

  @TestFactory
  @DisplayName("Without any standard the answer is")
  Stream<DynamicTest> withoutStandards() {
    return LocalCase.all().stream().map(example -> DynamicTest.dynamicTest(example.toString(),
        () -> assertEquals(List.of(),
            LocalCase.differences(example.without(), example.answer(BuiltEditions.CATALOGUE)))));
  }

  @Test
  @DisplayName("No two cases have one name")
  void namesAreUnique() {
    Set<String> names = new HashSet<>();
    assertEquals(List.of(), LocalCase.all().stream().map(LocalCase::name).filter(name -> !names.add(name)).toList());
  }

  @Test
  @DisplayName("The blank templates change nothing")
  void templatesAreBlank() {
    for (Edition edition : BuiltEditions.CATALOGUE.editions()) {
      assertEquals(LocalStandards.NONE, edition.description().local());
      assertEquals(List.of(), edition.description().areas());
    }
  }

  @Test
  @DisplayName("Areas with other standards have another content hash, areas with the same have the same")
  void contentHashes() {
    LocalDate day = LocalDate.of(2022, 6, 15);
    String region = hash("450300", day);
    assertEquals(region, hash("450200", day));
    assertEquals(hash("450100", day), hash("450102", day));
    assertEquals(3, Set.of(region, hash("450100", day), hash("450103", day)).size());
    assertNotEquals(region, BuiltEditions.CATALOGUE.find("450300", day).description().contentHash());
    assertTrue(region.startsWith("sha256:"));
  }

  private static String hash(String region, LocalDate day) {
    return LocalFixtures.CATALOGUE.find(region, day).description().contentHash();
  }
}
