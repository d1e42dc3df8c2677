package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The port for operators of the packaged application. */
class ManagementIT {

  private static final int USUAL_PORT = 9000;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static RunningService service;

  @BeforeAll
  static void start() {
    // One worker thread, so that it takes little to have all of them busy.
    service = RunningService.start("-Dquarkus.thread-pool.core-threads=1", "-Dquarkus.thread-pool.max-threads=1");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @DisplayName("Health and metrics are on the management port, and on that port only")
  @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics"})
  void pages(String path) throws IOException {
    assertEquals(200, service.get(path).statusCode());
    assertEquals(200, send(service.management(), "HEAD", path).statusCode());
    HttpResponse<String> refused = send(service.address(), "GET", path);
    assertEquals(404, refused.statusCode());
    assertEquals("NOT_FOUND", JSON.readTree(refused.body()).get("code").textValue());
    assertNotEquals(service.port(), URI.create(service.management()).getPort());
  }

  @ParameterizedTest
  @DisplayName("Whatever else is asked for below /q is not there, on either port")
  @ValueSource(strings = {"/q", "/q/", "/q/health/group", "/q/health/group/x", "/q/health/well", "/q/health/x",
      "/q/health/live/", "/q/metrics/x", "/q/info", "/q/dev-ui", "/q/swagger-ui", "/q/arc", "/q/openapi/x",
      "/q/openapi.xml", "/q/health/../health/group/x"})
  void nothingElse(String path) throws IOException {
    for (String port : List.of(service.address(), service.management())) {
      HttpResponse<String> answer = send(port, "GET", path);
      assertEquals(404, answer.statusCode(), port + path);
      assertEquals("NOT_FOUND", JSON.readTree(answer.body()).get("code").textValue());
    }
    assertEquals(404, send(service.management(), "GET", "/v1/policies").statusCode());
  }

  @ParameterizedTest
  @DisplayName("What is there can only be read")
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "X1"})
  void reading(String method) {
    for (String path : List.of("/q/health", "/q/health/ready", "/q/metrics")) {
      HttpResponse<String> refused = send(service.management(), method, path);
      assertEquals(405, refused.statusCode(), path);
      assertEquals(List.of("GET, HEAD"), refused.headers().allValues("Allow"));
    }
    assertEquals(405, send(service.address(), method, "/q/openapi").statusCode());
  }

  @Test
  @DisplayName("Liveness tells of the event loops, readiness of the policies and of the threads for batches")
  void checks() throws IOException {
    assertEquals(List.of("event-loops"), names(service.get("/q/health/live")));
    assertTrue(names(service.get("/q/health/ready")).containsAll(List.of("policies", "workers")));
  }

  @Test
  @DisplayName("While every worker thread is busy, health and metrics are answered and claims are decided")
  void busyWorkers() throws IOException {
    List<Socket> batches = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        Socket batch = new Socket(InetAddress.getLoopbackAddress(), service.port());
        batches.add(batch);
        batch.getOutputStream().write(("POST /v1/decisions/batch HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n")
            .getBytes(StandardCharsets.ISO_8859_1));
      }
      RunningService.waitUntil("a batch is under way",
          () -> Exposition.of(service).sum("tuodi_batches_active", Map.of()).signum() > 0);
      assertEquals(200, service.get("/q/health/ready").statusCode());
      assertEquals(200, service.get("/q/health/live").statusCode());
      assertEquals(200, service.post("/v1/decisions", RunningService.example("guangxi")).statusCode());
    } finally {
      for (Socket batch : batches) {
        batch.close();
      }
    }
  }

  @ParameterizedTest
  @DisplayName("However many connections callers hold, whatever they send or do not, health is answered at once")
  @ValueSource(strings = {"", "GET /q/health", "GET /q/metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"})
  void heldConnections(String sent) throws IOException {
    List<Socket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        held.add(connect());
        send(held.get(i), sent);
        if (i % 50 == 49) {
          assertEquals(200, service.get("/q/health/live").statusCode(), "beside " + held.size());
        }
      }
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  @Test
  @DisplayName("Who has sent no whole request after some seconds is not waited for, however often a byte comes")
  void slowRequest() throws IOException {
    try (Socket slow = connect()) {
      long began = System.nanoTime();
      RunningService.waitUntil("the connection is closed", () -> {
        RunningService.pause(Duration.ofMillis(100));
        return !send(slow, "G");
      });
      assertTrue(System.nanoTime() - began < Duration.ofSeconds(30).toNanos(), "earlier than one that is idle");
    }
  }

  private static Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), URI.create(service.management()).getPort());
  }

  /** Whether it could be sent. */
  private static boolean send(Socket socket, String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  @DisplayName("A service whose management port is taken ends and says so")
  void portIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      IllegalStateException failure =
          assertThrows(IllegalStateException.class,
              () -> RunningService.start("-Dtuodi.management.port=" + taken.getLocalPort()));
      assertTrue(failure.getMessage().contains("tuodi.management"), failure.getMessage());
    }
  }

  @Test
  @DisplayName("Where no port is stated and the usual one is taken, another one is used")
  void usualPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket()) {
      try {
        taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), USUAL_PORT));
      } catch (BindException e) {
        // Somebody else has it, which will do as well.
      }
      try (RunningService service = RunningService.start("-Dtuodi.management.port=")) {
        assertEquals(200, service.get("/q/health/ready").statusCode());
        assertNotEquals(USUAL_PORT, URI.create(service.management()).getPort());
      }
    }
  }

  private static List<String> names(HttpResponse<String> health) throws IOException {
    List<String> names = new ArrayList<>();
    for (JsonNode check : JSON.readTree(health.body()).get("checks")) {
      names.add(check.get("name").textValue());
    }
    return names;
  }

  private static HttpResponse<String> send(String address, String method, String path) {
    return RunningService.send(HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60))
        .method(method, HttpRequest.BodyPublishers.noBody()));
  }
}
