package cn.tuodi.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.PolicyCase;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.EditionCompiler;
import cn.tuodi.edition.source.EditionId;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported is what the engine reads by itself, and what it decides by. */
class ExportCommandTest {

  private static final Pattern RULE = Pattern.compile("(?m)^rule \"([^\"]+)\"");

  private final StringWriter out = new StringWriter();

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bayingolin/2023", "guangxi/2021", "guangxi/2022", "guizhou/2023"})
  @DisplayName("The engine's own compiler makes of each native table the rules of the DRL beside it")
  void nativeTables(String edition) throws IOException {
    assertEquals(0, run("export", edition, "--to", folder.toString()));
    Map<String, String> rules = EditionChecker.check(EditionArchive.sources(EditionId.parsed(edition).orElseThrow()))
        .rules();
    for (Map.Entry<String, String> rule : rules.entrySet()) {
      assertEquals(rule.getValue(), Files.readString(folder.resolve(edition).resolve(rule.getKey())));
    }
    List<Path> tables = tables(edition);
    assertFalse(tables.isEmpty());
    for (Path table : tables) {
      String drl = Files.readString(Path.of(table.toString().replace(".xlsx", ".drl")));
      assertEquals(names(drl), names(compiled(table)), table::toString);
    }
  }

  @Test
  @DisplayName("An edition compiled from the exported tables decides as the edition does")
  void decidesTheSame() throws IOException {
    EditionId id = new EditionId("guangxi", 2022);
    assertEquals(0, run("export", id.toString(), "--to", folder.toString()));
    CheckedEdition checked = EditionChecker.check(EditionArchive.sources(id));
    Map<String, String> rules = new TreeMap<>(checked.rules());
    for (Path table : tables(id.toString())) {
      rules.put("tables/" + table.getFileName().toString().replace(".xlsx", ".drl"), compiled(table));
    }
    CheckedEdition exported = new CheckedEdition(checked.description(), rules, checked.sheets(), checked.sources(),
        checked.examples(), checked.questions(), checked.cases(), checked.unmet());
    Edition own = EditionArchive.load().named(id).orElseThrow();
    AssistanceDecider one = new AssistanceDecider(new Catalogue(List.of(own)));
    AssistanceDecider other = new AssistanceDecider(new Catalogue(
        List.of(EditionCompiler.load(checked.description(), EditionCompiler.compile(exported)))));
    PolicyCase.all().forEach(example -> assertEquals(example.answer(one, true), example.answer(other, true)));
  }

  @Test
  @DisplayName("The same edition is exported as the same bytes; one that is not there gives 2")
  void stable() throws IOException {
    assertEquals(0, run("export", "guizhou/2023", "--to", folder.resolve("one").toString()));
    assertEquals(0, run("export", "guizhou/2023", "--to", folder.resolve("other").toString()));
    assertEquals(-1, Files.mismatch(folder.resolve("one/guizhou/2023/tables/terms.xlsx"),
        folder.resolve("other/guizhou/2023/tables/terms.xlsx")));
    assertTrue(out.toString().contains("个文件写到"), out::toString);
    assertEquals(2, run("export", "nowhere/2023", "--to", folder.toString()));
  }

  private List<Path> tables(String edition) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(edition).resolve("tables"))) {
      return files.filter(file -> file.toString().endsWith(".xlsx")).sorted().toList();
    }
  }

  private static String compiled(Path table) throws IOException {
    try (InputStream in = Files.newInputStream(table)) {
      return new SpreadsheetCompiler().compile(in, InputType.XLS);
    }
  }

  private static TreeSet<String> names(String drl) {
    return RULE.matcher(drl).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }

  private int run(String... arguments) {
    return Commands.run(new PrintWriter(out), new PrintWriter(new StringWriter()), arguments);
  }
}
