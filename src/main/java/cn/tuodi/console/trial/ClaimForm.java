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
import cn.tuodi.language.Message;
import java.util.List;

/** The form for a claim: its groups. What is asked in each is what the fields of a claim are declared to be. */
public final class ClaimForm {

  private static final int IDENTITIES = 3;
  private static final int TIERS = 4;

  public static final FormLayout LAYOUT = new FormLayout(List.of(claim(), identities(), person(), care(), costs(),
      payments(), plan(), yearToDate()));

  private ClaimForm() {}

  private static FormLayout.Group claim() {
    return group(Message.of("console.the-bill-2"), Message.of("console.the-service-date-decides-which-edition"),
        List.of(FormFields.plain(ClaimFields.SET, "", true)));
  }

  private static FormLayout.Group identities() {
    return group(Message.of("console.recognitions"), Message.of("console.what-the-person-is-recognised-as"),
        FormFields.rows(PersonFields.IDENTITIES, "/person", IDENTITIES, Message.of("console.recognition")));
  }

  private static FormLayout.Group person() {
    return group(Message.of("console.the-person"), List.of(FormFields.whole(PersonFields.SET, "/person")));
  }

  private static FormLayout.Group care() {
    return group(Message.of("console.the-care"), List.of(FormFields.plain(CareFields.SET, "/care", true)));
  }

  private static FormLayout.Group costs() {
    return group(Message.of("console.cost-yuan"), Message.of("console.the-last-four-add-up-to"),
        List.of(FormFields.plain(CostsFields.SET, "/costs", true)));
  }

  private static FormLayout.Group payments() {
    return group(Message.of("console.paid-already-yuan"),
        List.of(FormFields.plain(PaymentsFields.SET, "/payments", true)));
  }

  private static FormLayout.Group plan() {
    String at = "/" + ClaimFields.PLAN.name();
    List<FormLayout.Part> parts = FormFields.rows(PlanFields.TIERS, at, TIERS, Message.of("console.tier"));
    parts.add(0, FormFields.plain(PlanFields.SET, at, false));
    return folded(Message.of("console.critical-illness-plan"), Message.of("console.state-the-local-base-schedule-and"),
        parts);
  }

  private static FormLayout.Group yearToDate() {
    return folded(Message.of("console.year-to-date"), Message.of("console.as-the-years-previous-decision-returned"),
        FormFields.parts(YearFields.SET, "/" + ClaimFields.YEAR_TO_DATE.name()));
  }
}
