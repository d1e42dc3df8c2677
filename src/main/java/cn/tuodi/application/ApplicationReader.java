package cn.tuodi.application;

import cn.tuodi.claim.Costs;
import cn.tuodi.claim.Payments;
import cn.tuodi.claim.Person;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.JsonIn;
import cn.tuodi.json.ObjectType.Builder;
import cn.tuodi.json.ObjectType.Field;
import cn.tuodi.json.WireType;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import cn.tuodi.money.Money;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads applications for assistance. */
public final class ApplicationReader {

  private static final int MAX_CLAIMS = 500;

  private static final Builder CLAIM = new Builder("ApplicationClaim");
  private static final Field<String> CLAIM_ID =
      CLAIM.required("claimId", WireType.text(64), "单据编号 / id of the claim");
  private static final Field<LocalDate> SERVICE =
      CLAIM.required("serviceDate", WireType.DATE, "出院或就诊日期 / discharge or visit date");
  private static final Field<Costs> COSTS = CLAIM.required("costs", ClaimReader.costs(), "费用 / what it cost");
  private static final Field<Payments> PAYMENTS =
      CLAIM.required("payments", ClaimReader.payments(), "保险支付 / what insurance paid");
  private static final Field<Money> RECEIVED =
      CLAIM.optional("assistanceReceived", WireType.AMOUNT, Money.ZERO, "已得救助 / assistance already received");
  private static final Field<String> MEMBER = CLAIM.optional("memberId", WireType.text(64),
      "家庭成员编号；不填为申请人的单据 / the member of the household whose bill it is; left out of the applicant");
  private static final WireType<ApplicationClaim> CLAIM_TYPE = CLAIM.build(
      v -> new ApplicationClaim(v.get(CLAIM_ID), v.get(MEMBER), v.get(SERVICE), v.get(COSTS), v.get(PAYMENTS),
          v.get(RECEIVED)),
      (v, in) -> {
        if (!v.get(PAYMENTS).statesCriticalIllness()) {
          in.violationAt(in.pointer() + "/payments/criticalIllness",
              Message.of("application.is-required-insurance-comes-first-state"));
        }
      });

  private static final Builder HOUSEHOLD = new Builder("ApplicationHousehold");
  private static final Field<Money> INCOME =
      HOUSEHOLD.required("incomePerHead", WireType.AMOUNT, "家庭人均年收入 / yearly income per head");
  private static final Field<Money> STANDARD = HOUSEHOLD.required("minimumLivingStandard", WireType.AMOUNT,
      "当地最低生活保障年标准 / yearly minimum-living standard of the place");
  private static final WireType<Money[]> HOUSEHOLD_TYPE =
      HOUSEHOLD.build(v -> new Money[] {v.get(INCOME), v.get(STANDARD)});

  private static final Builder FIELDS = new Builder("Application");
  private static final Field<String> ID =
      FIELDS.required("applicationId", WireType.text(64), "申请编号 / id of the application");
  private static final Field<String> REGION =
      FIELDS.required("region", WireType.AREA_CODE, "参保统筹地区代码 / code of the pooling area, GB/T 2260");
  private static final Field<LocalDate> APPLIED =
      FIELDS.required("appliedOn", WireType.DATE, "申请日期 / day of application");
  private static final Field<LocalDate> RECOGNISED = FIELDS.optional("recognisedOn", WireType.DATE,
      "认定日期；缺省取身份的认定日期 / day of recognition; else that of the identity");
  private static final Field<Person> PERSON = FIELDS.required("person", ClaimReader.person(), "人员 / the person");
  private static final Field<List<ApplicationClaim>> CLAIMS =
      FIELDS.required("claims", WireType.listOf(CLAIM_TYPE, 1, MAX_CLAIMS), "单据 / bills");
  private static final Field<Money[]> HOUSE =
      FIELDS.optional("household", HOUSEHOLD_TYPE, "家庭收入；测算收入时必填 / required where income is tested");
  private static final Field<Boolean> ILL =
      FIELDS.optional("seriouslyIll", WireType.BOOLEAN, false, "严重困难的大病患者 / seriously ill and in severe hardship");
  private static final Field<Money> GRANTED = FIELDS.optional("grantedThisYear", WireType.AMOUNT, Money.ZERO,
      "本年度已得依申请救助 / granted on application earlier in the year");
  private static final WireType<ApplicationQuestion> TYPE = FIELDS.build(
      v -> new ApplicationQuestion(v.get(ID), v.get(REGION), v.get(APPLIED), v.get(RECOGNISED), v.get(PERSON),
          List.copyOf(v.get(CLAIMS)), v.has(HOUSE) ? v.get(HOUSE)[0] : null, v.has(HOUSE) ? v.get(HOUSE)[1] : null,
          v.get(ILL), v.get(GRANTED)),
      (v, in) -> {
        ClaimReader.bornBy(v.get(APPLIED), v.get(PERSON), in);
        Set<String> ids = new HashSet<>();
        List<ApplicationClaim> claims = v.get(CLAIMS);
        for (int i = 0; i < claims.size(); i++) {
          if (!ids.add(claims.get(i).claimId())) {
            in.violationAt(in.pointer() + "/claims/" + i + "/claimId",
                Message.of("application.the-claim-is-stated-twice"));
          }
        }
      });

  private ApplicationReader() {}

  /**
   * Reads an application.
   *
   * @param bytes JSON in UTF-8
   * @param language language of messages
   * @throws InvalidRequest with every malformed field
   */
  public static ApplicationQuestion read(byte[] bytes, Language language) {
    return JsonIn.read(bytes, 0, bytes.length, TYPE, language);
  }

  /** JSON schema of an application. */
  public static Map<String, Object> schema() {
    return TYPE.schema();
  }
}
