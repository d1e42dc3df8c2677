package cn.tuodi.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.table.CaseLayout;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sample claims of the packaged application. */
@QuarkusIntegrationTest
class SamplesIT {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final String EDITIONS = "guangxi/2021, guangxi/2022, guizhou/2023, bayingolin/2023";

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"guangxi/2021", "guangxi/2022", "guizhou/2023", "bayingolin/2023"})
  @DisplayName("Every sample is answered as expected, and its figures are those worked out by hand:")
  void expected(String edition) throws IOException {
    for (String language : List.of("zh", "en")) {
      JsonNode samples = JSON.readTree(samples(edition, "application/json", language));
      assertFalse(samples.isEmpty());
      for (JsonNode sample : samples) {
        String name = sample.get("name").asText();
        assertEquals(language.equals("zh"), name.codePoints().anyMatch(Character::isIdeographic), name);
        JsonNode answer = JSON.readTree(given().contentType(ContentType.JSON).header("Accept-Language", language)
            .body(sample.get("claim").toString().getBytes(StandardCharsets.UTF_8)).post("/v1/decisions").asByteArray());
        assertEquals(sample.get("expected"), answer, name);
        Money paid = Money.exactly(answer.at("/totals/medicalAssistance").decimalValue());
        // What had accumulated before is told there by bills before, not stated.
        assertTrue(sample.get("claim").has("yearToDate") || worked(edition, sample).contains(paid),
            name + " was not worked out by hand: " + paid);
      }
    }
  }

  @Test
  @DisplayName("Samples come as one array or a line each")
  void lines() throws IOException {
    JsonNode array = JSON.readTree(samples("guangxi/2022", "application/json", "zh"));
    List<String> lines =
        new String(samples("guangxi/2022", "application/x-ndjson", "zh"), StandardCharsets.UTF_8).lines().toList();
    assertEquals(array.size(), lines.size());
    for (int i = 0; i < lines.size(); i++) {
      assertEquals(array.get(i), JSON.readTree(lines.get(i)));
    }
  }

  @Test
  @DisplayName("Every edition that ships has samples, others none")
  void editions() {
    List<String> shipped = given().get("/v1/policies").then().extract().path("edition");
    assertTrue(shipped.stream().allMatch(EDITIONS::contains), shipped::toString);
    given().get("/v1/policies/guangxi/1999/samples").then().statusCode(404)
        .contentType("application/problem+json");
  }

  /** What the worked cases of the edition expect to be paid as assistance for the costs and the day of a sample. */
  private static Set<Money> worked(String edition, JsonNode sample) {
    Claim claim = ClaimReader.read(sample.get("claim").toString().getBytes(StandardCharsets.UTF_8), Language.ZH);
    return EditionChecker.check(EditionArchive.sources(EditionId.parsed(edition).orElseThrow())).cases().stream()
        .flatMap(worked -> worked.bills().stream()
            .filter(bill -> bill.claim().costs().equals(claim.costs())
                && bill.claim().serviceDate().equals(claim.serviceDate()))
            .map(bill -> worked.sheet().value(bill.row(), CaseLayout.PAID_ASSISTANCE.heading())))
        .filter(Money.class::isInstance).map(Money.class::cast).collect(Collectors.toSet());
  }

  private static byte[] samples(String edition, String form, String language) {
    return given().accept(form).header("Accept-Language", language).get("/v1/policies/" + edition + "/samples").then()
        .statusCode(200).contentType(form).extract().asByteArray();
  }
}
