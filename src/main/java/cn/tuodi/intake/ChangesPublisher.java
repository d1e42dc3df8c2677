package cn.tuodi.intake;

import cn.tuodi.account.YearAccounts;
import cn.tuodi.account.book.Change;
import cn.tuodi.account.json.AccountView;
import cn.tuodi.json.Json;
import cn.tuodi.observation.Anonymous;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Tells a topic what was booked on year accounts, in the order of changes and without a gap. What the broker has not
 * confirmed is told again.
 */
@Singleton
final class ChangesPublisher {

  private static final Logger LOG = Logger.getLogger(ChangesPublisher.class);
  private static final String NUMBER = "tuodi-change";
  private static final int MAX_CHANGES = 200;
  private static final long PAUSE_MILLISECONDS = 500;

  private final IntakeSettings settings;
  private final YearAccounts accounts;
  private final BrokerConnection connection;

  ChangesPublisher(IntakeSettings settings, YearAccounts accounts, BrokerConnection connection) {
    this.settings = settings;
    this.accounts = accounts;
    this.connection = connection;
  }

  /** Tells what is booked until the thread is interrupted. */
  void publish() throws InterruptedException {
    String topic = settings.changes().orElseThrow();
    while (true) {
      int told = 0;
      try {
        told = accounts.books().orElseThrow().feed().handOn(topic, MAX_CHANGES, changes -> send(topic, changes));
      } catch (RuntimeException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedException();
        }
        LOG.warn("changes were not told, trying again", Anonymous.of(e));
      }
      if (told < MAX_CHANGES) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
      }
    }
  }

  private void send(String topic, List<Change> changes) {
    Producer<byte[], byte[]> producer = connection.producer();
    List<Future<RecordMetadata>> receipts = new ArrayList<>();
    for (Change change : changes) {
      String person = change.entries().get(0).key().personId();
      ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(person),
          Json.bytes(AccountView.change(change)));
      record.headers().add("content-type", bytes("application/json"));
      record.headers().add(NUMBER, bytes(Long.toString(change.number())));
      receipts.add(producer.send(record));
    }
    producer.flush();
    try {
      for (Future<RecordMetadata> receipt : receipts) {
        receipt.get();
      }
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
