package cn.tuodi.application;

import cn.tuodi.assistance.NamedDecisionId;
import cn.tuodi.claim.Costs;
import cn.tuodi.claim.Payments;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.field.CostsFields;
import cn.tuodi.claim.field.PaymentsFields;
import cn.tuodi.claim.field.PersonFields;
import cn.tuodi.field.FactWriter;
import cn.tuodi.field.StatedFacts;
import cn.tuodi.field.ValueType;
import cn.tuodi.money.Money;
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
      facts.add("claimId", TEXT, claim.claimId()).add("memberId", TEXT, claim.memberId())
          .add("serviceDate", DATE, claim.serviceDate())
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
