package cn.tuodi.intake;

import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** The clients of the broker. */
@Singleton
final class BrokerConnection {

  /** The channel of claims. */
  static final String CLAIMS = "claims";
  /** The channel of answers. */
  static final String ANSWERS = "answers";

  private static final String CONNECTIONS = "connection-count";
  private static final String REFUSALS = "failed-authentication-rate";
  /** How long making a client may take; the names of brokers are looked up meanwhile. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaClientService clients;
  private final ChannelRegistry channels;

  BrokerConnection(KafkaClientService clients, ChannelRegistry channels) {
    this.clients = clients;
    this.channels = channels;
  }

  /** Whether the channels are there, so that it can be opened. */
  boolean isWired() {
    return clients.getProducer(ANSWERS) != null && clients.getConsumer(CLAIMS) != null
        && channels.getPausable(CLAIMS) != null;
  }

  /**
   * Makes the clients, and lets claims come.
   *
   * @throws RuntimeException if they cannot be made now, for example because the names of the brokers are not known
   */
  void open() {
    KafkaProducer<byte[], byte[]> producer = clients.getProducer(ANSWERS);
    producer.runOnSendingThread(client -> {}).await().atMost(PATIENCE);
    KafkaConsumer<byte[], byte[]> consumer = clients.getConsumer(CLAIMS);
    consumer.runOnPollingThread(client -> {}).await().atMost(PATIENCE);
    channels.getPausable(CLAIMS).resume();
  }

  /** The client that sends; there once it is open. */
  Producer<byte[], byte[]> producer() {
    return clients.<byte[], byte[]>getProducer(ANSWERS).unwrap();
  }

  /** Whether the client that takes claims is connected to a broker, which has not just refused its name or password. */
  boolean isConnected() {
    KafkaConsumer<byte[], byte[]> consumer = clients.getConsumer(CLAIMS);
    Consumer<byte[], byte[]> client = consumer == null ? null : consumer.unwrap();
    return client != null && isPositive(client, CONNECTIONS) && !isPositive(client, REFUSALS);
  }

  private static boolean isPositive(Consumer<byte[], byte[]> client, String name) {
    return client.metrics().values().stream().anyMatch(
        metric -> metric.metricName().name().equals(name) && ((Number) metric.metricValue()).doubleValue() > 0);
  }
}
