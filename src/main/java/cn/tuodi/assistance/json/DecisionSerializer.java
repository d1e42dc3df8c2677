package cn.tuodi.assistance.json;

import cn.tuodi.json.MoneySerializer;
import cn.tuodi.money.Money;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/**
 * Writes decisions field by field, without looking each field up: writing is a large part of what a decision costs. The
 * fields and their order are those of {@link DecisionJson}.
 */
final class DecisionSerializer extends StdSerializer<DecisionJson> {

  private static final long serialVersionUID = 1L;

  private static final SerializableString CLAIM_ID = new SerializedString("claimId");
  private static final SerializableString DECISION_ID = new SerializedString("decisionId");
  private static final SerializableString POLICY = new SerializedString("policy");
  private static final SerializableString EDITION = new SerializedString("edition");
  private static final SerializableString CONTENT_HASH = new SerializedString("contentHash");
  private static final SerializableString STATUS = new SerializedString("status");
  private static final SerializableString CLASS = new SerializedString("class");
  private static final SerializableString NUMBER = new SerializedString("number");
  private static final SerializableString SEVERE_DISABILITY = new SerializedString("severeDisability");
  private static final SerializableString IDENTITY = new SerializedString("identity");
  private static final SerializableString IDENTITY_CODE = new SerializedString("identityCode");
  private static final SerializableString LABEL = new SerializedString("label");
  private static final SerializableString PROVISIONS = new SerializedString("provisions");
  private static final SerializableString PAYOUTS = new SerializedString("payouts");
  private static final SerializableString BENEFIT = new SerializedString("benefit");
  private static final SerializableString PAYER = new SerializedString("payer");
  private static final SerializableString AMOUNT = new SerializedString("amount");
  private static final SerializableString ELIGIBLE = new SerializedString("eligible");
  private static final SerializableString BANDS = new SerializedString("bands");
  private static final SerializableString FROM = new SerializedString("from");
  private static final SerializableString TO = new SerializedString("to");
  private static final SerializableString RATE = new SerializedString("rate");
  private static final SerializableString COST = new SerializedString("cost");
  private static final SerializableString LIMITS = new SerializedString("limits");
  private static final SerializableString NAME = new SerializedString("name");
  private static final SerializableString CAP = new SerializedString("cap");
  private static final SerializableString USED_BEFORE = new SerializedString("usedBefore");
  private static final SerializableString BOUND = new SerializedString("bound");
  private static final SerializableString EXPLANATION = new SerializedString("explanation");
  private static final SerializableString NOTICES = new SerializedString("notices");
  private static final SerializableString CODE = new SerializedString("code");
  private static final SerializableString SEVERITY = new SerializedString("severity");
  private static final SerializableString MESSAGE = new SerializedString("message");
  private static final SerializableString REVIEWABLE = new SerializedString("reviewable");
  private static final SerializableString ENTITLEMENTS = new SerializedString("entitlements");
  private static final SerializableString TYPE = new SerializedString("type");
  private static final SerializableString TOTALS = new SerializedString("totals");
  private static final SerializableString TOTAL = new SerializedString("total");
  private static final SerializableString BASIC_INSURANCE = new SerializedString("basicInsurance");
  private static final SerializableString CRITICAL_ILLNESS = new SerializedString("criticalIllness");
  private static final SerializableString EMPLOYEE_SUPPLEMENT = new SerializedString("employeeSupplement");
  private static final SerializableString OTHER_INSURANCE = new SerializedString("otherInsurance");
  private static final SerializableString MEDICAL_ASSISTANCE = new SerializedString("medicalAssistance");
  private static final SerializableString TOP_UP_ASSISTANCE = new SerializedString("topUpAssistance");
  private static final SerializableString INSTITUTION_BORNE = new SerializedString("institutionBorne");
  private static final SerializableString PERSONAL = new SerializedString("personal");
  private static final SerializableString YEAR_TO_DATE = new SerializedString("yearToDate");
  private static final SerializableString YEAR = new SerializedString("year");
  private static final SerializableString BURDEN_AFTER_INSURANCE = new SerializedString("burdenAfterInsurance");
  private static final SerializableString ASSISTANCE = new SerializedString("assistance");
  private static final SerializableString PAID = new SerializedString("paid");
  private static final SerializableString INPATIENT = new SerializedString("INPATIENT");
  private static final SerializableString CHRONIC_OUTPATIENT = new SerializedString("CHRONIC_OUTPATIENT");
  private static final SerializableString MAJOR_OUTPATIENT = new SerializedString("MAJOR_OUTPATIENT");
  private static final SerializableString SPECIAL_DRUG_OUTPATIENT = new SerializedString("SPECIAL_DRUG_OUTPATIENT");
  private static final SerializableString ORDINARY_OUTPATIENT = new SerializedString("ORDINARY_OUTPATIENT");
  private static final SerializableString MATERNITY_OUTPATIENT = new SerializedString("MATERNITY_OUTPATIENT");
  private static final SerializableString TOP_UP = new SerializedString("topUp");
  private static final SerializableString REGION = new SerializedString("region");
  private static final SerializableString TRACE = new SerializedString("trace");
  private static final SerializableString RULE = new SerializedString("rule");
  private static final SerializableString PROVISION = new SerializedString("provision");

  DecisionSerializer() {
    super(DecisionJson.class);
  }

  @Override
  public void serialize(DecisionJson decision, JsonGenerator out, SerializerProvider provider) throws IOException {
    out.writeStartObject();
    text(out, CLAIM_ID, decision.claimId());
    text(out, DECISION_ID, decision.decisionId());
    begin(out, POLICY);
    text(out, EDITION, decision.policy().edition());
    text(out, CONTENT_HASH, decision.policy().contentHash());
    out.writeEndObject();
    constant(out, STATUS, decision.status());
    personClass(out, decision.personClass());
    out.writeFieldName(PAYOUTS);
    out.writeStartArray();
    for (DecisionJson.Payout payout : decision.payouts()) {
      payout(out, payout);
    }
    out.writeEndArray();
    out.writeFieldName(NOTICES);
    out.writeStartArray();
    for (DecisionJson.NoticeJson notice : decision.notices()) {
      out.writeStartObject();
      constant(out, CODE, notice.code());
      constant(out, SEVERITY, notice.severity());
      text(out, MESSAGE, notice.message());
      flag(out, REVIEWABLE, notice.reviewable());
      provisions(out, notice.provisions());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeFieldName(ENTITLEMENTS);
    out.writeStartArray();
    for (DecisionJson.EntitlementJson entitlement : decision.entitlements()) {
      out.writeStartObject();
      constant(out, TYPE, entitlement.type());
      provisions(out, entitlement.provisions());
      out.writeEndObject();
    }
    out.writeEndArray();
    totals(out, decision.totals());
    yearToDate(out, decision.yearToDate());
    trace(out, decision.trace());
    out.writeEndObject();
  }

  private static void personClass(JsonGenerator out, DecisionJson.PersonClassJson personClass) throws IOException {
    out.writeFieldName(CLASS);
    if (personClass == null) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    out.writeFieldName(NUMBER);
    out.writeNumber(personClass.number());
    flag(out, SEVERE_DISABILITY, personClass.severeDisability());
    constant(out, IDENTITY, personClass.identity());
    if (personClass.identityCode() != null) {
      text(out, IDENTITY_CODE, personClass.identityCode());
    }
    text(out, LABEL, personClass.label());
    provisions(out, personClass.provisions());
    out.writeEndObject();
  }

  private static void payout(JsonGenerator out, DecisionJson.Payout payout) throws IOException {
    out.writeStartObject();
    constant(out, BENEFIT, payout.benefit());
    constant(out, PAYER, payout.payer());
    amount(out, AMOUNT, payout.amount());
    amount(out, ELIGIBLE, payout.eligible());
    out.writeFieldName(BANDS);
    out.writeStartArray();
    for (DecisionJson.BandJson band : payout.bands()) {
      out.writeStartObject();
      amount(out, FROM, band.from());
      amount(out, TO, band.to());
      share(out, RATE, band.rate());
      amount(out, COST, band.cost());
      amount(out, AMOUNT, band.amount());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeFieldName(LIMITS);
    out.writeStartArray();
    for (DecisionJson.LimitJson limit : payout.limits()) {
      out.writeStartObject();
      constant(out, NAME, limit.name());
      amount(out, CAP, limit.cap());
      amount(out, USED_BEFORE, limit.usedBefore());
      flag(out, BOUND, limit.bound());
      out.writeEndObject();
    }
    out.writeEndArray();
    provisions(out, payout.provisions());
    text(out, EXPLANATION, payout.explanation());
    out.writeEndObject();
  }

  private static void totals(JsonGenerator out, DecisionJson.TotalsJson totals) throws IOException {
    begin(out, TOTALS);
    amount(out, TOTAL, totals.total());
    amount(out, BASIC_INSURANCE, totals.basicInsurance());
    amount(out, CRITICAL_ILLNESS, totals.criticalIllness());
    amount(out, EMPLOYEE_SUPPLEMENT, totals.employeeSupplement());
    amount(out, OTHER_INSURANCE, totals.otherInsurance());
    amount(out, MEDICAL_ASSISTANCE, totals.medicalAssistance());
    amount(out, TOP_UP_ASSISTANCE, totals.topUpAssistance());
    amount(out, INSTITUTION_BORNE, totals.institutionBorne());
    amount(out, PERSONAL, totals.personal());
    out.writeEndObject();
  }

  private static void yearToDate(JsonGenerator out, DecisionJson.YearToDateJson year) throws IOException {
    begin(out, YEAR_TO_DATE);
    out.writeFieldName(YEAR);
    out.writeNumber(year.year());
    amount(out, BURDEN_AFTER_INSURANCE, year.burdenAfterInsurance());
    used(out, CRITICAL_ILLNESS, year.criticalIllness());
    begin(out, ASSISTANCE);
    byCare(out, ELIGIBLE, year.assistance().eligible());
    byCare(out, PAID, year.assistance().paid());
    out.writeEndObject();
    used(out, TOP_UP, year.topUp());
    if (year.region() != null) {
      text(out, REGION, year.region());
    }
    out.writeEndObject();
  }

  private static void used(JsonGenerator out, SerializableString name, DecisionJson.Used used) throws IOException {
    begin(out, name);
    amount(out, ELIGIBLE, used.eligible());
    amount(out, PAID, used.paid());
    out.writeEndObject();
  }

  private static void byCare(JsonGenerator out, SerializableString name, DecisionJson.ByCareJson amounts)
      throws IOException {
    begin(out, name);
    amount(out, INPATIENT, amounts.inpatient());
    amount(out, CHRONIC_OUTPATIENT, amounts.chronicOutpatient());
    amount(out, MAJOR_OUTPATIENT, amounts.majorOutpatient());
    amountIfAny(out, SPECIAL_DRUG_OUTPATIENT, amounts.specialDrugOutpatient());
    amountIfAny(out, ORDINARY_OUTPATIENT, amounts.ordinaryOutpatient());
    amountIfAny(out, MATERNITY_OUTPATIENT, amounts.maternityOutpatient());
    out.writeEndObject();
  }

  private static void amountIfAny(JsonGenerator out, SerializableString name, Money amount) throws IOException {
    if (amount != null) {
      amount(out, name, amount);
    }
  }

  private static void trace(JsonGenerator out, List<DecisionJson.Traced> trace) throws IOException {
    if (trace == null) {
      return;
    }
    out.writeFieldName(TRACE);
    out.writeStartArray();
    for (DecisionJson.Traced traced : trace) {
      out.writeStartObject();
      text(out, RULE, traced.rule());
      text(out, PROVISION, traced.provision());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void provisions(JsonGenerator out, List<DecisionJson.ProvisionJson> provisions) throws IOException {
    out.writeFieldName(PROVISIONS);
    out.writeStartArray();
    for (DecisionJson.ProvisionJson provision : provisions) {
      CitationSerializer.write(provision, out);
    }
    out.writeEndArray();
  }

  private static void begin(JsonGenerator out, SerializableString name) throws IOException {
    out.writeFieldName(name);
    out.writeStartObject();
  }

  private static void amount(JsonGenerator out, SerializableString name, Money amount) throws IOException {
    out.writeFieldName(name);
    if (amount == null) {
      out.writeNull();
    } else {
      MoneySerializer.write(amount, out);
    }
  }

  private static void share(JsonGenerator out, SerializableString name, BigDecimal share) throws IOException {
    out.writeFieldName(name);
    out.writeNumber(share);
  }

  private static void text(JsonGenerator out, SerializableString name, String text) throws IOException {
    out.writeFieldName(name);
    // Writes null for none.
    out.writeString(text);
  }

  private static void constant(JsonGenerator out, SerializableString name, Enum<?> constant) throws IOException {
    out.writeFieldName(name);
    out.writeString(constant.name());
  }

  private static void flag(JsonGenerator out, SerializableString name, boolean flag) throws IOException {
    out.writeFieldName(name);
    out.writeBoolean(flag);
  }
}
