package cn.tuodi.edition.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.edition.Broken;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.EditionCompiler;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.RuleTable;
import cn.tuodi.table.Sheet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of folders and files come from outside. */
class SourceNamesTest {

  private static final String TOUCHED = "target/made-by-the-name-of-a-file";
  private static final String CODE = "a\"+java.lang.Runtime.getRuntime().exec(new String[]{\"touch\",\"" + TOUCHED
      + "\"})+\".xlsx";

  @ParameterizedTest
  @ValueSource(strings = {CODE, "a\\u0022+x+\\u0022.xlsx", "a\\.xlsx", "a'.xlsx", "a b.xlsx", "a\n.xlsx", "a;.xlsx",
      "${a}.xlsx", "a$param.xlsx", "../a.xlsx", "local/../a.xlsx", "/a.xlsx", "a.b.xlsx", ".xlsx", "-a.xlsx",
      "a.xlsx\n", "local/450100\"/a.xlsx", "a*/x.xlsx"})
  @DisplayName("A workbook whose name is not plain is refused before anything of it is read")
  void workbooks(String name) {
    Map<String, byte[]> workbooks = new TreeMap<>(Broken.SOUND.workbooks());
    workbooks.put(name, workbooks.remove(Broken.ASSISTANCE));
    List<Finding> findings = findings(new EditionSources(Broken.SOUND.name(), Broken.SOUND.rules(), workbooks));
    assertEquals(List.of(name), findings.stream().map(Finding::file).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"guangxi\"/2022", "guang xi/2022", "Guangxi/2022", "../2022", "guangxi/2022/", "guangxi/22",
      "<a>/2022", "guangxi", "广西/2022"})
  @DisplayName("An edition whose folder is not plain is refused")
  void editions(String name) {
    List<Finding> findings = findings(new EditionSources(name, Broken.SOUND.rules(), Broken.SOUND.workbooks()));
    assertEquals(List.of(name), findings.stream().map(Finding::file).toList());
  }

  @Test
  @DisplayName("Even a name that got past the door is text where decisions cite it, and no code")
  void cited() {
    CheckedEdition checked = EditionChecker.check(Broken.SOUND);
    Map<String, String> rules = new TreeMap<>(checked.rules());
    checked.sheets().stream().filter(sheet -> sheet.name().equals(Layouts.TERMS.sheet())).forEach(sheet -> rules.put(
        "tables/" + Layouts.TERMS.topic() + ".drl",
        new RuleTable(Layouts.TERMS, new Sheet(CODE, sheet.name(), sheet.columns(), sheet.rows())).drl()));
    Edition edition = EditionCompiler.load(checked.description(),
        EditionCompiler.compile(
            new CheckedEdition(checked.description(), rules, checked.sheets(), checked.sources(), checked.examples(),
                checked.questions(), checked.cases(), checked.unmet()),
            EditionArchive.kjar(new EditionId("guangxi", 2022))));
    Claim claim = checked.examples().stream().filter(example -> example.sheet().name().equals(Layouts.TERMS.sheet()))
        .findFirst().orElseThrow().claim();
    Decision decision = (Decision) AssistanceDecider.decideUnder(edition, claim);
    assertTrue(decision.lines().stream().flatMap(line -> line.sources().stream())
        .anyMatch(source -> CODE.equals(source.workbook())), decision.lines()::toString);
    assertFalse(Files.exists(Path.of(TOUCHED)));
  }

  private static List<Finding> findings(EditionSources sources) {
    return assertThrows(InvalidEdition.class, () -> EditionChecker.check(sources)).findings();
  }
}
