package cn.tuodi.assistance;

import static cn.tuodi.answer.Benefit.MEDICAL_ASSISTANCE;
import static cn.tuodi.edition.SmallEdition.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.Refusal;
import cn.tuodi.answer.RefusalCode;
import cn.tuodi.application.ApplicationAnswer;
import cn.tuodi.application.ApplicationDecider;
import cn.tuodi.application.ApplicationQuestion;
import cn.tuodi.assistance.json.DecisionJson;
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
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Groups that a place has besides the common list, and who is rural there, by the sheet 身份 alone. */
class IdentityCodesTest {

  private static final String N = "无";
  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

  /**
   * A policy in which veterans are class 1, others designated by the county in no class, and the unstably lifted out of
   * poverty class 2, rural or not.
   */
  private static SmallEdition policy() {
    SmallEdition policy = new SmallEdition().sheet("身份", "身份", "身份代码", "名称", "英文名称", "农村")
        .row("身份", "其他特殊困难人员", "YF", "优抚对象", "Veterans", "否").row("身份", "脱贫不稳定人口", N, N, N, "否");
    Object[][] usual = policy.rows("对象分类");
    policy.sheet("对象分类", "身份", "身份代码", "对象类别", "按重残待遇", "优先次序", "类别名称", "英文名称");
    for (int i = 1; i < usual.length; i++) {
      Object[] row = usual[i];
      boolean county = row[1].equals("其他特殊困难人员");
      policy.row("对象分类", row[1], county ? N : "不限", row[1].equals("脱贫不稳定人口") ? "二类" : row[2], row[3], row[4], row[5],
          row[6]);
      if (county) {
        policy.row("对象分类", row[1], "YF", "一类", row[3], 99, row[5], row[6]);
      }
    }
    return policy;
  }

  private static Claim held(String type, String code) {
    return SmallClaim.of("{\"person\": {\"identities\": [{\"type\": \"%s\", \"recognisedOn\": \"2010-01-01\"%s}]}}"
        .formatted(type, code == null ? "" : ", \"code\": \"" + code + "\""));
  }

  private static String paid(Edition edition, Claim claim) {
    return SmallClaim.paid(SmallClaim.decided(edition, claim), MEDICAL_ASSISTANCE).stripTrailingZeros().toPlainString();
  }

  @Test
  @DisplayName("A group of the place has its class, and the type under which it is stated another")
  void ofClass() {
    Edition edition = policy().compiled();
    assertEquals("5000", paid(edition, held("COUNTY_DESIGNATED", "YF")));
    assertEquals("0", paid(edition, held("COUNTY_DESIGNATED", null)));
    Decision decision = SmallClaim.decided(edition, held("COUNTY_DESIGNATED", "YF"));
    DecisionJson.PersonClassJson shown = DecisionView.of(decision, Language.ZH).personClass();
    assertEquals("YF", shown.identityCode());
    assertNull(DecisionView.of(SmallClaim.decided(edition, held("MINIMUM_LIVING", null)), Language.ZH).personClass()
        .identityCode());
  }

  @Test
  @DisplayName("A code that the policy does not name is refused, and so is a known one under another type")
  void unknown() {
    Edition edition = policy().compiled();
    for (Claim claim : List.of(held("COUNTY_DESIGNATED", "ZZ"), held("MINIMUM_LIVING", "YF"))) {
      assertEquals(RefusalCode.IDENTITY_CODE_UNKNOWN,
          ((Refusal) AssistanceDecider.decideUnder(edition, claim)).code());
    }
    assertEquals(RefusalCode.IDENTITY_CODE_UNKNOWN, ((Refusal) AssistanceDecider
        .decideUnder(new SmallEdition().compiled(), held("COUNTY_DESIGNATED", "YF"))).code());
  }

  @Test
  @DisplayName("The id of a decision tells groups apart and is as before without one")
  void id() {
    Claim plain = held("COUNTY_DESIGNATED", null);
    assertEquals(DecisionIdScheme.CURRENT.idOf(plain, "0"),
        DecisionIdScheme.CURRENT.idOf(held("COUNTY_DESIGNATED", null), "0"));
    assertNotEquals(DecisionIdScheme.CURRENT.idOf(plain, "0"),
        DecisionIdScheme.CURRENT.idOf(held("COUNTY_DESIGNATED", "YF"), "0"));
  }

  @Test
  @DisplayName("Whether an identity makes its holder rural is for the place to say")
  void rural() {
    SmallEdition policy = policy().sheet("救助待遇", "对象类别", "农村", "结果", "救助比例", "累计口径")
        .row("救助待遇", "一类", "不限", "救助", rate("0.5"), "全部合并").row("救助待遇", "二类", "是", "救助", rate("0.9"), "全部合并")
        .row("救助待遇", "二类", "否", "救助", rate("0.6"), "全部合并").row("救助待遇", "无类别", "不限", "非救助对象", N, N);
    assertEquals("6000", paid(policy.compiled(), held("UNSTABLE_OUT_OF_POVERTY", null)));
    Object[][] rows = policy.rows("身份");
    rows[2][5] = "是";
    assertEquals("9000", paid(policy.compiled(), held("UNSTABLE_OUT_OF_POVERTY", null)));
  }

  @Test
  @DisplayName("Premiums and applications know the groups of the place, too")
  void questions() {
    SmallEdition policy = policy().sheet("参保资助", "身份", "身份代码", "结果", "资助比例")
        .row("参保资助", "其他特殊困难人员", "YF", "按比例资助", rate("0.5"))
        .sheet("依申请救助", "身份", "身份代码", "对象身份", "重病患者亦可", "基准日", "追溯（月）", "起付标准", "救助比例", "一年一次")
        .row("依申请救助", "其他特殊困难人员", "YF", "其他特殊困难人员", "否", "申请之日", 12, 1000, rate("0.5"), "否");
    Catalogue catalogue = new Catalogue(List.of(policy.compiled()));
    for (String code : List.of("YF", "")) {
      Person person = held("COUNTY_DESIGNATED", code.isEmpty() ? null : code).person();
      PremiumAnswer premium =
          (PremiumAnswer) new PremiumDecider(catalogue).decide(new PremiumQuestion(SmallEdition.AREA,
              person, 2024, DAY, Money.fen(400_00), null, null, false, false, null, null, false, false));
      assertEquals(Money.fen(code.isEmpty() ? 0 : 200_00), premium.subsidy().amount());
      ApplicationAnswer application = (ApplicationAnswer) new ApplicationDecider(catalogue)
          .decide(new ApplicationQuestion("A", SmallEdition.AREA, DAY, null, person, List.of(), null, null, false,
              Money.ZERO));
      assertEquals(code.isEmpty(), application.ledger().terms() == null);
    }
    Person stranger = held("COUNTY_DESIGNATED", "ZZ").person();
    assertTrue(new PremiumDecider(catalogue).decide(new PremiumQuestion(SmallEdition.AREA, stranger, 2024, DAY,
        Money.fen(400_00), null, null, false, false, null, null, false, false)) instanceof Refusal);
    assertTrue(new ApplicationDecider(catalogue).decide(new ApplicationQuestion("A", SmallEdition.AREA, DAY, null,
        stranger, List.of(), null, null, false, Money.ZERO)) instanceof Refusal);
  }
}
