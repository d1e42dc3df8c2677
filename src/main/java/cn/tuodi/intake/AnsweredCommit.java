package cn.tuodi.intake;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Commits what is answered and nothing else: after each batch, and before a partition is given away. */
final class AnsweredCommit implements KafkaCommitHandler {

  private static final Logger LOG = Logger.getLogger(AnsweredCommit.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration MAX_PAUSE = Duration.ofSeconds(10);
  private static final int TRIES = 20;

  private final KafkaConsumer<?, ?> consumer;
  private final AssignedPartitions partitions;

  private AnsweredCommit(KafkaConsumer<?, ?> consumer, AssignedPartitions partitions) {
    this.consumer = consumer;
    this.partitions = partitions;
  }

  /** Makes the commit strategy {@code answered}. */
  @ApplicationScoped
  @Identifier("answered")
  static final class Factory implements KafkaCommitHandler.Factory {

    private final AssignedPartitions partitions;

    Factory(AssignedPartitions partitions) {
      this.partitions = partitions;
    }

    @Override
    public KafkaCommitHandler create(KafkaConnectorIncomingConfiguration settings, Vertx vertx,
        KafkaConsumer<?, ?> consumer, BiConsumer<Throwable, Boolean> failure) {
      return new AnsweredCommit(consumer, partitions);
    }
  }

  /** A batch is acknowledged. What is not answered of it is not committed. */
  @Override
  public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
    consumer.runOnPollingThread(client -> {
      commit(client, partitions.due(), PATIENCE);
    }).onFailure().retry().withBackOff(FIRST_PAUSE, MAX_PAUSE).atMost(TRIES).subscribe().with(done -> {},
        failure -> LOG.warnf("offsets not committed, the claims may be decided again: %s", failure.getClass()));
    return Uni.createFrom().voidItem();
  }

  @Override
  public void partitionsAssigned(Collection<TopicPartition> assigned) {
    partitions.take(assigned);
    LOG.infof("claims are taken from %d partition(s)", partitions.count());
  }

  @Override
  public void partitionsRevoked(Collection<TopicPartition> revoked) {
    Map<TopicPartition, OffsetAndMetadata> answered = partitions.give(revoked, PATIENCE);
    LOG.infof("claims are taken from %d partition(s)", partitions.count());
    try {
      commit(consumer.unwrap(), answered, PATIENCE);
    } catch (KafkaException e) {
      LOG.warnf("offsets not committed, the claims may be decided again: %s", e.getClass());
    }
  }

  private void commit(org.apache.kafka.clients.consumer.Consumer<?, ?> client,
      Map<TopicPartition, OffsetAndMetadata> answered, Duration patience) {
    if (answered.isEmpty()) {
      return;
    }
    try {
      client.commitSync(answered, patience);
    } catch (KafkaException e) {
      partitions.undone(answered);
      throw e;
    }
  }
}
