package cn.tuodi.batch;

import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.observation.BatchOutcome;

/**
 * The answer to a line.
 *
 * @param bytes the answer as it is written
 * @param outcome what it amounts to
 * @param decision the decision, or null
 * @param code code of the problem, or null
 */
record BatchAnswer(byte[] bytes, BatchOutcome outcome, Decision decision, String code) {

  static BatchAnswer decided(Decision decision, Language language) {
    return new BatchAnswer(Json.bytes(DecisionView.of(decision, language)), BatchOutcome.DECIDED, decision, null);
  }

  static BatchAnswer refused(Problem problem) {
    return new BatchAnswer(Json.bytes(problem), BatchOutcome.REFUSED, null, problem.code());
  }

  static BatchAnswer invalid(Problem problem) {
    return new BatchAnswer(Json.bytes(problem), BatchOutcome.INVALID, null, problem.code());
  }

  static BatchAnswer failed(Problem problem) {
    return new BatchAnswer(Json.bytes(problem), BatchOutcome.FAILED, null, problem.code());
  }

  /** The same, or with a notice where a claim of its id was decided for the person before; it is noted. */
  BatchAnswer among(DecidedClaims earlier, Language language) {
    return decision != null && earlier.isAgain(decision.claim()) ? decided(decision.repeated(), language) : this;
  }
}
