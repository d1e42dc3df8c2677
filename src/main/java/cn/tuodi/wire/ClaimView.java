package cn.tuodi.wire;

import cn.tuodi.facts.ByCare;
import cn.tuodi.facts.Claim;
import cn.tuodi.facts.CriticalIllnessPlan;
import cn.tuodi.facts.Identity;
import cn.tuodi.facts.Money;
import cn.tuodi.facts.Person;
import cn.tuodi.facts.YearToDate;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A claim as the wire contract writes it, so that it can be sent again; what is not stated is left out. */
public final class ClaimView {

  private final Map<String, Object> fields = new LinkedHashMap<>();

  private ClaimView() {}

  /** A claim, by the names of its fields. */
  public static Map<String, Object> of(Claim claim) {
    ClaimView view = new ClaimView();
    view.put("claimId", claim.claimId()).put("region", claim.region()).put("serviceDate", claim.serviceDate())
        .put("settledOn", claim.settledOn()).put("person", person(claim.person()))
        .put("care",
            new ClaimView().put("type", claim.care().type()).put("condition", claim.care().condition())
                .put("designated", claim.care().designated()).put("place", claim.care().place())
                .put("referral", claim.care().referral()).put("emergency", claim.care().emergency())
                .put("primaryCareReferral", claim.care().primaryCareReferral()).fields)
        .put("costs",
            new ClaimView().put("total", claim.costs().total()).put("policyScope", claim.costs().policyScope())
                .put("advance", claim.costs().advance()).put("overLimit", claim.costs().overLimit())
                .put("selfPaid", claim.costs().selfPaid())
                .put("cataloguesExceptionApproved", claim.costs().cataloguesExceptionApproved()).fields)
        .put("payments",
            new ClaimView().put("basicInsurance", claim.payments().basicInsurance())
                .put("criticalIllness", claim.payments().criticalIllness())
                .put("employeeSupplement", claim.payments().employeeSupplement())
                .put("otherInsurance", claim.payments().otherInsurance()).fields)
        .put("criticalIllnessPlan", claim.plan() == null ? null : plan(claim.plan()))
        .put("yearToDate", claim.yearToDateStated() ? yearToDate(claim.yearToDate()) : null);
    return view.fields;
  }

  private ClaimView put(String name, Object value) {
    if (value != null) {
      fields.put(name, value instanceof Enum<?> constant ? constant.name() : value);
    }
    return this;
  }

  private static Map<String, Object> person(Person person) {
    return new ClaimView().put("personId", person.personId()).put("birthDate", person.birthDate())
        .put("scheme", person.scheme()).put("enrolment", person.enrolment()).put("localHukou", person.localHukou())
        .put("rural", person.rural()).put("identities", person.identities().stream().map(ClaimView::identity).toList())
        .put("disability", person.disability() == null ? null
            : new ClaimView().put("grade", person.disability().grade()).put("kind", person.disability().kind())
                .put("components", person.disability().components().isEmpty() ? null
                    : person.disability().components().stream().map(Enum::name).sorted().toList()).fields).fields;
  }

  private static Map<String, Object> identity(Identity identity) {
    return new ClaimView().put("type", identity.type()).put("recognisedOn", identity.recognisedOn())
        .put("endedOn", identity.endedOn()).put("appliedOn", identity.appliedOn())
        .put("assignedClass", identity.assignedClass() == 0 ? null : identity.assignedClass()).fields;
  }

  private static Map<String, Object> plan(CriticalIllnessPlan plan) {
    List<Map<String, Object>> tiers = plan.tiers().stream()
        .map(tier -> new ClaimView().put("above", tier.above()).put("rate", share(tier.rate().share())).fields)
        .toList();
    return new ClaimView().put("deductible", plan.deductible())
        .put("disposableIncomePerHead", plan.disposableIncomePerHead()).put("tiers", tiers)
        .put("cap", plan.cap()).fields;
  }

  private static BigDecimal share(BigDecimal rate) {
    return rate.setScale(4);
  }

  private static Map<String, Object> yearToDate(YearToDate year) {
    return new ClaimView().put("year", year.year()).put("burdenAfterInsurance", year.burdenAfterInsurance())
        .put("criticalIllness", used(year.criticalIllnessEligible(), year.criticalIllnessPaid()))
        .put("assistance",
            new ClaimView().put("eligible", byCare(year.assistanceEligible()))
                .put("paid", byCare(year.assistancePaid())).fields)
        .put("topUp", used(year.topUpEligible(), year.topUpPaid())).fields;
  }

  private static Map<String, Object> used(Money eligible, Money paid) {
    return new ClaimView().put("eligible", eligible).put("paid", paid).fields;
  }

  private static Map<String, Object> byCare(ByCare amounts) {
    return new ClaimView().put("INPATIENT", amounts.inpatient()).put("CHRONIC_OUTPATIENT", amounts.chronicOutpatient())
        .put("MAJOR_OUTPATIENT", amounts.majorOutpatient()).fields;
  }
}
