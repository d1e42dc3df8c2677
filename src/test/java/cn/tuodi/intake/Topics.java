package cn.tuodi.intake;

import cn.tuodi.operation.KafkaBroker;
import cn.tuodi.operation.RunningService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Three topics of their own for a test: claims go in, decisions and dead letters are read as they come. */
final class Topics implements AutoCloseable {

  /** Most bytes of a message of the topic of dead letters; that of claims takes ten times as much. */
  static final int MAX_DEAD_LETTER = 100_000;

  /** Claims that wait while a test stops the broker and starts it again are not given up, however slow the machine. */
  private static final int MAX_OUTAGE = 600_000;

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name = "test" + COUNT.incrementAndGet();
  private final KafkaBroker broker;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<ConsumerRecord<byte[], byte[]>> answers = new ArrayList<>();
  private final Map<String, List<ConsumerRecord<byte[], byte[]>>> byOrigin = new HashMap<>();

  /** Makes the topics, with so many partitions each. */
  Topics(KafkaBroker broker, int partitions) {
    this.broker = broker;
    broker.create(partitions, claims(), decisions());
    broker.create(List.of(new NewTopic(deadLetters(), partitions, (short) 1)
        .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_DEAD_LETTER)))));
    producer = new KafkaProducer<>(
        connection(Map.of(ProducerConfig.LINGER_MS_CONFIG, 0, ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 1 << 21, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            MAX_OUTAGE)),
        new ByteArraySerializer(), new ByteArraySerializer());
    consumer = new KafkaConsumer<>(
        connection(Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
            ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200)),
        new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> all = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      all.add(new TopicPartition(decisions(), i));
      all.add(new TopicPartition(deadLetters(), i));
    }
    consumer.assign(all);
    consumer.seekToBeginning(all);
  }

  private Map<String, Object> connection(Map<String, Object> more) {
    Map<String, Object> properties = broker.connection();
    properties.putAll(more);
    return properties;
  }

  String claims() {
    return name + ".claims";
  }

  String decisions() {
    return name + ".decisions";
  }

  String deadLetters() {
    return name + ".dead-letters";
  }

  /** Starts a service that takes claims from here. */
  RunningService service(String... more) {
    return service(Map.of(), more);
  }

  /** Starts a service that takes claims from here, with more in its environment. */
  RunningService service(Map<String, String> environment, String... more) {
    List<String> settings = new ArrayList<>(List.of("-Dtuodi.intake.enabled=true",
        "-Dkafka.bootstrap.servers=" + broker.address(), "-Dtuodi.intake.claims=" + claims(),
        "-Dtuodi.intake.decisions=" + decisions(), "-Dtuodi.intake.dead-letters=" + deadLetters(),
        "-Dtuodi.intake.group=" + name, "-Dkafka.reconnect.backoff.max.ms=500"));
    settings.addAll(List.of(more));
    return RunningService.startIn(environment, settings.toArray(String[]::new));
  }

  /** Sends a message and does not wait. */
  Future<RecordMetadata> send(String key, String value, Header... headers) {
    return producer.send(new ProducerRecord<>(claims(), null, bytes(key), bytes(value), List.of(headers)));
  }

  /** Sends a message and waits for the broker's receipt. */
  RecordMetadata sent(String key, String value, Header... headers) {
    try {
      return send(key, value, headers).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Reads what has come out, for a moment at most. */
  void read() {
    for (ConsumerRecord<byte[], byte[]> answer : consumer.poll(Duration.ofMillis(50))) {
      answers.add(answer);
      byOrigin.computeIfAbsent(origin(answer), one -> new ArrayList<>()).add(answer);
    }
  }

  /** How many messages are answered, as far as it is read. */
  int answered() {
    return byOrigin.size();
  }

  /** Everything that came out, in the order of its partitions, once so many messages are answered. */
  List<ConsumerRecord<byte[], byte[]>> answersTo(int messages) {
    RunningService.waitUntil(messages + " messages are answered", () -> {
      read();
      return answered() >= messages;
    });
    return answers;
  }

  /** The answers to one message, in their order. */
  List<ConsumerRecord<byte[], byte[]>> answersTo(RecordMetadata message) {
    String origin = message.partition() + "@" + message.offset();
    RunningService.waitUntil(origin + " is answered", () -> {
      if (!byOrigin.containsKey(origin)) {
        read();
      }
      return byOrigin.containsKey(origin);
    });
    return byOrigin.get(origin);
  }

  /** The first answer to a message. */
  ConsumerRecord<byte[], byte[]> answerTo(RecordMetadata message) {
    return answersTo(message).get(0);
  }

  /** Partition and offset of the message that is answered. */
  static String origin(ConsumerRecord<byte[], byte[]> answer) {
    return header(answer, "tuodi-partition") + "@" + header(answer, "tuodi-offset");
  }

  static String header(ConsumerRecord<byte[], byte[]> answer, String name) {
    Header header = answer.headers().lastHeader(name);
    return header == null ? null : text(header.value());
  }

  static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    consumer.close();
  }
}
