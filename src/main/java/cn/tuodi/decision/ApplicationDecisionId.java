package cn.tuodi.decision;

import cn.tuodi.claim.CostsFields;
import cn.tuodi.claim.FactWriter;
import cn.tuodi.claim.PaymentsFields;
import cn.tuodi.claim.PersonFields;
import cn.tuodi.claim.StatedFacts;
import cn.tuodi.claim.ValueType;
import cn.tuodi.facts.ApplicationClaim;
import cn.tuodi.facts.ApplicationQuestion;
import cn.tuodi.facts.Costs;
import cn.tuodi.facts.Money;
import cn.tuodi.facts.Payments;
import cn.tuodi.facts.Person;
import java.time.LocalDate;

/** The id of an answer to an application, made as ids of decisions are. */
final class ApplicationDecisionId {

  private static final FactWriter<Person> PERSON = FactWriter.of(PersonFields.SET);
  private static final FactWriter<Costs> COSTS = FactWriter.of(CostsFields.SET);
  private static final FactWriter<Payments> PAYMENTS = FactWriter.of(PaymentsFields.SET);
  private static final FactWriter<String> TEXT = FactWriter.of(ValueType.text(Integer.MAX_VALUE));
  private static final FactWriter<LocalDate> DATE = FactWriter.of(ValueType.DATE);
  private static final FactWriter<Money> AMOUNT = FactWriter.of(ValueType.AMOUNT);
  private static final FactWriter<Boolean> YES_NO = FactWriter.of(ValueType.YES_NO);

  private ApplicationDecisionId() {}

  static String of(ApplicationQuestion question, String contentHash) {
    StatedFacts facts = NamedDecisionId.begin(contentHash).add("applicationId", TEXT, question.applicationId())
        .add("region", TEXT, question.region()).add("appliedOn", DATE, question.appliedOn())
        .add("recognisedOn", DATE, question.recognisedOn())
        .add("person", PERSON, question.person());
    for (ApplicationClaim claim : question.claims()) {
      facts.add("claimId", TEXT, claim.claimId()).add("serviceDate", DATE, claim.serviceDate())
          .add("costs", COSTS, claim.costs())
          .add("payments", PAYMENTS, claim.payments())
          .add("assistanceReceived", AMOUNT, stated(claim.assistanceReceived()));
    }
    return NamedDecisionId.hash(facts.add("incomePerHead", AMOUNT, question.incomePerHead())
        .add("minimumLivingStandard", AMOUNT, question.minimumLivingStandard())
        .add("seriouslyIll", YES_NO, question.seriouslyIll() ? Boolean.TRUE : null)
        .add("grantedThisYear", AMOUNT, stated(question.grantedThisYear())));
  }

  /** An amount that is nothing unless stated. */
  private static Money stated(Money amount) {
    return Money.ZERO.equals(amount) ? null : amount;
  }
}
