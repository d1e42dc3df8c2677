package cn.tuodi.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.desk.start.UpgradedEdition;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.CompiledForTests;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The workbooks that each release came with are accepted by this program as they are, and decide the same. */
class ReleasedWorkbooksTest {

  private static final Path RELEASES = Path.of("src/test/resources/releases");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static List<Path> releases() throws IOException {
    try (Stream<Path> releases = Files.list(RELEASES)) {
      return releases.filter(release -> Files.exists(release.resolve("decisions.jsonl"))).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  @DisplayName("What a release decided by its workbooks, this program decides by them")
  void decideTheSame(Path release) throws IOException {
    compare(release, new Catalogue(
        sources(release).stream().map(sources -> CompiledForTests.of(sources).load()).toList()));
  }

  @ParameterizedTest
  @MethodSource("releases")
  @DisplayName("Written anew by tuodi upgrade, they decide the same, too")
  void decideTheSameWrittenAnew(Path release) throws IOException {
    List<Edition> editions = new ArrayList<>();
    for (EditionSources sources : sources(release)) {
      editions.add(CompiledForTests.of(new EditionSources(sources.name(), sources.rules(),
          UpgradedEdition.of(sources).workbooks())).load());
    }
    compare(release, new Catalogue(editions));
  }

  private static List<EditionSources> sources(Path release) {
    Path tables = release.resolve("decision-tables");
    return EditionSources.names(tables).stream().map(name -> EditionSources.read(Path.of("rules"), tables, name))
        .toList();
  }

  private static void compare(Path release, Catalogue catalogue) throws IOException {
    List<String> lines = Files.readAllLines(release.resolve("decisions.jsonl"));
    assertTrue(lines.size() > 0, "nothing is there to compare with");
    for (String line : lines) {
      JsonNode decided = JSON.readTree(line);
      Decision decision = (Decision) new AssistanceDecider(catalogue)
          .decide(ClaimReader.read(JSON.writeValueAsBytes(decided.get("claim")), Language.ZH));
      assertEquals(decided.get("edition").asText(), decision.edition().id().toString(), line);
      assertEquals(decided.get("status").asText(), decision.status().name(), line);
      Map<String, String> payouts = new TreeMap<>();
      decision.lines().forEach(one -> payouts.put(one.benefit().name(), one.amount().toString()));
      Map<String, String> expected = new TreeMap<>();
      decided.get("payouts").properties().forEach(one -> expected.put(one.getKey(), one.getValue().decimalValue()
          .setScale(2).toPlainString()));
      assertEquals(expected, payouts, line);
      assertEquals(decided.get("notices").valueStream().map(JsonNode::asText).toList(),
          decision.notices().stream().map(notice -> notice.code().name()).toList(), line);
      assertEquals(0, decided.get("personal").decimalValue().compareTo(decision.totals().personal().inYuan()), line);
    }
  }
}
