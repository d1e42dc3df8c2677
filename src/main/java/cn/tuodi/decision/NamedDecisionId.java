package cn.tuodi.decision;

import cn.tuodi.claim.ClaimFields;
import cn.tuodi.claim.CostsFields;
import cn.tuodi.claim.FactWriter;
import cn.tuodi.claim.PaymentsFields;
import cn.tuodi.claim.PersonFields;
import cn.tuodi.claim.StatedFacts;
import cn.tuodi.claim.ValueType;
import cn.tuodi.facts.ApplicationClaim;
import cn.tuodi.facts.ApplicationQuestion;
import cn.tuodi.facts.Claim;
import cn.tuodi.facts.Costs;
import cn.tuodi.facts.Money;
import cn.tuodi.facts.Payments;
import cn.tuodi.facts.Person;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * The id of a decision: a hash over the facts stated, by their names, and the content of the edition. The same facts
 * under the same policy content have the same id, whether a default is written or left out, whichever way an amount is
 * written, and in whichever order recognitions are listed.
 */
final class NamedDecisionId {

  /** What every id of the scheme begins with. */
  static final String PREFIX = "d2-";

  private static final FactWriter<Claim> CLAIM = FactWriter.of(ClaimFields.SET);
  private static final FactWriter<Person> PERSON = FactWriter.of(PersonFields.SET);
  private static final FactWriter<Costs> COSTS = FactWriter.of(CostsFields.SET);
  private static final FactWriter<Payments> PAYMENTS = FactWriter.of(PaymentsFields.SET);
  private static final FactWriter<String> TEXT = FactWriter.of(ValueType.text(Integer.MAX_VALUE));
  private static final FactWriter<LocalDate> DATE = FactWriter.of(ValueType.DATE);
  private static final FactWriter<Money> AMOUNT = FactWriter.of(ValueType.AMOUNT);
  private static final FactWriter<Boolean> YES_NO = FactWriter.of(ValueType.YES_NO);
  private static final int LENGTH = 16;
  private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(NamedDecisionId::digest);

  private NamedDecisionId() {}

  static String of(Claim claim, String contentHash) {
    return hash(begin(contentHash).add(CLAIM, claim));
  }

  static String of(ApplicationQuestion question, String contentHash) {
    StatedFacts facts = begin(contentHash).add("applicationId", TEXT, question.applicationId())
        .add("region", TEXT, question.region()).add("appliedOn", DATE, question.appliedOn())
        .add("recognisedOn", DATE, question.recognisedOn())
        .add("person", PERSON, question.person());
    for (ApplicationClaim claim : question.claims()) {
      facts.add("claimId", TEXT, claim.claimId()).add("serviceDate", DATE, claim.serviceDate())
          .add("costs", COSTS, claim.costs())
          .add("payments", PAYMENTS, claim.payments())
          .add("assistanceReceived", AMOUNT, stated(claim.assistanceReceived()));
    }
    return hash(facts.add("incomePerHead", AMOUNT, question.incomePerHead())
        .add("minimumLivingStandard", AMOUNT, question.minimumLivingStandard())
        .add("seriouslyIll", YES_NO, question.seriouslyIll() ? Boolean.TRUE : null)
        .add("grantedThisYear", AMOUNT, stated(question.grantedThisYear())));
  }

  /** An amount that is nothing unless stated. */
  private static Money stated(Money amount) {
    return Money.ZERO.equals(amount) ? null : amount;
  }

  private static StatedFacts begin(String contentHash) {
    return StatedFacts.begin().add("contentHash", TEXT, contentHash);
  }

  private static String hash(StatedFacts facts) {
    return PREFIX + HexFormat.of().formatHex(facts.hash(DIGEST.get()), 0, LENGTH);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
