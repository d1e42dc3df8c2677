package cn.tuodi.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.assistance.PolicyCase;
import cn.tuodi.assistance.QuestionCase;
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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The questions other than claims, over HTTP against the packaged application. */
@QuarkusIntegrationTest
class QuestionsIT {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final String PROBLEM = "application/problem+json";

  @Test
  @DisplayName("Every case of the contract and of the documents is answered over HTTP as expected")
  void allCases() throws IOException {
    List<String> differences = new ArrayList<>();
    for (QuestionCase example : QuestionCase.all()) {
      Response response =
          given().contentType(ContentType.JSON).body(example.request().toString()).post(example.path());
      PolicyCase.Answer answer = new PolicyCase.Answer(response.statusCode(), JSON.readTree(response.asByteArray()));
      example.differences(answer).forEach(difference -> differences.add(example + ": " + difference));
    }
    assertEquals(List.of(), differences);
  }

  @Test
  @DisplayName("An application is proposed with its window, its bills, its provision and who decides")
  void application() throws IOException {
    post("/v1/applications", example("application")).then().statusCode(200).header("Content-Language", "zh-CN")
        .body("status", equalTo("PROPOSED")).body("window.from", equalTo("2022-04-01"))
        .body("window.to", equalTo("2023-04-01")).body("payouts[0].benefit", equalTo("APPLICATION_ASSISTANCE"))
        .body("payouts[0].provisions[0].sheet", equalTo("依申请救助"))
        .body("payouts[0].explanation", containsString("30000.00 元 × 60% = 18000.00 元"))
        .body("includedClaims.claimId", equalTo(List.of("GX-1001")))
        .body("excludedClaims.claimId", equalTo(List.of("GX-1002")))
        .body("excludedClaims[0].reason", containsString("2022-04-01"))
        .body("procedure.provisions[0].id", equalTo("GX22-APP-HOW"))
        .body("notices.code", hasItem("LOCAL_STANDARD_MISSING"));
    given().contentType(ContentType.JSON).header("Accept-Language", "en").body(example("application"))
        .post("/v1/applications").then().header("Content-Language", "en")
        .body("procedure.message", containsString("county meeting"));
    assertArrayEquals(post("/v1/applications", example("application")).asByteArray(),
        post("/v1/applications", example("application")).asByteArray());
  }

  @Test
  @DisplayName("A recognition shows the figures it compared")
  void recognition() throws IOException {
    post("/v1/recognitions/illness-impoverished", example("household")).then().statusCode(200)
        .body("recognised", equalTo(true)).body("incomePerHeadAfterCost", equalTo(11000.0f))
        .body("threshold", equalTo(12600.0f)).body("provisions[0].id", equalTo("GZ22-CAT-4"))
        .body("reasons", hasItem(containsString("11000.00 元，须低于 12600.00 元")));
  }

  @Test
  @DisplayName("An enrolment names the subsidy, what is left to pay and the first day of benefits")
  void enrolment() throws IOException {
    post("/v1/enrolments", example("enrolment")).then().statusCode(200).body("subsidy.amount", equalTo(210.0f))
        .body("subsidy.provisions[0].table", equalTo("guangxi/2022/premiums.xlsx"))
        .body("personalPayable", equalTo(140.0f)).body("waitingPeriod.applies", equalTo(false))
        .body("waitingPeriod.benefitsFrom", equalTo("2023-01-01"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("A malformed field is named with its pointer")
  @CsvSource(delimiter = '|', textBlock = """
      /v1/enrolments | {} | /region
      /v1/enrolments | {"region":"450100","person":{},"insuredYear":2023.5,"paidOn":"2022-11-01","personalContribution":1} | /insuredYear
      /v1/enrolments | {"region":"450100","person":{},"insuredYear":2023,"paidOn":"2022-11-31","personalContribution":1} | /paidOn
      /v1/enrolments | {"region":"450100","person":{},"insuredYear":2023,"paidOn":"2022-11-01","personalContribution":-1} | /personalContribution
      /v1/enrolments | {"region":"450100","person":{},"insuredYear":2023,"paidOn":"2022-11-01","personalContribution":1,"event":"X"} | /event
      /v1/enrolments | {"region":"450100","person":{"x":1},"insuredYear":2023,"paidOn":"2022-11-01","personalContribution":1} | /person/x
      /v1/enrolments | {"region":"450100","person":{"birthDate":"2022-11-02"},"insuredYear":2023,"paidOn":"2022-11-01","personalContribution":1} | /person/birthDate
      /v1/applications | {"applicationId":"A","region":"450100","appliedOn":"2023-01-01","person":{},"claims":[]} | /claims
      /v1/applications | [] | ''
      /v1/recognitions/illness-impoverished | {"region":"520100","surveyedOn":"2023-07-01","seriouslyIll":true,"household":{"members":0}} | /household/members
      """)
  void malformed(String path, String body, String pointer) {
    post(path, body).then().statusCode(400).contentType(PROBLEM).body("code", equalTo("INVALID_REQUEST"))
        .body("violations.pointer", hasItem(pointer));
  }

  @Test
  @DisplayName("The OpenAPI document describes what is returned: every answer and every problem fits its schema")
  void openApiOfAnswers() throws IOException {
    ObjectNode document = (ObjectNode) JSON.readTree(given().get("/q/openapi?format=json").asByteArray());
    Map<String, JsonSchema> schemas = new HashMap<>();
    for (QuestionCase example : QuestionCase.all()) {
      Response response = post(example.path(), example.request().toString());
      JsonNode content = document.at("/paths").path(example.path())
          .at("/post/responses/" + response.statusCode() + "/content").elements().next();
      JsonSchema schema = schemas.computeIfAbsent(content.at("/schema/$ref").textValue(), ref -> {
        ObjectNode root = JSON.createObjectNode().put("$ref", ref);
        root.set("components", document.get("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
      });
      assertEquals(Set.of(), schema.validate(JSON.readTree(response.asByteArray())), example.toString());
    }
    assertEquals(4, schemas.size());
  }

  @Test
  @DisplayName("An application may state five hundred bills; one that is larger yet is told how large it may be")
  void largeApplication() throws IOException {
    ObjectNode application = (ObjectNode) JSON.readTree(example("application"));
    JsonNode bill = application.get("claims").get(0);
    ArrayNode bills = application.putArray("claims");
    for (int i = 0; i < 500; i++) {
      bills.add(((ObjectNode) bill.deepCopy()).put("claimId", "GX-" + i));
    }
    String body = application.toString();
    assertTrue(body.length() > 65_536, () -> body.length() + " bytes");
    post("/v1/applications", body).then().statusCode(200).body("includedClaims.size()", equalTo(500));
    post("/v1/applications", body + " ".repeat(524_288)).then().statusCode(413).contentType(PROBLEM)
        .body("detail", containsString("512 KB"));
  }

  @Test
  @DisplayName("The OpenAPI document has the questions, with examples that are answered")
  void openApi() {
    given().header("Accept", "application/json").get("/q/openapi").then().statusCode(200)
        .body("paths.'/v1/enrolments'.post.requestBody.content.'application/json'.examples.guangxi.value.insuredYear",
            equalTo(2023))
        .body("components.schemas.PremiumQuestion.required", hasItem("personalContribution"))
        .body("components.schemas.Application.properties.claims.type", equalTo("array"))
        .body("components.schemas.HouseholdFacts.required", hasItem("seriouslyIll"));
  }

  private static Response post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path);
  }

  private static String example(String name) throws IOException {
    return new String(QuestionsIT.class.getResourceAsStream("/examples/" + name + ".json").readAllBytes(),
        StandardCharsets.UTF_8);
  }
}
