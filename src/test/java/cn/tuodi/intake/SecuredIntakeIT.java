package cn.tuodi.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.operation.BrokerSecurity;
import cn.tuodi.operation.KafkaBroker;
import cn.tuodi.operation.RunningService;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims from a broker that speaks TLS only and asks who is there, configured by environment as operators do it. */
class SecuredIntakeIT {

  private static final String CLAIM = RunningService.example("guangxi");

  @TempDir
  private static Path folder;

  private static BrokerSecurity security;
  private static KafkaBroker broker;

  @BeforeAll
  static void start() {
    security = BrokerSecurity.in(folder);
    broker = KafkaBroker.start(security);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  @DisplayName("Over TLS and with a password the service takes claims and answers them with the bytes that HTTP has")
  void decides() {
    try (Topics topics = new Topics(broker, 1); RunningService service = topics.service(security.environment())) {
      ConsumerRecord<byte[], byte[]> answer = topics.answerTo(topics.sent("P-17", CLAIM));
      assertEquals(topics.decisions(), answer.topic());
      assertEquals(service.post("/v1/decisions", CLAIM).body(), Topics.text(answer.value()));
    }
  }

  @Test
  @DisplayName("With a wrong password it takes nothing, says so, stays ready and keeps deciding over HTTP")
  void refused() {
    try (Topics topics = new Topics(broker, 1)) {
      RecordMetadata waiting;
      try (RunningService stranger = topics.service(security.environment("another"))) {
        waiting = topics.sent("P-17", CLAIM);
        RunningService.waitUntil("the password is refused",
            () -> stranger.log().contains("Authentication failed: Invalid username or password"));
        assertEquals(200, stranger.post("/v1/decisions", CLAIM).statusCode());
        assertEquals(200, stranger.get("/q/health/ready").statusCode());
        assertTrue(stranger.get("/q/health/ready").body().replaceAll("\\s", "").contains("\"connected\":false"));
        topics.read();
        assertEquals(0, topics.answered());
        assertFalse(stranger.log().contains("another"), "the password is not logged");
      }
      try (RunningService service = topics.service(security.environment())) {
        assertEquals(topics.decisions(), topics.answerTo(waiting).topic());
        assertTrue(service.isAlive());
      }
    }
  }
}
