package cn.tuodi.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.operation.Exposition;
import cn.tuodi.operation.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The packaged application where Kafka is switched off, or not there. */
class IntakeOffIT {

  @Test
  @DisplayName("Unless it is switched on nothing connects, no thread runs, and neither health, metrics nor log speak of Kafka")
  void offByDefault() throws IOException {
    try (ServerSocket broker = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        RunningService service = RunningService.start("-Dkafka.bootstrap.servers=127.0.0.1:" + broker.getLocalPort())) {
      assertEquals(200, service.post("/v1/decisions", RunningService.example("guangxi")).statusCode());
      broker.setSoTimeout(1000);
      assertThrows(SocketTimeoutException.class, broker::accept, "somebody connects");
      assertTrue(service.threads().stream().anyMatch(thread -> thread.startsWith("vert.x-eventloo")));
      assertTrue(service.threads().stream().noneMatch(thread -> thread.contains("kafka") || thread.contains("intake")),
          service.threads().toString());
      String health = service.get("/q/health").body();
      assertTrue(health.contains("policies"), health);
      assertFalse(health.contains("intake") || health.contains("essaging"), health);
      assertTrue(Exposition.of(service).names().stream()
          .noneMatch(name -> name.startsWith("kafka") || name.startsWith("tuodi_intake")));
      assertFalse(service.log().contains("SRMSG"), service.log());
    }
  }

  @Test
  @DisplayName("Where nobody knows the brokers the service starts and serves all the same, and says what is missing")
  void nobodyKnowsTheBrokers() {
    try (RunningService service =
        RunningService.start("-Dtuodi.intake.enabled=true", "-Dkafka.bootstrap.servers=broker.invalid:9092")) {
      assertEquals(200, service.post("/v1/decisions", RunningService.example("guangxi")).statusCode());
      RunningService.waitUntil("the log says it", () -> service.log()
          .contains(
              "claims cannot be taken yet: org.apache.kafka.common.config.ConfigException: No resolvable bootstrap urls given"));
      assertEquals(200, service.get("/q/health/ready").statusCode());
      assertTrue(service.get("/q/health/ready").body().replaceAll("\\s", "").contains("\"connected\":false"));
      assertEquals(0, Exposition.of(service).sum("tuodi_intake_connected", Map.of()).signum());
    }
  }
}
