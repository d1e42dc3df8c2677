package cn.tuodi.trial;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.EntitlementType;
import cn.tuodi.answer.Notice;
import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.answer.Severity;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.edition.CaseTrial;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.worked.WorkedBill;
import cn.tuodi.edition.worked.WorkedCase;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.json.Violation;
import cn.tuodi.language.EnglishWords;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import cn.tuodi.policy.LocalStandards;
import cn.tuodi.table.CaseLayout;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides the bills of a worked case one after the other and compares what comes out with what its rows expect. */
public final class WorkedCaseTrial implements CaseTrial {

  private static final List<Expectation> EXPECTED = List.of(
      new Expectation(CaseLayout.PERSON_CLASS, decision -> decision.standing().personClass(), null),
      new Expectation(CaseLayout.CONCLUSION, WorkedCaseTrial::conclusion, null),
      new Expectation(CaseLayout.PAID_CRITICAL_ILLNESS, decision -> decision.totals().criticalIllness(),
          Benefit.CRITICAL_ILLNESS),
      new Expectation(CaseLayout.PAID_ASSISTANCE, decision -> decision.totals().medicalAssistance(),
          Benefit.MEDICAL_ASSISTANCE),
      new Expectation(CaseLayout.PAID_TOP_UP, decision -> decision.totals().topUpAssistance(),
          Benefit.TOP_UP_ASSISTANCE),
      new Expectation(CaseLayout.INSTITUTION_BORNE, decision -> decision.totals().institutionBorne(),
          Benefit.INSTITUTION_BORNE),
      new Expectation(CaseLayout.PERSONAL, decision -> decision.totals().personal(), Benefit.MEDICAL_ASSISTANCE),
      new Expectation(CaseLayout.DEPOSIT_WAIVED, decision -> decision.entitlements().stream()
          .anyMatch(entitlement -> entitlement.type() == EntitlementType.DEPOSIT_WAIVER), null));

  /**
   * What a column expects of a decision.
   *
   * @param column the column
   * @param got what a decision has of it
   * @param benefit the payout that explains it, or null
   */
  private record Expectation(Column column, Function<Decision, Object> got, Benefit benefit) {}

  /** A case may have been worked out before areas of its bills set standards of their own: it holds without them, too. */
  @Override
  public List<Finding> findings(Edition edition, WorkedCase worked) {
    List<Finding> findings = decided(edition, worked);
    EditionDescription description = edition.description();
    if (findings.isEmpty() || description.areas().isEmpty() && description.local().isEmpty()) {
      return findings;
    }
    Edition alone = new Edition(description.ofArea(description.areaCode(), description.contentHash(),
        description.tables(), LocalStandards.NONE), edition.rules());
    return decided(alone, worked).isEmpty() ? List.of() : findings;
  }

  private static List<Finding> decided(Edition edition, WorkedCase worked) {
    List<Finding> findings = new ArrayList<>();
    AssistanceDecider decider = new AssistanceDecider(new Catalogue(List.of(edition)));
    YearToDate year = null;
    for (WorkedBill bill : worked.bills()) {
      int day = bill.claim().serviceDate().getYear();
      Claim claim = bill.claim().continuing(year == null || year.year() != day ? YearToDate.startOf(day) : year);
      Message fault = fault(claim);
      Outcome outcome = fault == null ? decider.decide(claim) : null;
      if (outcome instanceof Decision decision) {
        compare(worked, bill, decision, findings);
        year = decision.yearToDate();
      } else {
        findings.add(finding(worked, bill, CaseLayout.NAME, Message.of("trial.case-cannot-be-decided", worked.title(),
            fault == null ? refused((Refusal) outcome) : fault)));
        return findings;
      }
    }
    return findings;
  }

  /** What is wrong with the facts taken together; null where nothing is. */
  private static Message fault(Claim claim) {
    return said(language -> {
      try {
        ClaimReader.read(Json.bytes(ClaimView.of(claim)), language);
        return null;
      } catch (InvalidRequest e) {
        return e.violations().stream().map(Violation::message).collect(Collectors.joining("; "));
      }
    });
  }

  private static Message refused(Refusal refusal) {
    return said(language -> Problem.refused(refusal, null, language).detail());
  }

  private static Message said(Function<Language, String> words) {
    String zh = words.apply(Language.ZH);
    return zh == null ? null : Message.given(zh, words.apply(Language.EN));
  }

  private static void compare(WorkedCase worked, WorkedBill bill, Decision decision, List<Finding> findings) {
    for (Expectation expectation : EXPECTED) {
      Object expected = value(worked, bill, expectation.column());
      Object got = expectation.got().apply(decision);
      if (expected != null && !expected.equals(got)) {
        findings.add(finding(worked, bill, expectation.column(),
            Message.of("trial.case-expects-otherwise", worked.title(), heading(expectation.column()),
                shown(expectation.column(), expected), shown(expectation.column(), got),
                why(decision, expectation.benefit()))));
      }
    }
    Set<Object> told =
        decision.notices().stream().map(Notice::code).collect(Collectors.toCollection(LinkedHashSet::new));
    notices(worked, bill, CaseLayout.NOTICES, told, false, findings);
    notices(worked, bill, CaseLayout.NO_NOTICES, told, true, findings);
  }

  /** Notices that are missing, or that should not be there. */
  private static void notices(WorkedCase worked, WorkedBill bill, Column column, Set<Object> told, boolean wrongIfTold,
      List<Finding> findings) {
    if (value(worked, bill, column) instanceof Set<?> named) {
      Set<Object> wrong = new LinkedHashSet<>(named);
      wrong.removeIf(code -> told.contains(code) != wrongIfTold);
      if (!wrong.isEmpty()) {
        findings.add(finding(worked, bill, column, Message.of(
            wrongIfTold ? "trial.case-is-told-too-much" : "trial.case-is-not-told", worked.title(),
            shown(column, wrong))));
      }
    }
  }

  /** What a decision amounts to: its gravest notice. */
  private static Severity conclusion(Decision decision) {
    return decision.notices().stream().map(Notice::severity).max(Comparator.naturalOrder()).orElse(Severity.INFO);
  }

  /** The sentence that explains an amount, or what is told where nothing is paid. */
  private static Message why(Decision decision, Benefit benefit) {
    return said(language -> {
      DecisionJson told = DecisionView.of(decision, language);
      return told.payouts().stream().filter(payout -> payout.benefit() == benefit).map(payout -> payout.explanation())
          .findFirst().orElseGet(() -> told.notices().stream().map(notice -> notice.message())
              .collect(Collectors.joining(" ")));
    });
  }

  private static Object value(WorkedCase worked, WorkedBill bill, Column column) {
    return worked.sheet().value(bill.row(), column.heading());
  }

  private static Message heading(Column column) {
    return Message.given(column.heading(), EnglishWords.of(column.heading()));
  }

  private static Message shown(Column column, Object value) {
    return Message.given(column.type().shown(value), EnglishWords.ofValue(value));
  }

  private static Finding finding(WorkedCase worked, WorkedBill bill, Column column, Message message) {
    return new Finding(worked.sheet().workbook(), worked.sheet().name(),
        worked.sheet().cell(bill.row(), column.heading()), message, bill.claim());
  }
}
