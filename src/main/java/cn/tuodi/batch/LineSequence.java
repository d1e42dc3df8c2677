package cn.tuodi.batch;

import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.observation.Failures;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Answers lines one after the other, each going on from those before. A line on which this program fails is answered like
 * any other that cannot be decided, and changes nothing for the next.
 */
final class LineSequence {

  private static final Logger LOG = Logger.getLogger(LineSequence.class);

  private final Function<Claim, Outcome> decider;
  private final Language language;
  private Progress progress;

  /**
   * A sequence of lines.
   *
   * @param decider decides a claim that is whole, with what has accumulated
   * @param from where the first line goes on from
   * @param language language of messages
   */
  LineSequence(Function<Claim, Outcome> decider, Progress from, Language language) {
    this.decider = decider;
    this.progress = from;
    this.language = language;
  }

  /** The answer to the next line. */
  BatchAnswer answer(BatchLine line) {
    if (line.problem() != null) {
      return BatchAnswer.invalid(line.problem());
    }
    try {
      Outcome outcome = decider.apply(progress.carriedTo(line.claim()));
      if (outcome instanceof Decision decision) {
        Decision told = progress.isOfAnother(line.claim()) ? decision.ofAnotherPerson() : decision;
        BatchAnswer answer = BatchAnswer.decided(told, language);
        progress = progress.after(decision);
        return answer;
      }
      return BatchAnswer
          .refused(Problem.refused((Refusal) outcome, line.claim().claimId(), language).atLine(line.number()));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return BatchAnswer.failed(Problem.failed(Failures.log(LOG, "a line of a batch failed", e), language)
          .about(line.claim().claimId()).atLine(line.number()));
    }
  }

  /** Where the next line goes on from. */
  Progress progress() {
    return progress;
  }
}
