package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.store.RunningPostgres;
import cn.tuodi.operation.RunningService;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Year accounts of the packaged service: two replicas on PostgreSQL, one on the embedded database, one without. */
class SettlementsIT {

  private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();
  private static final BigDecimal CAP = new BigDecimal("30000.00");
  private static RunningPostgres postgres;
  private static RunningService one;
  private static RunningService two;

  @BeforeAll
  static void start() {
    postgres = RunningPostgres.start();
    one = RunningService.start("-Dtuodi.accounts.database=" + postgres.address());
    two = RunningService.start("-Dtuodi.accounts.database=" + postgres.address());
    List.of(one, two).forEach(SettlementsIT::awaitAccounts);
  }

  @AfterAll
  static void stop() {
    one.close();
    two.close();
    postgres.close();
  }

  /** Waits until a service that just started keeps accounts. */
  static void awaitAccounts(RunningService service) {
    RunningService.waitUntil("accounts are open",
        () -> service.get("/v1/settlements/changes?limit=1").statusCode() == 200);
  }

  @Test
  @DisplayName("A year: settled, previewed, taken back, corrected, decided again, read as it was, and replayed")
  void year() throws IOException {
    JsonNode first = answer(201, one.post("/v1/settlements", claim("Y-1", "Y", 60_000, 1)));
    assertEquals(1, first.get("sequence").asInt());
    assertEquals(1, first.get("version").asInt());
    JsonNode preview = answer(200, two.post("/v1/settlements/preview", claim("Y-2", "Y", 60_000, 2)));
    JsonNode second = answer(201, one.post("/v1/settlements", claim("Y-2", "Y", 60_000, 2)));
    assertEquals(preview.get("decision"), second.get("decision"));
    assertEquals(first.at("/decision/yearToDate/assistance"), preview.at("/yearToDate/assistance"));
    JsonNode again = answer(200, two.post("/v1/settlements", claim("Y-2", "Y", 60_000, 2)));
    assertEquals(second, again);
    String between = answer(200, one.get("/v1/people/Y/years/2023")).at("/accounts/0/entries/1/bookedAt").asText();
    JsonNode shown = answer(200, one.post("/v1/settlements/Y-1/reversal", "{\"reason\":\"退费\",\"dryRun\":true}"));
    JsonNode done = answer(200, two.post("/v1/settlements/Y-1/reversal", "{\"reason\":\"退费\"}"));
    assertEquals(shown.get("adjustments"), done.get("adjustments"));
    assertEquals(2, done.get("adjustments").size());
    assertTrue(done.at("/adjustments/0/change/0/amount").decimalValue().signum() < 0, done::toString);
    assertTrue(done.at("/adjustments/1/change/0/amount").decimalValue().signum() > 0, done::toString);
    JsonNode alone = answer(200, one.post("/v1/decisions", claim("Y-2", "Y", 60_000, 2)));
    assertEquals(alone.get("payouts"), done.at("/adjustments/1/decision/payouts"));
    problem(409, "CLAIM_REVERSED", one.post("/v1/settlements/Y-1/reversal", "{\"reason\":\"again\"}"));
    int seen = done.get("accountVersion").asInt();
    for (String dry : List.of("true", "false")) {
      String order = "{\"reason\":\"x\",\"dryRun\":" + dry + ",\"accountVersion\":" + (seen - 1) + "}";
      problem(409, "ACCOUNT_CHANGED", one.post("/v1/settlements/Y-2/reversal", order));
      problem(409, "ACCOUNT_CHANGED", one.post("/v1/people/Y/years/2023/resettlement", order));
      problem(409, "ACCOUNT_CHANGED", one.post("/v1/settlements/Y-2/replacement",
          "{\"claim\":" + claim("Y-2", "Y", 1_000, 2) + ",\"version\":2," + order.substring(1)));
    }
    problem(409, "CLAIM_REVERSED", one.post("/v1/settlements", claim("Y-1", "Y", 60_000, 1)));
    String correction = "{\"claim\":" + claim("Y-2", "Y", 1_000, 2) + ",\"version\":2,\"reason\":\"更正\","
        + "\"accountVersion\":" + seen + "}";
    assertEquals(1, answer(200, one.post("/v1/settlements/Y-2/replacement", correction)).get("adjustments").size());
    assertEquals(0, answer(200, two.post("/v1/settlements/Y-2/replacement", correction)).get("adjustments").size());
    problem(409, "VERSION_PASSED",
        one.post("/v1/settlements/Y-2/replacement", correction.replace("\"version\":2", "\"version\":1")));
    JsonNode account = answer(200, one.get("/v1/people/Y/years/2023")).at("/accounts/0");
    assertEquals(5, account.get("entries").size());
    assertEquals(answer(200, one.get("/v1/people/Y/years/2023?asOf=" + between)).at("/accounts/0/yearToDate"),
        account.at("/entries/1/yearToDate"));
    JsonNode versions = answer(200, one.get("/v1/settlements/Y-2")).get("versions");
    assertEquals(List.of("SETTLEMENT", "REVERSAL", "REPLACEMENT"), versions.findValuesAsText("kind"));
    for (JsonNode version : versions) {
      ObjectNode replay = JSON.createObjectNode();
      replay.set("claim", version.get("claim"));
      replay.set("decision", version.get("decision"));
      assertEquals("IDENTICAL",
          answer(200, one.post("/v1/decisions/replay", replay.toString())).get("result").asText());
    }
  }

  @Test
  @DisplayName("An opening counts once and comes first; late identities are decided again, seen before they are booked")
  void resettled() throws IOException {
    JsonNode before = answer(200, one.post("/v1/decisions", claim("Z-0", "Z", 60_000, 1))).get("yearToDate");
    ((ObjectNode) before).put("region", "110100");
    problem(422, "NO_POLICY_FOR_REGION", one.post("/v1/people/Z/years/2023/opening",
        "{\"reason\":\"原系统\",\"yearToDate\":" + before + "}"));
    ((ObjectNode) before).put("region", "450100").put("year", 2019);
    problem(422, "NO_POLICY_IN_FORCE", one.post("/v1/people/Z/years/2019/opening",
        "{\"reason\":\"原系统\",\"yearToDate\":" + before + "}"));
    ((ObjectNode) before).put("year", 2023);
    String opening = "{\"reason\":\"原系统\",\"yearToDate\":" + before + "}";
    for (String id : List.of("%00", "%09", "Z%0A", "z".repeat(65), "z".repeat(129))) {
      assertEquals("/personId", problem(400, "INVALID_REQUEST",
          one.post("/v1/people/" + id + "/years/2023/opening", opening)).at("/violations/0/pointer").asText(), id);
    }
    answer(201, one.post("/v1/people/Z/years/2023/opening", opening));
    answer(200, two.post("/v1/people/Z/years/2023/opening", opening));
    answer(201, one.post("/v1/settlements", claim("Z-1", "Z", 9_000, 5)));
    answer(200, one.post("/v1/people/Z/years/2023/opening", opening));
    problem(409, "OPENING_TOO_LATE", one.post("/v1/people/Z/years/2023/opening",
        opening.replaceFirst("\"burdenAfterInsurance\":[0-9.]+", "\"burdenAfterInsurance\":1")));
    String person =
        "{\"personId\":\"Z\",\"identities\":[{\"type\":\"EXTREMELY_POOR\",\"recognisedOn\":\"2023-01-01\"}]}";
    String order = "{\"reason\":\"补认定\",\"person\":" + person + ",\"dryRun\":true}";
    String added = ",\"addedIdentities\":[{\"type\":\"ORPHAN\",\"recognisedOn\":\"2099-01-01\"}]";
    problem(400, "INVALID_REQUEST",
        one.post("/v1/people/Z/years/2023/resettlement", order.replace("}]}", "}]}" + added)));
    problem(422, "RECOGNISED_AHEAD",
        one.post("/v1/people/Z/years/2023/resettlement", "{\"reason\":\"x\"" + added + "}"));
    JsonNode shown = answer(200, one.post("/v1/people/Z/years/2023/resettlement", order));
    assertTrue(shown.at("/totals/0/amount").decimalValue().signum() > 0, shown::toString);
    JsonNode booked = answer(200, one.post("/v1/people/Z/years/2023/resettlement", order.replace("true", "false")));
    assertEquals(shown.get("totals"), booked.get("totals"));
    assertEquals(0, answer(200, one.post("/v1/people/Z/years/2023/resettlement", order)).get("adjustments").size());
    JsonNode late = problem(409, "CLAIM_DIFFERS", one.post("/v1/settlements", claim("Z-1", "Z", 9_000, 5)));
    assertTrue(late.get("detail").asText().contains("第 2 版"), late::toString);
    assertEquals("DECIDED",
        answer(200, one.get("/v1/people/Z/years/2023")).at("/accounts/0/entries/1/status").asText());
  }

  @Test
  @DisplayName("Many at once on two replicas: no cap is passed, nothing is booked twice, and changes have no gap")
  void races() throws IOException, InterruptedException, ExecutionException {
    long known = last();
    ExecutorService writers = Executors.newFixedThreadPool(16);
    List<Future<Integer>> running = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String claim = claim("P-" + i % 60, "P" + i % 60 % 2, 20_000, 1 + i % 60 % 28);
      RunningService service = i % 3 == 0 ? one : two;
      running.add(writers.submit(() -> service.post("/v1/settlements", claim).statusCode()));
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> future : running) {
      statuses.add(future.get());
    }
    writers.shutdown();
    assertEquals(60, statuses.stream().filter(status -> status == 201).count());
    assertEquals(60, statuses.stream().filter(status -> status == 200).count());
    for (String person : List.of("P0", "P1")) {
      JsonNode account = answer(200, one.get("/v1/people/" + person + "/years/2023")).at("/accounts/0");
      assertEquals(30, account.get("entries").size());
      assertEquals(0, CAP.compareTo(account.at("/paid/0/amount").decimalValue()), account::toString);
    }
    List<Long> numbers = new ArrayList<>();
    Set<String> bills = new TreeSet<>();
    for (long after = known; after < last();) {
      JsonNode changes = answer(200, two.get("/v1/settlements/changes?limit=7&after=" + after));
      changes.get("changes").forEach(change -> numbers.add(change.get("number").asLong()));
      bills.addAll(changes.findValuesAsText("claimId"));
      after = changes.get("last").asLong();
    }
    for (int i = 0; i < numbers.size(); i++) {
      assertEquals(known + i + 1, numbers.get(i));
    }
    assertEquals(60, bills.size());
  }

  private static long last() throws IOException {
    long last = 0;
    for (JsonNode page; !(page = answer(200, one.get("/v1/settlements/changes?limit=1000&after=" + last)))
        .get("changes").isEmpty();) {
      last = page.get("last").asLong();
    }
    return last;
  }

  @Test
  @DisplayName("The key of a request stands for one answer, also where it is sent twice at once, and for no other request")
  void keys() throws IOException, InterruptedException, ExecutionException {
    String claim = claim("I-1", "I", 9_000, 1);
    ExecutorService writers = Executors.newFixedThreadPool(4);
    List<Future<HttpResponse<String>>> running = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      RunningService service = i % 2 == 0 ? one : two;
      running.add(writers.submit(() -> keyed(service, "/v1/settlements", "a", claim)));
    }
    for (Future<HttpResponse<String>> future : running) {
      assertEquals(running.get(0).get().body(), future.get().body());
      assertEquals(201, future.get().statusCode());
    }
    String preview = claim("I-2", "I", 9_000, 1);
    assertEquals(1, answer(200, keyed(one, "/v1/settlements/preview", "p", preview)).get("accountVersion").asInt());
    String reversal = "{\"reason\":\"x\"}";
    String dry = "{\"reason\":\"x\",\"dryRun\":true}";
    answer(200, keyed(one, "/v1/settlements/I-1/reversal", "d", dry));
    running.clear();
    for (int i = 0; i < 8; i++) {
      RunningService service = i % 2 == 0 ? one : two;
      running.add(writers.submit(() -> keyed(service, "/v1/settlements/I-1/reversal", "b", reversal)));
    }
    for (Future<HttpResponse<String>> future : running) {
      assertEquals(200, future.get().statusCode(), future.get().body());
      assertEquals(running.get(0).get().body(), future.get().body());
    }
    writers.shutdown();
    assertEquals(2, answer(200, keyed(two, "/v1/settlements/preview", "p", preview)).get("accountVersion").asInt(),
        "what is only looked at is as it stands");
    problem(409, "CLAIM_REVERSED", keyed(one, "/v1/settlements/I-1/reversal", "d", dry));
    problem(422, "KEY_REUSED", keyed(one, "/v1/settlements", "b", claim));
    problem(400, "INVALID_REQUEST", keyed(one, "/v1/settlements", "k".repeat(201), claim));
  }

  private static HttpResponse<String> keyed(RunningService service, String path, String key, String body) {
    return RunningService.send(service.request(path).header("Content-Type", "application/json")
        .header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @ParameterizedTest
  @DisplayName("What cannot be booked is a problem that says why, and nothing is booked")
  @CsvSource(delimiter = '|', textBlock = """
      YEAR_TO_DATE_STATED | 422 | "payments": | "yearToDate":{"year":2023,"burdenAfterInsurance":0,"criticalIllness":{"eligible":0,"paid":0},"assistance":{"eligible":{"INPATIENT":0,"CHRONIC_OUTPATIENT":0,"MAJOR_OUTPATIENT":0},"paid":{"INPATIENT":0,"CHRONIC_OUTPATIENT":0,"MAJOR_OUTPATIENT":0}},"topUp":{"eligible":0,"paid":0}},"payments":
      PERSON_MISSING | 422 | "personId":"B", | ''
      INVALID_REQUEST | 400 | 2023-05-01 | 2023-02-30
      ID_RESERVED | 422 | "claimId":"B-1" | "claimId":".."
      ID_RESERVED | 422 | "claimId":"B-1" | "claimId":"changes"
      ID_RESERVED | 422 | "claimId":"B-1" | "claimId":"sums"
      ID_RESERVED | 422 | "personId":"B" | "personId":"."
      NO_POLICY_FOR_REGION | 422 | 450100 | 110100
      COSTS_DO_NOT_ADD_UP | 422 | "selfPaid":0 | "selfPaid":1
      """)
  void badInput(String code, int status, String from, String to) throws IOException {
    String bad = claim("B-1", "B", 9_000, 1).replace(from, to);
    assertNotEquals(claim("B-1", "B", 9_000, 1), bad);
    JsonNode refused = problem(status, code, one.post("/v1/settlements", bad));
    problem(status, code, one.post("/v1/settlements/preview", bad));
    if (code.equals("ID_RESERVED")) {
      String place = from.contains("personId") ? "/person/personId" : "/claimId";
      assertEquals(List.of(place), refused.get("violations").findValuesAsText("pointer"));
    }
    problem(404, "CLAIM_UNKNOWN", one.get("/v1/settlements/B-1"));
    problem(404, "ACCOUNT_UNKNOWN", one.get("/v1/people/B/years/2023"));
  }

  @Test
  @DisplayName("Another claim by a known id is told where it differs; corrections of what is not there are refused")
  void refused() throws IOException {
    answer(201, one.post("/v1/settlements", claim("D/1 甲", "D", 9_000, 1)));
    JsonNode differs = problem(409, "CLAIM_DIFFERS", one.post("/v1/settlements", claim("D/1 甲", "D", 9_001, 2)));
    assertEquals(List.of("/costs/policyScope", "/costs/total", "/serviceDate"),
        differs.get("violations").findValuesAsText("pointer"));
    answer(200, one.get("/v1/settlements/D%2F1%20%E7%94%B2"));
    problem(404, "CLAIM_UNKNOWN", one.post("/v1/settlements/none/reversal", "{\"reason\":\"x\"}"));
    problem(400, "INVALID_REQUEST", one.post("/v1/settlements/none/reversal", "{}"));
    problem(404, "CLAIM_UNKNOWN", one.post("/v1/settlements/none/replacement",
        "{\"reason\":\"x\",\"version\":1,\"claim\":" + claim("none", "D", 1, 1) + "}"));
    problem(400, "INVALID_REQUEST", one.post("/v1/settlements/other/replacement",
        "{\"reason\":\"x\",\"version\":1,\"claim\":" + claim("none", "D", 1, 1) + "}"));
    problem(404, "ACCOUNT_UNKNOWN", one.post("/v1/people/nobody/years/2023/resettlement", "{\"reason\":\"x\"}"));
    problem(400, "INVALID_REQUEST", one.get("/v1/people/D/years/2023?asOf=yesterday"));
    problem(400, "INVALID_REQUEST", one.get("/v1/settlements/changes?after=-1"));
    problem(400, "INVALID_REQUEST", one.get("/v1/settlements/changes?after=0&after=1"));
    String sums = "/v1/settlements/sums?from=2026-01-01";
    for (String asked : List.of("", "&to=2025-12-31", "&to=2027-01-02", "&to=2026-02-30", "&to=today",
        "&to=2026-01-31&province=450000", "&to=2026-01-31&through=-1", "&to=2026-01-31&by=service")) {
      problem(400, "INVALID_REQUEST", one.get(sums + asked));
    }
    answer(200, one.get(sums + "&to=2027-01-01"));
    problem(409, "NUMBER_UNKNOWN", one.get(sums + "&to=2026-01-31&through=999999999"));
    problem(400, "INVALID_REQUEST", one.get("/v1/people/D/years/2023?asOf=%2B999999999-01-01T00:00:00Z"));
    assertEquals("/personId", problem(400, "INVALID_REQUEST", one.get("/v1/people/%00/years/2023"))
        .at("/violations/0/pointer").asText());
    for (String page : List.of("?person=%00", "?person=a%00b&year=2023", "?claim=%00",
        "/bills.csv?person=%00&year=2023",
        "/reversal?claim=%00", "/resettlement?person=%00&year=2023&province=45")) {
      HttpResponse<String> refused = one.get("/console/accounts" + page);
      assertEquals(400, refused.statusCode(), page);
      assertTrue(refused.body().contains("U+0000"), refused.body());
    }
    problem(400, "INVALID_REQUEST", one.get("/v1/settlements/%00"));
    problem(400, "INVALID_REQUEST", one.post("/v1/settlements/%00/reversal", "{\"reason\":\"x\"}"));
    problem(400, "INVALID_REQUEST", one.post("/v1/people/%00/years/2023/resettlement", "{\"reason\":\"x\"}"));
    problem(400, "INVALID_REQUEST", one.get("/v1/settlements/D%2F1%20%E7%94%B2?asOf=2026-01-01T00:00:00Z"));
    problem(400, "INVALID_REQUEST", one.get("/v1/people/D/years/2023?dryRun=1"));
    problem(400, "INVALID_REQUEST", one.get("/v1/people/D/years/2023?limit=1001"));
    problem(400, "INVALID_REQUEST", one.get("/v1/people/D/years/2023?after=1"));
    problem(400, "INVALID_REQUEST", one.get("/v1/settlements/D%2F1%20%E7%94%B2?limit=101"));
    problem(400, "INVALID_REQUEST", one.post("/v1/settlements?dryRun=true", claim("D-2", "D", 9_000, 1)));
    problem(400, "INVALID_REQUEST", one.post("/v1/settlements/preview?x", claim("D-2", "D", 9_000, 1)));
    problem(400, "INVALID_REQUEST",
        one.post("/v1/settlements/D%2F1%20%E7%94%B2/reversal?dryRun=true", "{\"reason\":\"x\"}"));
    problem(400, "INVALID_REQUEST",
        one.post("/v1/people/D/years/2023/resettlement?dryRun=true", "{\"reason\":\"x\"}"));
    problem(409, "NUMBER_UNKNOWN", one.get("/v1/settlements/changes?after=999999999"));
    problem(400, "INVALID_REQUEST", one.get("/v1/settlements/changes?after="));
    assertEquals(0, answer(200, one.get("/v1/settlements/D%2F1%20%E7%94%B2?after=1")).get("versions").size(),
        "there is no later one yet");
    String same = "{\"reason\":\"x\",\"version\":1,\"claim\":" + claim("D/1 甲", "D", 9_000, 1) + "}";
    assertEquals(0, answer(200, one.post("/v1/settlements/D%2F1%20%E7%94%B2/replacement", same)).get("adjustments")
        .size(), "it is like that already");
    assertEquals(1, answer(200, one.get("/v1/settlements/D%2F1%20%E7%94%B2")).get("versions").size());
    problem(422, "ANOTHER_ACCOUNT", one.post("/v1/settlements/D%2F1%20%E7%94%B2/replacement",
        "{\"reason\":\"x\",\"version\":1,\"claim\":" + claim("D/1 甲", "E", 9_000, 1) + "}"));
  }

  @Test
  @DisplayName("While the database is gone, accounts are not available, decisions are; the same claim again is booked once")
  void databaseKilled() throws IOException {
    answer(201, one.post("/v1/settlements", claim("K-1", "K", 9_000, 1)));
    postgres.kill();
    try {
      HttpResponse<String> refused = one.post("/v1/settlements", claim("K-2", "K", 9_000, 2));
      problem(503, "ACCOUNTS_UNAVAILABLE", refused);
      assertTrue(refused.headers().firstValue("Retry-After").isPresent());
      answer(200, one.post("/v1/decisions", claim("K-2", "K", 9_000, 2)));
      assertEquals(200, one.get("/q/health/ready").statusCode());
    } finally {
      postgres.resume();
    }
    RunningService.waitUntil("the claim is settled",
        () -> one.post("/v1/settlements", claim("K-2", "K", 9_000, 2)).statusCode() < 300);
    answer(200, two.post("/v1/settlements", claim("K-2", "K", 9_000, 2)));
    assertEquals(2, answer(200, one.get("/v1/people/K/years/2023")).at("/accounts/0/entries").size());
    assertTrue(one.get("/q/metrics").body().contains("tuodi_accounts_bookings_total{kind=\"settlement\",}"));
  }

  @Test
  @DisplayName("The embedded database keeps accounts over a kill; facts are hidden where there is a key; years are closed")
  void embedded() throws IOException {
    Path directory = Files.createTempDirectory(Path.of("target"), "accounts");
    Map<String, String> settings = Map.of("TUODI_ACCOUNTS_DATABASE", directory.toString(), "TUODI_ACCOUNTS_KEYS",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    String claim = claim("H-1", "person-of-the-embedded", 9_000, 1);
    try (RunningService service = RunningService.startIn(settings)) {
      awaitAccounts(service);
      answer(201, keyed(service, "/v1/settlements", "e", claim));
      service.kill();
    }
    assertFalse(new String(Files.readAllBytes(directory.resolve("accounts.mv.db")), StandardCharsets.ISO_8859_1)
        .contains("MINIMUM_LIVING"), "facts are readable");
    try (RunningService service = RunningService.startIn(settings, "-Dtuodi.accounts.closed-through=2023")) {
      awaitAccounts(service);
      problem(409, "YEAR_CLOSED", service.post("/v1/settlements", claim.replace("H-1", "H-2")));
      problem(409, "YEAR_CLOSED", service.post("/v1/settlements/H-1/reversal", "{\"reason\":\"x\"}"));
      answer(200, service.post("/v1/settlements", claim));
      answer(201, keyed(service, "/v1/settlements", "e", claim));
      assertEquals("H-1", answer(200, service.get("/v1/settlements/H-1")).at("/versions/0/claim/claimId").asText());
      String year = "/v1/people/person-of-the-embedded/years/2023";
      problem(409, "YEAR_OPEN",
          RunningService.send(service.request(year.replace("2023", "2024") + "?reason=retention").DELETE()));
      problem(400, "INVALID_REQUEST", RunningService.send(service.request(year).DELETE()));
      problem(400, "INVALID_REQUEST", RunningService.send(service.request(year + "?reason=%20").DELETE()));
      assertEquals(204, RunningService.send(service.request(year + "?reason=retention").DELETE()).statusCode());
      problem(404, "ACCOUNT_UNKNOWN", RunningService.send(service.request(year + "?reason=retention").DELETE()));
      problem(404, "ACCOUNT_UNKNOWN", service.get(year));
      problem(404, "CLAIM_UNKNOWN", service.get("/v1/settlements/H-1"));
      problem(409, "YEAR_CLOSED", keyed(service, "/v1/settlements", "e", claim));
      JsonNode changes = answer(200, service.get("/v1/settlements/changes")).get("changes");
      assertEquals(1, changes.size());
      assertEquals("erased", changes.at("/0/personId").asText());
    }
    try (RunningService service = RunningService.startIn(settings)) {
      awaitAccounts(service);
      problem(409, "YEAR_ERASED", service.post("/v1/settlements", claim));
      problem(409, "YEAR_ERASED", service.post("/v1/settlements/preview", claim));
      String ahead = claim("H-3", "H", 9_000, 1).replace("2023-05-01", LocalDate.now().plusDays(9).toString());
      problem(422, "SERVICE_DATE_AHEAD", service.post("/v1/settlements", ahead));
      answer(201, service.post("/v1/settlements", claim("H-4", "H", 9_000, 1)));
    }
    try (RunningService service = RunningService.start("-Dtuodi.accounts.database=" + directory)) {
      RunningService.waitUntil("it says that a key is missing", () -> service.get("/v1/settlements/H-4").body()
          .contains("ACCOUNTS_KEY_UNKNOWN"));
      problem(503, "ACCOUNTS_KEY_UNKNOWN", service.post("/v1/settlements", claim("H-5", "H", 9_000, 1)));
    }
  }

  @Test
  @DisplayName("Switched off, which is the default, accounts are not there, and say so; with a login they need a role")
  void off() throws IOException {
    try (RunningService service = RunningService.start()) {
      problem(404, "ACCOUNTS_OFF", service.post("/v1/settlements", claim("O-1", "O", 9_000, 1)));
      problem(404, "ACCOUNTS_OFF", service.get("/v1/people/O/years/2023"));
      assertFalse(service.threads().contains("accounts-keeper"));
    }
    try (RunningService service = RunningService.start("-Dquarkus.http.host=0.0.0.0")) {
      problem(403, "ACCOUNTS_SWITCHED_OFF", service.get("/v1/people/O/years/2023"));
    }
  }

  private static JsonNode answer(int status, HttpResponse<String> response) throws IOException {
    assertEquals(status, response.statusCode(), response.body());
    return JSON.readTree(response.body());
  }

  private static JsonNode problem(int status, String code, HttpResponse<String> response) throws IOException {
    JsonNode problem = answer(status, response);
    assertEquals(code, problem.get("code").asText());
    assertFalse(problem.get("detail").asText().isBlank());
    return problem;
  }

  private static String claim(String id, String person, int left, int day) {
    return "{\"claimId\":\"" + id + "\",\"region\":\"450100\",\"serviceDate\":\"2023-05-" + (day < 10 ? "0" : "") + day
        + "\",\"person\":{\"personId\":\"" + person
        + "\",\"identities\":[{\"type\":\"MINIMUM_LIVING\",\"recognisedOn\":\"2021-01-10\"}]},"
        + "\"care\":{\"type\":\"INPATIENT\"},\"costs\":{\"total\":" + (left + 10_000) + ",\"policyScope\":"
        + (left + 10_000) + ",\"advance\":0,\"overLimit\":0,\"selfPaid\":0},"
        + "\"payments\":{\"basicInsurance\":10000,\"criticalIllness\":0}}";
  }
}
