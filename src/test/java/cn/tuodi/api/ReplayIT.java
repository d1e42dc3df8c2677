package cn.tuodi.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.assistance.PolicyCase;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims decided again by the packaged application over HTTP. */
@QuarkusIntegrationTest
class ReplayIT {

  private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private static final String PROBLEM = "application/problem+json";
  /** What the OpenAPI document says in words only: as a schema, generators would make the wrong of it. */
  private static final Set<String> PROSE = Set.of("/claim/person/nickname", "/claim/costs/policyScope", "/decision/",
      "/earlier");

  @Test
  @DisplayName("Every case decided and replayed is identical; what cannot be decided is the same problem")
  void allCases() throws IOException {
    List<String> differences = new ArrayList<>();
    JsonSchema answers = answers();
    int identical = 0;
    for (PolicyCase example : PolicyCase.all()) {
      String claim = example.request().toString();
      Response decided = decide(claim, "zh");
      boolean refused = decided.statusCode() != 200;
      String earlier = refused ? decide(example("guangxi"), "zh").asString() : decided.asString();
      Response replayed = replay(claim, earlier, "zh");
      JsonNode answer = JSON.readTree(replayed.asByteArray());
      if (refused) {
        if (replayed.statusCode() != 422 || !JSON.readTree(decided.asByteArray()).equals(answer)) {
          differences.add(example + ": " + answer);
        }
      } else if (!answer.path("result").asText().equals("IDENTICAL") || answer.get("differences").size() > 0
          || answer.get("claimChanged").asBoolean(true) || !answers.validate(answer).isEmpty()) {
        differences.add(example + ": " + answer + " " + answers.validate(answer));
      } else {
        identical++;
      }
    }
    assertEquals(List.of(), differences);
    assertTrue(identical > 150, "only " + identical);
  }

  @Test
  @DisplayName("The language of the earlier decision and its trace do not matter")
  void otherLanguage() throws IOException {
    String claim = example("bayingolin");
    Response traced = given().contentType(ContentType.JSON).header("Accept-Language", "en")
        .body(claim.getBytes(StandardCharsets.UTF_8)).post("/v1/decisions?trace=true");
    replay(claim, traced.asString(), "zh").then().statusCode(200).header("Content-Language", "zh-CN")
        .body("result", equalTo("IDENTICAL")).body("claimChanged", equalTo(false)).body("differences", hasSize(0))
        .body("message", containsString("完全相同")).body("$", not(hasItem("differencesLeftOut")));
    replay(claim, decide(claim, "zh").asString(), "en").then().statusCode(200).header("Content-Language", "en")
        .body("result", equalTo("IDENTICAL")).body("message", containsString("the same in every value"));
  }

  @Test
  @DisplayName("Another fact of the claim under the same policy content is said to be another fact")
  void changedClaim() throws IOException {
    String earlier = decide(example("guangxi"), "zh").asString();
    ObjectNode claim = (ObjectNode) JSON.readTree(example("guangxi"));
    ((ObjectNode) claim.get("payments")).put("basicInsurance", 31000);
    Response response = replay(claim.toString(), earlier, "zh");
    response.then().statusCode(200).body("result", equalTo("DIFFERENT")).body("claimChanged", equalTo(true))
        .body("message", containsString("不是当时所决定的事实"))
        .body("differences.kind", hasItems("DECISION_ID", "ELIGIBLE", "AMOUNT", "TOTAL", "YEAR_TO_DATE"))
        .body("differences.find { it.pointer == '/totals/medicalAssistance' }.benefit", equalTo("MEDICAL_ASSISTANCE"));
    assertEquals(Set.of(), answers().validate(JSON.readTree(response.asByteArray())));
  }

  @Test
  @DisplayName("An altered amount under the same id and content is said to be altered, with what it should be")
  void alteredAmount() throws IOException {
    String claim = example("guangxi");
    ObjectNode earlier = (ObjectNode) JSON.readTree(decide(claim, "zh").asByteArray());
    ((ObjectNode) earlier.at("/payouts/0")).put("amount", new BigDecimal("13300.01"));
    replay(claim, earlier.toString(), "zh").then().statusCode(200).body("result", equalTo("DIFFERENT"))
        .body("claimChanged", equalTo(false)).body("message", containsString("被改动过"))
        .body("differences", hasSize(1)).body("differences[0].kind", equalTo("AMOUNT"))
        .body("differences[0].pointer", equalTo("/payouts/0/amount"))
        .body("differences[0].benefit", equalTo("MEDICAL_ASSISTANCE"))
        .body("differences[0].earlier", equalTo(13300.01f)).body("differences[0].now", equalTo(13300.0f))
        .body("differences[0].provisions[0].id", equalTo("GX22-IP-2"))
        .body("differences[0].earlierProvisions", equalTo(null))
        .body("differences[0].message", containsString("支付金额应为 13300.00 元，原决定写的是 13300.01 元"));
    replay(claim, earlier.toString(), "en-US").then().header("Content-Language", "en")
        .body("message", containsString("altered"))
        .body("differences[0].message", containsString("should be 13300.00 yuan"));
  }

  @Test
  @DisplayName("Under another policy content each changed figure is named with its provision and row, then and now")
  void otherContent() throws IOException {
    JsonNode request = JSON.readTree(example("replay"));
    ObjectNode earlier = (ObjectNode) request.get("decision");
    ((ObjectNode) earlier.at("/payouts/0/provisions/0")).put("row", 4);
    Response response = replay(request.get("claim").toString(), earlier.toString(), "en");
    response.then().statusCode(200).body("result", equalTo("DIFFERENT")).body("claimChanged", equalTo(null))
        .body("earlierDecisionId", equalTo(earlier.get("decisionId").asText()))
        .body("earlierPolicy.contentHash", equalTo(earlier.at("/policy/contentHash").asText()))
        .body("policy.edition", equalTo("guangxi/2022"))
        .body("message", containsString("The content of policy guangxi/2022 has changed"))
        .body("differences.kind", hasItems("POLICY_CONTENT", "AMOUNT", "BAND_RATE", "BAND_AMOUNT", "PROVISIONS"))
        .rootPath("differences.find { it.kind == 'BAND_RATE' }").body("pointer", equalTo("/payouts/0/bands/0/rate"))
        .body("earlier", equalTo(0.9f)).body("now", equalTo(0.95f)).body("provisions[0].row", equalTo(5))
        .body("provisions[0].table", equalTo("guangxi/2022/medical-assistance.xlsx"))
        .body("earlierProvisions[0].row", equalTo(4))
        .body("message", containsString("the rate is 95% instead of 90%")).body("message", containsString("row 5"));
    assertEquals(Set.of(), answers().validate(JSON.readTree(response.asByteArray())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("A malformed part is named with its pointer, below the claim or the decision")
  @CsvSource(delimiter = '|', textBlock = """
      /claim/claimId | 7
      /claim/person/nickname | "x"
      /claim/costs/policyScope | 44000.001
      /claim | null
      /decision | null
      /decision | []
      /decision/decisionId | 12
      /decision/policy | "guangxi/2022"
      /decision/policy/edition | 2022
      /decision/policy/contentHash | null
      /decision/payouts | {}
      /decision/payouts/0/amount | "13300.00"
      /decision/payouts/0/benefit | "LOTTERY"
      /decision/payouts/0 | 1
      /earlier | {}
      """)
  void malformed(String pointer, String value) throws IOException {
    ObjectNode request = (ObjectNode) JSON.readTree(example("replay"));
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = request.at(pointer.substring(0, slash));
    String name = pointer.substring(slash + 1);
    if (parent instanceof ObjectNode object) {
      object.set(name, JSON.readTree(value));
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(name), JSON.readTree(value));
    }
    List<String> pointers = post(request.toString(), "en").then().statusCode(400).contentType(PROBLEM)
        .body("code", equalTo("INVALID_REQUEST")).extract().path("violations.pointer");
    assertTrue(!pointers.isEmpty() && pointers.stream().allMatch(found -> found.startsWith(pointer)),
        pointers.toString());
    assertTrue(!requests().validate(request).isEmpty() || PROSE.stream().anyMatch(pointer::startsWith),
        "the OpenAPI schema accepts " + pointer + " " + value);
  }

  @Test
  @DisplayName("Missing parts are named all at once")
  void missing() throws IOException {
    post("{}", "zh").then().statusCode(400).body("violations.pointer", equalTo(List.of("/claim", "/decision")));
    post("{\"claim\":" + example("guangxi") + ",\"decision\":{\"policy\":{}}}", "zh").then().statusCode(400)
        .body("violations.pointer", equalTo(List.of("/decision/decisionId", "/decision/policy/edition",
            "/decision/policy/contentHash", "/decision/payouts")))
        .body("violations[0].message", containsString("缺少必填项"));
  }

  @ParameterizedTest
  @DisplayName("What is not JSON is refused, never a server error")
  @ValueSource(strings = {"", "{", "[]", "null", "{\"decision\":{\"a\":1,}}", "{\"decision\":{\"a\":1e999999999999}}",
      "{\"decision\":{\"\\ud800\":\"\\udfff\"}}", "{\"claim\":{},\"decision\":{}} {}"})
  void notJson(String body) {
    post(body, "zh").then().statusCode(400).contentType(PROBLEM).body("code", equalTo("INVALID_REQUEST"))
        .body("violations", not(hasSize(0)));
  }

  @Test
  @DisplayName("Odd text in the earlier decision comes back as it was sent")
  void oddText() throws IOException {
    String claim = example("guangxi");
    String earlier = decide(claim, "zh").asString();
    String odd = earlier.replaceFirst("\\{", "{\"odd ~/\":\"\\\\u0000\\\\udc00\",");
    replay(claim, odd, "zh").then().statusCode(200).body("differences", hasSize(1))
        .body("differences[0].kind", equalTo("FIELD"));
  }

  @Test
  @DisplayName("A claim and a decision together may be larger than a claim, within a bound")
  void size() throws IOException {
    String claim = example("guangxi");
    String earlier = decide(claim, "zh").asString();
    replay(claim, earlier + " ".repeat(100_000), "zh").then().statusCode(200).body("result", equalTo("IDENTICAL"));
    replay(claim, earlier + " ".repeat(140_000), "zh").then().statusCode(413).contentType(PROBLEM);
    given().get("/v1/decisions/replay").then().statusCode(405).contentType(PROBLEM);
  }

  @Test
  @DisplayName("The OpenAPI document describes the request, and its example is compared")
  void openApi() throws IOException {
    JsonNode examples =
        document().at("/paths/~1v1~1decisions~1replay/post/requestBody/content/application~1json/examples");
    assertEquals(1, examples.size());
    for (JsonNode example : examples) {
      assertEquals(Set.of(), requests().validate(example.get("value")));
      post(example.get("value").toString(), "zh").then().statusCode(200).body("result", equalTo("DIFFERENT"))
          .body("differences.kind", hasItem("BAND_RATE"));
    }
  }

  private static Response decide(String claim, String language) {
    return given().contentType(ContentType.JSON).header("Accept-Language", language)
        .body(claim.getBytes(StandardCharsets.UTF_8)).post("/v1/decisions");
  }

  private static Response replay(String claim, String decision, String language) {
    return post("{\"claim\":" + claim + ",\"decision\":" + decision + "}", language);
  }

  private static Response post(String body, String language) {
    return given().contentType(ContentType.JSON).header("Accept-Language", language)
        .body(body.getBytes(StandardCharsets.UTF_8)).post("/v1/decisions/replay");
  }

  private static JsonSchema answers() throws IOException {
    return schema("Replay");
  }

  private static JsonSchema requests() throws IOException {
    return schema("ReplayRequest");
  }

  private static JsonSchema schema(String name) throws IOException {
    ObjectNode root = JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
    root.set("components", document().get("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
  }

  private static JsonNode document() throws IOException {
    return JSON.readTree(given().get("/q/openapi?format=json").asByteArray());
  }

  private static String example(String name) throws IOException {
    return Files.readString(Path.of("src/main/resources/examples", name + ".json"));
  }
}
