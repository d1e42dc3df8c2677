package cn.tuodi.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.answer.Outcome;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.CompiledForTests;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two more cities, put in force by workbooks alone, answer as computed by hand from their documents. */
class ElsewhereTest {

  private static final Path FOLDER = Path.of("src/test/resources/elsewhere");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Catalogue CATALOGUE =
      new Catalogue(Stream.of("beijing", "wuhan").map(ElsewhereTest::compiled).toList());

  private record Case(String name, JsonNode row) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Edition compiled(String place) {
    EditionSources sources = EditionSources.read(Path.of("rules"), FOLDER.resolve(place).resolve("decision-tables"),
        place + "/2023");
    return CompiledForTests.of(sources).load();
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve("cases.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      cases.add(new Case(row.get("name").asText(), row));
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("A case of another city comes out as computed by hand")
  void comesOut(Case one) throws IOException {
    if (one.row().has("claims")) {
      decide(one.row());
      return;
    }
    JsonNode body = new QuestionCase("cases.jsonl", one.row().get("path").asText(), one.name(),
        one.row().get("request"), one.row().get("expect"), Set.of()).answer(CATALOGUE).body();
    JsonNode want = one.row().get("expect");
    BigDecimal got = want.has("subsidy") ? body.at("/subsidy/amount").decimalValue() : total(body);
    assertEquals(0, want.elements().next().decimalValue().compareTo(got), body.toString());
  }

  private static BigDecimal total(JsonNode body) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode line : body.path("payouts")) {
      sum = sum.add(line.get("amount").decimalValue());
    }
    return sum;
  }

  private static void decide(JsonNode row) throws IOException {
    Decision before = null;
    for (int i = 0; i < row.get("claims").size(); i++) {
      Claim claim = ClaimReader.read(JSON.writeValueAsBytes(row.get("claims").get(i)), Language.ZH);
      Outcome outcome =
          new AssistanceDecider(CATALOGUE).decide(before == null ? claim : claim.continuing(before.yearToDate()));
      Decision decision = (Decision) outcome;
      row.get("expect").get(i).properties().forEach(want -> {
        BigDecimal got = decision.lines().stream().filter(line -> line.benefit().name().equals(want.getKey()))
            .map(line -> line.amount().inYuan()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, want.getValue().decimalValue().compareTo(got),
            want.getKey() + ": want " + want.getValue() + ", got " + got + " " + decision.notices());
      });
      before = decision;
    }
  }
}
