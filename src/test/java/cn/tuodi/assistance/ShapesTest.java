package cn.tuodi.assistance;

import static cn.tuodi.answer.Benefit.CRITICAL_ILLNESS;
import static cn.tuodi.answer.Benefit.MEDICAL_ASSISTANCE;
import static cn.tuodi.answer.Benefit.TOP_UP_ASSISTANCE;
import static cn.tuodi.edition.SmallEdition.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.NoticeCode;
import cn.tuodi.answer.Payer;
import cn.tuodi.answer.Severity;
import cn.tuodi.application.ApplicationAnswer;
import cn.tuodi.application.ApplicationClaim;
import cn.tuodi.application.ApplicationDecider;
import cn.tuodi.application.ApplicationQuestion;
import cn.tuodi.application.ApplicationReason;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Person;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.SmallEdition;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.premium.PremiumAnswer;
import cn.tuodi.premium.PremiumDecider;
import cn.tuodi.premium.PremiumQuestion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Shapes that documents of other places have, each by the sheets of a small policy alone; amounts computed by hand. */
class ShapesTest {

  private static final String N = "无";
  private static final String CHRONIC = "{\"care\": {\"type\": \"CHRONIC_OUTPATIENT\"}}";
  private static final String MAJOR = "{\"care\": {\"type\": \"MAJOR_OUTPATIENT\"}}";
  private static final String ORDINARY = "{\"care\": {\"type\": \"ORDINARY_OUTPATIENT\"}}";
  private static final String PLANNED = "{\"payments\": {\"criticalIllness\": null}}";

  private static SmallEdition terms(String... headings) {
    return new SmallEdition().sheet("救助待遇", headings);
  }

  /** What claims of one person and year are paid of a benefit, one after the other. */
  private static List<String> paid(SmallEdition policy, Benefit benefit, String... claims) {
    Edition edition = policy.compiled();
    List<String> paid = new ArrayList<>();
    Decision before = null;
    for (String changes : claims) {
      Claim claim = SmallClaim.of(changes);
      before = SmallClaim.decided(edition, before == null ? claim : claim.continuing(before.yearToDate()));
      paid.add(shown(SmallClaim.paid(before, benefit)));
    }
    return paid;
  }

  private static String shown(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  @Test
  @DisplayName("Four bands: 2,000 at 50 %, 2,000 at 60 %, 4,000 at 70 %, 1,000 at 80 %")
  void fourBands() {
    SmallEdition policy = terms("对象类别", "结果", "起付线", "救助比例", "第二段起点", "第二段比例", "第三段起点", "第三段比例", "第四段起点",
        "第四段比例", "累计口径")
        .row("救助待遇", "一类", "救助", 1000, rate("0.5"), 3000, rate("0.6"), 5000, rate("0.7"), 9000, rate("0.8"), "全部合并")
        .row("救助待遇", "二类", "救助", N, rate("0.5"), N, N, N, N, N, N, "全部合并")
        .row("救助待遇", "无类别", "非救助对象", N, N, N, N, N, N, N, N, N);
    assertEquals(List.of("5800"), paid(policy, MEDICAL_ASSISTANCE, "{}"));
  }

  @Test
  @DisplayName("A deductible of inpatient care alone, under a cap shared with outpatient care")
  void deductibleOfOneKind() {
    SmallEdition policy = terms("对象类别", "医疗类别", "结果", "起付线", "救助比例", "起付线累计口径", "累计口径", "年度限额");
    for (String kind : List.of("住院", "门诊慢特病", "重特大疾病门诊", "门诊特殊药品", "普通门诊", "生育门诊")) {
      boolean stay = kind.equals("住院");
      boolean paid = stay || kind.equals("门诊慢特病");
      for (String personClass : List.of("一类", "二类")) {
        policy.row("救助待遇", personClass, kind, paid ? "救助" : "不在救助范围", stay ? 3000 : N,
            paid ? rate(stay ? "0.5" : "0.3") : N, stay ? "住院" : N, paid ? "住院、门诊慢特病" : N, paid ? 6000 : N);
      }
    }
    policy.row("救助待遇", "无类别", "不限", "非救助对象", N, N, N, N, N);
    assertEquals(List.of("3000", "3000"), paid(policy, MEDICAL_ASSISTANCE, CHRONIC, "{}"));
    assertEquals(List.of("3500", "2500"), paid(policy, MEDICAL_ASSISTANCE, "{}", CHRONIC));
    assertEquals(List.of("3500", "2500"), paid(policy, MEDICAL_ASSISTANCE, "{}", "{}"));
  }

  @Test
  @DisplayName("Three caps at once: of a disease, of several, of the year")
  void threeCaps() {
    SmallEdition policy = terms("对象类别", "医疗类别", "结果", "救助比例", "累计口径", "年度限额", "第二限额", "第二限额累计口径", "第三限额",
        "第三限额累计口径");
    String two = "门诊慢特病、重特大疾病门诊";
    for (String personClass : List.of("一类", "二类")) {
      policy.row("救助待遇", personClass, "住院", "救助", rate("0.5"), "全部合并", 6000, N, N, N, N)
          .row("救助待遇", personClass, "门诊慢特病", "救助", rate("0.5"), "全部合并", 6000, 3000, two, 1000, "门诊慢特病")
          .row("救助待遇", personClass, "重特大疾病门诊", "救助", rate("0.5"), "全部合并", 6000, 3000, two, N, N);
      for (String kind : List.of("门诊特殊药品", "普通门诊", "生育门诊")) {
        policy.row("救助待遇", personClass, kind, "不在救助范围", N, N, N, N, N, N, N);
      }
    }
    policy.row("救助待遇", "无类别", "不限", "非救助对象", N, N, N, N, N, N, N);
    assertEquals(List.of("1000", "2000", "3000"), paid(policy, MEDICAL_ASSISTANCE, CHRONIC, MAJOR, "{}"));
    assertEquals(List.of("3000", "0", "3000"), paid(policy, MEDICAL_ASSISTANCE, MAJOR, CHRONIC, "{}"));
  }

  @Test
  @DisplayName("A cap holds for the year whatever the kind of care, not for each bill")
  void capOfOrdinaryCare() {
    SmallEdition policy = terms("对象类别", "结果", "救助比例", "累计口径", "年度限额")
        .row("救助待遇", "一类", "救助", rate("0.5"), "住院、门诊慢特病、重特大疾病门诊、门诊特殊药品、普通门诊、生育门诊", 6000)
        .row("救助待遇", "二类", "救助", rate("0.5"), "全部合并", N).row("救助待遇", "无类别", "非救助对象", N, N, N);
    assertEquals(List.of("5000", "1000", "0"), paid(policy, MEDICAL_ASSISTANCE, ORDINARY, ORDINARY, "{}"));
    assertEquals(List.of("5000", "1000"), paid(policy, MEDICAL_ASSISTANCE,
        "{\"care\": {\"type\": \"SPECIAL_DRUG_OUTPATIENT\"}}", "{\"care\": {\"type\": \"MATERNITY_OUTPATIENT\"}}"));
  }

  @Test
  @DisplayName("A lower cap for employees")
  void capOfEmployees() {
    SmallEdition policy = terms("对象类别", "险种", "结果", "救助比例", "累计口径", "年度限额")
        .row("救助待遇", "一类", "职工", "救助", rate("0.5"), "全部合并", 1000)
        .row("救助待遇", "一类", "城乡居民", "救助", rate("0.5"), "全部合并", 4000)
        .row("救助待遇", "二类", "不限", "救助", rate("0.5"), "全部合并", N).row("救助待遇", "无类别", "不限", "非救助对象", N, N, N);
    assertEquals(List.of("4000"), paid(policy, MEDICAL_ASSISTANCE, "{}"));
    assertEquals(List.of("1000"), paid(policy, MEDICAL_ASSISTANCE, "{\"person\": {\"scheme\": \"EMPLOYEE\"}}"));
  }

  @Test
  @DisplayName("A cap of one bill, and somebody else who pays")
  void capOfBill() {
    SmallEdition policy = terms("对象类别", "结果", "救助比例", "累计口径", "单次限额", "支付方")
        .row("救助待遇", "一类", "救助", rate("0.5"), "全部合并", 1500, "民政资金")
        .row("救助待遇", "二类", "救助", rate("0.5"), "全部合并", N, N).row("救助待遇", "无类别", "非救助对象", N, N, N, N);
    assertEquals(List.of("1500", "1500"), paid(policy, MEDICAL_ASSISTANCE, "{}", "{}"));
    Decision decision = SmallClaim.decided(policy.compiled(), SmallClaim.of("{}"));
    assertEquals(Payer.CIVIL_AFFAIRS, decision.lines().get(0).payer());
    assertEquals(Payer.MEDICAL_ASSISTANCE_FUND,
        SmallClaim.decided(new SmallEdition().compiled(), SmallClaim.of("{}")).lines().get(0).payer());
  }

  @Test
  @DisplayName("A flat 30 % for unreferred care, with an exception for emergencies")
  void flatRate() {
    SmallEdition policy = new SmallEdition().sheet("比例调整", "情形", "急诊", "统一比例")
        .row("比例调整", "未办理转诊备案", "否", rate("0.3")).row("比例调整", "未办理转诊备案", "是", N)
        .row("比例调整", "申请时才参保", "不限", N);
    String unreferred = "\"type\": \"INPATIENT\", \"place\": \"OUT_OF_PROVINCE\", \"referral\": \"MISSING\"";
    assertEquals(List.of("3000"), paid(policy, MEDICAL_ASSISTANCE, "{\"care\": {" + unreferred + "}}"));
    assertEquals(List.of("5000"),
        paid(policy, MEDICAL_ASSISTANCE, "{\"care\": {" + unreferred + ", \"emergency\": true}}"));
  }

  @Test
  @DisplayName("Other insurance is deducted before the base where the policy says so")
  void otherInsuranceFirst() {
    String other = "{\"payments\": {\"otherInsurance\": 2000}}";
    assertEquals(List.of("5000"), paid(new SmallEdition(), MEDICAL_ASSISTANCE, other));
    assertEquals(List.of("4000"),
        paid(new SmallEdition().parameter("其他保险先于救助扣除", "是"), MEDICAL_ASSISTANCE, other));
  }

  @Test
  @DisplayName("Assistance on application deducts other insurance first, unless the policy says that it does not")
  void otherInsuranceOnApplication() {
    SmallEdition policy = new SmallEdition()
        .sheet("依申请救助", "对象身份", "重病患者亦可", "基准日", "追溯（月）", "起付标准", "救助比例", "一年一次")
        .row("依申请救助", "低保对象", "否", "申请之日", 12, 1000, rate("0.5"), "否");
    assertEquals("3500.00", applied(policy, 2000));
    assertEquals("4500.00", applied(policy.parameter("其他保险先于救助扣除", "否"), 2000));
    assertEquals("1000.00", applied(policy, 9000), "no more than is left to pay");
    assertEquals("3500.00", applied(policy.parameter("其他保险先于救助扣除", "是"), 2000));
  }

  /** What is proposed on a bill that leaves 10,000 in scope, of which other insurance pays some. */
  private static String applied(SmallEdition policy, int otherInsurance) {
    Claim bill = SmallClaim.of("{\"payments\": {\"otherInsurance\": %d}}".formatted(otherInsurance));
    ApplicationAnswer answer =
        (ApplicationAnswer) new ApplicationDecider(new Catalogue(List.of(policy.compiled()))).decide(
            new ApplicationQuestion("A", SmallEdition.AREA, bill.serviceDate(), null, bill.person(),
                List.of(new ApplicationClaim("B", bill.serviceDate(), bill.costs(), bill.payments(), Money.ZERO)), null,
                null, false, Money.ZERO));
    return answer.ledger().line().amount().toString();
  }

  @Test
  @DisplayName("An identity that ended during a stay counts for the stay where the policy says so")
  void identityOfStay() {
    String ended = "\"person\": {\"identities\": [{\"type\": \"MINIMUM_LIVING\", \"recognisedOn\": \"2010-01-01\","
        + " \"endedOn\": \"2024-05-20\"}]}";
    String lastDay = "{" + ended + ", \"care\": {\"type\": \"INPATIENT\", \"admittedOn\": \"2024-05-20\"}}";
    String dayAfter = "{" + ended + ", \"care\": {\"type\": \"INPATIENT\", \"admittedOn\": \"2024-05-21\"}}";
    SmallEdition keeping = new SmallEdition().parameter("住院期间退出的身份仍计", "是");
    assertEquals(List.of("5000"), paid(keeping, MEDICAL_ASSISTANCE, lastDay));
    assertEquals(List.of("0"), paid(keeping, MEDICAL_ASSISTANCE, dayAfter));
    assertEquals(List.of("0"), paid(keeping, MEDICAL_ASSISTANCE, "{" + ended + "}"));
    assertEquals(List.of("0"), paid(new SmallEdition(), MEDICAL_ASSISTANCE, lastDay));
  }

  @Test
  @DisplayName("An identity lasts twelve months, of those recognised from a day on")
  void identityWithTerm() {
    SmallEdition policy = new SmallEdition();
    Object[][] usual = policy.rows("对象分类");
    policy.sheet("对象分类", "身份", "认定日期不早于", "认定日期早于", "对象类别", "按重残待遇", "优先次序", "类别名称", "英文名称", "有效期（月）");
    for (int i = 1; i < usual.length; i++) {
      Object[] row = usual[i];
      boolean split = row[1].equals("低保对象");
      LocalDate day = LocalDate.of(2023, 1, 10);
      policy.row("对象分类", row[1], split ? day : N, N, row[2], row[3], row[4], row[5], row[6], split ? 12 : N);
      if (split) {
        policy.row("对象分类", row[1], N, day, row[2], row[3], 90, row[5], row[6], N);
      }
    }
    String since = "{\"person\": {\"identities\": [{\"type\": \"MINIMUM_LIVING\", \"recognisedOn\": \"%s\"}]}}";
    assertEquals(List.of("5000"), paid(policy, MEDICAL_ASSISTANCE, since.formatted("2023-06-02")));
    assertEquals(List.of("0"), paid(policy, MEDICAL_ASSISTANCE, since.formatted("2023-06-01")));
    assertEquals(List.of("0"), paid(policy, MEDICAL_ASSISTANCE, since.formatted("2023-01-10")));
    assertEquals(List.of("5000"), paid(policy, MEDICAL_ASSISTANCE, since.formatted("2023-01-09")));
  }

  @Test
  @DisplayName("Premiums and applications see an identity end with its term, too")
  void termOfIdentity() {
    SmallEdition policy = new SmallEdition();
    Object[][] usual = policy.rows("对象分类");
    policy.sheet("对象分类", "身份", "对象类别", "按重残待遇", "优先次序", "类别名称", "英文名称", "有效期（月）");
    for (int i = 1; i < usual.length; i++) {
      Object[] row = usual[i];
      policy.row("对象分类", row[1], row[2], row[3], row[4], row[5], row[6], row[1].equals("低保对象") ? 12 : N);
    }
    policy.sheet("参保资助", "身份", "缴费日有效", "结果", "资助比例").row("参保资助", "低保对象", "是", "按比例资助", rate("0.5"))
        .sheet("依申请救助", "对象身份", "重病患者亦可", "基准日", "追溯（月）", "起付标准", "救助比例", "年度限额", "一年一次")
        .row("依申请救助", "低保对象", "否", "申请之日", 12, 1000, rate("0.5"), 9000, "否");
    Catalogue catalogue = new Catalogue(List.of(policy.compiled()));
    LocalDate day = LocalDate.of(2024, 6, 1);
    for (boolean stands : List.of(true, false)) {
      Person person =
          SmallClaim.of("{\"person\": {\"identities\": [{\"type\": \"MINIMUM_LIVING\", \"recognisedOn\": \"%s\"}]}}"
              .formatted(day.minusMonths(12).plusDays(stands ? 1 : 0))).person();
      PremiumAnswer premium =
          (PremiumAnswer) new PremiumDecider(catalogue).decide(new PremiumQuestion(SmallEdition.AREA,
              person, 2024, day, Money.fen(400_00), null, null, false, false, null, null, false, false));
      assertEquals(Money.fen(stands ? 200_00 : 0), premium.subsidy().amount());
      ApplicationAnswer application =
          (ApplicationAnswer) new ApplicationDecider(catalogue).decide(new ApplicationQuestion(
              "A", SmallEdition.AREA, day, null, person, List.of(), null, null, false, Money.ZERO));
      assertEquals(!stands, application.ledger().reasons().containsKey(ApplicationReason.NOT_RECOGNISED));
    }
  }

  @Test
  @DisplayName("A deductible that is a share of a city's income, by rural and urban")
  void deductibleByIncome() {
    SmallEdition policy = new SmallEdition().leaves("大病保险方案").parameter("人均可支配收入折算起付线比例", rate("0.5"))
        .local("大病保险方案", "农村", "人均可支配收入", "第1段比例").localRow("大病保险方案", "是", 10000, rate("0.6"))
        .localRow("大病保险方案", "否", 16000, rate("0.6"));
    String rural = "{\"person\": {\"rural\": true}, \"payments\": {\"criticalIllness\": null}}";
    assertEquals(List.of("3000"), paid(policy, CRITICAL_ILLNESS, rural));
    assertEquals(List.of("1200"), paid(policy, CRITICAL_ILLNESS, PLANNED));
  }

  @Test
  @DisplayName("A cap of critical-illness insurance that grows with the years of enrolment")
  void capByYears() {
    SmallEdition policy = new SmallEdition().leaves("大病保险方案")
        .local("大病保险方案", "连续参保满（年）", "连续参保未满（年）", "起付线", "第1段比例", "封顶线")
        .localRow("大病保险方案", N, 3, 0, rate("0.6"), 1000).localRow("大病保险方案", 3, N, 0, rate("0.6"), 2000);
    String years = "{\"person\": {\"enrolledYears\": %d}, \"payments\": {\"criticalIllness\": null}}";
    assertEquals(List.of("1000"), paid(policy, CRITICAL_ILLNESS, years.formatted(2)));
    assertEquals(List.of("2000"), paid(policy, CRITICAL_ILLNESS, years.formatted(3)));
  }

  @Test
  @DisplayName("Edges of critical-illness insurance that stay where they are though the deductible is halved")
  void edgesFromZero() {
    for (boolean fromZero : List.of(true, false)) {
      SmallEdition policy = new SmallEdition().leaves("大病保险方案")
          .local("大病保险方案", "起付线", "第1段比例", "第2段起点", "第2段比例", "各段起点自零起算")
          .localRow("大病保险方案", 4000, rate("0.5"), 6000, rate("0.6"), fromZero ? "是" : "否");
      Object[][] usual = policy.rows("大病保险倾斜");
      policy.sheet("大病保险倾斜", "身份", "起付线保留比例", "报销比例提高（百分点）", "取消封顶线");
      for (int i = 1; i < usual.length; i++) {
        policy.row("大病保险倾斜", usual[i][1], rate("0.5"), 0, "否");
      }
      assertEquals(List.of(fromZero ? "4400" : "4200"), paid(policy, CRITICAL_ILLNESS, PLANNED));
    }
  }

  @Test
  @DisplayName("Critical-illness insurance pays once more on what assistance left")
  void insuranceAfterAssistance() {
    SmallEdition policy = new SmallEdition().sheet("倾斜救助", "对象类别", "就医地", "起付标准", "救助比例", "支付方", "年度限额")
        .row("倾斜救助", "一类", "统筹地区内", 1000, rate("0.5"), "大病保险资金", 1800);
    assertEquals(List.of("1800"), paid(policy, TOP_UP_ASSISTANCE, "{}"));
    Decision decision = SmallClaim.decided(policy.compiled(), SmallClaim.of("{}"));
    assertEquals(Payer.CRITICAL_ILLNESS_INSURANCE, decision.lines().get(1).payer());
  }

  @Test
  @DisplayName("A higher cap once the year's cost passes a line")
  void capByCost() {
    SmallEdition policy = terms("对象类别", "年度合规费用达到", "年度合规费用未达到", "结果", "救助比例", "累计口径", "年度限额")
        .row("救助待遇", "一类", N, 12000, "救助", rate("0.5"), "全部合并", 4000)
        .row("救助待遇", "一类", 12000, N, "救助", rate("0.5"), "全部合并", 9000)
        .row("救助待遇", "二类", N, N, "救助", rate("0.5"), "全部合并", N).row("救助待遇", "无类别", N, N, "非救助对象", N, N, N);
    assertEquals(List.of("4000", "5000"), paid(policy, MEDICAL_ASSISTANCE, "{}", "{}"));
    String most = "{\"costs\": {\"total\": %s, \"policyScope\": %s}}";
    assertEquals(List.of("4000"), paid(policy, MEDICAL_ASSISTANCE, most.formatted("21999.99", "21999.99")));
    assertEquals(List.of("6000"), paid(policy, MEDICAL_ASSISTANCE, most.formatted("22000", "22000")));
  }

  @Test
  @DisplayName("Where rows ask for a fact that the claim does not state, a person settles it")
  void factMissing() {
    SmallEdition policy = terms("对象类别", "医疗机构级别", "结果", "救助比例", "累计口径");
    for (int level = 1; level <= 3; level++) {
      policy.row("救助待遇", "一类", level, "救助", rate("0." + (8 - level)), "全部合并");
    }
    policy.row("救助待遇", "二类", "不限", "救助", rate("0.5"), "全部合并").row("救助待遇", "无类别", "不限", "非救助对象", N, N);
    assertEquals(List.of("6000"),
        paid(policy, MEDICAL_ASSISTANCE, "{\"care\": {\"type\": \"INPATIENT\", \"institutionLevel\": 2}}"));
    Decision decision = SmallClaim.decided(policy.compiled(), SmallClaim.of("{}"));
    assertEquals(0, decision.lines().size());
    assertTrue(decision.notices().stream()
        .anyMatch(notice -> notice.code() == NoticeCode.NOT_SETTLED_BY_RULES && notice.severity() == Severity.REVIEW));
    assertTrue(notSettled(decision, Language.ZH).endsWith("单据没有填写：医疗机构级别。"));
    assertTrue(notSettled(decision, Language.EN)
        .endsWith(" The claim does not state: Level of the institution."));
  }

  @Test
  @DisplayName("A document of the edition's own that governs the rest is not said to be missing")
  void ownDocument() {
    SmallEdition policy = terms("对象类别", "结果", "依据文件", "救助比例", "累计口径")
        .row("救助待遇", "一类", "另有文件规定", "试验文件", N, N).row("救助待遇", "二类", "另有文件规定", "另一份文件", N, N)
        .row("救助待遇", "无类别", "非救助对象", N, N, N);
    assertEquals("由试验文件规定，本版的工作簿没有写明这项标准，需人工处理。",
        governed(SmallClaim.decided(policy.compiled(), SmallClaim.of("{}"))));
    assertEquals("由另一份文件规定，该文件未载入，需人工处理。",
        governed(SmallClaim.decided(policy.compiled(), SmallClaim.of(
            "{\"person\": {\"identities\": [{\"type\": \"LOW_INCOME_EDGE\", \"recognisedOn\": \"2024-01-01\"}]}}"))));
  }

  private static String governed(Decision decision) {
    return DecisionView.of(decision, Language.ZH).notices().stream()
        .filter(notice -> notice.code() == NoticeCode.GOVERNED_ELSEWHERE).findFirst().orElseThrow().message();
  }

  private static String notSettled(Decision decision, Language language) {
    return DecisionView.of(decision, language).notices().stream()
        .filter(notice -> notice.code() == NoticeCode.NOT_SETTLED_BY_RULES).findFirst().orElseThrow().message();
  }
}
