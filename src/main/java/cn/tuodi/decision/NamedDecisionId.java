package cn.tuodi.decision;

import cn.tuodi.claim.ClaimFields;
import cn.tuodi.claim.CostsFields;
import cn.tuodi.claim.PaymentsFields;
import cn.tuodi.claim.PersonFields;
import cn.tuodi.claim.StatedFacts;
import cn.tuodi.claim.ValueType;
import cn.tuodi.facts.ApplicationClaim;
import cn.tuodi.facts.ApplicationQuestion;
import cn.tuodi.facts.Claim;
import cn.tuodi.facts.Money;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The id of a decision: a hash over the facts stated, by their names, and the content of the edition. The same facts
 * under the same policy content have the same id, whether a default is written or left out, whichever way an amount is
 * written, and in whichever order recognitions are listed.
 */
final class NamedDecisionId {

  /** What every id of the scheme begins with. */
  static final String PREFIX = "d2-";

  private static final ValueType<String> TEXT = ValueType.text(Integer.MAX_VALUE);
  private static final int LENGTH = 16;
  private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(NamedDecisionId::digest);

  private NamedDecisionId() {}

  static String of(Claim claim, String contentHash) {
    return hash(begin(contentHash).add(ClaimFields.SET, claim));
  }

  static String of(ApplicationQuestion question, String contentHash) {
    StatedFacts facts = begin(contentHash).add("applicationId", TEXT, question.applicationId())
        .add("region", ValueType.AREA, question.region()).add("appliedOn", ValueType.DATE, question.appliedOn())
        .add("recognisedOn", ValueType.DATE, question.recognisedOn())
        .add("person", PersonFields.SET.type(), question.person());
    for (ApplicationClaim claim : question.claims()) {
      facts.add("claimId", TEXT, claim.claimId()).add("serviceDate", ValueType.DATE, claim.serviceDate())
          .add("costs", CostsFields.SET.type(), claim.costs())
          .add("payments", PaymentsFields.SET.type(), claim.payments())
          .add("assistanceReceived", ValueType.AMOUNT, stated(claim.assistanceReceived()));
    }
    return hash(facts.add("incomePerHead", ValueType.AMOUNT, question.incomePerHead())
        .add("minimumLivingStandard", ValueType.AMOUNT, question.minimumLivingStandard())
        .add("seriouslyIll", ValueType.YES_NO, question.seriouslyIll() ? Boolean.TRUE : null)
        .add("grantedThisYear", ValueType.AMOUNT, stated(question.grantedThisYear())));
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
