package cn.tuodi.batch;

import cn.tuodi.answer.Outcome;
import cn.tuodi.claim.Claim;
import cn.tuodi.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Consecutive lines of one person, which must be decided one after the other. */
final class BatchGroup {

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
    LineSequence sequence = new LineSequence(decider, from, language);
    answers = lines.stream().map(sequence::answer).toList();
    before = from;
    after = sequence.progress();
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
