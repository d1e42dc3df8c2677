package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the packaged application does when it is asked for too much, too slowly, or to stop. */
class LimitsIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CLAIM = RunningService.example("guangxi").replaceAll("\\s*\\n\\s*", "");

  /** No rate is too low. */
  private static final String NOBODY_IS_SLOW = "-Dtuodi.http.least-rate=0";

  @Test
  @DisplayName("More requests than may be under way are refused with 503 and Retry-After; health is always answered")
  void concurrentRequests() throws IOException {
    try (RunningService service = RunningService.start("-Dtuodi.http.concurrent-requests=3",
        "-Dtuodi.http.longest-receipt=100s", NOBODY_IS_SLOW)) {
      List<RawRequest> open = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        open.add(RawRequest.begin(service, "/v1/decisions", CLAIM));
      }
      // A claim sent to try it would itself take one of the places that the open requests are on their way to.
      RunningService.waitUntil("the places are taken",
          () -> Exposition.of(service).sum("tuodi_requests_active", Map.of()).intValue() == 3);
      assertRefused(service.post("/v1/decisions", CLAIM));
      assertEquals(200, service.get("/q/health/ready").statusCode());
      BigDecimal refused = Exposition.of(service).sum("tuodi_problems_total", Map.of("code", "OVERLOADED"));
      assertTrue(refused.signum() > 0);
      for (RawRequest request : open) {
        request.send(CLAIM.substring(1));
        assertTrue(request.status().startsWith("HTTP/1.1 200"), "what was taken on is answered");
        request.close();
      }
      RunningService.waitUntil("places are free", () -> service.post("/v1/decisions", CLAIM).statusCode() == 200);
    }
  }

  @Test
  @DisplayName("More batches than may be under way are refused; a sender that breaks off gives its place back")
  void concurrentBatches() throws IOException {
    try (RunningService service = RunningService.start("-Dtuodi.http.concurrent-batches=1", NOBODY_IS_SLOW)) {
      RawRequest batch = RawRequest.beginBatch(service);
      batch.sendChunk(CLAIM + "\n");
      assertTrue(batch.status().startsWith("HTTP/1.1 200"));
      HttpResponse<String> refused = service.batch(List.of(CLAIM));
      assertRefused(refused);
      assertEquals("5", refused.headers().firstValue("Retry-After").orElseThrow());
      assertEquals(200, service.post("/v1/decisions", CLAIM).statusCode(), "single decisions go on");
      batch.close();
      RunningService.waitUntil("the place is free", () -> service.batch(List.of(CLAIM)).statusCode() == 200);
    }
  }

  @Test
  @DisplayName("Who sends a request byte by byte gets 408, who stops in the middle of a batch is cut off; others are answered")
  void slowSenders() throws IOException {
    try (RunningService service = RunningService.start("-Dtuodi.http.longest-receipt=1s",
        "-Dquarkus.http.idle-timeout=2s", "-Dquarkus.http.read-timeout=2s", "-Dtuodi.http.concurrent-batches=1")) {
      RawRequest slow = RawRequest.begin(service, "/v1/decisions", CLAIM);
      RawRequest stalled = RawRequest.beginBatch(service);
      stalled.sendChunk(CLAIM + "\n" + CLAIM.substring(0, 20));
      assertEquals(200, service.post("/v1/decisions", CLAIM).statusCode());
      for (int i = 1; i < 20 && !slow.hasAnswer(); i++) {
        slow.send(CLAIM.substring(i, i + 1));
        RunningService.pause(Duration.ofMillis(200));
      }
      assertTrue(slow.status().startsWith("HTTP/1.1 408"));
      assertTrue(stalled.status().startsWith("HTTP/1.1 200"));
      stalled.awaitEnd();
      RunningService.waitUntil("the place of the batch is free",
          () -> service.batch(List.of(CLAIM)).statusCode() == 200);
      assertFalse(service.log().contains("GX-0001"));
    }
  }

  @Test
  @DisplayName("Of many requests at once on a connection whose answers are not read, most are not looked at, and claims are decided")
  void unreadAnswers() throws IOException {
    String many = "GET /q/openapi HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(20);
    try (RunningService service = RunningService.start("-Dtuodi.http.largest-unread=1")) {
      List<RawRequest> readers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        readers.add(RawRequest.unread(service, many));
        assertEquals(200, service.post("/v1/decisions", CLAIM).statusCode());
      }
      RunningService.waitUntil("each is cut off", () -> {
        readers.forEach(RawRequest::awaitEnd);
        return true;
      });
      BigDecimal asked = Exposition.of(service).sum("http_server_requests_seconds_count", Map.of("uri", "/q/openapi"));
      assertTrue(asked.intValue() <= 10 * readers.size(), asked + " were looked at");
      RunningService.waitUntil("there is room again", () -> service.get("/q/openapi").statusCode() == 200);
    }
  }

  @Test
  @DisplayName("One address has so many connections and no more; what it only holds gives way to what it asks")
  void connectionsOfOneAddress() throws IOException {
    try (RunningService service = RunningService.start("-Dtuodi.http.connections-per-address=8")) {
      List<RawRequest> held = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        held.add(RawRequest.of(service, ""));
      }
      RunningService.waitUntil("a claim is decided", () -> {
        try (RawRequest request = RawRequest.of(service, "GET /v1/policies HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
          return request.status().startsWith("HTTP/1.1 200");
        } catch (IOException e) {
          return false;
        }
      });
      held.forEach(RawRequest::awaitEnd);
    }
  }

  @Test
  @DisplayName("A line of a batch that is too long is a problem of that line only")
  void longLine() throws IOException {
    try (RunningService service = RunningService.start()) {
      List<String> answers =
          service.batch(List.of(CLAIM, " ".repeat(70_000) + "{}", CLAIM)).body().lines().toList();
      assertEquals(3, answers.size());
      assertEquals(413, JSON.readTree(answers.get(1)).get("status").intValue());
      assertEquals(2, JSON.readTree(answers.get(1)).get("line").intValue());
      assertEquals("DECIDED", JSON.readTree(answers.get(2)).get("status").textValue());
    }
  }

  @Test
  @DisplayName("Asked to stop, the service is no longer ready, goes on serving for the delay, and finishes the batch it accepted")
  void gracefulShutdown() throws IOException {
    // Long enough to be seen on a busy machine.
    Duration delay = Duration.ofSeconds(6);
    try (RunningService service = RunningService.start("-Dquarkus.shutdown.delay=" + delay.toSeconds() + "s")) {
      RawRequest batch = RawRequest.beginBatch(service);
      batch.sendChunk(CLAIM + "\n");
      assertTrue(batch.status().startsWith("HTTP/1.1 200"));
      service.terminate();
      RunningService.waitUntil("readiness is down", () -> service.get("/q/health/ready").statusCode() == 503);
      assertEquals(200, service.post("/v1/decisions", CLAIM).statusCode(), "still served");
      RunningService.pause(delay.plusSeconds(1));
      assertTrue(service.isAlive(), "waits for the batch");
      batch.sendChunk(CLAIM + "\n" + CLAIM + "\n");
      batch.endChunks();
      long answers = batch.rest().lines().filter(line -> line.startsWith("{\"claimId\"")).count();
      assertEquals(3, answers);
      long began = System.nanoTime();
      service.awaitEnd();
      assertTrue(System.nanoTime() - began < Duration.ofSeconds(10).toNanos(), "ends when nothing is left to do");
    }
  }

  private static void assertRefused(HttpResponse<String> answer) throws IOException {
    assertEquals(503, answer.statusCode());
    assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(answer.headers().firstValue("Retry-After").orElseThrow().matches("\\d+"));
    assertTrue(answer.headers().firstValue("X-Request-Id").isPresent());
    JsonNode problem = JSON.readTree(answer.body());
    assertEquals("OVERLOADED", problem.get("code").textValue());
    assertEquals("服务繁忙", problem.get("title").textValue());
  }
}
