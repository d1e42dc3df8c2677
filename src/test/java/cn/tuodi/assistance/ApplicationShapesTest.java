package cn.tuodi.assistance;

import static cn.tuodi.edition.SmallEdition.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.MissingFact;
import cn.tuodi.answer.Outcome;
import cn.tuodi.application.ApplicationAnswer;
import cn.tuodi.application.ApplicationClaim;
import cn.tuodi.application.ApplicationDecider;
import cn.tuodi.application.ApplicationJson;
import cn.tuodi.application.ApplicationQuestion;
import cn.tuodi.application.ApplicationReason;
import cn.tuodi.claim.Claim;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.SmallEdition;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Shapes that assistance on application has in documents, each by a small policy; amounts computed by hand. */
class ApplicationShapesTest {

  private static final LocalDate APPLIED = LocalDate.of(2024, 6, 1);
  private static final Claim BILL = SmallClaim.of("{}");

  private static ApplicationClaim bill(String id, String member, LocalDate day) {
    return new ApplicationClaim(id, member, day, BILL.costs(), BILL.payments(), Money.ZERO);
  }

  private static ApplicationJson applied(SmallEdition policy, ApplicationClaim... bills) {
    ApplicationAnswer answer =
        (ApplicationAnswer) new ApplicationDecider(new Catalogue(List.of(policy.compiled()))).decide(
            new ApplicationQuestion("A", SmallEdition.AREA, APPLIED, null, BILL.person(), List.of(bills), null, null,
                false, Money.ZERO));
    return ApplicationJson.of(answer, Language.ZH);
  }

  private static SmallEdition looking(String reference, String together) {
    return new SmallEdition()
        .sheet("依申请救助", "对象身份", "重病患者亦可", "基准日", "追溯（月）", "起付标准", "救助比例", "家庭合并计算", "一年一次")
        .row("依申请救助", "低保对象", "否", reference, 12, 1000, rate("0.5"), together, "否");
  }

  @Test
  @DisplayName("The bills of the calendar year of the application count, those of the year before do not")
  void yearOfApplication() {
    ApplicationJson answer = applied(looking("申请当年", "无"), bill("B1", null, LocalDate.of(2024, 1, 1)),
        bill("B2", null, LocalDate.of(2023, 12, 31)));
    assertEquals("4500.00", answer.payouts().get(0).amount().toString());
    assertEquals(LocalDate.of(2024, 1, 1), answer.window().from());
    assertEquals(List.of("B2"), answer.excludedClaims().stream().map(ApplicationJson.Excluded::claimId).toList());
    assertTrue(answer.payouts().get(0).explanation().startsWith("2024-01-01 至 2024-06-01 有 10000.00 元"),
        answer.payouts().get(0).explanation());
  }

  @Test
  @DisplayName("Twelve months back from the application, the year before in part")
  void twelveMonths() {
    ApplicationJson answer = applied(looking("申请之日", "无"), bill("B1", null, LocalDate.of(2024, 1, 1)),
        bill("B2", null, LocalDate.of(2023, 12, 31)));
    assertEquals("9500.00", answer.payouts().get(0).amount().toString());
    assertTrue(answer.payouts().get(0).explanation().startsWith("12 个月内有 20000.00 元"));
  }

  @Test
  @DisplayName("The bills of a household count together where the policy says so, else those of the applicant alone")
  void household() {
    ApplicationClaim own = bill("B1", "P", APPLIED);
    ApplicationClaim other = bill("B2", "Q", APPLIED);
    assertEquals("9500.00", applied(looking("申请之日", "是"), own, other).payouts().get(0).amount().toString());
    ApplicationJson alone = applied(looking("申请之日", "否"), own, other);
    assertEquals("4500.00", alone.payouts().get(0).amount().toString());
    assertEquals("这张单据是家庭其他成员的，本地按个人计算。", alone.excludedClaims().get(0).reason());
  }

  @Test
  @DisplayName("Where changes count from the next month, who changed to the identity can apply from then on, by its recognition")
  void afterChange() {
    SmallEdition policy = new SmallEdition().parameter("身份变更自次月起享受", "是")
        .sheet("依申请救助", "对象身份", "重病患者亦可", "基准日", "追溯（月）", "起付标准", "救助比例", "一年一次")
        .row("依申请救助", "低保边缘家庭成员", "否", "认定之日", 12, 1000, rate("0.5"), "否");
    ApplicationDecider decider = new ApplicationDecider(new Catalogue(List.of(policy.compiled())));
    Claim changed = SmallClaim.of("{\"person\": {\"identities\": [{\"type\": \"MINIMUM_LIVING\", \"recognisedOn\": "
        + "\"2020-01-01\", \"endedOn\": \"2024-05-09\"}, {\"type\": \"LOW_INCOME_EDGE\", \"recognisedOn\": "
        + "\"2024-05-10\"}]}}");
    for (LocalDate applied : List.of(LocalDate.of(2024, 5, 31), LocalDate.of(2024, 6, 1))) {
      ApplicationQuestion question =
          new ApplicationQuestion("A", SmallEdition.AREA, applied, LocalDate.of(2024, 5, 10), changed.person(),
              List.of(bill("B1", null, LocalDate.of(2024, 5, 1))), null, null, false, Money.ZERO);
      assertEquals(applied.getMonthValue() == 6 ? List.of() : List.of(ApplicationReason.NOT_RECOGNISED),
          reasons(decider.decide(question)), applied::toString);
    }
  }

  @Test
  @DisplayName("Income per head must be below a share of a figure of the place; at it, or unstated, nothing is proposed")
  void income() {
    SmallEdition policy = new SmallEdition()
        .sheet("依申请救助", "对象身份", "重病患者亦可", "基准日", "追溯（月）", "收入须低于", "起付标准", "救助比例", "一年一次")
        .row("依申请救助", "低保对象", "否", "申请之日", 12, "60% 人均可支配收入", 1000, rate("0.5"), "否")
        .sheet("当地基数", "基数", "金额（元）").row("当地基数", "人均可支配收入", 42_800);
    ApplicationDecider decider = new ApplicationDecider(new Catalogue(List.of(policy.compiled())));
    assertEquals(List.of(), reasons(decider.decide(withIncome(Money.fen(25_679_99)))));
    assertEquals(List.of(ApplicationReason.INCOME_TOO_HIGH), reasons(decider.decide(withIncome(Money.fen(25_680_00)))));
    assertEquals("/household", ((MissingFact) decider.decide(withIncome(null))).pointer());
  }

  private static ApplicationQuestion withIncome(Money income) {
    return new ApplicationQuestion("A", SmallEdition.AREA, APPLIED, null, BILL.person(),
        List.of(bill("B1", null, APPLIED)), income, income == null ? null : Money.fen(9_000_00), false, Money.ZERO);
  }

  private static List<ApplicationReason> reasons(Outcome outcome) {
    return List.copyOf(((ApplicationAnswer) outcome).ledger().reasons().keySet());
  }

  @Test
  @DisplayName("Four bands of assistance on application")
  void fourBands() {
    SmallEdition policy = new SmallEdition().sheet("依申请救助", "对象身份", "重病患者亦可", "基准日", "追溯（月）", "起付标准", "救助比例",
        "第二段起点", "第二段比例", "第三段起点", "第三段比例", "第四段起点", "第四段比例", "一年一次").row("依申请救助", "低保对象", "否", "申请之日",
            12, 1000, rate("0.5"), 3000, rate("0.6"), 5000, rate("0.7"), 9000, rate("0.8"), "否");
    assertEquals("5800.00", applied(policy, bill("B1", null, APPLIED)).payouts().get(0).amount().toString());
  }
}
