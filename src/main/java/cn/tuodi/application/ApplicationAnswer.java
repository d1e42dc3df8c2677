package cn.tuodi.application;

import cn.tuodi.answer.Outcome;
import cn.tuodi.edition.source.EditionDescription;

/**
 * The answer to an application: a proposal for those who decide, or why there is none.
 *
 * @param decisionId the same for the same application under the same policy content
 * @param question the application
 * @param edition the edition that answered
 * @param ledger terms, window, line, reasons and notices
 */
public record ApplicationAnswer(String decisionId, ApplicationQuestion question, EditionDescription edition,
    ApplicationLedger ledger) implements Outcome {

  /** Whether an amount is proposed. */
  public boolean isProposed() {
    return ledger.line() != null;
  }
}
