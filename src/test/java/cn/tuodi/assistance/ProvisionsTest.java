package cn.tuodi.assistance;

import static cn.tuodi.answer.Benefit.INSTITUTION_BORNE;
import static cn.tuodi.answer.Benefit.MEDICAL_ASSISTANCE;
import static cn.tuodi.answer.Benefit.TOP_UP_ASSISTANCE;
import static cn.tuodi.edition.SmallEdition.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.NoticeCode;
import cn.tuodi.application.ApplicationAnswer;
import cn.tuodi.application.ApplicationDecider;
import cn.tuodi.application.ApplicationQuestion;
import cn.tuodi.application.ApplicationReason;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.SmallEdition;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Kinds of provisions besides terms, each by the sheets of a small policy alone; amounts computed by hand. */
class ProvisionsTest {

  private static final String N = "无";
  private static final String BILL = "{\"costs\": {\"total\": %s, \"policyScope\": %s}}";

  private static String paid(Edition edition, String... changes) {
    return SmallClaim.paid(SmallClaim.decided(edition, SmallClaim.of(changes)), MEDICAL_ASSISTANCE).toPlainString();
  }

  private static List<NoticeCode> told(Edition edition, String... changes) {
    return codes(SmallClaim.decided(edition, SmallClaim.of(changes)));
  }

  @Test
  @DisplayName("A bill that leaves less than 50 is not assisted, and the answer says so")
  void leastBill() {
    Edition edition = new SmallEdition().sheet("准予条件", "本次救助费用达到", "准予").row("准予条件", 50, "是")
        .sheet("不予救助", "本次救助费用未达到", "原因", "可复核").row("不予救助", 50, "费用未达到救助起点", "否").compiled();
    assertEquals("25.00", paid(edition, BILL.formatted("10050", "10050")));
    String less = BILL.formatted("10049.99", "10049.99");
    Decision denied = SmallClaim.decided(edition, SmallClaim.of(less));
    assertEquals(Status.DENIED, denied.status());
    assertEquals(List.of(NoticeCode.BILL_BELOW_MINIMUM), told(edition, less));
    for (Language language : Language.values()) {
      assertEquals(language.of("本单费用未达到可以救助的最低数额，不予救助。",
          "The cost of this bill does not reach the least amount that is assisted: no assistance."),
          DecisionView.of(denied, language).notices().stream()
              .filter(notice -> notice.code() == NoticeCode.BILL_BELOW_MINIMUM).findFirst().orElseThrow().message());
    }
  }

  @Test
  @DisplayName("A bill of 15,000 in scope and more has other terms, whatever it leaves")
  void largeBill() {
    Edition edition = new SmallEdition().sheet("救助待遇", "对象类别", "本次合规费用达到", "本次合规费用未达到", "结果", "救助比例", "累计口径")
        .row("救助待遇", "一类", 15000, N, "救助", rate("0.7"), "全部合并")
        .row("救助待遇", "一类", N, 15000, "救助", rate("0.5"), "全部合并")
        .row("救助待遇", "二类", N, N, "救助", rate("0.5"), "全部合并").row("救助待遇", "无类别", N, N, "非救助对象", N, N).compiled();
    assertEquals("3500.00", paid(edition, BILL.formatted("15000", "15000")));
    assertEquals("2500.00",
        paid(edition, "{\"costs\": {\"total\": 15000, \"policyScope\": 14999.99, \"selfPaid\": 0.01}}"));
  }

  private static String care(String place, String referral, String more) {
    return "{\"care\": {\"type\": \"INPATIENT\", \"place\": \"%s\", \"referral\": \"%s\"%s}}".formatted(place, referral,
        more);
  }

  private static boolean waived(Edition edition, String... changes) {
    return !SmallClaim.decided(edition, SmallClaim.of(changes)).entitlements().isEmpty();
  }

  @Test
  @DisplayName("The deposit is waived without a referral from primary care, or elsewhere, where the policy says so")
  void deposit() {
    String referred = care("POOLING_AREA", "NOT_REQUIRED", ", \"primaryCareReferral\": true");
    String direct = care("POOLING_AREA", "NOT_REQUIRED", "");
    String elsewhere = care("PROVINCE", "APPROVED", ", \"primaryCareReferral\": true");
    Edition usual = new SmallEdition().parameter("免除住院押金的身份", "低保对象").compiled();
    assertEquals(List.of(true, false, false),
        List.of(waived(usual, referred), waived(usual, direct), waived(usual, elsewhere)));
    Edition anybody = new SmallEdition().parameter("免除住院押金的身份", "低保对象").parameter("免除住院押金须经基层首诊转诊", "否").compiled();
    assertEquals(List.of(true, true, false),
        List.of(waived(anybody, referred), waived(anybody, direct), waived(anybody, elsewhere)));
    Edition anywhere = new SmallEdition().parameter("免除住院押金的身份", "低保对象").parameter("免除住院押金限统筹地区内就医", "否").compiled();
    assertEquals(List.of(true, false, true),
        List.of(waived(anywhere, referred), waived(anywhere, direct), waived(anywhere, elsewhere)));
    assertFalse(waived(anywhere, elsewhere, "{\"care\": {\"designated\": false}}"));
  }

  private static SmallEdition toppedUp() {
    return new SmallEdition().leaves("倾斜救助标准").local("倾斜救助标准", "起付标准", "救助比例").localRow("倾斜救助标准", 0, rate("0.5"));
  }

  private static String toppedUp(Edition edition, String... changes) {
    return SmallClaim.paid(SmallClaim.decided(edition, SmallClaim.of(changes)), TOP_UP_ASSISTANCE).toPlainString();
  }

  @Test
  @DisplayName("Areas top up care elsewhere, or without referral, where the policy says so")
  void localTopUp() {
    String elsewhere = care("OUT_OF_PROVINCE", "APPROVED", "");
    String unreferred = care("PROVINCE", "MISSING", "");
    Edition usual = toppedUp().compiled();
    assertEquals(List.of("2500.00", "0", "0"),
        List.of(toppedUp(usual, "{}"), toppedUp(usual, elsewhere), toppedUp(usual, unreferred)));
    Edition anywhere = toppedUp().parameter("地方倾斜救助限省内就医", "否").compiled();
    assertEquals(List.of("2500.00", "0"), List.of(toppedUp(anywhere, elsewhere), toppedUp(anywhere, unreferred)));
    Edition anyhow = toppedUp().parameter("地方倾斜救助须按规定转诊", "否").compiled();
    assertEquals(List.of("0", "2500.00"), List.of(toppedUp(anyhow, elsewhere), toppedUp(anyhow, unreferred)));
  }

  private static SmallEdition aboveCap() {
    return new SmallEdition().leaves("超限额倾斜救助标准").local("超限额倾斜救助标准", "救助比例").localRow("超限额倾斜救助标准", rate("0.5"))
        .sheet("救助待遇", "对象类别", "结果", "救助比例", "累计口径", "年度限额").row("救助待遇", "一类", "救助", rate("0.5"), "全部合并", 1000)
        .row("救助待遇", "二类", "救助", rate("0.5"), "全部合并", 1000).row("救助待遇", "无类别", "非救助对象", N, N, N);
  }

  @Test
  @DisplayName("What went unpaid above the cap is topped up in more cases where the policy says so")
  void aboveTheCap() {
    List<String> cases = List.of("{\"care\": {\"type\": \"INPATIENT\", \"designated\": false}}",
        care("OUT_OF_PROVINCE", "MISSING", ""), "{\"person\": {\"enrolment\": \"ENROLLED_AT_APPLICATION\"}}");
    List<String> words = List.of("超限额倾斜救助限定点机构就医", "超限额倾斜救助省外就医须按规定转诊", "超限额倾斜救助须费用发生时已参保");
    Edition usual = aboveCap().compiled();
    assertEquals("2000.00", toppedUp(usual, "{}"));
    for (int i = 0; i < cases.size(); i++) {
      assertEquals("0", toppedUp(usual, cases.get(i)), words.get(i));
      assertEquals("2000.00", toppedUp(aboveCap().parameter(words.get(i), "否").compiled(), cases.get(i)), words.get(i));
    }
  }

  private static SmallEdition remote() {
    return new SmallEdition().parameter("门诊跨省直接结算起始日", LocalDate.of(2024, 1, 1)).parameter("门诊跨省直接结算病种", "高血压");
  }

  @Test
  @DisplayName("Other outpatient care is settled across provinces, or without referral, where the policy says so")
  void settledRemotely() {
    String care = "{\"care\": {\"type\": \"%s\", \"condition\": \"HYPERTENSION\", \"place\": \"OUT_OF_PROVINCE\","
        + " \"referral\": \"%s\"}}";
    List<String> cases = List.of(care.formatted("CHRONIC_OUTPATIENT", "APPROVED"),
        care.formatted("CHRONIC_OUTPATIENT", "MISSING"), care.formatted("ORDINARY_OUTPATIENT", "APPROVED"));
    assertEquals(List.of(true, false, false), settledRemotely(remote(), cases));
    assertEquals(List.of(true, true, false), settledRemotely(remote().parameter("门诊跨省直接结算须按规定转诊", "否"), cases));
    assertEquals(List.of(false, false, true), settledRemotely(remote().parameter("门诊跨省直接结算医疗类别", "普通门诊"), cases));
  }

  private static List<Boolean> settledRemotely(SmallEdition policy, List<String> cases) {
    Edition edition = policy.compiled();
    return cases.stream().map(one -> told(edition, one).contains(NoticeCode.SETTLEMENT_CHANNEL)).toList();
  }

  @Test
  @DisplayName("Who is not enrolled is assisted on application where the policy says so")
  void applicantsWhoAreNotEnrolled() {
    for (boolean asked : List.of(true, false)) {
      SmallEdition policy = new SmallEdition()
          .sheet("依申请救助", "对象身份", "重病患者亦可", "基准日", "追溯（月）", "起付标准", "救助比例", "一年一次")
          .row("依申请救助", "低保对象", "否", "申请之日", 12, 1000, rate("0.5"), "否");
      Edition edition = (asked ? policy : policy.parameter("依申请救助须已参保", "否")).compiled();
      ApplicationAnswer answer = (ApplicationAnswer) new ApplicationDecider(new Catalogue(List.of(edition)))
          .decide(new ApplicationQuestion("A", SmallEdition.AREA, LocalDate.of(2024, 6, 1), null,
              SmallClaim.of("{\"person\": {\"enrolment\": \"NOT_ENROLLED\"}, \"payments\": {\"basicInsurance\": 0}}")
                  .person(),
              List.of(), null, null, false, Money.ZERO));
      assertEquals(asked, answer.ledger().reasons().containsKey(ApplicationReason.NOT_ENROLLED));
    }
  }

  @Test
  @DisplayName("A year that leaves 10,000 after assistance is warned of, whatever kind of care it was paid for")
  void leftOfTheYear() {
    String ordinary = "{\"care\": {\"type\": \"ORDINARY_OUTPATIENT\"}}";
    SmallEdition policy = new SmallEdition()
        .sheet("费用预警", "年度负担超过", "年度个人负担达到", "年度个人负担未达到", "预警", "提示可申请救助")
        .row("费用预警", N, 10000, N, "是", "否").row("费用预警", 15000, N, 10000, "否", "是");
    Edition edition = policy.compiled();
    Decision first = SmallClaim.decided(edition, SmallClaim.of(ordinary));
    assertEquals(List.of(), codes(first));
    Decision second = SmallClaim.decided(edition, SmallClaim.of("{}").continuing(first.yearToDate()));
    assertEquals(List.of(NoticeCode.BURDEN_WARNING), codes(second));
    for (Language language : Language.values()) {
      assertEquals(language.of("本年度保险支付后的个人负担累计 20000.00 元，救助后还有 10000.00 元，纳入预警监测。",
          "The year's burden after insurance is 20000.00 yuan, after assistance 10000.00 yuan: reported for monitoring."),
          DecisionView.of(second, language).notices().stream()
              .filter(notice -> notice.code() == NoticeCode.BURDEN_WARNING).findFirst().orElseThrow().message());
    }
    String less = "{\"costs\": {\"total\": 19999.98, \"policyScope\": 19999.98}}";
    assertEquals(List.of(NoticeCode.ASSISTANCE_MAY_BE_APPLIED_FOR),
        codes(SmallClaim.decided(edition, SmallClaim.of(less).continuing(first.yearToDate()))));
    String large = "{\"person\": {\"identities\": []}, \"costs\": {\"total\": %s, \"policyScope\": %s}}";
    assertEquals(List.of(NoticeCode.NO_CLASS, NoticeCode.BURDEN_WARNING),
        told(edition, large.formatted("20000", "20000")));
    assertEquals(List.of(NoticeCode.NO_CLASS), told(edition, large.formatted("19999.99", "19999.99")));
  }

  @Test
  @DisplayName("What is left of the year is less by what top-up assistance paid")
  void leftAfterTopUp() {
    Edition edition = new SmallEdition().sheet("费用预警", "年度个人负担达到", "预警", "提示可申请救助").row("费用预警", 2500, "是", "否")
        .sheet("倾斜救助", "对象类别", "就医地", "起付标准", "救助比例", "年度限额").row("倾斜救助", "一类", "统筹地区内", 0, rate("0.5"), N).compiled();
    assertEquals(List.of(NoticeCode.BURDEN_WARNING), told(edition, "{}"));
    assertEquals(List.of(), told(edition, "{\"costs\": {\"total\": 19999.96, \"policyScope\": 19999.96}}"));
  }

  private static List<NoticeCode> codes(Decision decision) {
    return decision.notices().stream().map(notice -> notice.code())
        .filter(code -> code != NoticeCode.YEAR_TO_DATE_ASSUMED_ZERO).toList();
  }

  /** What the institution bears, and what assistance pays. */
  private static List<String> borne(Edition edition, String care, String costs) {
    Decision decision = SmallClaim.decided(edition, SmallClaim.of(care, costs));
    return List.of(SmallClaim.paid(decision, INSTITUTION_BORNE).toPlainString(),
        SmallClaim.paid(decision, MEDICAL_ASSISTANCE).toPlainString());
  }

  @Test
  @DisplayName("Institutions bear cost out of scope above a share of the bill, by level, place and class")
  void institutions() {
    SmallEdition policy = new SmallEdition().sheet("机构承担费用", "对象类别", "医疗机构级别", "就医地", "界限", "计入费用")
        .row("机构承担费用", "一类", 3, "统筹地区内", rate("0.12"), "政策范围外全部")
        .row("机构承担费用", "一类", 2, "统筹地区内", rate("0.08"), "目录外自费");
    Edition edition = policy.compiled();
    String level = "{\"care\": {\"type\": \"INPATIENT\", \"institutionLevel\": %d}}";
    String bill = "{\"costs\": {\"total\": 25000, \"policyScope\": 20000, \"advance\": 2000, \"overLimit\": 1000,"
        + " \"selfPaid\": %s, \"cataloguesExceptionApproved\": %s}}";
    assertEquals(List.of("2000.00", "5000.00"), borne(edition, level.formatted(3), bill.formatted("2000", "false")));
    assertEquals(List.of("0.00", "5000.00"), borne(edition, level.formatted(2), bill.formatted("2000", "false")));
    String more = "{\"costs\": {\"total\": 25000, \"policyScope\": 20000, \"selfPaid\": 5000}}";
    assertEquals(List.of("3000.00", "5000.00"), borne(edition, level.formatted(2), more));
    assertEquals(List.of("0", "5000.00"), borne(edition, level.formatted(1), more), "no row");
    assertEquals(List.of("0", "5000.00"), borne(edition, level.formatted(3), "{}"), "nothing out of scope");
    assertEquals(List.of("0.00", "5000.00"), borne(edition, level.formatted(3), bill.formatted("2000", "true")),
        "approved");
    assertEquals(List.of("0", "5000.00"), borne(edition,
        "{\"care\": {\"type\": \"INPATIENT\", \"institutionLevel\": 3, \"place\": \"PROVINCE\", \"referral\": \"APPROVED\"}}",
        more));
    Decision decision = SmallClaim.decided(edition, SmallClaim.of(level.formatted(3), bill.formatted("2000", "false")));
    assertEquals("8000.00", decision.totals().personal().toString());
    assertTrue(DecisionView.of(decision, Language.ZH).payouts().stream().anyMatch(
        line -> line.explanation().startsWith("政策范围外费用中计入 5000.00 元，超出总费用规定比例的部分由医疗机构承担")));
  }
}
