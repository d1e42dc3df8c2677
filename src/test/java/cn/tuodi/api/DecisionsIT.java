package cn.tuodi.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.assistance.PolicyCase;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged application over HTTP. */
@QuarkusIntegrationTest
class DecisionsIT {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String PROBLEM = "application/problem+json";
  /** What the OpenAPI document says in words only: as a schema, generators would make the wrong of it. */
  private static final Set<String> PROSE =
      Set.of("/person/nickname", "/surprise", "/costs/policyScope", "/costs/selfPaid");

  @Test
  @DisplayName("Every case of the contract and of the documents is answered over HTTP as expected")
  void allCases() throws IOException {
    List<String> differences = new ArrayList<>();
    for (PolicyCase example : PolicyCase.all()) {
      Response response =
          given().contentType(ContentType.JSON).body(example.request().toString()).post("/v1/decisions");
      PolicyCase.Answer answer = new PolicyCase.Answer(response.statusCode(), JSON.readTree(response.asByteArray()));
      example.differences(answer).forEach(difference -> differences.add(example + ": " + difference));
    }
    assertEquals(List.of(), differences);
  }

  @Test
  @DisplayName("The same claim gives the same bytes")
  void sameBytes() throws IOException {
    String claim = example("bayingolin");
    assertArrayEquals(decide(claim).asByteArray(), decide(claim).asByteArray());
  }

  @Test
  @DisplayName("A line carries provision, workbook, sheet, row, bands, limits and a sentence in the caller's language")
  void lineIsItemised() throws IOException {
    decide(example("bayingolin")).then().statusCode(200).contentType(ContentType.JSON)
        .header("Content-Language", "zh-CN").body("payouts[0].benefit", equalTo("MEDICAL_ASSISTANCE"))
        .body("payouts[0].payer", equalTo("MEDICAL_ASSISTANCE_FUND")).body("payouts[0].amount", equalTo(4000.0f))
        .body("payouts[0].provisions[0].id", equalTo("BZ23-MA-OP"))
        .body("payouts[0].provisions[0].table", equalTo("bayingolin/2023/medical-assistance.xlsx"))
        .body("payouts[0].provisions[0].sheet", equalTo("救助待遇")).body("payouts[0].provisions[0].row", notNullValue())
        .body("payouts[0].limits.name", equalTo(List.of("ANNUAL_CAP", "CARE_CAP")))
        .body("payouts[0].limits[1].bound", equalTo(true))
        .body("payouts[0].explanation", containsString("14000.00 元 × 70%"))
        .body("trace", equalTo(null));
    given().contentType(ContentType.JSON).header("Accept-Language", "en-GB, en;q=0.8").body(example("bayingolin"))
        .post("/v1/decisions").then().header("Content-Language", "en")
        .body("payouts[0].explanation", containsString("14000.00 yuan × 70%"));
  }

  @Test
  @DisplayName("A trace lists the rules and rows that fired, in order")
  void trace() throws IOException {
    given().contentType(ContentType.JSON).body(example("guangxi")).post("/v1/decisions?trace=true").then()
        .statusCode(200).body("trace.provision", hasItem("GX22-IP-2"))
        .body("trace.rule", hasItem("Medical assistance pays the schedule of the year within every cap"));
  }

  @ParameterizedTest
  @DisplayName("A trace is asked for with true or false; anything else is named")
  @CsvSource({"trace=false, 200", "trace=true, 200", "other=maybe, 200", "trace=maybe, 400", "trace=TRUE, 400",
      "trace=1, 400", "trace=, 400", "trace, 400", "trace=true&trace=false, 400"})
  void traceIsTrueOrFalse(String query, int status) throws IOException {
    String line = JSON.readTree(example("guangxi")).toString();
    for (String path : List.of("/v1/decisions", "/v1/decisions/batch")) {
      Response response = given().urlEncodingEnabled(false)
          .contentType(path.endsWith("batch") ? "application/x-ndjson" : "application/json")
          .header("Accept-Language", "en").body(line.getBytes(StandardCharsets.UTF_8)).post(path + "?" + query);
      response.then().statusCode(status);
      if (status == 400) {
        response.then().contentType(PROBLEM).body("code", equalTo("INVALID_REQUEST"))
            .body("violations.pointer", equalTo(List.of("/trace")))
            .body("violations[0].message", containsString("query parameter trace is true or false"));
      } else {
        assertEquals(query.equals("trace=true"), JSON.readTree(response.asByteArray()).path("trace").size() > 2, path);
      }
    }
  }

  @Test
  @DisplayName("Of several identities the most favourable counts, and the row that says so is cited second")
  void severalIdentities() throws IOException {
    ObjectNode claim = (ObjectNode) JSON.readTree(example("guangxi"));
    decide(claim.toString()).then().statusCode(200).body("class.provisions", hasSize(1));
    ArrayNode identities = (ArrayNode) claim.at("/person/identities");
    identities.addObject().put("type", "LOW_INCOME_EDGE").put("recognisedOn", "2021-01-10");
    decide(claim.toString()).then().statusCode(200).body("class.identity", equalTo("MINIMUM_LIVING"))
        .body("class.provisions.sheet", equalTo(List.of("对象分类", "参数")))
        .body("class.provisions[1].table", equalTo("guangxi/2022/safeguards.xlsx"))
        .body("class.provisions[1].id", notNullValue()).body("class.provisions[1].row", notNullValue());
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("A malformed field is named with its pointer")
  @CsvSource(delimiter = '|', textBlock = """
      /claimId | 7
      /claimId | ""
      /claimId | "12345678901234567890123456789012345678901234567890123456789012345"
      /region | "4501"
      /region | 450100
      /serviceDate | "2022-02-30"
      /serviceDate | "20220501"
      /serviceDate | "1776-07-04"
      /settledOn | true
      /person | []
      /person/scheme | "FARMER"
      /person/identities | {}
      /person/identities/0/type | "POOR"
      /person/identities/0/recognisedOn | null
      /person/identities/0/assignedClass | 5
      /person/disability/grade | 0
      /person/disability/kind | "OTHER"
      /person/nickname | "x"
      /care/type | null
      /care/designated | "yes"
      /care/place | "pooling_area"
      /costs/total | -1
      /costs/total | "48000"
      /costs/policyScope | 44000.001
      /costs/advance | 1e12
      /costs/selfPaid | 1e-50
      /payments/basicInsurance | null
      /payments/otherInsurance | null
      /criticalIllnessPlan | {"deductible":1,"tiers":[],"cap":null}
      /yearToDate | {"year":2022}
      /surprise | 1
      """)
  void malformedField(String pointer, String value) throws IOException {
    ObjectNode claim = (ObjectNode) JSON.readTree(example("guangxi"));
    int slash = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) claim.at(pointer.substring(0, slash));
    parent.set(pointer.substring(slash + 1), JSON.readTree(value));
    List<String> pointers = decide(claim.toString()).then().statusCode(400).contentType(PROBLEM)
        .body("code", equalTo("INVALID_REQUEST")).extract().path("violations.pointer");
    assertTrue(pointers.stream().allMatch(found -> found.startsWith(pointer)), pointers.toString());
    assertTrue(!schema().validate(claim).isEmpty() || PROSE.contains(pointer) || pointer.equals("/serviceDate"),
        "the OpenAPI schema accepts " + pointer + " " + value);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("Facts that contradict each other are refused where they do")
  @CsvSource(delimiter = '|', textBlock = """
      /person/birthDate | {"person":{"birthDate":"2022-05-19"}}
      /person/identities/1/endedOn | {"person":{"identities":[{"type":"ORPHAN","recognisedOn":"2022-01-02","endedOn":"2022-01-01"}]}}
      /person/identities/1/assignedClass | {"person":{"identities":[{"type":"ORPHAN","recognisedOn":"2022-01-02","assignedClass":1}]}}
      /person/disability/components | {"person":{"disability":{"grade":1,"kind":"VISUAL","components":["MENTAL"]}}}
      /criticalIllnessPlan | {"criticalIllnessPlan":{"deductible":1,"disposableIncomePerHead":2,"tiers":[{"above":0,"rate":0.6}]}}
      /criticalIllnessPlan/tiers/0/above | {"criticalIllnessPlan":{"deductible":1,"tiers":[{"above":1,"rate":0.6}]}}
      /criticalIllnessPlan/tiers/1/above | {"criticalIllnessPlan":{"deductible":1,"tiers":[{"above":0,"rate":0.6},{"above":0,"rate":0.7}]}}
      """)
  void contradiction(String pointer, String change) throws IOException {
    JsonNode claim = JSON.readerForUpdating(JSON.readTree(example("guangxi"))).readValue(change);
    decide(claim.toString()).then().statusCode(400).contentType(PROBLEM).body("code", equalTo("INVALID_REQUEST"))
        .body("violations.pointer", equalTo(List.of(pointer)));
  }

  @Test
  @DisplayName("A year-to-date larger than any bill is taken back as it was returned")
  void largeYear() throws IOException {
    ObjectNode claim = (ObjectNode) JSON.readTree(example("guangxi"));
    ObjectNode year = (ObjectNode) JSON.readTree(decide(claim.toString()).asByteArray()).get("yearToDate");
    claim.set("yearToDate", year.put("burdenAfterInsurance", new BigDecimal("999999999.99")));
    JsonNode returned = JSON.readTree(decide(claim.toString()).asByteArray()).get("yearToDate");
    assertTrue(returned.get("burdenAfterInsurance").doubleValue() > 1_000_000_000, returned::toString);
    claim.set("yearToDate", returned);
    decide(claim.toString()).then().statusCode(200);
  }

  @Test
  @DisplayName("All malformed fields are named at once")
  void allViolations() {
    decide("{\"claimId\":1,\"region\":2,\"x\":3}").then().statusCode(400)
        .body("violations.pointer", equalTo(List.of("/claimId", "/region", "/x", "/serviceDate", "/person", "/care",
            "/costs", "/payments")));
  }

  @ParameterizedTest
  @DisplayName("What is not JSON is refused, never decided and never a server error")
  @ValueSource(strings = {"", "{", "[]", "null", "\"claim\"", "{\"claimId\":\"A\",}", "{\"claimId\":\"A\"} {}", "NaN",
      "{\"claimId\":\"A\",\"claimId\":\"B\"}", "{\"costs\":{\"total\":1e999999999999}}"})
  void notJson(String body) {
    decide(body).then().statusCode(400).contentType(PROBLEM).body("code", equalTo("INVALID_REQUEST"))
        .body("violations", not(hasSize(0)));
  }

  @Test
  @DisplayName("A deeply nested or huge body is refused")
  void hugeBody() {
    decide("{\"claimId\":" + "[".repeat(10_000)).then().statusCode(400);
    decide("{\"claimId\":\"" + "x".repeat(100_000) + "\"}").then().statusCode(413).contentType(PROBLEM)
        .body("detail", containsString("/v1/decisions/batch"));
  }

  @ParameterizedTest
  @DisplayName("A huge body is refused with a problem even if it does not say how large it is")
  @ValueSource(ints = {70_000, 200_000, 20_000_000})
  void hugeChunkedBody(int size) throws IOException, InterruptedException {
    HttpResponse<String> response = chunked("{\"claimId\":\"" + "x".repeat(size) + "\"}");
    assertEquals(413, response.statusCode());
    assertEquals(PROBLEM, response.headers().firstValue("Content-Type").orElse(""));
    assertEquals("INVALID_REQUEST", JSON.readTree(response.body()).path("code").asText());
    assertEquals(413, JSON.readTree(response.body()).path("status").asInt());
  }

  @Test
  @DisplayName("A body that does not say how large it is is decided like any other")
  void chunkedBody() throws IOException, InterruptedException {
    HttpResponse<String> response = chunked(example("guangxi"));
    assertEquals(200, response.statusCode());
    assertEquals(decide(example("guangxi")).asString(), response.body());
    assertEquals(400, chunked("").statusCode());
  }

  @Test
  @DisplayName("Other addresses, methods and media types are problems, too")
  void otherRequests() {
    given().get("/v1/decisions").then().statusCode(405).contentType(PROBLEM);
    given().get("/v1/policies/guangxi/1999").then().statusCode(404).contentType(PROBLEM);
    given().get("/v1/policies/guangxi/latest").then().statusCode(404).contentType(PROBLEM);
    given().contentType("text/csv").body("a,b").post("/v1/decisions").then().statusCode(415).contentType(PROBLEM);
  }

  @Test
  @DisplayName("A batch answers each line in order, goes on from a person's decision before, and survives a bad line")
  void batch() throws IOException {
    String first = line("B-1", "P-1", "2022-03-01");
    String bad = "{\"claimId\":\"B-2\"}";
    String second = line("B-3", "P-1", "2022-03-02");
    String nextYear = line("B-4", "P-1", "2023-03-02");
    String other = line("B-5", "P-2", "2023-03-02");
    String unknown = line("B-6", "P-2", "2020-03-02");
    String last = line("B-7", "P-2", "2023-03-03");
    Response response = given().contentType("application/x-ndjson").body(
        String.join("\n", first, bad, second, "", nextYear, other, unknown, last).getBytes(StandardCharsets.UTF_8))
        .post("/v1/decisions/batch");
    response.then().statusCode(200).contentType("application/x-ndjson");
    List<JsonNode> lines = new ArrayList<>();
    for (String answer : response.asString().split("\n")) {
      lines.add(JSON.readTree(answer));
    }
    assertEquals(List.of("B-1", "", "B-3", "B-4", "B-5", "B-6", "B-7"),
        lines.stream().map(answer -> answer.path("claimId").asText()).toList());
    assertEquals("INVALID_REQUEST", lines.get(1).path("code").asText());
    assertEquals(2, lines.get(1).path("line").asInt());
    assertEquals(lines.get(0).at("/yearToDate/burdenAfterInsurance").decimalValue().multiply(BigDecimal.valueOf(2)),
        lines.get(2).at("/yearToDate/burdenAfterInsurance").decimalValue());
    assertEquals(List.of(true, false, true, true, false),
        List.of(0, 2, 3, 4, 6).stream().map(i -> lines.get(i).path("notices").findValuesAsText("code")
            .contains("YEAR_TO_DATE_ASSUMED_ZERO")).toList());
    assertEquals("NO_POLICY_IN_FORCE", lines.get(5).path("code").asText());
  }

  @Test
  @DisplayName("A batch may come as bytes, for clients that write whatever has json in its type as one JSON value")
  void batchOfBytes() throws IOException {
    byte[] lines = (line("B-1", "P-1", "2022-03-01") + "\n" + line("B-2", "P-1", "2022-03-02") + "\n")
        .getBytes(StandardCharsets.UTF_8);
    byte[] answers = given().contentType("application/x-ndjson").body(lines).post("/v1/decisions/batch").asByteArray();
    Response response = given().contentType("application/octet-stream").body(lines).post("/v1/decisions/batch");
    response.then().statusCode(200).contentType("application/x-ndjson");
    assertArrayEquals(answers, response.asByteArray());
    assertEquals(2, response.asString().lines().count());
  }

  @ParameterizedTest
  @DisplayName("JSON lines are taken and answered by any of their names")
  @ValueSource(strings = {"application/x-ndjson", "application/ndjson", "application/jsonl", "application/jsonlines"})
  void batchByOtherNames(String type) throws IOException {
    byte[] lines = (line("B-1", "P-1", "2022-03-01") + "\n").getBytes(StandardCharsets.UTF_8);
    given().contentType(type).body(lines).post("/v1/decisions/batch").then().statusCode(200)
        .contentType("application/x-ndjson").body(containsString("\"claimId\":\"B-1\""));
    given().contentType(type).accept(type).body(lines).post("/v1/decisions/batch").then().statusCode(200)
        .contentType(type);
  }

  @ParameterizedTest
  @DisplayName("A batch without a line is refused, not answered by nothing; line numbers count blank lines")
  @ValueSource(strings = {"", "\n", " \r\n\n\t"})
  void emptyBatch(String blank) {
    given().contentType("application/x-ndjson").body(blank.getBytes(StandardCharsets.UTF_8)).post("/v1/decisions/batch")
        .then().statusCode(400).contentType(PROBLEM).body("code", equalTo("INVALID_REQUEST"))
        .body("violations[0].message", equalTo("请求为空"));
    long number = blank.chars().filter(character -> character == '\n').count() + 1;
    given().contentType("application/x-ndjson").body((blank + "{}").getBytes(StandardCharsets.UTF_8))
        .post("/v1/decisions/batch").then().statusCode(200).body(containsString("\"line\":" + number));
  }

  @Test
  @DisplayName("The editions and their provisions are listed")
  void policies() {
    given().header("Accept-Language", "en").get("/v1/policies/guizhou/2023").then()
        .header("Content-Language", "en").header("Vary", "Accept-Language");
    given().get("/v1/policies").then().statusCode(200).header("Content-Language", "zh-CN").body("edition",
        equalTo(List.of("bayingolin/2023", "guangxi/2021", "guangxi/2022", "guizhou/2023")));
    given().header("Accept-Language", "en").get("/v1/policies/guangxi/2022").then().statusCode(200)
        .body("inForceFrom", equalTo("2022-03-01")).body("inForceTo", equalTo(null))
        .body("instruments.number", hasItem("桂政办发〔2022〕5号")).body("contentHash", containsString("sha256:"))
        .body("tables.sheet", hasItem("救助待遇")).body("name", equalTo("Guangxi, edition 2022"));
    given().get("/v1/policies/guizhou/2023/provisions").then().statusCode(200)
        .body("provisions.find { it.id == 'GZ22-MA-2' }.status", equalTo("C"))
        .body("provisions.find { it.id == 'GZ22-MA-2' }.rows", hasSize(3))
        .body("provisions.find { it.id == 'GZ22-MA-2' }.tests", not(hasSize(0)));
  }

  @Test
  @DisplayName("The OpenAPI document describes what is accepted: every case fits its schema, and its examples are decided")
  void openApi() throws IOException {
    JsonSchema schema = schema();
    for (PolicyCase example : PolicyCase.all()) {
      assertEquals(Set.of(), schema.validate(example.request()), example.toString());
    }
    JsonNode examples = document().at("/paths/~1v1~1decisions/post/requestBody/content/application~1json/examples");
    assertEquals(3, examples.size());
    for (JsonNode example : examples) {
      decide(example.get("value").toString()).then().statusCode(200);
    }
  }

  @Test
  @DisplayName("The OpenAPI document describes what is returned: every decision fits its schema")
  void openApiOfAnswers() throws IOException {
    ObjectNode document = (ObjectNode) document();
    ObjectNode root = JSON.createObjectNode().put("$ref", "#/components/schemas/Decision");
    root.set("components", document.get("components"));
    JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
    for (PolicyCase example : PolicyCase.all()) {
      Response response = decide(example.request().toString());
      if (response.statusCode() == 200) {
        assertEquals(Set.of(), schema.validate(JSON.readTree(response.asByteArray())), example.toString());
      }
    }
  }

  @Test
  @DisplayName("The interface describes itself")
  void description() {
    given().get("/q/openapi").then().statusCode(200);
  }

  private static Response decide(String body) {
    return given().contentType(ContentType.JSON).body(body.getBytes(StandardCharsets.UTF_8)).post("/v1/decisions");
  }

  /** Sends a body in chunks, without stating its length. */
  private static HttpResponse<String> chunked(String body) throws IOException, InterruptedException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    HttpRequest request = HttpRequest
        .newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/decisions"))
        .timeout(Duration.ofSeconds(30)).header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode document() throws IOException {
    return JSON.readTree(given().get("/q/openapi?format=json").asByteArray());
  }

  private static JsonSchema schema() throws IOException {
    ObjectNode root = JSON.createObjectNode().put("$ref", "#/components/schemas/Claim");
    root.set("components", document().get("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
  }

  private static String example(String name) throws IOException {
    return Files.readString(Path.of("src/main/resources/examples", name + ".json"));
  }

  private static String line(String claimId, String personId, String serviceDate) throws IOException {
    ObjectNode claim = (ObjectNode) JSON.readTree(example("guangxi"));
    claim.put("claimId", claimId).put("serviceDate", serviceDate);
    ((ObjectNode) claim.get("person")).put("personId", personId);
    return claim.toString();
  }
}
