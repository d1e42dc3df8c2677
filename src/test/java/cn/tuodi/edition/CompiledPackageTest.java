package cn.tuodi.edition;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.PolicyCase;
import cn.tuodi.comparison.ChangedEdition;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Packages that are the same are not compiled again. */
class CompiledPackageTest {

  private static final byte[] BUILT = EditionArchive.kjar(new EditionId("guangxi", 2022));

  @Test
  @DisplayName("After a figure is changed only its table is compiled; the result is that of compiling everything")
  void oneTable() {
    CheckedEdition changed = ChangedEdition.with(Broken.ASSISTANCE, Broken.TERMS,
        sheet -> ChangedEdition.set(sheet, "L5", new BigDecimal("0.96")));
    Map<String, CompiledPackage> built = CompiledPackage.of(BUILT);
    byte[] onlyChanged = EditionCompiler.compile(changed, BUILT);
    byte[] everything = EditionCompiler.compile(changed);
    Map<String, CompiledPackage> reused = CompiledPackage.of(onlyChanged);
    Map<String, CompiledPackage> whole = CompiledPackage.of(everything);
    AssistanceDecider one = decider(changed, onlyChanged);
    AssistanceDecider other = decider(changed, everything);
    assertAll(() -> assertEquals(shape(whole), shape(reused)),
        () -> PolicyCase.all().forEach(example -> assertEquals(example.answer(other, true), example.answer(one, true))),
        () -> assertEquals("tuodi.table.terms", reused.keySet().stream()
            .filter(name -> !reused.get(name).files().equals(built.get(name).files())).collect(Collectors.joining())));
  }

  @Test
  @DisplayName("Without a change nothing is compiled, and every package is the one that was")
  void nothing() {
    Map<String, CompiledPackage> built = CompiledPackage.of(BUILT);
    Map<String, CompiledPackage> reused =
        CompiledPackage.of(EditionCompiler.compile(ChangedEdition.checked("guangxi/2022"), BUILT));
    assertEquals(shape(built), shape(reused));
    assertEquals(0, reused.values().stream().filter(one -> !built.get(one.name()).classes().keySet()
        .equals(one.classes().keySet())).count());
  }

  @Test
  @DisplayName("Whoever waits for rules to be compiled may leave")
  void left() {
    CheckedEdition changed = ChangedEdition.with(Broken.ASSISTANCE, Broken.TERMS,
        sheet -> ChangedEdition.set(sheet, "L5", new BigDecimal("0.9613")));
    Thread.currentThread().interrupt();
    try {
      assertThrows(CancellationException.class, () -> EditionCompiler.compile(changed, BUILT));
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  @DisplayName("A rule that does not compile is found although the rest stands in the other kjar")
  void broken() {
    Map<String, String> rules = new TreeMap<>(Broken.SOUND.rules());
    rules.merge("guangxi/2022/guangxi-2022.drl", "\nrule \"GX22-X\" when Nonsense() then end\n", String::concat);
    CheckedEdition checked =
        EditionChecker.check(new EditionSources(Broken.SOUND.name(), rules, Broken.SOUND.workbooks()));
    InvalidEdition refused = assertThrows(InvalidEdition.class, () -> EditionCompiler.compile(checked, BUILT));
    assertAll(() -> assertFalse(refused.findings().isEmpty()),
        () -> assertEquals("rules/guangxi/2022/guangxi-2022.drl", refused.findings().get(0).file()));
  }

  private static AssistanceDecider decider(CheckedEdition edition, byte[] kjar) {
    return new AssistanceDecider(new Catalogue(List.of(EditionCompiler.load(edition.description(), kjar))));
  }

  /** What two compilations of the same source have in common; names of models and conditions are made anew each time. */
  private static Map<String, String> shape(Map<String, CompiledPackage> packages) {
    return packages.values().stream().collect(Collectors.toMap(CompiledPackage::name,
        one -> one.files().toString(), (one, other) -> one, TreeMap::new));
  }
}
