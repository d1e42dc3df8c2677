package cn.tuodi.intake;

import cn.tuodi.observation.IntakeMeters;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;

/**
 * Sends answers in their order until the broker has them all. What fails for now is sent again together with everything
 * after it, so that of a person's decisions the last one is always sent last.
 */
@Singleton
final class AnswerSender {

  private static final Logger LOG = Logger.getLogger(AnswerSender.class);
  private static final int MAX_PAUSE_SECONDS = 10;

  private final BrokerConnection connection;
  private final Answering answering;
  private final IntakeMeters meters;

  AnswerSender(BrokerConnection connection, Answering answering, IntakeMeters meters) {
    this.connection = connection;
    this.answering = answering;
    this.meters = meters;
  }

  /**
   * Sends answers.
   *
   * @param answers the answers
   * @param wanted whether an answer that could not be sent at once is still to be sent
   * @return the answers that the broker has, in the order in which they were given
   * @throws InterruptedException if the thread is interrupted while it waits to try again
   */
  List<Answer> send(List<Answer> answers, Predicate<Answer> wanted) throws InterruptedException {
    Producer<byte[], byte[]> producer = connection.producer();
    AnswerBatch sending = new AnswerBatch(answers, answering::instead);
    sending.pass(producer);
    for (int pause = 1; sending.isOpen(); pause = Math.min(2 * pause, MAX_PAUSE_SECONDS)) {
      meters.repeated();
      if (sending.failure() != null) {
        LOG.warnf("answers could not be sent, trying again: %s", sending.failure());
        TimeUnit.SECONDS.sleep(pause);
        sending.drop(wanted.negate());
      }
      sending.pass(producer);
    }
    return sending.received();
  }
}
