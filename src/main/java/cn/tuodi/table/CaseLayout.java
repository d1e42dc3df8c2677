package cn.tuodi.table;

import static cn.tuodi.table.Column.always;
import static cn.tuodi.table.Column.then;
import static cn.tuodi.table.Column.thenMaybe;
import static cn.tuodi.table.Column.whenThere;

import cn.tuodi.answer.Severity;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Condition;
import cn.tuodi.claim.DisabilityKind;
import cn.tuodi.claim.Enrolment;
import cn.tuodi.table.cell.CellType;
import cn.tuodi.table.cell.CellTypes;
import cn.tuodi.table.cell.PolicyTypes;
import java.util.ArrayList;
import java.util.List;

/**
 * The sheet of worked cases: what is stated of a bill, in the words that conditions have, and what should come of it. A
 * fact that does not matter says 无 or has no column, an expectation 不限.
 */
public final class CaseLayout {

  /** Sentence that the case proves; the bills of one person stand under it in order. */
  public static final Column NAME = then("用例", CellTypes.FREE_TEXT, "");
  /** The same in English. */
  public static final Column NAME_EN = thenMaybe("英文名称", CellTypes.FREE_TEXT, "");
  /** Provisions that the case proves. */
  public static final Column PROVES = thenMaybe("所证条款", CellTypes.PROVISION_IDS, "");
  /** Day of discharge or visit. */
  public static final Column DAY = always("就医日期", CellTypes.DATE, "serviceDate == $param");
  /** Pooling area; that of the edition where it is not stated. */
  public static final Column REGION = fact("参保地区", CellTypes.AREA_CODE, "region");
  /** Age on the day. */
  public static final Column AGE = fact("年龄（岁）", CellTypes.COUNT, "age");
  /** The recognitions of a person. */
  public static final List<IdentityColumns> IDENTITIES =
      List.of(IdentityColumns.of("身份", ""), IdentityColumns.of("第二身份", "第二身份"), IdentityColumns.of("第三身份", "第三身份"));
  /** Grade of a disability certificate. */
  public static final Column DISABILITY_GRADE = fact("残疾等级", CellTypes.COUNT, "grade");
  /** Kind of a disability. */
  public static final Column DISABILITY_KIND =
      fact("残疾类别", CellType.of(DisabilityKind.class, DisabilityKind::label), "disabilityKind");
  /** Branch of insurance. */
  public static final Column SCHEME = fact("险种", PolicyTypes.SCHEME, "scheme");
  /** Whether the person is insured. */
  public static final Column ENROLMENT =
      fact("参保状态", CellType.of(Enrolment.class, Enrolment::label), "enrolment");
  /** Local registration. */
  public static final Column LOCAL_HUKOU = fact("本地户籍", CellTypes.YES_NO, "localHukou");
  /** Rural household. */
  public static final Column RURAL = fact("农村", CellTypes.YES_NO, "rural");
  /** Consecutive years of enrolment. */
  public static final Column ENROLLED_YEARS = fact("连续参保（年）", CellTypes.COUNT, "enrolledYears");
  /** Kind of care. */
  public static final Column CARE =
      always("医疗类别", CellType.of(CareType.class, CareType::label), "kind == $param");
  /** Disease. */
  public static final Column CONDITION = fact("病种", CellType.of(Condition.class, Condition::label), "condition");
  /** Level of the institution. */
  public static final Column LEVEL = fact("医疗机构级别", CellTypes.LEVEL, "institutionLevel");
  /** Designated institution. */
  public static final Column DESIGNATED = fact("定点机构", CellTypes.YES_NO, "designated");
  /** Emergency care. */
  public static final Column EMERGENCY = fact("急诊", CellTypes.YES_NO, "emergency");
  /** Where the institution is. */
  public static final Column PLACE = fact("就医地", PolicyTypes.PLACE, "place");
  /** Referral. */
  public static final Column REFERRAL = fact("转诊", PolicyTypes.REFERRAL, "referral");
  /** Referred on from primary care. */
  public static final Column PRIMARY_CARE_REFERRAL = fact("基层首诊转诊", CellTypes.YES_NO, "primaryCareReferral");
  /** First day of a stay. */
  public static final Column ADMITTED_ON = fact("入院日期", CellTypes.DATE, "admittedOn");
  /** Everything billed; the sum of its parts where it is not stated. */
  public static final Column TOTAL = fact("总费用", CellTypes.PLAIN_YUAN, "total");
  /** Cost within the scope of basic insurance. */
  public static final Column POLICY_SCOPE = always("政策范围内", CellTypes.PLAIN_YUAN, "policyScope == $param");
  /** Advance share of class B. */
  public static final Column ADVANCE = fact("乙类先行自付", CellTypes.PLAIN_YUAN, "advance");
  /** Above price limits. */
  public static final Column OVER_LIMIT = fact("超限价自付", CellTypes.PLAIN_YUAN, "overLimit");
  /** Outside the catalogues. */
  public static final Column SELF_PAID = fact("目录外全自费", CellTypes.PLAIN_YUAN, "selfPaid");
  /** Approved as a special case. */
  public static final Column EXCEPTION_APPROVED =
      fact("目录外费用已作特殊病例审批", CellTypes.YES_NO, "cataloguesExceptionApproved");
  /** Paid by basic insurance. */
  public static final Column BASIC_INSURANCE = always("基本医保支付", CellTypes.PLAIN_YUAN, "basicInsurance == $param");
  /** Paid by critical-illness insurance; not settled where it is not stated. */
  public static final Column CRITICAL_ILLNESS = fact("大病保险支付", CellTypes.PLAIN_YUAN, "criticalIllness");
  /** Paid by the employees' supplement. */
  public static final Column EMPLOYEE_SUPPLEMENT = fact("职工大额补助支付", CellTypes.PLAIN_YUAN, "employeeSupplement");
  /** Paid by other insurance. */
  public static final Column OTHER_INSURANCE = fact("其他补充保险支付", CellTypes.PLAIN_YUAN, "otherInsurance");
  /** Deductible of the plan of critical-illness insurance. */
  public static final Column PLAN_DEDUCTIBLE = fact("大病保险起付线", CellTypes.PLAIN_YUAN, "planDeductible");
  /** Disposable income per head of the plan. */
  public static final Column PLAN_INCOME = fact("人均可支配收入", CellTypes.PLAIN_YUAN, "planIncome");
  /** Tiers of the plan; the first begins at the deductible. */
  public static final List<TierColumns> PLAN_TIERS = tiers();
  /** Cap of the plan. */
  public static final Column PLAN_CAP = fact("大病保险封顶线", CellTypes.PLAIN_YUAN, "planCap");

  /** The class that should be found. */
  public static final Column PERSON_CLASS = expected("应属类别", PolicyTypes.PERSON_CLASS);
  /** What the decision should amount to. */
  public static final Column CONCLUSION = expected("应为结论",
      CellType.of(Severity.class, severity -> severity == Severity.INFO ? "已核定" : severity.label()));
  /** What critical-illness insurance should come to. */
  public static final Column PAID_CRITICAL_ILLNESS = expected("应付大病保险", CellTypes.PLAIN_YUAN);
  /** What assistance should pay. */
  public static final Column PAID_ASSISTANCE = expected("应付医疗救助", CellTypes.PLAIN_YUAN);
  /** What top-up assistance should pay. */
  public static final Column PAID_TOP_UP = expected("应付倾斜救助", CellTypes.PLAIN_YUAN);
  /** What the institution should bear. */
  public static final Column INSTITUTION_BORNE = expected("应由医疗机构承担", CellTypes.PLAIN_YUAN);
  /** What should be left to the person. */
  public static final Column PERSONAL = expected("应由个人负担", CellTypes.PLAIN_YUAN);
  /** What should be told. */
  public static final Column NOTICES = expected("应有提示", PolicyTypes.NOTICES);
  /** What should not be told. */
  public static final Column NO_NOTICES = expected("不应有提示", PolicyTypes.NOTICES);
  /** Whether the deposit should be waived. */
  public static final Column DEPOSIT_WAIVED = expected("应免除押金", CellTypes.YES_NO);

  /** All that can be expected. */
  public static final List<Column> EXPECTED = List.of(PERSON_CLASS, CONCLUSION, PAID_CRITICAL_ILLNESS, PAID_ASSISTANCE,
      PAID_TOP_UP, INSTITUTION_BORNE, PERSONAL, NOTICES, NO_NOTICES, DEPOSIT_WAIVED);

  /** The sheet. */
  public static final DataLayout CASES = new DataLayout("核对用例", columns(), true);

  private CaseLayout() {}

  /**
   * What is stated of one recognition.
   *
   * @param type what the person is recognised as
   * @param recognisedOn day of recognition; a year before the bill where it is not stated
   * @param endedOn last day it holds
   * @param appliedOn day it was applied for
   * @param assignedClass class that a county assigned
   */
  public record IdentityColumns(Column type, Column recognisedOn, Column endedOn, Column appliedOn,
      Column assignedClass) {

    private static IdentityColumns of(String type, String prefix) {
      return new IdentityColumns(fact(type, PolicyTypes.IDENTITY, "type"),
          fact(prefix + "认定日期", CellTypes.DATE, "recognisedOn"), fact(prefix + "退出日期", CellTypes.DATE, "endedOn"),
          fact(prefix + "申请日期", CellTypes.DATE, "appliedOn"),
          fact(prefix + "认定类别", CellTypes.COUNT, "assignedClass"));
    }

    /** All of them but the first. */
    public List<Column> details() {
      return List.of(recognisedOn, endedOn, appliedOn, assignedClass);
    }
  }

  /**
   * A tier of a plan.
   *
   * @param above its lower edge, or null of the first
   * @param rate its rate
   */
  public record TierColumns(Column above, Column rate) {}

  private static List<TierColumns> tiers() {
    List<TierColumns> tiers = new ArrayList<>();
    for (int tier = 1; tier <= LocalLayouts.MAX_TIERS; tier++) {
      String name = "大病保险第" + tier + "段";
      tiers.add(new TierColumns(tier == 1 ? null : fact(name + "起点", CellTypes.PLAIN_YUAN, "planEdge" + tier),
          fact(name + "比例", CellTypes.RATE, "planRate" + tier)));
    }
    return List.copyOf(tiers);
  }

  private static Column fact(String heading, CellType type, String property) {
    return whenThere(heading, type, property + " == $param");
  }

  private static Column expected(String heading, CellType type) {
    return new Column(heading, Column.Role.ACTION, type, "", Column.ANY);
  }

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>(List.of(NAME, NAME_EN, PROVES, DAY, REGION, AGE));
    IDENTITIES.forEach(identity -> {
      columns.add(identity.type());
      columns.addAll(identity.details());
    });
    columns.addAll(List.of(DISABILITY_GRADE, DISABILITY_KIND, SCHEME, ENROLMENT, LOCAL_HUKOU, RURAL, ENROLLED_YEARS,
        CARE, CONDITION, LEVEL, DESIGNATED, EMERGENCY, PLACE, REFERRAL, PRIMARY_CARE_REFERRAL, ADMITTED_ON, TOTAL,
        POLICY_SCOPE, ADVANCE, OVER_LIMIT, SELF_PAID, EXCEPTION_APPROVED, BASIC_INSURANCE, CRITICAL_ILLNESS,
        EMPLOYEE_SUPPLEMENT, OTHER_INSURANCE, PLAN_DEDUCTIBLE, PLAN_INCOME));
    PLAN_TIERS.forEach(tier -> {
      if (tier.above() != null) {
        columns.add(tier.above());
      }
      columns.add(tier.rate());
    });
    columns.add(PLAN_CAP);
    columns.addAll(EXPECTED);
    columns.add(Column.note());
    return List.copyOf(columns);
  }
}
