package cn.tuodi.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.comparison.ChangedEdition;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies compared and simulated by the packaged application over HTTP. */
@QuarkusIntegrationTest
class StudiesIT {

  private static final String PROBLEM = "application/problem+json";
  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String TABLE = "guangxi/2022/medical-assistance.xlsx";
  private static final String SIMULATIONS = "/v1/desk/simulations";

  @Test
  @DisplayName("Two editions are compared as JSON, in the caller's language")
  void comparison() {
    given().header("Accept-Language", "en").queryParam("from", "guangxi/2021").queryParam("to", "guangxi/2022")
        .get("/v1/policies/comparison").then().statusCode(200).contentType("application/json")
        .header("Content-Language", "en").body("from.edition", equalTo("guangxi/2021"))
        .body("affectsDecisions", equalTo(true)).body("summary.rulesChanged", equalTo(3))
        .body("sheets.sheet", hasItem("救助待遇")).body("sheets.label", hasItem("Terms of assistance"))
        .body("sheets.find { it.sheet == '大病保险倾斜' }.rows.cells.flatten().message", hasItem(containsString(
            "returned to poverty: points added to the rate from 5 points to 10 points, under GX22-CI-1")));
  }

  @Test
  @DisplayName("Two editions are compared as Markdown for reviews")
  void markdown() {
    given().accept("text/markdown").get("/v1/policies/comparison?from=guangxi/2021&to=guangxi/2022").then()
        .statusCode(200).contentType(startsWith("text/markdown")).body(startsWith("# 政策对比：guangxi/2021 → guangxi/2022"))
        .body(containsString("| 返贫致贫人口 | 报销比例提高（百分点） | 5 个百分点 | **10 个百分点** |"));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @DisplayName("Editions that are not named, misnamed or not there are problems")
  @CsvSource({"/v1/policies/comparison?to=guangxi/2022, 400, /from",
      "/v1/policies/comparison?from=guangxi/2022&to=../../etc, 400, /to",
      "/v1/policies/comparison?from=guangxi/2022&to=guangxi/1999, 404, ''"})
  void misnamed(String address, int status, String pointer) {
    Response response = given().get(address);
    response.then().statusCode(status).contentType(PROBLEM);
    if (!pointer.isEmpty()) {
      response.then().body("violations[0].pointer", equalTo(pointer));
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("An edition that is not there is named, with those that there are")
  @ValueSource(strings = {"/v1/policies/comparison?from=guangxi/1999&to=guangxi/2022",
      "/v1/policies/comparison?from=guangxi/2022&to=guangxi/1999", "/v1/policies/guangxi/1999",
      "/v1/policies/guangxi/1999/provisions", "/v1/policies/guangxi/1999/samples"})
  void unknownEdition(String address) {
    given().header("Accept-Language", "en").get(address).then().statusCode(404).contentType(PROBLEM)
        .body("code", equalTo("NO_SUCH_EDITION"))
        .body("detail", startsWith("There is no edition guangxi/1999; there are "))
        .body("detail", containsString("guizhou/2023 ("));
    given().get(address).then().statusCode(404).body("detail", startsWith("没有版本 guangxi/1999；现有版本："));
  }

  @Test
  @DisplayName("A page of comparisons names an edition that is not there, too")
  void unknownEditionOnPage() {
    given().accept("text/html").get("/console/comparison?from=guangxi/1999&to=guangxi/2022").then().statusCode(404)
        .body(containsString("没有版本 广西壮族自治区 1999 年版；现有版本：巴音郭楞蒙古自治州 2023 年版、"));
  }

  @Test
  @DisplayName("Files without a claim, and claims beside a sample, are refused")
  void nothingToSimulate() {
    String editions = SIMULATIONS + "?from=guangxi/2021&to=guangxi/2022";
    for (String file : List.of("\uFEFF", "claimId,region\n", "\n\n")) {
      given().contentType("text/csv").body(file.getBytes(StandardCharsets.UTF_8)).post(editions).then().statusCode(400)
          .body("code", equalTo("INVALID_REQUEST"));
      given().contentType("application/x-ndjson").body(file.startsWith("c") ? new byte[0]
          : file.getBytes(StandardCharsets.UTF_8)).post(editions).then().statusCode(400);
    }
    given().contentType("application/x-ndjson").body("{}".getBytes(StandardCharsets.UTF_8))
        .post(editions + "&sample=10").then().statusCode(400).body("violations[0].pointer", equalTo("/sample"));
  }

  @Test
  @DisplayName("A changed workbook is compared with the one in force, and one that is not sound is a problem with its cells")
  void workbook() throws IOException {
    compare(TABLE, changed("0.85")).then().statusCode(200).body("identical", equalTo(false))
        .body("summary.rowsChanged", equalTo(1)).body("sheets[0].rows[0].cells", hasSize(1))
        .body("sheets[0].rows[0].cells[0].from", equalTo("80%")).body("sheets[0].rows[0].cells[0].to", equalTo("85%"))
        .body("sheets[0].rows[0].cells[0].toCell", equalTo("L7"));
    compare(TABLE, changed("1.85")).then().statusCode(422).contentType(PROBLEM)
        .body("code", equalTo("INVALID_WORKBOOK"))
        .body("violations[0].pointer", equalTo("/medical-assistance.xlsx/救助待遇/L7"));
    compare(TABLE, "not a workbook".getBytes(StandardCharsets.UTF_8)).then().statusCode(422)
        .body("violations[0].pointer", equalTo("/medical-assistance.xlsx"));
    compare("guangxi/2022/none.xlsx", new byte[10]).then().statusCode(404).contentType(PROBLEM);
    compare("guangxi/2022", new byte[10]).then().statusCode(404).contentType(PROBLEM);
    compare(TABLE, new byte[6_000_000]).then().statusCode(413).contentType(PROBLEM);
  }

  @Test
  @DisplayName("Claims sent are simulated under two editions; the result is there as JSON and as comma-separated values")
  void simulation() throws IOException, InterruptedException {
    String claim = Files.readString(Path.of("src/main/resources/examples/guangxi.json")).replace("\n", " ");
    Response begun = given().contentType("application/x-ndjson")
        .body((claim + "\n{}\n").getBytes(StandardCharsets.UTF_8))
        .post(SIMULATIONS + "?from=guangxi/2021&to=guangxi/2022");
    begun.then().statusCode(202).body("result", nullValue());
    String address = begun.header("Location");
    assertTrue(address.contains(SIMULATIONS + "/" + begun.path("id")), address);
    Response done = ended(address);
    done.then().body("state", equalTo("DONE")).body("progress.percent", equalTo(100))
        .body("result.claims", equalTo(1)).body("result.unreadable.count", equalTo(1))
        .body("result.unreadable.examples[0].line", equalTo(2)).body("result.from.asIfInForce", equalTo(true))
        .body("result.to.totals.medicalAssistance", equalTo(13300.0f)).body("result.people.gaining", equalTo(1))
        .body("result.largestChanges[0].gain", equalTo(13300.0f))
        .body("result.to.inScopeInpatient.provision", equalTo("GX30-RATIO"));
    given().accept("text/csv").header("Accept-Language", "en").get(address).then().statusCode(200)
        .contentType(startsWith("text/csv")).header("Content-Disposition", endsWith(".csv\""))
        .body(containsString("total,,,medicalAssistance,0.00,13300.00"));
    given().get(SIMULATIONS).then().statusCode(200).body("id", hasItem(begun.<String>path("id")));
    given().delete(address).then().statusCode(204);
    given().get(address).then().statusCode(404).contentType(PROBLEM);
  }

  @Test
  @DisplayName("A sample is generated by seed; a simulation is cancelled")
  void sample() throws InterruptedException {
    String small = begin("?from=guangxi/2022&to=guangxi/2022&sample=100&seed=3").then().statusCode(202).extract()
        .header("Location");
    String large =
        begin("?from=guangxi/2021&to=guangxi/2022&sample=9000000").then().statusCode(202).extract().header("Location");
    given().accept("text/csv").get(large).then().statusCode(409).contentType(PROBLEM).body("code",
        equalTo("NO_RESULT"));
    given().delete(large).then().statusCode(204);
    assertEquals("CANCELLED", ended(large).path("state"));
    ended(small).then().body("state", equalTo("DONE")).body("result.portfolio.synthetic", equalTo(true))
        .body("result.portfolio.sample.seed", equalTo(3)).body("result.from.asIfInForce", equalTo(false))
        .body("result.compared.changed", equalTo(0));
  }

  @Test
  @DisplayName("While one simulation runs and four wait, another is refused and told when to ask again")
  void tooMany() throws InterruptedException {
    List<String> begun = new ArrayList<>();
    Response answer = begin("?from=guangxi/2021&to=guangxi/2022&sample=9000000");
    for (; answer.statusCode() == 202 && begun.size() < 5; answer =
        begin("?from=guangxi/2021&to=guangxi/2022&sample=9000000")) {
      begun.add(answer.header("Location"));
    }
    for (String address : begun) {
      given().delete(address).then().statusCode(204);
      ended(address);
    }
    answer.then().statusCode(429).contentType(PROBLEM).header("Retry-After", "10")
        .body("code", equalTo("TOO_MANY_SIMULATIONS"));
    assertEquals(5, begun.size());
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("What is malformed in a request for a simulation is named")
  @CsvSource({"?from=guangxi/2021&sample=1, 400, /to", "?to=guangxi/2021&sample=1, 400, /from",
      "?from=guangxi/2021&to=guangxi/2022, 400, /sample", "?from=guangxi/2021&to=guangxi/2022&sample=0, 400, /sample",
      "?from=guangxi/2021&to=guangxi/2022&sample=1&seed=x, 400, /seed",
      "?from=guangxi/2021&to=guangxi/2022&sample=1&dates=SOMEHOW, 400, /dates",
      "?from=guangxi/2021&to=guangxi/2030&sample=1, 404, ''", "?draft=none&sample=1, 403, ''"})
  void malformed(String query, int status, String pointer) {
    Response response = begin(query);
    response.then().statusCode(status).contentType(PROBLEM);
    if (!pointer.isEmpty()) {
      response.then().body("violations[0].pointer", equalTo(pointer));
    }
  }

  @Test
  @DisplayName("Columns of CSV that are not known are told before a simulation begins")
  void csvHeader() {
    given().contentType("text/csv").header("Accept-Language", "en").body("claimId,colour\n1,red\n")
        .post(SIMULATIONS + "?from=guangxi/2021&to=guangxi/2022").then().statusCode(400).contentType(PROBLEM)
        .body("violations[0].pointer", equalTo("/1/colour"))
        .body("violations[0].message", startsWith("no such column"));
  }

  private static Response begin(String query) {
    return given().post(SIMULATIONS + query);
  }

  private static Response compare(String table, byte[] workbook) {
    return given().contentType(XLSX).queryParam("table", table).body(workbook).post("/v1/desk/comparisons");
  }

  private static Response ended(String address) throws InterruptedException {
    for (int i = 0; i < 1800; i++) {
      Response response = given().get(address);
      String state = response.path("state");
      if (!state.equals("QUEUED") && !state.equals("RUNNING")) {
        return response;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the simulation does not end: " + address);
  }

  private static byte[] changed(String rate) {
    return ChangedEdition.saved(ChangedEdition.sources("guangxi/2022").workbooks().get("medical-assistance.xlsx"),
        workbook -> ChangedEdition.set(workbook.getSheet("救助待遇"), "L7", new BigDecimal(rate)));
  }
}
