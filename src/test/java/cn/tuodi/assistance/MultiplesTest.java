package cn.tuodi.assistance;

import static cn.tuodi.answer.Benefit.CRITICAL_ILLNESS;
import static cn.tuodi.answer.Benefit.MEDICAL_ASSISTANCE;
import static cn.tuodi.answer.Benefit.TOP_UP_ASSISTANCE;
import static cn.tuodi.edition.SmallEdition.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.NoticeCode;
import cn.tuodi.answer.Refusal;
import cn.tuodi.answer.RefusalCode;
import cn.tuodi.application.ApplicationAnswer;
import cn.tuodi.application.ApplicationClaim;
import cn.tuodi.application.ApplicationDecider;
import cn.tuodi.application.ApplicationQuestion;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.Claim;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.SmallEdition;
import cn.tuodi.edition.source.AreaCode;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.StoredDescription;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.premium.CountyType;
import cn.tuodi.premium.PremiumAnswer;
import cn.tuodi.premium.PremiumDecider;
import cn.tuodi.premium.PremiumQuestion;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Amounts that are multiples or shares of figures of the place; computed by hand. */
class MultiplesTest {

  private static final String N = "无";
  private static final String ANY = "不限";
  private static final String RURAL = "{\"person\": {\"rural\": true}}";
  private static final String PLANNED = "{\"payments\": {\"criticalIllness\": null}}";

  /** A policy with figures of the place: name, whether for rural people, and yuan. */
  private static SmallEdition stating(Object... figures) {
    SmallEdition policy = new SmallEdition().sheet("当地基数", "基数", "农村", "金额（元）", "英文名称");
    for (int i = 0; i < figures.length; i += 3) {
      policy.row("当地基数", figures[i], figures[i + 1], figures[i + 2],
          figures[i].equals("低保标准") ? "minimum living standard" : N);
    }
    return policy;
  }

  private static SmallEdition terms(SmallEdition policy, Object deductible, Object cap) {
    return policy.sheet("救助待遇", "对象类别", "结果", "起付线", "救助比例", "累计口径", "年度限额")
        .row("救助待遇", "一类", "救助", deductible, rate("0.5"), "全部合并", cap)
        .row("救助待遇", "二类", "救助", N, rate("0.5"), "全部合并", N).row("救助待遇", "无类别", "非救助对象", N, N, N, N);
  }

  private static Decision decided(SmallEdition policy, String... changes) {
    return SmallClaim.decided(policy.compiled(), SmallClaim.of(changes));
  }

  private static String paid(SmallEdition policy, Benefit benefit, String... changes) {
    return SmallClaim.paid(decided(policy, changes), benefit).toPlainString();
  }

  @Test
  @DisplayName("A deductible that is half of income, by rural and urban, and a cap of twelve times a standard")
  void deductibleAndCap() {
    SmallEdition policy = terms(stating("人均可支配收入", "是", 8000, "人均可支配收入", "否", rate("12000.03"), "低保标准", ANY, 250),
        "50% 人均可支配收入", "12倍 低保标准");
    assertEquals("1999.99", paid(policy, MEDICAL_ASSISTANCE), "half of 10,000 less 6,000.02 (6,000.015 rounded up)");
    assertEquals("3000.00", paid(policy, MEDICAL_ASSISTANCE, RURAL), "half of 10,000 less 4,000");
    assertEquals("3000.00",
        paid(terms(stating("低保标准", ANY, 250), N, "低保标准的12倍"), MEDICAL_ASSISTANCE), "twelve times 250");
  }

  @Test
  @DisplayName("The answer cites the row of the figure and says the arithmetic, in both languages")
  void arithmetic() {
    Decision decision = decided(terms(stating("低保标准", ANY, 250), "2倍 低保标准", "1200% 低保标准"));
    DecisionJson.Payout payout = DecisionView.of(decision, Language.ZH).payouts().get(0);
    assertTrue(
        payout.explanation().contains("；起付线 500.00 元 = 低保标准 250.00 元 × 2；年度限额 3000.00 元 = 低保标准 250.00 元 × 1200%；"),
        payout.explanation());
    assertEquals(List.of("救助待遇4", "当地基数4"), payout.provisions().stream().map(row -> row.sheet() + row.row())
        .filter(row -> !row.startsWith("参数")).toList());
    String english = DecisionView.of(decision, Language.EN).payouts().get(0).explanation();
    assertTrue(english.contains("; deductible: 500.00 yuan = minimum living standard of 250.00 yuan × 2; annual cap"),
        english);
  }

  @Test
  @DisplayName("Bands, top-up assistance, lines of warnings and conditions on the year's cost may be multiples, too")
  void everywhere() {
    SmallEdition policy = stating("低保标准", ANY, 1000).sheet("救助待遇", "对象类别", "年度合规费用达到", "年度合规费用未达到", "结果", "救助比例",
        "第二段起点", "第二段比例", "累计口径").row("救助待遇", "一类", N, "10倍 低保标准", "救助", rate("0.1"), N, N, "全部合并")
        .row("救助待遇", "一类", "10倍 低保标准", N, "救助", rate("0.5"), "4倍 低保标准", rate("0.6"), "全部合并")
        .row("救助待遇", "二类", N, N, "救助", rate("0.5"), N, N, "全部合并")
        .row("救助待遇", "无类别", N, N, "非救助对象", N, N, N, N)
        .sheet("倾斜救助", "对象类别", "就医地", "起付标准", "救助比例", "年度限额")
        .row("倾斜救助", "一类", "统筹地区内", "1倍 低保标准", rate("0.5"), "150% 低保标准")
        .sheet("费用预警", "对象类别", "年度负担超过", "预警", "提示可申请救助").row("费用预警", "一类", "9.99倍 低保标准", "是", "否");
    Decision decision = decided(policy);
    assertEquals("5600.00", SmallClaim.paid(decision, MEDICAL_ASSISTANCE).toPlainString());
    assertEquals("1500.00", SmallClaim.paid(decision, TOP_UP_ASSISTANCE).toPlainString(),
        "half of 3,400, at most 1,500");
    DecisionJson.NoticeJson warning = DecisionView.of(decision, Language.ZH).notices().stream()
        .filter(notice -> notice.code() == NoticeCode.BURDEN_WARNING).findFirst().orElseThrow();
    assertTrue(warning.message().endsWith("年度负担超过 9990.00 元 = 低保标准 1000.00 元 × 9.99。"), warning.message());
    assertEquals(List.of("费用预警", "当地基数"), warning.provisions().stream().map(row -> row.sheet()).toList());
    String less = "{\"costs\": {\"total\": 19999.99, \"policyScope\": 19999.99}}";
    assertEquals("1000.00", paid(policy, MEDICAL_ASSISTANCE, less));
  }

  @Test
  @DisplayName("A plan of critical-illness insurance states deductible, edges and cap as multiples")
  void plan() {
    SmallEdition policy = stating("人均可支配收入", "是", 4000, "人均可支配收入", "否", 8000).leaves("大病保险方案")
        .local("大病保险方案", "起付线", "第1段比例", "第2段起点", "第2段比例", "封顶线")
        .localRow("大病保险方案", "50% 人均可支配收入", rate("0.5"), "25% 人均可支配收入", rate("0.6"), "80% 人均可支配收入");
    assertEquals("3400.00", paid(policy, CRITICAL_ILLNESS, PLANNED), "2,000 at 50 %, 4,000 at 60 %");
    assertEquals("3200.00", paid(policy, CRITICAL_ILLNESS, PLANNED, RURAL),
        "1,000 at 50 %, 7,000 at 60 %, at most 3,200");
    String text = DecisionView.of(decided(policy, PLANNED), Language.ZH).payouts().get(0).explanation();
    assertTrue(text.contains("；第2段起点 2000.00 元 = 人均可支配收入 8000.00 元 × 25%；"), text);
  }

  /** A policy whose areas state their own figures. */
  private static SmallEdition byArea() {
    SmallEdition policy = terms(new SmallEdition(), "2倍 低保标准", N).leaves("当地基数");
    for (String area : List.of("420100", "420102")) {
      String file = "local/" + area + "/standards.xlsx";
      policy.put(file, "当地基数", "条款", "基数", "生效日期", "失效日期", "金额（元）", "制定文件");
      policy.add(file, "当地基数", SmallEdition.PROVISION, "低保标准", ANY, LocalDate.of(2024, 6, 30),
          area.equals("420100") ? 800 : 1000, "试民〔2024〕2号");
      policy.add(file, "当地基数", SmallEdition.PROVISION, "低保标准", LocalDate.of(2024, 7, 1), ANY, 2000, N);
    }
    return policy;
  }

  @Test
  @DisplayName("The figure of the narrowest area counts, on the day of service")
  void narrowestArea() {
    Edition edition = byArea().compiled();
    assertEquals("4200.00", paid(edition, "420100", "2024-06-30"));
    assertEquals("4000.00", paid(edition, "420102", "2024-06-30"));
    assertEquals("3000.00", paid(edition, "420102", "2024-07-01"));
    assertEquals("4200.00", paid(edition, "420103", "2024-01-01"));
    DecisionJson.Payout payout = DecisionView.of((Decision) new AssistanceDecider(new Catalogue(List.of(edition)))
        .decide(SmallClaim.of("{\"region\": \"420102\"}")), Language.ZH).payouts().get(0);
    assertTrue(payout.provisions().stream().anyMatch(row -> "试民〔2024〕2号".equals(row.localDocument())
        && row.table().equals("small/2024/local/420102/standards.xlsx")), payout.provisions().toString());
  }

  private static String paid(Edition edition, String area, String day) {
    Claim claim = SmallClaim.of("{\"region\": \"%s\", \"serviceDate\": \"%s\"}".formatted(area, day));
    Decision decision = (Decision) new AssistanceDecider(new Catalogue(List.of(edition))).decide(claim);
    return SmallClaim.paid(decision, MEDICAL_ASSISTANCE).toPlainString();
  }

  @Test
  @DisplayName("Where every part of a place has its figure and the place itself has none, the part is asked for")
  void partAskedFor() {
    SmallEdition policy = terms(new SmallEdition(), "2倍 低保标准", N).leaves("当地基数");
    policy.put("edition.xlsx", "版本", "地区", "年度", "行政区划代码", "生效日期", "失效日期", "名称", "英文名称", "生效前先适用的参保年度自");
    policy.add("edition.xlsx", "版本", "small", 2024, "460000", LocalDate.of(2024, 1, 1), N, "试验版", "Trial", N);
    for (String area : AreaCode.within("460000")) {
      String file = "local/" + area + "/standards.xlsx";
      policy.put(file, "当地基数", "条款", "基数", "金额（元）");
      policy.add(file, "当地基数", SmallEdition.PROVISION, "低保标准", 800);
    }
    AssistanceDecider decider = new AssistanceDecider(new Catalogue(List.of(policy.compiled())));
    Refusal refusal = (Refusal) decider.decide(SmallClaim.of("{\"region\": \"460000\"}"));
    assertEquals(RefusalCode.NO_POLICY_FOR_REGION, refusal.code());
    Decision decision = (Decision) decider.decide(SmallClaim.of("{\"region\": \"460100\"}"));
    assertEquals("4200.00", SmallClaim.paid(decision, MEDICAL_ASSISTANCE).toPlainString());
  }

  @Test
  @DisplayName("Assistance on application, premiums and fiscal shares state multiples as well")
  void otherQuestions() {
    SmallEdition policy = stating("低保标准", ANY, 500, "最低工资", ANY, 2000)
        .sheet("依申请救助", "对象身份", "重病患者亦可", "基准日", "追溯（月）", "起付标准", "救助比例", "年度限额", "一年一次")
        .row("依申请救助", "低保对象", "否", "申请之日", 12, "2倍 低保标准", rate("0.5"), "2倍 最低工资", "否")
        .sheet("财政补助", "参保年度", "地区类型", "中央财政（元）", "自治区财政（元）", "市县财政（元）")
        .row("财政补助", 2024, "设区市和其他县", "20% 低保标准", 0, 50).sheet("最低缴费", "参保年度", "最低缴费标准")
        .row("最低缴费", 2024, "15% 最低工资");
    Catalogue catalogue = new Catalogue(List.of(policy.compiled()));
    Claim bill = SmallClaim.of("{}");
    ApplicationAnswer applied =
        (ApplicationAnswer) new ApplicationDecider(catalogue).decide(new ApplicationQuestion("A",
            SmallEdition.AREA, bill.serviceDate(), null, bill.person(),
            List.of(new ApplicationClaim("B", bill.serviceDate(), bill.costs(), bill.payments(), Money.ZERO)), null,
            null,
            false, Money.ZERO));
    assertEquals("4000.00", applied.ledger().line().amount().toString(), "half of 9,000, at most 4,000");
    assertEquals(2, applied.ledger().line().derived().size());
    PremiumDecider premiums = new PremiumDecider(catalogue);
    assertEquals(RefusalCode.CONTRIBUTION_BELOW_MINIMUM, ((Refusal) premiums.decide(premium(29999))).code());
    PremiumAnswer answer = (PremiumAnswer) premiums.decide(premium(30000));
    assertEquals("100.00", answer.fiscal().get(0).amount().toString());
    assertEquals(List.of("财政补助", "当地基数"), answer.fiscal().get(0).sources().stream().map(row -> row.sheet()).toList());
  }

  private static PremiumQuestion premium(int fen) {
    return new PremiumQuestion(SmallEdition.AREA, SmallClaim.of("{}").person(), 2024, LocalDate.of(2024, 6, 1),
        Money.fen(fen), null, CountyType.OTHER, false, false, null, null, false, false);
  }

  @Test
  @DisplayName("What is kept of an edition keeps its figures and multiples")
  void kept() throws IOException {
    EditionDescription description = EditionChecker.check(byArea().sources()).description();
    assertFalse(description.multiplied().isEmpty());
    EditionDescription read = StoredDescription.read(StoredDescription.written(description));
    assertEquals(description.multiplied(), read.multiplied());
    assertEquals(description.local(), read.local());
    assertEquals(description.areas().get(0).local(), read.areas().get(0).local());
    EditionDescription plan = EditionChecker.check(stating("收入", ANY, 4000).leaves("大病保险方案")
        .local("大病保险方案", "起付线", "第1段比例", "封顶线").localRow("大病保险方案", "50% 收入", rate("0.5"), 900).sources()).description();
    assertEquals(plan.local(), StoredDescription.read(StoredDescription.written(plan)).local());
    assertEquals(plan.bases(), StoredDescription.read(StoredDescription.written(plan)).bases());
  }
}
