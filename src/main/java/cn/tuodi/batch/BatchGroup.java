package cn.tuodi.batch;

import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.observation.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Consecutive lines of one person, which must be decided one after the other. A line on which this program fails is
 * answered like any other that cannot be decided, and changes nothing for the next.
 */
final class BatchGroup {

  private static final Logger LOG = Logger.getLogger(BatchGroup.class);

  private final List<BatchLine> lines = new ArrayList<>();
  private String personId;
  private List<BatchAnswer> answers;
  private Progress before;
  private Progress after;

  /** Takes a line if it belongs here: the same person, or a line without a readable claim. */
  boolean take(BatchLine line) {
    if (line.claim() != null && !lines.isEmpty() && !samePerson(line)) {
      return false;
    }
    if (line.claim() != null) {
      personId = line.personId();
    }
    lines.add(line);
    return true;
  }

  private boolean samePerson(BatchLine line) {
    boolean onlyProblems = lines.stream().allMatch(earlier -> earlier.claim() == null);
    return onlyProblems || personId != null && personId.equals(line.personId());
  }

  /** Decides the lines, going on from what went before. */
  void decide(Function<Claim, Outcome> decider, Progress from, Language language) {
    before = from;
    after = from;
    answers = new ArrayList<>(lines.size());
    for (BatchLine line : lines) {
      answers.add(line.problem() == null ? answer(line, decider, language) : BatchAnswer.invalid(line.problem()));
    }
  }

  private BatchAnswer answer(BatchLine line, Function<Claim, Outcome> decider, Language language) {
    try {
      Outcome outcome = decider.apply(after.carriedTo(line.claim()));
      if (outcome instanceof Decision decision) {
        Decision told = after.isOfAnother(line.claim()) ? decision.ofAnotherPerson() : decision;
        BatchAnswer answer = BatchAnswer.decided(told, language);
        after = after.after(decision);
        return answer;
      }
      return BatchAnswer
          .refused(Problem.refused((Refusal) outcome, line.claim().claimId(), language).atLine(line.number()));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return BatchAnswer.failed(Problem.failed(Failures.log(LOG, "a line of a batch failed", e), language)
          .about(line.claim().claimId()).atLine(line.number()));
    }
  }

  /** Decides again if it turns out that the group goes on from something else than was assumed. */
  void settle(Function<Claim, Outcome> decider, Progress from, Language language) {
    if (personId != null && personId.equals(from.personId()) && !from.equals(before)) {
      decide(decider, from, language);
    } else if (after == before) {
      after = from;
    }
  }

  Progress after() {
    return after;
  }

  List<BatchAnswer> answers() {
    return answers;
  }
}
