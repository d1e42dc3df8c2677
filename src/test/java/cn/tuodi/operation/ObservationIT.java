package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.Changed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see of the packaged application. */
class ObservationIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int STRANGE_REQUESTS = 20_000;
  private static final int REQUESTS_A_CONNECTION = 100;
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  @DisplayName("A decision is counted by edition, status and benefit, its time is measured")
  void decisionsAreCounted() {
    Exposition before = Exposition.of(service);
    assertEquals(200, service.post("/v1/decisions", RunningService.example("guangxi")).statusCode());
    assertEquals(200, service.post("/v1/decisions", RunningService.example("bayingolin")).statusCode());
    assertGrown(1, "tuodi_decisions_total",
        Map.of("edition", "guangxi/2022", "status", "DECIDED", "intake", "request"), before);
    assertGrown(1, "tuodi_payout_lines_total", Map.of("edition", "bayingolin/2023", "benefit", "MEDICAL_ASSISTANCE"),
        before);
    assertGrown(2, "tuodi_decision_duration_seconds_count", Map.of(), before);
    assertGrown(2, "http_server_requests_seconds_bucket", Map.of("uri", "/v1/decisions", "le", "+Inf"), before);
  }

  @Test
  @DisplayName("A problem is counted by its code, wherever it arises")
  void problemsAreCounted() {
    Exposition before = Exposition.of(service);
    service.post("/v1/decisions", "{}");
    service.post("/v1/decisions", RunningService.example("guangxi").replace("450100", "110000"));
    service.post("/v1/decisions", " ".repeat(70_000));
    service.get("/v1/policies/atlantis/2022");
    assertGrown(2, "tuodi_problems_total", Map.of("code", "INVALID_REQUEST"), before);
    assertGrown(1, "tuodi_problems_total", Map.of("code", "NO_POLICY_FOR_REGION"), before);
    assertGrown(1, "tuodi_problems_total", Map.of("code", "NO_SUCH_EDITION"), before);
  }

  @Test
  @DisplayName("The lines of a batch are counted once each by what became of them, also where a block goes on from another")
  void batchLinesAreCounted() {
    String claim = RunningService.example("guangxi").replaceAll("\\s*\\n\\s*", "");
    Exposition before = Exposition.of(service);
    List<String> lines = new ArrayList<>(Collections.nCopies(1500, claim));
    lines.add("{}");
    lines.add(claim.replace("450100", "110000"));
    assertEquals(1502, service.batch(lines).body().lines().count());
    assertGrown(1500, "tuodi_batch_lines_total", Map.of("outcome", "decided"), before);
    assertGrown(1, "tuodi_batch_lines_total", Map.of("outcome", "invalid"), before);
    assertGrown(1, "tuodi_batch_lines_total", Map.of("outcome", "refused"), before);
    assertGrown(1500, "tuodi_decisions_total", Map.of("intake", "batch"), before);
  }

  @Test
  @DisplayName("A claim decided again is counted apart, and its lines are not counted as paid")
  void replayIsCountedApart() {
    Exposition before = Exposition.of(service);
    assertEquals(200, service.post("/v1/decisions/replay", RunningService.example("replay")).statusCode());
    assertGrown(1, "tuodi_decisions_total", Map.of("intake", "replay"), before);
    assertGrown(0, "tuodi_payout_lines_total", Map.of(), before);
  }

  @Test
  @DisplayName("The hash of every edition in force stands in the metrics as in the list of policies")
  void editionsAreShown() throws IOException {
    JsonNode policies = JSON.readTree(service.get("/v1/policies").body());
    Exposition metrics = Exposition.of(service);
    assertTrue(policies.size() >= 4);
    assertEquals(policies.size(), metrics.count("tuodi_edition_info", Map.of()));
    for (JsonNode policy : policies) {
      assertEquals(BigDecimal.ONE, metrics.sum("tuodi_edition_info",
          Map.of("edition", policy.get("edition").textValue(), "hash", policy.get("contentHash").textValue()))
          .stripTrailingZeros());
    }
  }

  @Test
  @DisplayName("A workbook of the directory that is not sound is refused once, until it is mended the store is not sound, and the service is unready only where told so")
  void unsoundDirectory(@TempDir Path directory) throws IOException {
    String store = "-Dtuodi.store.directory=" + directory;
    Path workbook = directory.resolve("guangxi.2022.medical-assistance.xlsx");
    try (RunningService lenient = RunningService.start(store);
        RunningService strict = RunningService.start(store, "-Dtuodi.store.unsound-is-unready=true")) {
      assertStore(1, 0, lenient);
      assertEquals(200, strict.get("/q/health/ready").statusCode());
      Files.write(workbook, Changed.rate(1.2));
      RunningService.waitUntil("the workbook is refused", () -> isSound(0, lenient) && isSound(0, strict));
      assertStore(0, 1, lenient);
      assertEquals(200, lenient.get("/q/health/ready").statusCode());
      assertEquals(503, strict.get("/q/health/ready").statusCode());
      assertEquals(200, strict.post("/v1/decisions", RunningService.example("guangxi")).statusCode());
      Files.write(workbook, Changed.rate(0.96));
      RunningService.waitUntil("the workbook is mended", () -> isSound(1, lenient) && isSound(1, strict));
      assertStore(1, 1, lenient);
      assertEquals(200, strict.get("/q/health/ready").statusCode());
    }
  }

  private static boolean isSound(int sound, RunningService observed) {
    return Exposition.of(observed).sum("tuodi_store_sound", Map.of()).intValueExact() == sound;
  }

  private static void assertStore(int sound, int refused, RunningService observed) {
    Exposition metrics = Exposition.of(observed);
    assertEquals(1, metrics.count("tuodi_store_sound", Map.of()));
    assertEquals(sound, metrics.sum("tuodi_store_sound", Map.of()).intValueExact());
    assertEquals(refused,
        metrics.sum("tuodi_publications_total", Map.of("outcome", "refused")).intValueExact());
  }

  @Test
  @DisplayName("There are as many series after thousands of different requests as before, and known addresses are still measured: what callers write is no label")
  void cardinalityIsBounded() throws IOException {
    variedRequests(0, 20);
    strangeRequests(0, 200);
    Set<String> before = Exposition.of(service).series();
    variedRequests(20, 120);
    strangeRequests(200, STRANGE_REQUESTS);
    Set<String> added = Exposition.of(service).series();
    added.removeAll(before);
    // A pause of another kind has series of its own, and nobody knows when it comes.
    added.removeIf(series -> series.startsWith("jvm_gc_"));
    assertEquals(Set.of(), added);
    Exposition known = Exposition.of(service);
    assertEquals(200, service.get("/v1/policies/guangxi/2022/provisions").statusCode());
    assertGrown(1, "http_server_requests_seconds_count",
        Map.of("uri", "/v1/policies/{region}/{year}/provisions", "method", "GET", "status", "200"), known);
  }

  /** Methods, addresses and headers that nobody has sent before, a hundred requests a connection. */
  private static void strangeRequests(int from, int to) throws IOException {
    for (int first = from; first < to; first += REQUESTS_A_CONNECTION) {
      StringBuilder requests = new StringBuilder();
      for (int i = first; i < first + REQUESTS_A_CONNECTION; i++) {
        requests.append(switch (i % 4) {
          case 0 -> "M" + i + " /v1/policies";
          case 1 -> "GET /strange/" + i;
          case 2 -> "GET /q/health/group/" + i;
          default -> "GET /v1/policies/region" + i + "/2022?q=" + i;
        }).append(" HTTP/1.1\r\nHost: localhost\r\nAccept-Language: x").append(i).append("\r\n");
        requests.append(i == first + REQUESTS_A_CONNECTION - 1 ? "Connection: close\r\n\r\n" : "\r\n");
      }
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
        socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(socket.getInputStream().readAllBytes().length > 0);
      }
    }
  }

  private static void variedRequests(int from, int to) {
    for (int i = from; i < to; i++) {
      service.post("/v1/decisions", RunningService.example("guangxi").replace("GX-0001", "GX-" + i));
      service.post("/v1/decisions?q=" + i, "{\"claimId\":\"" + i + "\"}");
      service.get("/v1/policies/place" + i + "/2022");
      service.get("/v1/unknown" + i);
    }
  }

  @ParameterizedTest
  @DisplayName("A well-formed request id is kept")
  @ValueSource(strings = {"a", "4bf92f3577b34da6a3ce929d0e0e4736", "order-17_a.b:c"})
  void requestIdIsKept(String id) {
    HttpResponse<String> answer = RunningService.send(service.request("/v1/policies").header("X-Request-Id", id));
    assertEquals(List.of(id), answer.headers().allValues("X-Request-Id"));
  }

  @ParameterizedTest
  @DisplayName("Any other request id is replaced, also where the request is refused")
  @ValueSource(strings = {"has space", "{\"a\":1}", "<b>",
      "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
  void requestIdIsReplaced(String id) {
    HttpRequest.Builder request = service.request("/v1/decisions").header("Content-Type", "application/json")
        .header("X-Request-Id", id).POST(HttpRequest.BodyPublishers.ofString("{}"));
    HttpResponse<String> answer = RunningService.send(request);
    assertEquals(400, answer.statusCode());
    String made = answer.headers().firstValue("X-Request-Id").orElseThrow();
    assertNotEquals(id, made);
    assertTrue(made.matches("[0-9a-f]{32}"), made);
    assertFalse(service.log().contains(id));
  }

  /** What is measured of a request is counted when its answer has gone, which may be after it was read here. */
  private static void assertGrown(long by, String name, Map<String, String> labels, Exposition before) {
    RunningService.waitUntil(name + labels + " has grown by " + by,
        () -> grown(name, labels, before, Exposition.of(service)).compareTo(BigDecimal.valueOf(by)) >= 0);
    Exposition after = Exposition.of(service);
    BigDecimal grown = grown(name, labels, before, after);
    assertEquals(0, BigDecimal.valueOf(by).compareTo(grown),
        () -> name + labels + " grew by " + grown + " instead of " + by + "\n" + after);
  }

  private static BigDecimal grown(String name, Map<String, String> labels, Exposition before, Exposition after) {
    return after.sum(name, labels).subtract(before.sum(name, labels));
  }
}
