package cn.tuodi.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Answers on their way to the broker. */
final class AnswerBatch {

  private enum State {
    OPEN,
    RECEIVED,
    DROPPED
  }

  private final UnaryOperator<Answer> instead;
  private final Answer[] answers;
  private final State[] states;
  private final Exception[] failures;
  /** The first failure for now of this pass. */
  private volatile Exception failure;

  /**
   * Answers to be sent.
   *
   * @param answers the answers
   * @param instead what is sent in place of an answer that the broker will never take
   */
  AnswerBatch(List<Answer> answers, UnaryOperator<Answer> instead) {
    this.instead = instead;
    this.answers = answers.toArray(Answer[]::new);
    this.failures = new Exception[this.answers.length];
    this.states = new State[this.answers.length];
    Arrays.fill(states, State.OPEN);
  }

  /** Sends what is open, up to the first failure, and waits for the broker's receipts. */
  void pass(Producer<byte[], byte[]> producer) {
    failure = null;
    for (int i = 0; i < answers.length && failure == null; i++) {
      if (states[i] == State.OPEN) {
        send(producer, i);
      }
    }
    producer.flush();
    int firstOpen = answers.length;
    for (int i = answers.length - 1; i >= 0; i--) {
      if (states[i] == State.OPEN && !replace(i)) {
        firstOpen = i;
      }
    }
    for (int i = firstOpen; i < answers.length; i++) {
      states[i] = states[i] == State.DROPPED ? State.DROPPED : State.OPEN;
    }
  }

  private void send(Producer<byte[], byte[]> producer, int i) {
    failures[i] = null;
    try {
      producer.send(answers[i].record(), (place, problem) -> {
        if (problem == null) {
          states[i] = State.RECEIVED;
        } else {
          failed(i, problem);
        }
      });
    } catch (InterruptException e) {
      throw e;
    } catch (RuntimeException e) {
      failed(i, e);
    }
  }

  private void failed(int i, Exception problem) {
    failures[i] = problem;
    if (!isRefused(i) && failure == null) {
      failure = problem;
    }
  }

  /** Whether the broker will never take an answer, but may take another one in its place. */
  private boolean isRefused(int i) {
    return !answers[i].isBare() && (failures[i] instanceof RecordTooLargeException
        || failures[i] instanceof RecordBatchTooLargeException || failures[i] instanceof InvalidRecordException);
  }

  private boolean replace(int i) {
    if (!isRefused(i)) {
      return false;
    }
    answers[i] = instead.apply(answers[i]);
    failures[i] = null;
    return true;
  }

  /** Gives up what is open and not wanted any more. */
  void drop(Predicate<Answer> unwanted) {
    for (int i = 0; i < answers.length; i++) {
      if (states[i] == State.OPEN && unwanted.test(answers[i])) {
        states[i] = State.DROPPED;
      }
    }
  }

  /** Whether there is something left to send. */
  boolean isOpen() {
    for (State state : states) {
      if (state == State.OPEN) {
        return true;
      }
    }
    return false;
  }

  /** Why the last pass failed for now, or null where it did not. */
  Exception failure() {
    return failure;
  }

  /** The answers that the broker has. */
  List<Answer> received() {
    List<Answer> received = new ArrayList<>(answers.length);
    for (int i = 0; i < answers.length; i++) {
      if (states[i] == State.RECEIVED) {
        received.add(answers[i]);
      }
    }
    return received;
  }
}
