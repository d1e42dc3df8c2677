package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.store.AccountDatabase;
import cn.tuodi.account.store.RunningPostgres;
import cn.tuodi.operation.RunningService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A year that is larger than the memory of the service. What is kept of each bill is made long, so that few bills are as
 * much as the most that an account can have.
 */
class LargeYearIT {

  private static final int BILLS = 1_200;
  /** Blanks after each decision; with what it says in Chinese, a character takes two bytes of the memory. */
  private static final int BLANKS = 50_000;
  private static final int AT_ONCE = 16;
  private static final String YEAR = "/v1/people/large/years/2023";
  private static final String DRY = "{\"reason\":\"x\",\"dryRun\":true}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static RunningPostgres postgres;
  private static RunningService service;

  @BeforeAll
  static void start() throws SQLException {
    postgres = RunningPostgres.start();
    try (AccountDatabase database = BothDatabases.open(postgres.address())) {
      BothDatabases.books(database).settlements().settle(IntStream.range(0, BILLS).mapToObj(i -> new SettlementRequest(
          BothDatabases.claim("large-" + i, "large", 10 + i % 7, 28 - i % 28), BothDatabases.WRITER, null)).toList())
          .forEach(outcome -> assertTrue(outcome.settled().isNew()));
    }
    try (Connection connection = DriverManager.getConnection(postgres.address());
        Statement statement = connection.createStatement()) {
      statement.execute("update entry set decision = decision || repeat(' ', " + BLANKS + ")");
    }
    service = RunningService.start("-XX:+ExitOnOutOfMemoryError", "-Dtuodi.accounts.database=" + postgres.address());
    SettlementsIT.awaitAccounts(service);
  }

  @AfterAll
  static void stop() {
    service.close();
    postgres.close();
  }

  @Test
  @DisplayName("Many who read and look at once are answered or told to wait; decisions and settlements go on")
  void atOnce() throws InterruptedException, ExecutionException, IOException {
    List<Supplier<HttpResponse<String>>> asked = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      asked.add(() -> service.get(YEAR));
      asked.add(() -> service.post(YEAR + "/resettlement", DRY));
      asked.add(() -> service.post("/v1/settlements/large-0/reversal", DRY));
    }
    ExecutorService callers = Executors.newFixedThreadPool(asked.size());
    List<Future<HttpResponse<String>>> answers = asked.stream().map(one -> callers.submit(one::get)).toList();
    int settled = 0;
    while (!answers.stream().allMatch(Future::isDone)) {
      String claim = BothDatabases.json("beside-" + settled++, "beside", 100, 1);
      assertEquals(200, service.post("/v1/decisions", claim).statusCode());
      assertEquals(201, service.post("/v1/settlements", claim).statusCode());
    }
    callers.shutdown();
    Map<Integer, Integer> statuses = new HashMap<>();
    for (Future<HttpResponse<String>> answer : answers) {
      statuses.merge(answer.get().statusCode(), 1, Integer::sum);
      if (answer.get().statusCode() != 200) {
        assertEquals("OVERLOADED", JSON.readTree(answer.get().body()).get("code").asText());
        assertTrue(answer.get().headers().firstValue("Retry-After").isPresent());
      }
    }
    assertTrue(statuses.getOrDefault(200, 0) > 0 && statuses.keySet().stream().allMatch(s -> s == 200 || s == 503),
        statuses::toString);
    assertTrue(settled > 0);
  }

  @Test
  @DisplayName("All entries are told in parts; a correction books all bills and tells the first of them, with all sums")
  void inParts() throws IOException {
    assertEquals(BILLS, entries());
    JsonNode done = answer(service.post("/v1/settlements/large-0/reversal", DRY.replace("true", "false")));
    JsonNode shown = answer(service.post(YEAR + "/resettlement", DRY));
    JsonNode again = answer(service.post(YEAR + "/resettlement", DRY.replace("true", "false")));
    int changed = again.get("count").asInt();
    assertEquals(shown.get("count").asInt(), changed);
    assertTrue(changed > BILLS / 2, again.get("count")::toString);
    assertEquals(Correction.MAX_TOLD, again.get("adjustments").size());
    assertEquals(shown.get("totals"), again.get("totals"));
    assertEquals(shown.get("adjustments"), again.get("adjustments"));
    assertEquals(BILLS + done.get("count").asInt() + changed, entries());
    int bills = 0;
    for (long after = 0, last = -1; last != after;) {
      JsonNode changes = answer(service.get("/v1/settlements/changes?limit=1000&after=" + after));
      bills += changes.findValues("settlementId").size();
      last = after;
      after = changes.get("last").asLong();
    }
    assertTrue(bills >= BILLS + done.get("count").asInt() + changed, "changes tell all");
  }

  private static int entries() throws IOException {
    int entries = 0;
    for (String after = ""; after != null;) {
      JsonNode part = answer(service.get(YEAR + after));
      for (JsonNode account : part.get("accounts")) {
        entries += account.get("entries").size();
      }
      after = part.get("next").isNull() ? null : "?after=" + part.get("next").asText();
    }
    return entries;
  }

  private static JsonNode answer(HttpResponse<String> response) throws IOException {
    assertEquals(200, response.statusCode(), response.body());
    return JSON.readTree(response.body());
  }
}
