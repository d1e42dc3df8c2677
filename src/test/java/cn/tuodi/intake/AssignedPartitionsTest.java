package cn.tuodi.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AssignedPartitionsTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final TopicPartition FIRST = new TopicPartition("claims", 0);
  private static final TopicPartition SECOND = new TopicPartition("claims", 1);

  private final AssignedPartitions partitions = new AssignedPartitions();

  @Test
  @DisplayName("What is answered is to be committed, once, up to the message after the last")
  void due() {
    partitions.take(List.of(FIRST, SECOND));
    List<ClaimMessage> messages = List.of(message(FIRST, 4), message(FIRST, 5), message(SECOND, 9));
    assertEquals(messages, partitions.begin(messages));
    assertEquals(Map.of(), partitions.due());
    partitions.end(messages);
    Map<TopicPartition, OffsetAndMetadata> due =
        Map.of(FIRST, new OffsetAndMetadata(6), SECOND, new OffsetAndMetadata(10));
    assertEquals(due, partitions.due());
    assertEquals(Map.of(), partitions.due());
    partitions.undone(due);
    assertEquals(due, partitions.due());
  }

  @Test
  @DisplayName("A partition is given away when the work at hand has ended, with what is answered of it")
  void handover() {
    partitions.take(List.of(FIRST, SECOND));
    List<ClaimMessage> messages = partitions.begin(List.of(message(FIRST, 4), message(SECOND, 9)));
    CompletableFuture<Map<TopicPartition, OffsetAndMetadata>> given =
        CompletableFuture.supplyAsync(() -> partitions.give(List.of(FIRST), LONG));
    while (partitions.count() == 2) {
      Thread.onSpinWait();
    }
    assertFalse(given.isDone());
    partitions.end(messages);
    assertEquals(Map.of(FIRST, new OffsetAndMetadata(5)), given.join());
    assertEquals(Map.of(SECOND, new OffsetAndMetadata(10)), partitions.due());
  }

  @Test
  @DisplayName("Whoever waits too long for the work at hand gets what is answered so far")
  void impatience() {
    partitions.take(List.of(FIRST));
    List<ClaimMessage> messages = partitions.begin(List.of(message(FIRST, 4)));
    assertEquals(Map.of(), partitions.give(List.of(FIRST), Duration.ofMillis(10)));
    assertFalse(partitions.isOwn(messages.get(0)));
    partitions.end(messages);
    assertEquals(Map.of(), partitions.due(), "another replica answers it again");
  }

  @Test
  @DisplayName("Messages of partitions that were given away meanwhile are left to others")
  void notOwn() {
    partitions.take(List.of(FIRST, SECOND));
    partitions.give(List.of(SECOND), LONG);
    ClaimMessage own = message(FIRST, 1);
    assertEquals(List.of(own), partitions.begin(List.of(own, message(SECOND, 1))));
    assertTrue(partitions.isOwn(own));
  }

  private static ClaimMessage message(TopicPartition partition, long offset) {
    return new ClaimMessage(
        new ConsumerRecord<>(partition.topic(), partition.partition(), offset, new byte[0], new byte[0]), null);
  }
}
