package cn.tuodi.application;

import cn.tuodi.assistance.json.Citations;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to an application as the wire contract has it. Amounts are yuan with two decimals. */
@Schema(name = "Proposal", description = "依申请救助的建议，由县级研究决定 / a proposal for those who decide")
public record ApplicationJson(@Schema(required = true) String applicationId, @Schema(required = true) String decisionId,
    @Schema(required = true) DecisionJson.Policy policy, @Schema(required = true) Status status,
    @Schema(nullable = true, description = "计入费用的期间 / the months that count") Window window,
    @Schema(nullable = true, description = "计入的费用 / cost that counts") Money base,
    @Schema(required = true) List<DecisionJson.Payout> payouts,
    @Schema(required = true) List<Included> includedClaims, @Schema(required = true) List<Excluded> excludedClaims,
    @Schema(required = true, description = "不符合条件的原因 / why it is not eligible") List<Reason> reasons,
    @Schema(nullable = true, description = "由谁怎样决定 / who decides, and how") Procedure procedure,
    @Schema(required = true) List<DecisionJson.NoticeJson> notices) {

  /** Whether an amount is proposed. */
  @Schema(name = "ProposalStatus")
  public enum Status {
    PROPOSED,
    NOT_ELIGIBLE
  }

  /** Months that count, both days included. */
  @Schema(name = "CountedPeriod")
  public record Window(@Schema(required = true) LocalDate from, @Schema(required = true) LocalDate to) {}

  /** A bill that counts, and how much of it. */
  @Schema(name = "IncludedClaim")
  public record Included(@Schema(required = true) String claimId, @Schema(required = true) Money amount,
      @Schema(required = true) String explanation) {}

  /** A bill that does not count, and why. */
  @Schema(name = "ExcludedClaim")
  public record Excluded(@Schema(required = true) String claimId, @Schema(required = true) String reason) {}

  /** What speaks against an application. */
  @Schema(name = "NotEligibleReason")
  public record Reason(@Schema(required = true) ApplicationReason code, @Schema(required = true) String message,
      @Schema(required = true) List<DecisionJson.ProvisionJson> provisions) {}

  /** Who decides. */
  @Schema(name = "Procedure")
  public record Procedure(@Schema(required = true) String message,
      @Schema(required = true) List<DecisionJson.ProvisionJson> provisions) {}

  /** An answer, in one language. */
  public static ApplicationJson of(ApplicationAnswer answer, Language language) {
    Citations citations = Citations.of(answer.edition());
    ApplicationLedger ledger = answer.ledger();
    ApplicationTermsStep terms = ledger.terms();
    boolean dated = terms != null && terms.to() != null;
    List<Included> included = new ArrayList<>();
    List<Excluded> excluded = new ArrayList<>();
    if (dated) {
      for (ApplicationClaim claim : answer.question().claims()) {
        if (terms.counts(claim)) {
          included.add(included(claim, terms, language));
        } else {
          excluded.add(excluded(claim, terms, language));
        }
      }
    }
    List<Reason> reasons = new ArrayList<>();
    ledger.reasons().forEach((code, source) -> reasons
        .add(new Reason(code, message(code, language), List.of(citations.of(source)))));
    return new ApplicationJson(answer.question().applicationId(), answer.decisionId(),
        DecisionJson.Policy.of(answer.edition()), answer.isProposed() ? Status.PROPOSED : Status.NOT_ELIGIBLE,
        dated ? new Window(terms.from(), terms.to()) : null, dated ? terms.base() : null,
        answer.isProposed() ? List.of(payout(answer, citations, language)) : List.of(), included,
        excluded, reasons, procedure(answer, citations, language),
        DecisionView.notices(ledger.notices(), citations, language));
  }

  private static DecisionJson.Payout payout(ApplicationAnswer answer, Citations citations, Language language) {
    ApplicationTermsStep terms = answer.ledger().terms();
    return DecisionView.payout(answer.ledger().line(), terms.isTwelveMonths() ? null
        : language.text("assistance.from-day-to-day-yuan-count-towards", answer.ledger().line().eligible(),
            terms.from(), terms.to()),
        citations, language);
  }

  private static Included included(ApplicationClaim claim, ApplicationTermsStep terms, Language language) {
    return new Included(claim.claimId(), terms.costOf(claim),
        language.text("application.in-scope-cost-of-yuan-less", claim.costs().policyScope(), terms.costOf(claim)));
  }

  private static Excluded excluded(ApplicationClaim claim, ApplicationTermsStep terms, Language language) {
    String reason = !terms.isOfThose(claim) ? language.text("application.is-of-another-member")
        : claim.serviceDate().isBefore(terms.from())
            ? language.text("application.is-before-the-first-day-that", claim.serviceDate(), terms.from())
            : language.text("application.is-after-the-last-day-that", claim.serviceDate(), terms.to());
    return new Excluded(claim.claimId(), reason);
  }

  private static String message(ApplicationReason reason, Language language) {
    return switch (reason) {
      case NOT_ENROLLED -> language.text("application.not-enrolled-in-basic-insurance-that");
      case NOT_RECOGNISED -> language.text("application.on-the-reference-date-the-person");
      case INCOME_TOO_HIGH -> language.text("application.income-per-head-is-not-below");
      case GRANTED_ALREADY -> language.text("application.granted-already-this-year-it-is");
    };
  }

  private static Procedure procedure(ApplicationAnswer answer, Citations citations, Language language) {
    return answer.ledger().procedure() == null ? null
        : new Procedure(language.text("application.this-is-a-proposal-a-county"),
            List.of(citations.of(answer.ledger().procedure())));
  }
}
