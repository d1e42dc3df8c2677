package cn.tuodi.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.operation.KafkaBroker;
import cn.tuodi.operation.RunningService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims of a topic are settled into year accounts, and another topic tells what was booked. */
class SettledIntakeIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CHANGES = "settled.changes";
  private static final int CLAIMS = 12;

  @TempDir
  static Path directory;

  private static KafkaBroker broker;
  private static Topics topics;
  private static RunningService service;

  @BeforeAll
  static void start() {
    broker = KafkaBroker.start();
    topics = new Topics(broker, 2);
    broker.create(2, CHANGES);
    service = begun();
  }

  private static RunningService begun() {
    return topics.service("-Dtuodi.intake.settle=true", "-Dtuodi.intake.changes=" + CHANGES,
        "-Dtuodi.accounts.database=" + directory.resolve("accounts"));
  }

  @AfterAll
  static void stop() {
    service.close();
    topics.close();
    broker.close();
  }

  private static String claim(String person, String id, int total) {
    return "{\"claimId\":\"" + id
        + "\",\"region\":\"450100\",\"serviceDate\":\"2023-05-01\",\"person\":{\"personId\":\""
        + person + "\",\"identities\":[{\"type\":\"MINIMUM_LIVING\",\"recognisedOn\":\"2021-01-10\"}]},\"care\":{"
        + "\"type\":\"INPATIENT\"},\"costs\":{\"total\":" + total + ",\"policyScope\":" + total
        + ",\"advance\":0,\"overLimit\":0,\"selfPaid\":0},\"payments\":{\"basicInsurance\":0,"
        + "\"criticalIllness\":0}}";
  }

  private static JsonNode answer(RecordMetadata message) throws IOException {
    ConsumerRecord<byte[], byte[]> answer = topics.answerTo(message);
    assertEquals(topics.decisions(), answer.topic(), () -> Topics.header(answer, "tuodi-problem"));
    return JSON.readTree(answer.value());
  }

  @Test
  @DisplayName("Claims are booked once and in the order of the topic, also where they come again after a kill; changes tell it without a gap")
  void settled() throws IOException {
    List<RecordMetadata> sent = new ArrayList<>();
    for (int i = 0; i < CLAIMS; i++) {
      sent.add(topics.sent("K" + i % 2, claim("K" + i % 2, "K-" + i, 9_000)));
    }
    Map<Integer, JsonNode> answers = new TreeMap<>();
    for (int i = 0; i < CLAIMS; i++) {
      answers.put(i, answer(sent.get(i)));
      assertEquals(i / 2 + 1, answers.get(i).get("sequence").asInt(), "the order of a person's claims");
      assertEquals("K-" + i, answers.get(i).at("/decision/claimId").textValue());
    }
    service.kill();
    List<RecordMetadata> again = new ArrayList<>();
    for (int i = 0; i < CLAIMS; i++) {
      again.add(topics.sent("K" + i % 2, claim("K" + i % 2, "K-" + i, 9_000)));
    }
    RecordMetadata differs = topics.sent("K0", claim("K0", "K-0", 9_001));
    RecordMetadata nobody = topics.sent("K0", claim("K0", "K-new", 9_000).replace("\"personId\":\"K0\",", ""));
    RecordMetadata next = topics.sent("K0", claim("K0", "K-next", 9_000));
    service = begun();
    for (int i = 0; i < CLAIMS; i++) {
      assertEquals(answers.get(i), answer(again.get(i)), "the same claim is the same settlement");
    }
    assertEquals("CLAIM_DIFFERS", Topics.header(topics.answerTo(differs), "tuodi-problem-code"));
    assertEquals("PERSON_MISSING", Topics.header(topics.answerTo(nobody), "tuodi-problem-code"));
    assertEquals(CLAIMS / 2 + 1, answer(next).get("sequence").asInt());
    List<JsonNode> changes = changes(CLAIMS + 1);
    assertEquals(CLAIMS + 1, changes.size());
    for (int i = 0; i < changes.size(); i++) {
      assertEquals(i + 1, changes.get(i).get("number").asInt());
    }
    JsonNode served = JSON.readTree(service.get("/v1/settlements/changes").body()).get("changes");
    for (int i = 0; i < changes.size(); i++) {
      assertEquals(served.get(i), changes.get(i));
    }
    assertTrue(served.get(0).get("bookedBy").textValue().equals(topics.claims()), served.get(0)::toString);
  }

  /** What the topic of changes tells, each once, by number. */
  private static List<JsonNode> changes(int count) throws IOException {
    Map<String, Object> connection = broker.connection();
    connection.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    Map<Integer, JsonNode> told = new TreeMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(connection, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all = List.of(new TopicPartition(CHANGES, 0), new TopicPartition(CHANGES, 1));
      consumer.assign(all);
      consumer.seekToBeginning(all);
      RunningService.waitUntil("all changes are told", () -> {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          JsonNode change = tree(record.value());
          assertEquals(change.get("personId").textValue(), new String(record.key(), StandardCharsets.UTF_8));
          assertEquals(change.get("number").asText(), Topics.header(record, "tuodi-change"));
          told.put(change.get("number").asInt(), change);
        }
        return told.size() >= count;
      });
    }
    return List.copyOf(told.values());
  }

  private static JsonNode tree(byte[] value) {
    try {
      return JSON.readTree(value);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName("A service that is to settle claims of a topic without accounts does not start, and says why")
  void withoutAccounts() {
    String said =
        assertThrows(IllegalStateException.class, () -> topics.service("-Dtuodi.intake.settle=true")).getMessage();
    assertTrue(said.contains("tuodi.intake.settle") && said.contains("tuodi.accounts.database"), said);
  }
}
