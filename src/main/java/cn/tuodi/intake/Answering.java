package cn.tuodi.intake;

import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.observation.DecisionMeters;
import cn.tuodi.observation.Failures;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/**
 * Answers messages, each by itself and as {@code POST /v1/decisions} would: every message gets exactly one answer,
 * whatever is in it. The same message gets the same answer under the same policy content.
 */
@Singleton
final class Answering {

  private static final Logger LOG = Logger.getLogger(Answering.class);
  /** Longer keys are left out of a dead letter that has to be small. */
  private static final int MAX_KEY = 1024;

  private final IntakeSettings settings;
  private final AssistanceDecider decider;
  private final DecisionMeters meters;
  private final SettledClaims settling;

  Answering(IntakeSettings settings, AssistanceDecider decider, DecisionMeters meters, SettledClaims settling) {
    this.settings = settings;
    this.decider = decider;
    this.settling = settling;
    this.meters = meters;
  }

  /**
   * The answers to messages, in their order.
   *
   * @throws cn.tuodi.account.store.AccountsUnavailable if claims are to be settled and cannot be now
   */
  List<Answer> answers(List<ClaimMessage> messages) {
    return settings.settle() ? settling.answers(messages, this) : messages.stream().map(this::answer).toList();
  }

  /** The answer to a message whose claim is decided only. */
  Answer answer(ClaimMessage message) {
    return read(message, claim -> decide(message, claim));
  }

  /** What is made of the claim of a message, or a dead letter where there is none. */
  Answer read(ClaimMessage message, Function<Claim, Answer> work) {
    Language language = message.language();
    byte[] value = message.record().value();
    if (value == null) {
      return deadLetter(message, Problem.of(400, "INVALID_REQUEST", language.text("intake.invalid-request"),
          language.text("intake.the-message-has-no-value")));
    }
    if (value.length > settings.largestClaim()) {
      return deadLetter(message, Problem.of(413, "INVALID_REQUEST", language.text("intake.claim-too-large"),
          language.text("intake.a-claim-has-at-most-bytes", settings.largestClaim())));
    }
    try {
      return work.apply(ClaimReader.read(value, language));
    } catch (InvalidRequest e) {
      return deadLetter(message, Problem.invalid(e.violations(), language));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return deadLetter(message, Problem.failed(Failures.log(LOG, "a claim failed", e), language));
    }
  }

  private Answer decide(ClaimMessage message, Claim claim) {
    Outcome outcome = meters.timed(() -> decider.decide(claim));
    if (!(outcome instanceof Decision decision)) {
      return deadLetter(message, Problem.refused((Refusal) outcome, claim.claimId(), message.language()));
    }
    return decided(message, claim, Json.bytes(DecisionView.of(decision, message.language())), decision);
  }

  /** The answer to a message whose claim was decided. */
  Answer decided(ClaimMessage message, Claim claim, byte[] value, Decision decision) {
    String person = claim.person().personId();
    byte[] key = person == null ? message.record().key() : person.getBytes(StandardCharsets.UTF_8);
    return Answer.decided(message, new ProducerRecord<>(settings.decisions(), null, key, value,
        AnswerHeaders.ofDecision(message, message.language())), claim, decision);
  }

  /** The answer to a message whose claim was not. */
  Answer deadLetter(ClaimMessage message, Problem problem) {
    return Answer.deadLetter(message, new ProducerRecord<>(settings.deadLetters(), null, message.record().key(),
        message.record().value(), AnswerHeaders.ofDeadLetter(message, problem)), problem);
  }

  /**
   * What can be sent instead of an answer that the broker does not take, whenever it is sent: for a decision a dead
   * letter, for a dead letter one that only says which message it is about.
   */
  Answer instead(Answer refused) {
    ClaimMessage message = refused.message();
    if (refused.problem() == null) {
      Language language = message.language();
      return deadLetter(message, Problem.of(500, "DECISION_NOT_TAKEN",
          language.text("intake.the-decision-could-not-be-delivered"),
          language.text("intake.the-topic-of-kafka-does-not"))
          .about(refused.claimId()));
    }
    byte[] key = message.record().key();
    return Answer.bareDeadLetter(message,
        new ProducerRecord<>(settings.deadLetters(), null, key == null || key.length > MAX_KEY ? null : key, null,
            AnswerHeaders.ofBareDeadLetter(message, refused.problem())),
        refused.problem());
  }
}
