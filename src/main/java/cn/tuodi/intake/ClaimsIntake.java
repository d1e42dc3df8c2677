package cn.tuodi.intake;

import cn.tuodi.observation.Anonymous;
import cn.tuodi.observation.DecisionMeters;
import cn.tuodi.observation.Intake;
import cn.tuodi.observation.IntakeMeters;
import cn.tuodi.observation.ProblemMeters;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes claims from a topic, batch by batch, and acknowledges a batch when the broker has all answers to it. One thread
 * decides, in the order of the topic's partitions; other replicas of the group decide beside it.
 */
@ApplicationScoped
class ClaimsIntake {

  private static final Logger LOG = Logger.getLogger(ClaimsIntake.class);
  private static final int PAUSE_SECONDS = 1;

  private final Answering answering;
  private final AnswerSender sender;
  private final AssignedPartitions partitions;
  private final DecisionMeters decisionMeters;
  private final IntakeMeters meters;
  /** Spans are made even where nobody collects them; they must not take the place of the sender's then. */
  private final boolean untraced;
  private final ExecutorService worker = Executors.newSingleThreadExecutor(ClaimsIntake::thread);

  ClaimsIntake(Answering answering, AnswerSender sender, AssignedPartitions partitions, DecisionMeters decisionMeters,
      IntakeMeters meters, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean untraced) {
    this.answering = answering;
    this.sender = sender;
    this.partitions = partitions;
    this.decisionMeters = decisionMeters;
    this.meters = meters;
    this.untraced = untraced;
  }

  /** Answers a batch of messages. */
  @Incoming(BrokerConnection.CLAIMS)
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  CompletionStage<Void> take(KafkaRecordBatch<byte[], byte[]> batch) {
    return CompletableFuture.runAsync(() -> answer(batch), worker).thenCompose(answered -> batch.ack());
  }

  private void answer(KafkaRecordBatch<byte[], byte[]> batch) {
    List<ClaimMessage> answered = List.of();
    try {
      List<ClaimMessage> messages = messages(batch);
      meters.taken(messages.size());
      answered = answered(partitions.begin(messages));
    } catch (InterruptedException | InterruptException e) {
      // The service ends; what is not answered will be by whoever takes the partitions.
      Thread.currentThread().interrupt();
    } finally {
      partitions.end(answered);
      meters.done();
    }
  }

  /** Answers messages, however long it takes; only those that have become another replica's are left out. */
  private List<ClaimMessage> answered(List<ClaimMessage> messages) throws InterruptedException {
    List<ClaimMessage> open = messages;
    while (true) {
      try {
        List<Answer> received = sender.send(answering.answers(open),
            answer -> partitions.isOwn(answer.message()));
        received.forEach(this::count);
        return received.stream().map(Answer::message).toList();
      } catch (InterruptException e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.error("claims were not answered, trying again", Anonymous.of(e));
        TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        open = open.stream().filter(partitions::isOwn).toList();
      }
    }
  }

  /** Counts an answer once it is received: until then it may be made again. */
  private void count(Answer answer) {
    meters.answered(answer.message().record().timestamp());
    if (answer.problem() == null) {
      if (answer.decision() != null) {
        decisionMeters.answered(Intake.TOPIC, answer.decision());
      }
    } else {
      meters.deadLettered(answer.problem().code());
      ProblemMeters.count(answer.problem().code());
    }
    if (answer.isMisplaced()) {
      meters.misplaced();
    }
  }

  private List<ClaimMessage> messages(KafkaRecordBatch<byte[], byte[]> batch) {
    List<ClaimMessage> messages = new ArrayList<>(batch.getRecords().size());
    for (KafkaRecord<byte[], byte[]> record : batch) {
      IncomingKafkaRecordMetadata<byte[], byte[]> received = metadata(record);
      messages.add(new ClaimMessage(received.getRecord(), untraced ? null
          : record.getMetadata(TracingMetadata.class).map(TracingMetadata::getCurrentContext).orElse(null)));
    }
    return messages;
  }

  @SuppressWarnings("unchecked")
  private static IncomingKafkaRecordMetadata<byte[], byte[]> metadata(KafkaRecord<byte[], byte[]> record) {
    return record.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
  }

  /** A thread that finds the engine's services where this class finds them. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "claims-intake");
    thread.setContextClassLoader(ClaimsIntake.class.getClassLoader());
    return thread;
  }

  @PreDestroy
  void end() {
    worker.shutdownNow();
  }
}
