package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Traces of the packaged application, taken by a collector that keeps what it is sent. */
class TracesIT {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";

  private final ConcurrentLinkedQueue<String> exported = new ConcurrentLinkedQueue<>();
  private HttpServer collector;

  @BeforeEach
  void collect() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext("/", exchange -> {
      exported.add(exchange.getRequestURI() + " " + new String(exchange.getRequestBody().readAllBytes(),
          StandardCharsets.ISO_8859_1));
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    });
    collector.start();
  }

  @AfterEach
  void end() {
    collector.stop(0);
  }

  @Test
  @DisplayName("A trace joins the caller's and says nothing of the claim")
  void joinsTheCaller() {
    try (RunningService service = start("-Dquarkus.otel.sdk.disabled=false")) {
      decide(service);
      RunningService.waitUntil("a span of the caller's trace is exported",
          () -> exported.stream().anyMatch(body -> body.contains(bytes(TRACE))));
      String span = exported.stream().filter(body -> body.contains(bytes(TRACE))).findFirst().orElseThrow();
      assertTrue(span.startsWith("/v1/traces "), span);
      assertTrue(span.contains(bytes(CALLER)), "the caller's span is the parent");
      assertTrue(span.contains("POST /v1/decisions"), span);
      assertTrue(exported.stream().noneMatch(body -> body.contains("GX-0001")));
    }
  }

  @Test
  @DisplayName("Nothing is exported unless traces are switched on")
  void offByDefault() {
    try (RunningService service = start("-Dquarkus.otel.bsp.schedule.delay=100ms")) {
      decide(service);
      service.terminate();
      service.awaitEnd();
      assertEquals(0, exported.size());
    }
  }

  private RunningService start(String setting) {
    return RunningService.start(setting, "-Dquarkus.otel.exporter.otlp.protocol=http/protobuf",
        "-Dquarkus.otel.exporter.otlp.endpoint=http://127.0.0.1:" + collector.getAddress().getPort());
  }

  private static void decide(RunningService service) {
    assertEquals(200, RunningService.send(service.request("/v1/decisions").header("Content-Type", "application/json")
        .header("traceparent", "00-" + TRACE + "-" + CALLER + "-01")
        .POST(HttpRequest.BodyPublishers.ofString(RunningService.example("guangxi")))).statusCode());
  }

  private static String bytes(String hex) {
    return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
  }
}
