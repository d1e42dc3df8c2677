package cn.tuodi.batch;

import cn.tuodi.answer.Outcome;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import java.util.function.Function;

/**
 * Answers claims one after the other with the bytes with which a batch of the same claims in the same order answers them.
 * For one thread.
 */
public final class ClaimSequence {

  private final LineSequence sequence;
  private final DecidedClaims earlier = new DecidedClaims();
  private final Language language;

  /**
   * An answer.
   *
   * @param bytes as a batch writes it, without the end of the line
   * @param decision the decision it tells; null where it is a problem
   * @param code code of the problem; null where it is a decision
   */
  public record Answer(byte[] bytes, Decision decision, String code) {}

  /**
   * A sequence of which nothing was decided yet.
   *
   * @param decider decides each claim
   * @param language language of messages
   */
  public ClaimSequence(AssistanceDecider decider, Language language) {
    Function<Claim, Outcome> decide = decider::decide;
    this.sequence = new LineSequence(decide, Progress.NONE, language);
    this.language = language;
  }

  /**
   * The answer to a claim in JSON: a decision, or a problem that says what is wrong with the line.
   *
   * @param line the line; without bytes where it is too long
   */
  public Answer answer(LineReader.Line line) {
    return answer(BatchLine.read(line, language));
  }

  /**
   * The answer to a claim that was read.
   *
   * @param number number of its line, from 1
   * @param claim the claim
   */
  public Answer answer(long number, Claim claim) {
    return answer(new BatchLine(number, claim, null));
  }

  /**
   * The answer to a line that is no claim.
   *
   * @param number its number, from 1
   * @param problem what is wrong with it
   */
  public Answer answer(long number, Problem problem) {
    return answer(new BatchLine(number, null, problem.atLine(number)));
  }

  private Answer answer(BatchLine line) {
    BatchAnswer answer = sequence.answer(line).among(earlier, language);
    return new Answer(answer.bytes(), answer.decision(), answer.code());
  }
}
