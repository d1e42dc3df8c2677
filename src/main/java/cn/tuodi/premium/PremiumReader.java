package cn.tuodi.premium;

import cn.tuodi.claim.Person;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.JsonIn;
import cn.tuodi.json.ObjectType.Builder;
import cn.tuodi.json.ObjectType.Field;
import cn.tuodi.json.WireType;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.policy.EnrolmentEvent;
import java.time.LocalDate;
import java.util.Map;

/** Reads questions about premiums. */
public final class PremiumReader {

  private static final Builder FIELDS = new Builder("PremiumQuestion");
  private static final Field<String> REGION =
      FIELDS.required("region", WireType.AREA_CODE, "参保统筹地区代码 / code of the pooling area, GB/T 2260");
  private static final Field<Person> PERSON = FIELDS.required("person", ClaimReader.person(), "人员 / the person");
  private static final Field<Integer> YEAR =
      FIELDS.required("insuredYear", WireType.integer(2000, 2100), "参保年度 / year that the premium is for");
  private static final Field<LocalDate> PAID = FIELDS.required("paidOn", WireType.DATE, "缴费日期 / day of payment");
  private static final Field<Money> CONTRIBUTION =
      FIELDS.required("personalContribution", WireType.AMOUNT, "个人应缴费 / personal contribution asked for");
  private static final Field<LocalDate> COLLECTION_END = FIELDS.optional("collectionPeriodEnd", WireType.DATE,
      "集中征缴期最后一日；影响资助时必填 / last day of the collection period; required where it decides");
  private static final Field<CountyType> COUNTY = FIELDS.optional("countyType", WireType.oneOf(CountyType.class),
      "地区类型（广西财政补助） / kind of county, for fiscal shares in Guangxi");
  private static final Field<Boolean> STUDENT = FIELDS.optional("regionUniversityStudent", WireType.BOOLEAN, false,
      "自治区直属高校大学生 / student of a university of the region itself");
  private static final Field<Boolean> PERMIT =
      FIELDS.optional("residencePermit", WireType.BOOLEAN, false, "持居住证 / holds a residence permit");
  private static final Field<EnrolmentEvent> EVENT =
      FIELDS.optional("event", WireType.oneOf(EnrolmentEvent.class), "参保情形 / occasion of enrolment");
  private static final Field<LocalDate> EMPLOYED_UNTIL = FIELDS.optional("employeeInsuranceEndedOn", WireType.DATE,
      "职工医保中断日期；影响等待期时必填 / day insurance as an employee ended; required where it decides");
  private static final Field<Boolean> SUBSIDISED =
      FIELDS.optional("alreadySubsidised", WireType.BOOLEAN, false, "本年度已资助 / subsidised already this year");
  private static final Field<Boolean> ILL =
      FIELDS.optional("seriouslyIll", WireType.BOOLEAN, false, "重病患者 / seriously ill");
  private static final WireType<PremiumQuestion> TYPE =
      FIELDS.build(v -> new PremiumQuestion(v.get(REGION), v.get(PERSON), v.get(YEAR), v.get(PAID),
          v.get(CONTRIBUTION), v.get(COLLECTION_END), v.get(COUNTY), v.get(STUDENT), v.get(PERMIT), v.get(EVENT),
          v.get(EMPLOYED_UNTIL), v.get(SUBSIDISED), v.get(ILL)),
          (v, in) -> ClaimReader.bornBy(v.get(PAID), v.get(PERSON), in));

  private PremiumReader() {}

  /**
   * Reads a question about a premium.
   *
   * @param bytes JSON in UTF-8
   * @param language language of messages
   * @throws InvalidRequest with every malformed field
   */
  public static PremiumQuestion read(byte[] bytes, Language language) {
    return JsonIn.read(bytes, 0, bytes.length, TYPE, language);
  }

  /** JSON schema of a question about a premium. */
  public static Map<String, Object> schema() {
    return TYPE.schema();
  }
}
