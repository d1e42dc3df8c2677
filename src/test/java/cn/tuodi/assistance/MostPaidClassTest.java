package cn.tuodi.assistance;

import static cn.tuodi.answer.Benefit.MEDICAL_ASSISTANCE;
import static cn.tuodi.edition.SmallEdition.rate;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.answer.NoticeCode;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.SmallEdition;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of several identities the one by which a claim is paid most, where the policy says so. */
class MostPaidClassTest {

  private static final String MOST_PAID = "有几种身份时取救助金额最高一类";
  private static final Edition MOST = policy(MOST_PAID, "是");

  /** Class 1 has half from the first yuan on, class 2 seven tenths above 2,000: alike at 7,000. Class 3 goes by the level of the institution. */
  private static Edition policy(String parameter, String value) {
    SmallEdition policy = new SmallEdition().parameter(parameter, value)
        .sheet("救助待遇", "对象类别", "医疗机构级别", "结果", "起付线", "救助比例", "累计口径")
        .row("救助待遇", "一类", "不限", "救助", 0, rate("0.5"), "全部合并")
        .row("救助待遇", "二类", "不限", "救助", 2000, rate("0.7"), "全部合并")
        .row("救助待遇", "三类", 1, "救助", 0, rate("0.9"), "全部合并")
        .row("救助待遇", "三类", 2, "救助", 0, rate("0.9"), "全部合并")
        .row("救助待遇", "三类", 3, "救助", 0, rate("0.1"), "全部合并")
        .row("救助待遇", "无类别", "不限", "非救助对象", "无", "无", "无");
    Object[][] usual = policy.rows("对象分类");
    policy.sheet("对象分类", "身份", "对象类别", "按重残待遇", "优先次序", "类别名称", "英文名称");
    for (int i = 1; i < usual.length; i++) {
      Object[] row = usual[i];
      policy.row("对象分类", row[1], row[1].equals("孤儿") ? "三类" : row[2], row[3], row[4], row[5], row[6]);
    }
    return policy.compiled();
  }

  private static Claim claim(String cost, List<String> identities) {
    return SmallClaim.of("{\"costs\": {\"total\": %s, \"policyScope\": %s}, \"payments\": {\"basicInsurance\": 0}}"
        .formatted(cost, cost), "{\"person\": {\"identities\": [%s]}}".formatted(String.join(", ", identities)));
  }

  private static String of(String type) {
    return "{\"type\": \"%s\", \"recognisedOn\": \"2010-01-01\"}".formatted(type);
  }

  private static final String FIRST = of("MINIMUM_LIVING");
  private static final String SECOND = of("LOW_INCOME_EDGE");

  @ParameterizedTest
  @DisplayName("The amount decides, whatever the order of identities; of equal amounts the more favourable class; zero is one, too")
  @CsvSource({"6999.99, MINIMUM_LIVING, 3500.00", "7000, MINIMUM_LIVING, 3500.00", "7001, LOW_INCOME_EDGE, 3500.70",
      "0, MINIMUM_LIVING, 0.00", "20000, LOW_INCOME_EDGE, 12600.00"})
  void amount(String cost, IdentityType identity, String paid) {
    for (List<String> identities : List.of(List.of(FIRST, SECOND), List.of(SECOND, FIRST),
        List.of(SECOND, FIRST, FIRST))) {
      Decision decision = SmallClaim.decided(MOST, claim(cost, identities));
      assertAll(() -> assertEquals(identity, decision.standing().identity()),
          () -> assertEquals(paid, SmallClaim.paid(decision, MEDICAL_ASSISTANCE).toPlainString()),
          () -> assertEquals(2, decision.standing().sources().size(), "the row of the class and that of the choice"));
    }
  }

  @Test
  @DisplayName("Without the parameter, or with no, the order of favour decides; one identity is decided as ever")
  void off() {
    for (Edition edition : List.of(policy(MOST_PAID, "否"), policy("有几种身份时取最优一类", "是"))) {
      assertEquals(IdentityType.MINIMUM_LIVING,
          SmallClaim.decided(edition, claim("20000", List.of(FIRST, SECOND))).standing().identity());
    }
    Decision one = SmallClaim.decided(MOST, claim("20000", List.of(SECOND)));
    assertEquals("12600.00", SmallClaim.paid(one, MEDICAL_ASSISTANCE).toPlainString());
    assertEquals(1, one.standing().sources().size());
  }

  @Test
  @DisplayName("Where the amount by one class is open, a person settles the claim, whatever another is paid")
  void open() {
    Decision decision = SmallClaim.decided(MOST, claim("20000", List.of(FIRST, of("ORPHAN"))));
    assertAll(() -> assertEquals(Status.REVIEW, decision.status()),
        () -> assertTrue(
            decision.notices().stream().anyMatch(notice -> notice.code() == NoticeCode.NOT_SETTLED_BY_RULES)),
        () -> assertEquals("10000.00", SmallClaim.paid(decision, MEDICAL_ASSISTANCE).toPlainString()));
    for (String level : List.of("1", "3")) {
      Decision known = SmallClaim.decided(MOST,
          SmallClaim
              .of("{\"care\": {\"institutionLevel\": %s}, \"person\": {\"identities\": [%s, %s]}}".formatted(level,
                  FIRST, of("ORPHAN"))));
      assertAll(() -> assertEquals(Status.DECIDED, known.status()),
          () -> assertEquals(level.equals("3") ? "5000.00" : "9000.00",
              SmallClaim.paid(known, MEDICAL_ASSISTANCE).toPlainString()));
    }
  }

  @Test
  @DisplayName("A trace tells the rules of the decision that counts, and changes nothing of it")
  void traced() {
    AssistanceDecider decider = new AssistanceDecider(new Catalogue(List.of(MOST)));
    Decision plain = (Decision) decider.decide(claim("20000", List.of(FIRST, SECOND)));
    Decision traced = (Decision) decider.decide(claim("20000", List.of(FIRST, SECOND)), true);
    assertEquals(plain.lines(), traced.lines());
    assertEquals(traced.trace().stream().distinct().count(), traced.trace().size(), traced.trace()::toString);
  }
}
