package cn.tuodi.assistance;

import static cn.tuodi.answer.Benefit.INSTITUTION_BORNE;
import static cn.tuodi.answer.Benefit.MEDICAL_ASSISTANCE;
import static cn.tuodi.answer.Benefit.TOP_UP_ASSISTANCE;
import static cn.tuodi.edition.SmallEdition.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.answer.Notice;
import cn.tuodi.answer.NoticeCode;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.SmallEdition;
import cn.tuodi.language.Language;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A fact that a claim leaves out is never taken for one that is not met where that changes what is paid. */
class OpenFactsTest {

  private static final String N = "无";
  private static final String OUT_OF_SCOPE =
      "\"costs\": {\"total\": 13000, \"policyScope\": 11000, \"selfPaid\": 2000}";

  private static List<NoticeCode> open(Decision decision) {
    return decision.notices().stream().map(Notice::code)
        .filter(code -> code == NoticeCode.FACT_NOT_STATED || code == NoticeCode.NOT_SETTLED_BY_RULES).toList();
  }

  private static Decision decided(Edition edition, String facts) {
    return SmallClaim.decided(edition, SmallClaim.of("{" + facts + "}"));
  }

  @Test
  @DisplayName("What the institution bears by its level: without the level a person settles it, unless nothing is out of scope")
  void institution() {
    Edition edition = new SmallEdition().sheet("机构承担费用", "医疗机构级别", "界限", "计入费用")
        .row("机构承担费用", 3, rate("0.12"), "目录外自费").row("机构承担费用", 2, rate("0.08"), "目录外自费").compiled();
    Decision open = decided(edition, OUT_OF_SCOPE);
    assertEquals(Status.REVIEW, open.status());
    assertEquals(List.of(NoticeCode.FACT_NOT_STATED), open(open));
    assertEquals("应付数额取决于单据没有填写的：医疗机构级别。请补填后重新核定，或由人工处理。",
        DecisionView.of(open, Language.ZH).notices().stream()
            .filter(notice -> notice.code() == NoticeCode.FACT_NOT_STATED)
            .findFirst().orElseThrow().message());
    for (String[] level : new String[][] {{"3", "440.00"}, {"2", "960.00"}, {"1", "0"}}) {
      Decision stated = decided(edition, OUT_OF_SCOPE + ", \"care\": {\"institutionLevel\": " + level[0] + "}");
      assertEquals(Status.DECIDED, stated.status(), level[0]);
      assertEquals(level[1], SmallClaim.paid(stated, INSTITUTION_BORNE).toPlainString());
    }
    assertEquals(List.of(), open(decided(edition, "")), "all of it is in scope");
  }

  @Test
  @DisplayName("Top-up assistance from an age on: without the day of birth a person settles it where there is any to be had")
  void topUp() {
    Edition edition = new SmallEdition().sheet("倾斜救助", "对象类别", "就医地", "年满（岁）", "起付标准", "救助比例", "年度限额")
        .row("倾斜救助", "一类", "统筹地区内", 60, 1000, rate("0.5"), N).compiled();
    assertEquals(List.of(NoticeCode.FACT_NOT_STATED), open(decided(edition, "\"person\": {\"birthDate\": null}")));
    Decision old = decided(edition, "\"person\": {\"birthDate\": \"1964-06-01\"}");
    assertEquals(List.of(), open(old));
    assertEquals(1, SmallClaim.paid(old, TOP_UP_ASSISTANCE).signum());
    Decision young = decided(edition, "\"person\": {\"birthDate\": \"1964-06-02\"}");
    assertEquals(List.of(), open(young));
    assertEquals(0, SmallClaim.paid(young, TOP_UP_ASSISTANCE).signum());
    assertEquals(List.of(), open(decided(edition, "\"person\": {\"birthDate\": null, \"identities\": []}")),
        "whoever is in no class has none at any age");
  }

  @Test
  @DisplayName("A first bill of which nothing is paid at any age is left open, too, where later ones would be paid for it")
  void carriedForward() {
    Edition edition = new SmallEdition().sheet("倾斜救助", "对象类别", "就医地", "年满（岁）", "起付标准", "救助比例", "年度限额")
        .row("倾斜救助", "一类", "统筹地区内", 60, 10_000, rate("0.5"), N).compiled();
    assertEquals(List.of(NoticeCode.FACT_NOT_STATED), open(decided(edition, "\"person\": {\"birthDate\": null}")));
    Decision old = decided(edition, "\"person\": {\"birthDate\": \"1950-01-01\"}");
    assertEquals(0, SmallClaim.paid(old, TOP_UP_ASSISTANCE).signum());
  }

  @Test
  @DisplayName("Rates by years of enrolment: all alike leave nothing open, different ones do")
  void years() {
    SmallEdition alike = byYears("0.5", "0.5");
    assertEquals(List.of(NoticeCode.NOT_SETTLED_BY_RULES), open(decided(alike.compiled(), "")), "no row applies");
    SmallEdition reserve = new SmallEdition().sheet("比例调整", "情形", "连续参保满（年）", "降低百分点")
        .row("比例调整", "未办理转诊备案", N, N).row("比例调整", "申请时才参保", N, N);
    assertEquals(List.of(), open(decided(reserve.compiled(), "")));
    Decision stated = decided(byYears("0.5", "0.6").compiled(), "\"person\": {\"enrolledYears\": 5}");
    assertEquals("6000.00", SmallClaim.paid(stated, MEDICAL_ASSISTANCE).toPlainString());
  }

  @Test
  @DisplayName("Two facts that matter only together are both told, and one that never matters is not")
  void together() {
    Edition edition = new SmallEdition().sheet("倾斜救助", "对象类别", "就医地", "医疗机构级别", "年满（岁）", "起付标准", "救助比例", "年度限额")
        .row("倾斜救助", "一类", "统筹地区内", 3, 60, 1000, rate("0.5"), N).compiled();
    String unborn = "\"person\": {\"birthDate\": null}";
    assertEquals(List.of(NoticeCode.FACT_NOT_STATED), open(decided(edition, unborn)));
    assertEquals(2, deciders(decided(edition, unborn)));
    assertEquals(1, deciders(decided(edition, unborn + ", \"care\": {\"institutionLevel\": 3}")));
    assertEquals(List.of(), open(decided(edition, unborn + ", \"care\": {\"institutionLevel\": 2}")));
    assertEquals(1, deciders(decided(edition, "\"person\": {\"birthDate\": \"1950-01-01\"}")));
    assertEquals(List.of(), open(decided(edition, "\"person\": {\"birthDate\": \"1990-01-01\"}")));
  }

  private static int deciders(Decision decision) {
    return decision.notices().stream().filter(notice -> notice.code() == NoticeCode.FACT_NOT_STATED).findFirst()
        .orElseThrow().arguments().size();
  }

  @Test
  @DisplayName("Who is denied assistance, and whose bill the institution bears in part by its level, is for a person to settle, too")
  void denial() {
    Edition edition = new SmallEdition().sheet("机构承担费用", "医疗机构级别", "界限", "计入费用")
        .row("机构承担费用", 3, rate("0.12"), "目录外自费").sheet("准予条件", "定点机构", "准予").row("准予条件", "是", "是")
        .sheet("不予救助", "定点机构", "原因", "可复核").row("不予救助", "否", "非定点机构", "否").compiled();
    String elsewhere = "\"care\": {\"designated\": false}";
    assertEquals(Status.DENIED, decided(edition, elsewhere).status());
    assertEquals(List.of(NoticeCode.FACT_NOT_STATED), open(decided(edition, OUT_OF_SCOPE + ", " + elsewhere)));
    assertEquals(Status.REVIEW, decided(edition, OUT_OF_SCOPE + ", " + elsewhere).status());
    String stated = OUT_OF_SCOPE + ", \"care\": {\"designated\": false, \"institutionLevel\": 3}";
    assertEquals(Status.DENIED, decided(edition, stated).status());
  }

  private static SmallEdition byYears(String few, String many) {
    return new SmallEdition().sheet("救助待遇", "对象类别", "连续参保满（年）", "连续参保未满（年）", "结果", "救助比例", "累计口径")
        .row("救助待遇", "一类", N, 5, "救助", rate(few), "全部合并").row("救助待遇", "一类", 5, N, "救助", rate(many), "全部合并")
        .row("救助待遇", "二类", N, N, "救助", rate("0.5"), "全部合并").row("救助待遇", "无类别", N, N, "非救助对象", N, N);
  }
}
