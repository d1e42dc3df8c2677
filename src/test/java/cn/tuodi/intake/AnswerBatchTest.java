package cn.tuodi.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.json.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Answers on their way, with the producer that Kafka has for tests. */
class AnswerBatchTest {

  private static final Problem PROBLEM = Problem.of(400, "INVALID_REQUEST", "title", "detail");

  private final Map<String, RuntimeException> failures = new HashMap<>();
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> answer, Callback callback) {
          RuntimeException failure = failures.remove(new String(answer.value()));
          if (failure != null) {
            callback.onCompletion(null, failure);
            return null;
          }
          return super.send(answer, callback);
        }
      };

  @Test
  @DisplayName("What goes well is sent once, in order")
  void inOrder() {
    AnswerBatch sending = sending(4);
    sending.pass(producer);
    assertFalse(sending.isOpen());
    assertNull(sending.failure());
    assertEquals(List.of("0", "1", "2", "3"), sent());
    assertEquals(4, sending.received().size());
  }

  @Test
  @DisplayName("What fails for now is sent again with everything after it, and nothing before it")
  void again() {
    failures.put("2", new TimeoutException());
    AnswerBatch sending = sending(5);
    sending.pass(producer);
    assertTrue(sending.isOpen());
    assertInstanceOf(TimeoutException.class, sending.failure());
    sending.pass(producer);
    assertFalse(sending.isOpen());
    assertEquals(List.of("0", "1", "2", "3", "4"), sent());
  }

  @Test
  @DisplayName("A failure that is told late does not keep later answers from being sent again behind it")
  void toldLate() {
    MockProducer<byte[], byte[]> slow =
        new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
          @Override
          public synchronized void flush() {
            errorNext(new TimeoutException());
            super.flush();
          }
        };
    AnswerBatch sending = sending(3);
    sending.pass(slow);
    assertTrue(sending.isOpen());
    assertEquals(List.of(), sending.received());
    sending.pass(producer);
    assertEquals(List.of("0", "1", "2"), sent());
  }

  @Test
  @DisplayName("What is refused is replaced, and only the replacement is sent")
  void replaced() {
    failures.put("1", new RecordTooLargeException());
    AnswerBatch sending = sending(3);
    sending.pass(producer);
    assertTrue(sending.isOpen());
    assertNull(sending.failure());
    sending.pass(producer);
    assertFalse(sending.isOpen());
    assertEquals(List.of("0", "2", "instead of 1"), sent());
    assertEquals(3, sending.received().size());
  }

  @Test
  @DisplayName("What has nothing smaller is tried again as it is")
  void lastResort() {
    failures.put("1", new RecordTooLargeException());
    failures.put("instead of 1", new RecordTooLargeException());
    AnswerBatch sending = sending(2);
    sending.pass(producer);
    sending.pass(producer);
    assertTrue(sending.isOpen());
    assertInstanceOf(RecordTooLargeException.class, sending.failure());
    sending.pass(producer);
    assertFalse(sending.isOpen());
    assertEquals(List.of("0", "instead of 1"), sent());
  }

  @Test
  @DisplayName("What is dropped is neither sent nor received")
  void dropped() {
    failures.put("1", new TimeoutException());
    AnswerBatch sending = sending(3);
    sending.pass(producer);
    sending.drop(answer -> answer.message().record().offset() == 1);
    sending.pass(producer);
    assertFalse(sending.isOpen());
    assertEquals(List.of("0", "2"), sent());
    assertEquals(List.of(0L, 2L),
        sending.received().stream().map(answer -> answer.message().record().offset()).toList());
  }

  private List<String> sent() {
    return producer.history().stream().map(answer -> new String(answer.value())).toList();
  }

  private static AnswerBatch sending(int count) {
    return new AnswerBatch(IntStream.range(0, count).mapToObj(AnswerBatchTest::answer).toList(), refused -> {
      long offset = refused.message().record().offset();
      return Answer.bareDeadLetter(refused.message(), answerRecord("instead of " + offset), PROBLEM);
    });
  }

  private static Answer answer(int offset) {
    ClaimMessage message = new ClaimMessage(new ConsumerRecord<>("claims", 0, offset, null, null), null);
    return Answer.deadLetter(message, answerRecord(Integer.toString(offset)), PROBLEM);
  }

  private static ProducerRecord<byte[], byte[]> answerRecord(String text) {
    return new ProducerRecord<>("answers", text.getBytes());
  }
}
