package cn.tuodi.console;

import static cn.tuodi.console.Field.amount;
import static cn.tuodi.console.Field.choice;
import static cn.tuodi.console.Field.count;
import static cn.tuodi.console.Field.date;
import static cn.tuodi.console.Field.percent;
import static cn.tuodi.console.Field.place;
import static cn.tuodi.console.Field.several;
import static cn.tuodi.console.Field.text;
import static cn.tuodi.console.Field.yesNo;
import static cn.tuodi.console.FormLayout.folded;
import static cn.tuodi.console.FormLayout.group;
import static cn.tuodi.console.FormLayout.part;

import cn.tuodi.facts.CareType;
import cn.tuodi.facts.Condition;
import cn.tuodi.facts.DisabilityKind;
import cn.tuodi.facts.Enrolment;
import cn.tuodi.facts.IdentityType;
import cn.tuodi.facts.Place;
import cn.tuodi.facts.Referral;
import cn.tuodi.facts.Scheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The form for a claim. */
final class ClaimForm {

  private static final int IDENTITIES = 3;
  private static final int TIERS = 4;
  private static final List<Field.Choice> DISABILITIES = choices(DisabilityKind.class, DisabilityKind::label);

  static final FormLayout LAYOUT = new FormLayout(List.of(claim(), identities(), person(), care(), costs(),
      payments(), plan(), yearToDate()));

  private ClaimForm() {}

  /** The constants of an enumeration, to choose from. */
  static <E extends Enum<E>> List<Field.Choice> choices(Class<E> type, Function<E, String> label) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> new Field.Choice(constant.name(), label.apply(constant))).toList();
  }

  /** What to recognise a person as, from a certain place of a request on. */
  static FormLayout.Part identity(int index) {
    String at = "/person/identities/" + index;
    int number = index + 1;
    return part("身份 " + number, "Recognition " + number,
        choice(at + "/type", "认定身份", "Recognised as", choices(IdentityType.class, IdentityType::label)),
        date(at + "/recognisedOn", "认定日期", "Recognised on"),
        date(at + "/endedOn", "退出日期", "Ended on").hint("当日仍有效；未退出则不填", "last day it holds; empty while it holds"),
        date(at + "/appliedOn", "申请日期", "Applied for on").hint("因病致贫往前追溯时用", "for recognition that reaches back"),
        count(at + "/assignedClass", "县级认定类别", "Class assigned").hint("1 至 4，仅用于其他特殊困难人员",
            "1 to 4, only where designated by the county"));
  }

  private static FormLayout.Group claim() {
    return group("费用单据", "The bill", "就医日期决定适用哪一版政策。", "The service date decides which edition applies.",
        place("/region", "参保地区", "Area of enrolment").required().hint("名称或六位行政区划代码，例如 南宁市、贵阳市云岩区、520100",
            "name or code of six digits, such as Nanning or 520100"),
        date("/serviceDate", "出院或就诊日期", "Discharge or visit date").required(),
        date("/settledOn", "保险结算日期", "Insurance settled on").hint("可不填", "may be left out"),
        text("/claimId", "单据编号", "Claim id").required());
  }

  private static FormLayout.Group identities() {
    List<FormLayout.Part> parts = new ArrayList<>();
    for (int i = 0; i < IDENTITIES; i++) {
      parts.add(i == 0 ? identity(i) : FormLayout.folded(identity(i)));
    }
    return group("认定的身份", "Recognitions", "就医当日有效的身份决定对象类别；没有则不填。",
        "What the person is recognised as on the service date gives the class; leave empty where there is nothing.",
        parts);
  }

  private static FormLayout.Group person() {
    return group("人员", "The person", "", "",
        choice("/person/scheme", "险种", "Branch of insurance", choices(Scheme.class, Scheme::label))
            .initially("RESIDENT"),
        choice("/person/enrolment", "参保状态", "Enrolment", choices(Enrolment.class, Enrolment::label))
            .initially("INSURED"),
        date("/person/birthDate", "出生日期", "Day of birth").hint("可不填", "may be left out"),
        count("/person/disability/grade", "残疾等级", "Grade of disability").hint("1 最重，至 4；没有则不填",
            "1 the gravest, to 4; empty for none"),
        choice("/person/disability/kind", "残疾类别", "Kind of disability", DISABILITIES),
        several("/person/disability/components", "多重残疾的构成", "Kinds of a multiple disability",
            DISABILITIES.stream().filter(kind -> !kind.value().equals(DisabilityKind.MULTIPLE.name())).toList()),
        yesNo("/person/localHukou", "本地户籍", "Locally registered").initially("true"),
        yesNo("/person/rural", "农村户", "Rural household"));
  }

  private static FormLayout.Group care() {
    return group("就医", "The care", "", "",
        choice("/care/type", "医疗类别", "Kind of care", choices(CareType.class, CareType::label)).required(),
        choice("/care/condition", "病种", "Disease", choices(Condition.class, Condition::label)).initially("NONE"),
        choice("/care/place", "就医地", "Place", choices(Place.class, Place::label)).initially("POOLING_AREA"),
        choice("/care/referral", "转诊或备案", "Referral or filing", choices(Referral.class, Referral::label))
            .initially("NOT_REQUIRED").hint(
                "“未办理”指因个人原因", "missing: for personal reasons"),
        yesNo("/care/designated", "定点机构", "Designated institution").initially("true"),
        yesNo("/care/emergency", "急诊", "Emergency"),
        yesNo("/care/primaryCareReferral", "基层首诊转诊", "Referred on from primary care"));
  }

  private static FormLayout.Group costs() {
    return group("费用（元）", "Cost (yuan)", "后四项相加应等于总费用。", "The last four add up to the total.",
        amount("/costs/total", "总费用", "Total").required(),
        amount("/costs/policyScope", "政策范围内", "In scope").required(),
        amount("/costs/advance", "乙类先行自付", "Advance share, class B").required(),
        amount("/costs/overLimit", "超限价自付", "Above price limits").required(),
        amount("/costs/selfPaid", "目录外全自费", "Outside the catalogues").required(),
        yesNo("/costs/cataloguesExceptionApproved", "目录外费用已作特殊病例审批",
            "Out-of-catalogue cost approved as a special case"));
  }

  private static FormLayout.Group payments() {
    return group("已付（元）", "Paid already (yuan)", "", "",
        amount("/payments/basicInsurance", "基本医保", "Basic insurance").required(),
        amount("/payments/criticalIllness", "大病保险", "Critical-illness insurance").hint("未结算则不填，并给出下面的大病保险方案",
            "where not settled leave empty and state the plan below"),
        amount("/payments/employeeSupplement", "职工大额补助", "Employees' supplement"),
        amount("/payments/otherInsurance", "其他补充保险", "Other insurance"));
  }

  private static FormLayout.Group plan() {
    List<FormLayout.Part> parts = new ArrayList<>();
    String at = "/criticalIllnessPlan";
    parts.add(part("", "",
        amount(at + "/deductible", "起付线（元）", "Deductible (yuan)"),
        amount(at + "/disposableIncomePerHead", "人均可支配收入（元）", "Disposable income per head (yuan)").hint("广西可代替起付线",
            "in Guangxi instead of the deductible"),
        amount(at + "/cap", "封顶线（元）", "Cap (yuan)").hint("不封顶则不填", "empty for none")));
    for (int i = 0; i < TIERS; i++) {
      int number = i + 1;
      FormLayout.Part tier = part("第 " + number + " 段", "Tier " + number,
          amount(at + "/tiers/" + i + "/above", "起付线以上，自（元）", "Above deductible from (yuan)"),
          percent(at + "/tiers/" + i + "/rate", "报销比例（%）", "Rate (%)"));
      parts.add(i == 0 ? tier : FormLayout.folded(tier));
    }
    return folded("大病保险方案", "Critical-illness plan", "给出当地的基础方案，由托底计算大病保险和倾斜政策。",
        "State the local base schedule, and critical-illness insurance is computed with its preferential terms.",
        parts);
  }

  private static FormLayout.Group yearToDate() {
    String at = "/yearToDate";
    return folded("本年度累计", "Year to date", "取自本年度上一份核定结果；不填则按首次就医计算。填了一项，其余不填的按 0。",
        "As the year's previous decision returned it; empty means the year begins here. Where one is stated, the others are 0.",
        List.of(part("", "", count(at + "/year", "年度", "Year").hint("不填则为就医年度", "empty: that of the service date"),
            amount(at + "/burdenAfterInsurance", "保险支付后个人负担", "Burden after insurance")),
            part("大病保险", "Critical illness", amount(at + "/criticalIllness/eligible", "计入费用", "Basis"),
                amount(at + "/criticalIllness/paid", "已付", "Paid")),
            part("医疗救助", "Medical assistance",
                amount(at + "/assistance/eligible/INPATIENT", "住院，计入费用", "Inpatient, basis"),
                amount(at + "/assistance/paid/INPATIENT", "住院，已付", "Inpatient, paid"),
                amount(at + "/assistance/eligible/CHRONIC_OUTPATIENT", "门诊慢特病，计入费用", "Chronic outpatient, basis"),
                amount(at + "/assistance/paid/CHRONIC_OUTPATIENT", "门诊慢特病，已付", "Chronic outpatient, paid"),
                amount(at + "/assistance/eligible/MAJOR_OUTPATIENT", "重特大疾病门诊，计入费用", "Major outpatient, basis"),
                amount(at + "/assistance/paid/MAJOR_OUTPATIENT", "重特大疾病门诊，已付", "Major outpatient, paid")),
            part("倾斜救助", "Top-up", amount(at + "/topUp/eligible", "计入费用", "Basis"),
                amount(at + "/topUp/paid", "已付", "Paid"))));
  }
}
