package cn.tuodi.intake;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that are this replica's to answer, and how far it has answered them. A partition is given away only
 * when what is being answered of it has been answered, so that the next replica goes on behind and the order of a
 * person's decisions is kept.
 */
@Singleton
final class AssignedPartitions {

  private final Set<TopicPartition> own = new HashSet<>();
  private final Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>();
  private boolean atWork;

  /** These partitions are this replica's from now on. */
  synchronized void take(Collection<TopicPartition> partitions) {
    own.addAll(partitions);
  }

  /**
   * These partitions are no longer this replica's. Waits for the work at hand.
   *
   * @param partitions the partitions
   * @param patience how long to wait at most
   * @return up to where they are answered without anybody knowing yet
   */
  synchronized Map<TopicPartition, OffsetAndMetadata> give(Collection<TopicPartition> partitions, Duration patience) {
    own.removeAll(partitions);
    long end = System.nanoTime() + patience.toNanos();
    try {
      for (long left = patience.toNanos(); atWork && left > 0; left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Map<TopicPartition, OffsetAndMetadata> answered = new HashMap<>(due);
    answered.keySet().retainAll(partitions);
    due.keySet().removeAll(partitions);
    return answered;
  }

  /** Those of the messages that are still this replica's to answer; they are the work at hand until it has ended. */
  synchronized List<ClaimMessage> begin(List<ClaimMessage> messages) {
    atWork = true;
    return messages.stream().filter(this::isOwn).toList();
  }

  /** Whether a message is this replica's to answer. */
  synchronized boolean isOwn(ClaimMessage message) {
    return own.contains(message.partition());
  }

  /** These messages, in the order of their offsets, are answered, and there is no more work at hand. */
  synchronized void end(List<ClaimMessage> answered) {
    for (ClaimMessage message : answered) {
      due.put(message.partition(), new OffsetAndMetadata(message.record().offset() + 1));
    }
    atWork = false;
    notifyAll();
  }

  /** How far partitions of this replica are answered without anybody knowing yet; they count as known from now on. */
  synchronized Map<TopicPartition, OffsetAndMetadata> due() {
    Map<TopicPartition, OffsetAndMetadata> answered = new HashMap<>(due);
    due.clear();
    answered.keySet().retainAll(own);
    return answered;
  }

  /** Could not be made known after all. */
  synchronized void undone(Map<TopicPartition, OffsetAndMetadata> answered) {
    answered.forEach(due::putIfAbsent);
  }

  /** How many partitions are this replica's. */
  synchronized int count() {
    return own.size();
  }
}
