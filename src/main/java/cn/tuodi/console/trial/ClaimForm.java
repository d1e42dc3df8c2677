package cn.tuodi.console.trial;

import static cn.tuodi.console.trial.FormLayout.folded;
import static cn.tuodi.console.trial.FormLayout.group;

import cn.tuodi.claim.field.CareFields;
import cn.tuodi.claim.field.ClaimFields;
import cn.tuodi.claim.field.CostsFields;
import cn.tuodi.claim.field.PaymentsFields;
import cn.tuodi.claim.field.PersonFields;
import cn.tuodi.claim.field.PlanFields;
import cn.tuodi.claim.field.YearFields;
import java.util.List;

/** The form for a claim: its groups. What is asked in each is what the fields of a claim are declared to be. */
public final class ClaimForm {

  private static final int IDENTITIES = 3;
  private static final int TIERS = 4;

  public static final FormLayout LAYOUT = new FormLayout(List.of(claim(), identities(), person(), care(), costs(),
      payments(), plan(), yearToDate()));

  private ClaimForm() {}

  private static FormLayout.Group claim() {
    return group("费用单据", "The bill", "就医日期决定适用哪一版政策。", "The service date decides which edition applies.",
        List.of(FormFields.plain(ClaimFields.SET, "", true)));
  }

  private static FormLayout.Group identities() {
    return group("认定的身份", "Recognitions", "就医当日有效的身份决定对象类别；没有则不填。",
        "What the person is recognised as on the service date gives the class; leave empty where there is nothing.",
        FormFields.rows(PersonFields.IDENTITIES, "/person", IDENTITIES, "身份 #", "Recognition #"));
  }

  private static FormLayout.Group person() {
    return group("人员", "The person", "", "", List.of(FormFields.whole(PersonFields.SET, "/person")));
  }

  private static FormLayout.Group care() {
    return group("就医", "The care", "", "", List.of(FormFields.plain(CareFields.SET, "/care", true)));
  }

  private static FormLayout.Group costs() {
    return group("费用（元）", "Cost (yuan)", "后四项相加应等于总费用。", "The last four add up to the total.",
        List.of(FormFields.plain(CostsFields.SET, "/costs", true)));
  }

  private static FormLayout.Group payments() {
    return group("已付（元）", "Paid already (yuan)", "", "",
        List.of(FormFields.plain(PaymentsFields.SET, "/payments", true)));
  }

  private static FormLayout.Group plan() {
    String at = "/" + ClaimFields.PLAN.name();
    List<FormLayout.Part> parts = FormFields.rows(PlanFields.TIERS, at, TIERS, "第 # 段", "Tier #");
    parts.add(0, FormFields.plain(PlanFields.SET, at, false));
    return folded("大病保险方案", "Critical-illness plan", "给出当地的基础方案，由托底计算大病保险和倾斜政策。",
        "State the local base schedule, and critical-illness insurance is computed with its preferential terms.",
        parts);
  }

  private static FormLayout.Group yearToDate() {
    return folded("本年度累计", "Year to date", "取自本年度上一份核定结果；不填则按首次就医计算。填了一项，其余不填的按 0。",
        "As the year's previous decision returned it; empty means the year begins here. Where one is stated, the others are 0.",
        FormFields.parts(YearFields.SET, "/" + ClaimFields.YEAR_TO_DATE.name()));
  }
}
