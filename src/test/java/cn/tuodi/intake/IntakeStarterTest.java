package cn.tuodi.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What operators are told while claims cannot be taken. */
class IntakeStarterTest {

  @Test
  @DisplayName("A client that takes too long to be made fails without a message, and the log says what that means")
  void timeout() {
    TimeoutException failure = assertThrows(TimeoutException.class,
        () -> Uni.createFrom().nothing().await().atMost(Duration.ofMillis(1)));
    assertTrue(failure.getMessage() == null);
    assertEquals("the clients of Kafka were not made within 30 s; are the names of the brokers "
        + "(kafka.bootstrap.servers) resolved?", IntakeStarter.told(failure));
    assertEquals(IntakeStarter.told(failure), IntakeStarter.told(new CompletionException(failure)));
  }

  @Test
  @DisplayName("Any other failure without a message is told with its kind and where it comes from, never as null alone")
  void withoutMessage() {
    NullPointerException failure =
        assertThrows(NullPointerException.class, () -> Objects.requireNonNull(null));
    String told = IntakeStarter.told(new KafkaException("cannot be made", failure));
    assertTrue(told.startsWith("java.lang.NullPointerException in java.base/java.util.Objects.requireNonNull"), told);
  }

  @Test
  @DisplayName("A failure with a message is told by the message of its root")
  void withMessage() {
    assertEquals("org.apache.kafka.common.config.ConfigException: No resolvable bootstrap urls", IntakeStarter.told(
        new KafkaException("cannot be made", new ConfigException("No resolvable bootstrap urls"))));
  }
}
