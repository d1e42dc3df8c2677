package cn.tuodi.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.decision.PolicyCase;
import cn.tuodi.operation.KafkaBroker;
import cn.tuodi.operation.RunningService;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The packaged application with a broker of Kafka. */
class IntakeIT {

  private static KafkaBroker broker;
  private static Topics topics;
  private static RunningService service;

  @BeforeAll
  static void start() {
    broker = KafkaBroker.start();
    topics = new Topics(broker, 3);
    service = topics.service();
  }

  @AfterAll
  static void stop() {
    service.close();
    topics.close();
    broker.close();
  }

  @Test
  @DisplayName("Every case of the contract and of the documents gets through Kafka what it gets over HTTP, byte by byte")
  void sameAsOverHttp() {
    List<PolicyCase> cases = PolicyCase.all();
    List<RecordMetadata> sent = new ArrayList<>();
    cases.forEach(one -> sent.add(topics.sent("p", one.request().toString())));
    topics.answersTo(sent.size());
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      String overHttp = service.post("/v1/decisions", cases.get(i).request().toString()).body();
      ConsumerRecord<byte[], byte[]> answer = topics.answerTo(sent.get(i));
      String throughKafka = answer.topic().equals(topics.decisions()) ? Topics.text(answer.value())
          : Topics.header(answer, "tuodi-problem");
      if (!overHttp.equals(throughKafka)) {
        differences.add(cases.get(i) + ": " + throughKafka);
      }
    }
    assertEquals(List.of(), differences);
  }
}
