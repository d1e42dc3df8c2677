package cn.tuodi.wire;

import cn.tuodi.facts.ByCare;
import cn.tuodi.facts.Care;
import cn.tuodi.facts.CareType;
import cn.tuodi.facts.Claim;
import cn.tuodi.facts.Condition;
import cn.tuodi.facts.Costs;
import cn.tuodi.facts.CriticalIllnessPlan;
import cn.tuodi.facts.Disability;
import cn.tuodi.facts.DisabilityKind;
import cn.tuodi.facts.Enrolment;
import cn.tuodi.facts.Identity;
import cn.tuodi.facts.IdentityType;
import cn.tuodi.facts.Money;
import cn.tuodi.facts.Payments;
import cn.tuodi.facts.Person;
import cn.tuodi.facts.Place;
import cn.tuodi.facts.Rate;
import cn.tuodi.facts.Referral;
import cn.tuodi.facts.Scheme;
import cn.tuodi.facts.YearToDate;
import cn.tuodi.wire.ObjectType.Builder;
import cn.tuodi.wire.ObjectType.Field;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads claims. The one place that knows the names, types and bounds of a claim's fields. */
public final class ClaimReader {

  private static final WireType<Money> AMOUNT = WireType.AMOUNT;
  private static final WireType<Money> SUM = WireType.YEARS_AMOUNT;
  private static final WireType<Boolean> BOOLEAN = WireType.BOOLEAN;
  private static final WireType<LocalDate> DATE = WireType.DATE;

  private ClaimReader() {}

  /**
   * Reads a claim.
   *
   * @param bytes JSON in UTF-8
   * @param language language of messages
   * @throws InvalidRequest with every malformed field
   */
  public static Claim read(byte[] bytes, Language language) {
    return read(bytes, 0, bytes.length, language);
  }

  /**
   * Reads a claim from a part of an array.
   *
   * @param bytes JSON in UTF-8
   * @param offset where the claim begins
   * @param length how long it is
   * @param language language of messages
   * @throws InvalidRequest with every malformed field
   */
  public static Claim read(byte[] bytes, int offset, int length, Language language) {
    return JsonIn.read(bytes, offset, length, ClaimFields.TYPE, language);
  }

  /** A claim as part of a larger request. */
  static WireType<Claim> type() {
    return ClaimFields.TYPE;
  }

  /** JSON schema of a claim. */
  public static Map<String, Object> schema() {
    return ClaimFields.TYPE.schema();
  }

  /** A person, as other requests state one too. */
  static WireType<Person> person() {
    return PersonFields.TYPE;
  }

  /** Objects to a person born after the day that is asked about. */
  static void bornBy(LocalDate day, Person person, JsonIn in) {
    if (person.birthDate() != null && person.birthDate().isAfter(day)) {
      in.violationAt(in.pointer() + "/person/birthDate", "出生日期晚于 " + day, "is after " + day);
    }
  }

  /** A bill. */
  static WireType<Costs> costs() {
    return CostsFields.TYPE;
  }

  /** What insurance paid. */
  static WireType<Payments> payments() {
    return PaymentsFields.TYPE;
  }

  private static final class IdentityFields {
    private static final Builder FIELDS = new Builder("Identity");
    private static final Field<IdentityType> TYPE_OF =
        FIELDS.required("type", WireType.oneOf(IdentityType.class), "身份 / what the person is recognised as");
    private static final Field<LocalDate> RECOGNISED =
        FIELDS.required("recognisedOn", DATE, "认定日期 / day of recognition");
    private static final Field<LocalDate> ENDED =
        FIELDS.optional("endedOn", DATE, "退出日期（当日仍有效） / last day it holds");
    private static final Field<LocalDate> APPLIED = FIELDS.optional("appliedOn", DATE, "申请日期 / day it was applied for");
    private static final Field<Integer> ASSIGNED = FIELDS.optional("assignedClass", WireType.integer(1, 4),
        "县级认定类别，仅用于 COUNTY_DESIGNATED / class a county assigned, COUNTY_DESIGNATED only");
    private static final WireType<Identity> TYPE = FIELDS.build(
        v -> new Identity(v.get(TYPE_OF), v.get(RECOGNISED), v.get(ENDED), v.get(APPLIED),
            v.has(ASSIGNED) ? v.get(ASSIGNED) : 0),
        (v, in) -> {
          if (v.has(ASSIGNED) && v.get(TYPE_OF) != IdentityType.COUNTY_DESIGNATED) {
            in.violationAt(in.pointer() + "/assignedClass", "只有 COUNTY_DESIGNATED 可以有认定类别",
                "only COUNTY_DESIGNATED has an assigned class");
          }
          if (v.has(ENDED) && v.get(ENDED).isBefore(v.get(RECOGNISED))) {
            in.violationAt(in.pointer() + "/endedOn", "退出日期早于认定日期", "is before recognisedOn");
          }
        });
  }

  private static final class DisabilityFields {
    private static final Builder FIELDS = new Builder("Disability");
    private static final Field<Integer> GRADE =
        FIELDS.required("grade", WireType.integer(1, 4), "残疾等级 / grade, 1 the gravest");
    private static final Field<DisabilityKind> KIND =
        FIELDS.required("kind", WireType.oneOf(DisabilityKind.class), "残疾类别 / kind");
    private static final Field<List<DisabilityKind>> COMPONENTS = FIELDS.optional("components",
        WireType.listOf(WireType.oneOf(DisabilityKind.class), 0, 7), "多重残疾的构成 / kinds of a multiple disability");
    private static final WireType<Disability> TYPE =
        FIELDS.build(v -> new Disability(v.get(GRADE), v.get(KIND), components(v.get(COMPONENTS))), (v, in) -> {
          if (v.has(COMPONENTS) && v.get(KIND) != DisabilityKind.MULTIPLE) {
            in.violationAt(in.pointer() + "/components", "只有 MULTIPLE 可以有构成", "only MULTIPLE has components");
          }
        });

    private static Set<DisabilityKind> components(List<DisabilityKind> kinds) {
      return kinds == null || kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
    }
  }

  private static final class PersonFields {
    private static final Builder FIELDS = new Builder("Person");
    private static final Field<String> PERSON_ID =
        FIELDS.optional("personId", new PersonIdType(), "人员编号（不透明） / opaque id");
    private static final Field<LocalDate> BIRTH = FIELDS.optional("birthDate", DATE, "出生日期 / day of birth");
    private static final Field<Scheme> SCHEME =
        FIELDS.optional("scheme", WireType.oneOf(Scheme.class), Scheme.RESIDENT, "险种 / branch of basic insurance");
    private static final Field<Enrolment> ENROLMENT = FIELDS.optional("enrolment", WireType.oneOf(Enrolment.class),
        Enrolment.INSURED, "参保状态 / whether the person was insured");
    private static final Field<Boolean> HUKOU = FIELDS.optional("localHukou", BOOLEAN, true, "本地户籍 / local hukou");
    private static final Field<Boolean> RURAL = FIELDS.optional("rural", BOOLEAN, false, "农村 / rural household");
    private static final Field<List<Identity>> IDENTITIES = FIELDS.optional("identities",
        WireType.listOf(IdentityFields.TYPE, 0, 20), List.of(), "认定的身份 / recognitions");
    private static final Field<Disability> DISABILITY =
        FIELDS.optional("disability", DisabilityFields.TYPE, "残疾证 / disability certificate");
    private static final WireType<Person> TYPE =
        FIELDS.build(v -> new Person(v.get(PERSON_ID), v.get(BIRTH), v.get(SCHEME), v.get(ENROLMENT), v.get(HUKOU),
            v.get(RURAL), List.copyOf(v.get(IDENTITIES)), v.get(DISABILITY)));
  }

  private static final class CareFields {
    private static final Builder FIELDS = new Builder("Care");
    private static final Field<CareType> CARE =
        FIELDS.required("type", WireType.oneOf(CareType.class), "医疗类别 / kind of care");
    private static final Field<Condition> CONDITION =
        FIELDS.optional("condition", WireType.oneOf(Condition.class), Condition.NONE, "病种 / disease");
    private static final Field<Boolean> DESIGNATED =
        FIELDS.optional("designated", BOOLEAN, true, "定点机构 / designated institution");
    private static final Field<Place> PLACE =
        FIELDS.optional("place", WireType.oneOf(Place.class), Place.POOLING_AREA, "就医地 / where the institution is");
    private static final Field<Referral> REFERRAL = FIELDS.optional("referral", WireType.oneOf(Referral.class),
        Referral.NOT_REQUIRED, "转诊备案 / referral or filing");
    private static final Field<Boolean> EMERGENCY = FIELDS.optional("emergency", BOOLEAN, false, "急诊 / emergency");
    private static final Field<Boolean> PRIMARY =
        FIELDS.optional("primaryCareReferral", BOOLEAN, false, "基层首诊转诊 / referred on from primary care");
    private static final WireType<Care> TYPE = FIELDS.build(v -> new Care(v.get(CARE), v.get(CONDITION),
        v.get(DESIGNATED), v.get(PLACE), v.get(REFERRAL), v.get(EMERGENCY), v.get(PRIMARY)));
  }

  private static final class CostsFields {
    private static final Builder FIELDS = new Builder("Costs");
    private static final Field<Money> TOTAL = FIELDS.required("total", AMOUNT, "总费用 / everything billed");
    private static final Field<Money> SCOPE =
        FIELDS.required("policyScope", AMOUNT, "政策范围内 / within the payment scope of basic insurance");
    private static final Field<Money> ADVANCE = FIELDS.required("advance", AMOUNT, "乙类先行自付 / advance share of class B");
    private static final Field<Money> OVER = FIELDS.required("overLimit", AMOUNT, "超限价自付 / above price limits");
    private static final Field<Money> SELF = FIELDS.required("selfPaid", AMOUNT, "目录外全自费 / outside the catalogues");
    private static final Field<Boolean> APPROVED = FIELDS.optional("cataloguesExceptionApproved", BOOLEAN, false,
        "目录外特殊病例已审批 / out-of-catalogue cost approved as a special case");
    private static final WireType<Costs> TYPE = FIELDS.build(v -> new Costs(v.get(TOTAL), v.get(SCOPE), v.get(ADVANCE),
        v.get(OVER), v.get(SELF), v.get(APPROVED)));
  }

  private static final class PaymentsFields {
    private static final Builder FIELDS = new Builder("Payments");
    private static final Field<Money> BASIC = FIELDS.required("basicInsurance", AMOUNT, "基本医保已付 / basic insurance");
    private static final Field<Money> CRITICAL = FIELDS.optional("criticalIllness", AMOUNT,
        "大病保险已付；未给出大病方案时必填 / critical-illness insurance; required unless a plan is given or it cannot apply");
    private static final Field<Money> SUPPLEMENT =
        FIELDS.optional("employeeSupplement", AMOUNT, Money.ZERO, "职工大额医疗费用补助 / employees' supplement");
    private static final Field<Money> OTHER =
        FIELDS.optional("otherInsurance", AMOUNT, Money.ZERO, "其他补充保险 / other insurance");
    private static final WireType<Payments> TYPE = FIELDS
        .build(v -> new Payments(v.get(BASIC), v.get(CRITICAL), v.get(SUPPLEMENT), v.get(OTHER)));
  }

  private static final class PlanFields {
    private static final Builder TIER = new Builder("CriticalIllnessTier");
    private static final Field<Money> ABOVE =
        TIER.required("above", AMOUNT, "起付线以上的起点 / lower edge above the deductible");
    private static final Field<Rate> RATE = TIER.required("rate", WireType.RATE, "报销比例 / rate");
    private static final WireType<CriticalIllnessPlan.Tier> TIER_TYPE =
        TIER.build(v -> new CriticalIllnessPlan.Tier(v.get(ABOVE), v.get(RATE)));
    private static final Builder FIELDS = new Builder("CriticalIllnessPlan");
    private static final Field<Money> DEDUCTIBLE = FIELDS.optional("deductible", AMOUNT,
        "起付线；与 disposableIncomePerHead 二选一 / deductible; either this or disposableIncomePerHead");
    private static final Field<Money> INCOME = FIELDS.optional("disposableIncomePerHead", AMOUNT,
        "居民人均可支配收入（广西） / disposable income per head (Guangxi)");
    private static final Field<List<CriticalIllnessPlan.Tier>> TIERS =
        FIELDS.required("tiers", WireType.listOf(TIER_TYPE, 1, 20), "分段报销比例，自 0 起递增 / rates by cost, rising from 0");
    private static final Field<Money> CAP = FIELDS.optional("cap", AMOUNT, "封顶线，null 为不封顶 / cap, null for none");
    private static final WireType<CriticalIllnessPlan> TYPE = FIELDS.build(
        v -> new CriticalIllnessPlan(v.get(DEDUCTIBLE), v.get(INCOME), List.copyOf(v.get(TIERS)), v.get(CAP)),
        (v, in) -> {
          if (v.has(DEDUCTIBLE) == v.has(INCOME)) {
            in.violation("deductible 与 disposableIncomePerHead 应恰有一个",
                "exactly one of deductible and disposableIncomePerHead is needed");
          }
          List<CriticalIllnessPlan.Tier> tiers = v.get(TIERS);
          if (!tiers.get(0).above().isZero()) {
            in.violationAt(in.pointer() + "/tiers/0/above", "第一段应从 0 起", "the first tier begins at 0");
          }
          for (int i = 1; i < tiers.size(); i++) {
            if (!tiers.get(i).above().exceeds(tiers.get(i - 1).above())) {
              in.violationAt(in.pointer() + "/tiers/" + i + "/above", "各段起点应递增", "tiers rise");
            }
          }
        });
  }

  private static final class YearFields {
    private static final Builder CARE = new Builder("ByCare");
    private static final Field<Money> INPATIENT = CARE.required("INPATIENT", SUM, "住院 / inpatient");
    private static final Field<Money> CHRONIC =
        CARE.required("CHRONIC_OUTPATIENT", SUM, "门诊慢特病 / chronic outpatient");
    private static final Field<Money> MAJOR =
        CARE.required("MAJOR_OUTPATIENT", SUM, "重特大疾病门诊 / major-disease outpatient");
    private static final WireType<ByCare> BY_CARE =
        CARE.build(v -> new ByCare(v.get(INPATIENT), v.get(CHRONIC), v.get(MAJOR)));
    private static final Builder ASSISTANCE = new Builder("AssistanceUsed");
    private static final Field<ByCare> ELIGIBLE_BY_CARE =
        ASSISTANCE.required("eligible", BY_CARE, "救助费用 / eligible cost");
    private static final Field<ByCare> PAID_BY_CARE = ASSISTANCE.required("paid", BY_CARE, "已付救助 / paid");
    private static final WireType<ByCare[]> ASSISTANCE_TYPE =
        ASSISTANCE.build(v -> new ByCare[] {v.get(ELIGIBLE_BY_CARE), v.get(PAID_BY_CARE)});
    private static final Builder USED = new Builder("Used");
    private static final Field<Money> ELIGIBLE = USED.required("eligible", SUM, "计入费用 / basis");
    private static final Field<Money> PAID = USED.required("paid", SUM, "已付 / paid");
    private static final WireType<Money[]> USED_TYPE = USED.build(v -> new Money[] {v.get(ELIGIBLE), v.get(PAID)});
    private static final Builder FIELDS = new Builder("YearToDate");
    private static final Field<Integer> YEAR =
        FIELDS.required("year", WireType.integer(1900, 2100), "年度，须为 serviceDate 所在年 / the year of serviceDate");
    private static final Field<Money> BURDEN =
        FIELDS.required("burdenAfterInsurance", SUM, "保险支付后个人负担 / burden after insurance");
    private static final Field<Money[]> CRITICAL =
        FIELDS.required("criticalIllness", USED_TYPE, "大病保险 / critical illness");
    private static final Field<ByCare[]> ASSISTED = FIELDS.required("assistance", ASSISTANCE_TYPE, "医疗救助 / assistance");
    private static final Field<Money[]> TOP_UP = FIELDS.required("topUp", USED_TYPE, "倾斜救助 / top-up assistance");
    private static final WireType<YearToDate> TYPE = FIELDS.build(v -> new YearToDate(v.get(YEAR), v.get(BURDEN),
        v.get(CRITICAL)[0], v.get(CRITICAL)[1], v.get(ASSISTED)[0], v.get(ASSISTED)[1], v.get(TOP_UP)[0],
        v.get(TOP_UP)[1]));
  }

  private static final class ClaimFields {
    private static final Builder FIELDS = new Builder("Claim");
    private static final Field<String> CLAIM_ID =
        FIELDS.required("claimId", WireType.text(64), "单据编号 / id of the claim");
    private static final Field<String> REGION =
        FIELDS.required("region", WireType.AREA_CODE, "参保统筹地区代码 / code of the pooling area, GB/T 2260");
    private static final Field<LocalDate> SERVICE =
        FIELDS.required("serviceDate", DATE, "出院或就诊日期 / discharge or visit date");
    private static final Field<LocalDate> SETTLED =
        FIELDS.optional("settledOn", DATE, "保险结算日期 / day insurance settled");
    private static final Field<Person> PERSON = FIELDS.required("person", PersonFields.TYPE, "人员 / the person");
    private static final Field<Care> CARE = FIELDS.required("care", CareFields.TYPE, "医疗 / the care");
    private static final Field<Costs> COSTS = FIELDS.required("costs", CostsFields.TYPE, "费用 / what it cost");
    private static final Field<Payments> PAYMENTS =
        FIELDS.required("payments", PaymentsFields.TYPE, "保险支付 / what insurance paid");
    private static final Field<CriticalIllnessPlan> PLAN =
        FIELDS.optional("criticalIllnessPlan", PlanFields.TYPE,
            "大病保险基础方案 / base schedule of critical-illness insurance");
    private static final Field<YearToDate> YEAR =
        FIELDS.optional("yearToDate", YearFields.TYPE, "年度累计，取自上一份决定 / as returned by the previous decision");
    private static final WireType<Claim> TYPE = FIELDS.build(v -> new Claim(v.get(CLAIM_ID), v.get(REGION),
        v.get(SERVICE), v.get(SETTLED), v.get(PERSON), v.get(CARE), v.get(COSTS), v.get(PAYMENTS), v.get(PLAN),
        v.has(YEAR) ? v.get(YEAR) : YearToDate.startOf(v.get(SERVICE).getYear()), v.has(YEAR)),
        (v, in) -> {
          bornBy(v.get(SERVICE), v.get(PERSON), in);
          if (v.has(SETTLED) && v.get(SETTLED).isBefore(v.get(SERVICE))) {
            in.violationAt(in.pointer() + "/settledOn", "早于 serviceDate", "is before serviceDate");
          }
        });
  }
}
