package cn.tuodi.assistance;

import cn.tuodi.claim.ByCare;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.CriticalIllnessPlan;
import cn.tuodi.claim.Disability;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * The id of a decision as it was written before facts were hashed by their names: a hash over the facts of the claim in
 * a fixed order, recognitions as listed. It knows the facts of its time and must stay as it is, for it is what earlier
 * decisions are recognised by.
 */
final class PositionalDecisionId {

  private static final int LENGTH = 16;
  private static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();
  private static final int FACTS = 420;
  private static final int PER_IDENTITY = 32;
  private static final int PER_TIER = 30;
  private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(PositionalDecisionId::digest);

  private final byte[] bytes;
  private int length;

  private PositionalDecisionId(int size) {
    this.bytes = new byte[size];
  }

  static String of(Claim claim, String contentHash) {
    int texts = claim.claimId().length() + (claim.person().personId() == null ? 0 : claim.person().personId().length());
    int tiers = claim.plan() == null ? 0 : claim.plan().tiers().size();
    PositionalDecisionId id = new PositionalDecisionId(contentHash.length() + FACTS + 3 * texts
        + PER_IDENTITY * claim.person().identities().size() + PER_TIER * tiers);
    for (int i = 0; i < contentHash.length(); i++) {
      id.put(contentHash.charAt(i));
    }
    id.add(claim);
    MessageDigest digest = DIGEST.get();
    digest.update(id.bytes, 0, id.length);
    return HexFormat.of().formatHex(digest.digest(), 0, LENGTH);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(Claim claim) {
    add(claim.claimId());
    add(claim.region());
    add(claim.serviceDate());
    add(claim.settledOn());
    add(claim.person().personId());
    add(claim.person().birthDate());
    add(claim.person().scheme());
    add(claim.person().enrolment());
    add(claim.person().localHukou());
    add(claim.person().rural());
    for (Identity identity : claim.person().identities()) {
      add(identity.type());
      add(identity.recognisedOn());
      add(identity.endedOn());
      add(identity.appliedOn());
      put(identity.assignedClass());
    }
    add(claim.person().disability());
    add(claim.care().type());
    add(claim.care().condition());
    add(claim.care().designated());
    add(claim.care().place());
    add(claim.care().referral());
    add(claim.care().emergency());
    add(claim.care().primaryCareReferral());
    add(claim.costs().total());
    add(claim.costs().policyScope());
    add(claim.costs().advance());
    add(claim.costs().overLimit());
    add(claim.costs().selfPaid());
    add(claim.costs().cataloguesExceptionApproved());
    add(claim.payments().basicInsurance());
    add(claim.payments().criticalIllness());
    add(claim.payments().employeeSupplement());
    add(claim.payments().otherInsurance());
    add(claim.plan());
    add(claim.yearToDateStated());
    add(claim.yearToDate());
  }

  private void add(Disability disability) {
    if (disability == null) {
      put(0);
      return;
    }
    put(disability.grade());
    add(disability.kind());
    int components = 0;
    for (Enum<?> component : disability.components()) {
      components |= 1 << component.ordinal();
    }
    addNumber(components);
  }

  private void add(CriticalIllnessPlan plan) {
    if (plan == null) {
      put(0);
      return;
    }
    put(1);
    add(plan.deductible());
    add(plan.disposableIncomePerHead());
    add(plan.cap());
    for (CriticalIllnessPlan.Tier tier : plan.tiers()) {
      add(tier.above());
      add(tier.rate());
    }
  }

  private void add(YearToDate year) {
    addNumber(year.year());
    add(year.burdenAfterInsurance());
    add(year.criticalIllnessEligible());
    add(year.criticalIllnessPaid());
    add(year.assistanceEligible());
    add(year.assistancePaid());
    add(year.topUpEligible());
    add(year.topUpPaid());
  }

  private void add(ByCare amounts) {
    add(amounts.inpatient());
    add(amounts.chronicOutpatient());
    add(amounts.majorOutpatient());
  }

  private void add(Money amount) {
    addNumber(amount == null ? -1 : amount.inFen());
  }

  private void add(LocalDate date) {
    addNumber(date == null ? -1 : date.toEpochDay() - FIRST_DAY);
  }

  /** Seven bits a byte, lowest first, so that the many small numbers of a claim are soon hashed. */
  private void addNumber(long number) {
    long rest = number << 1 ^ number >> 63;
    while ((rest & ~0x7FL) != 0) {
      put((int) rest | 0x80);
      rest >>>= 7;
    }
    put((int) rest);
  }

  private void add(Rate rate) {
    BigDecimal share = rate.share().stripTrailingZeros();
    addNumber(share.unscaledValue().longValueExact());
    addNumber(share.scale());
  }

  private void add(Enum<?> constant) {
    put(constant.ordinal());
  }

  private void add(boolean flag) {
    put(flag ? 1 : 0);
  }

  private void add(String text) {
    if (text == null) {
      addNumber(-1);
      return;
    }
    addNumber(text.length());
    for (int i = 0; i < text.length(); i++) {
      addNumber(text.charAt(i));
    }
  }

  private void put(int lowestByte) {
    bytes[length++] = (byte) lowestByte;
  }
}
