package cn.tuodi.claim.field;

import cn.tuodi.claim.ByCare;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.field.ClaimField;
import cn.tuodi.field.FieldSet;
import cn.tuodi.field.Label;
import cn.tuodi.field.ValueType;
import cn.tuodi.language.Message;
import cn.tuodi.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What is stated of the year before a claim. */
public final class YearFields {

  /**
   * A basis and what was paid on it.
   *
   * @param eligible the basis
   * @param paid what was paid
   */
  public record Used(Money eligible, Money paid) {}

  /**
   * A basis and what was paid on it, by kind of care.
   *
   * @param eligible the basis
   * @param paid what was paid
   */
  public record UsedByCare(ByCare eligible, ByCare paid) {}

  private static final FieldSet.Builder<ByCare> CARE_FIELDS = new FieldSet.Builder<>("ByCare");

  /** Inpatient care. */
  public static final ClaimField<ByCare, Money> INPATIENT =
      CARE_FIELDS.required("INPATIENT", ValueType.SUM, ByCare::inpatient, Label.of(Message.of("claim.inpatient")));

  /** Chronic outpatient care. */
  public static final ClaimField<ByCare, Money> CHRONIC_OUTPATIENT = CARE_FIELDS.required("CHRONIC_OUTPATIENT",
      ValueType.SUM, ByCare::chronicOutpatient, Label.of(Message.of("claim.chronic-outpatient")));

  /** Major-disease outpatient care. */
  public static final ClaimField<ByCare, Money> MAJOR_OUTPATIENT = CARE_FIELDS.required("MAJOR_OUTPATIENT",
      ValueType.SUM, ByCare::majorOutpatient, Label.of(Message.of("claim.major-outpatient")));

  /** Special drugs for outpatients. */
  public static final ClaimField<ByCare, Money> SPECIAL_DRUG_OUTPATIENT = further("SPECIAL_DRUG_OUTPATIENT",
      ByCare::specialDrugOutpatient, Message.of("claim.special-drugs-for-outpatients"));

  /** Ordinary outpatient care. */
  public static final ClaimField<ByCare, Money> ORDINARY_OUTPATIENT =
      further("ORDINARY_OUTPATIENT", ByCare::ordinaryOutpatient, Message.of("claim.ordinary-outpatient"));

  /** Maternity outpatient care. */
  public static final ClaimField<ByCare, Money> MATERNITY_OUTPATIENT =
      further("MATERNITY_OUTPATIENT", ByCare::maternityOutpatient, Message.of("claim.maternity-outpatient"));

  /** Amounts by kind of care. */
  public static final FieldSet<ByCare> BY_CARE = CARE_FIELDS.build(values -> new ByCare(values.get(INPATIENT),
      values.get(CHRONIC_OUTPATIENT), values.get(MAJOR_OUTPATIENT), values.get(SPECIAL_DRUG_OUTPATIENT, Money.ZERO),
      values.get(ORDINARY_OUTPATIENT, Money.ZERO), values.get(MATERNITY_OUTPATIENT, Money.ZERO)));

  private static final Label BASIS = Label.of(Message.of("claim.basis"));
  private static final Label HAS_PAID = Label.of(Message.of("claim.paid"));
  private static final FieldSet.Builder<UsedByCare> ASSISTANCE_FIELDS = new FieldSet.Builder<>("AssistanceUsed");

  /** Eligible cost of assistance. */
  public static final ClaimField<UsedByCare, ByCare> ELIGIBLE_BY_CARE =
      ASSISTANCE_FIELDS.required("eligible", BY_CARE.type(), UsedByCare::eligible, BASIS);

  /** Assistance paid. */
  public static final ClaimField<UsedByCare, ByCare> PAID_BY_CARE =
      ASSISTANCE_FIELDS.required("paid", BY_CARE.type(), UsedByCare::paid, HAS_PAID);

  /** Assistance of the year. */
  public static final FieldSet<UsedByCare> USED_BY_CARE = ASSISTANCE_FIELDS
      .build(values -> new UsedByCare(values.get(ELIGIBLE_BY_CARE), values.get(PAID_BY_CARE)));

  private static final FieldSet.Builder<Used> USED_FIELDS = new FieldSet.Builder<>("Used");

  /** The basis. */
  public static final ClaimField<Used, Money> ELIGIBLE =
      USED_FIELDS.required("eligible", ValueType.SUM, Used::eligible, BASIS);

  /** What was paid. */
  public static final ClaimField<Used, Money> PAID =
      USED_FIELDS.required("paid", ValueType.SUM, Used::paid, HAS_PAID);

  /** A basis and what was paid on it. */
  public static final FieldSet<Used> USED =
      USED_FIELDS.build(values -> new Used(values.get(ELIGIBLE), values.get(PAID)));

  private static final FieldSet.Builder<YearToDate> FIELDS = new FieldSet.Builder<>("YearToDate");

  /** The year. */
  public static final ClaimField<YearToDate, Integer> YEAR = FIELDS.required("year", ValueType.count(1900, 2100),
      YearToDate::year, Label.of(Message.of("claim.year")).help(Message.of("claim.that-of-the-service-date")));

  /** Burden after insurance. */
  public static final ClaimField<YearToDate, Money> BURDEN_AFTER_INSURANCE = FIELDS.required("burdenAfterInsurance",
      ValueType.SUM, YearToDate::burdenAfterInsurance, Label.of(Message.of("claim.burden-after-insurance")));

  /** Critical-illness insurance. */
  public static final ClaimField<YearToDate, Used> CRITICAL_ILLNESS = FIELDS.required("criticalIllness", USED.type(),
      year -> new Used(year.criticalIllnessEligible(), year.criticalIllnessPaid()),
      Label.of(Message.of("claim.critical-illness")));

  /** Medical assistance. */
  public static final ClaimField<YearToDate, UsedByCare> ASSISTANCE = FIELDS.required("assistance",
      USED_BY_CARE.type(), year -> new UsedByCare(year.assistanceEligible(), year.assistancePaid()),
      Label.of(Message.of("claim.medical-assistance")));

  /** Top-up assistance. */
  public static final ClaimField<YearToDate, Used> TOP_UP = FIELDS.required("topUp", USED.type(),
      year -> new Used(year.topUpEligible(), year.topUpPaid()), Label.of(Message.of("claim.top-up")));

  /** Area in which it has accumulated. */
  public static final ClaimField<YearToDate, String> REGION = FIELDS.optional("region", ValueType.AREA,
      YearToDate::region, Label.of(Message.of("claim.area-of-the-year-to-date")).help(
          Message.of("claim.other-provinces-do-not-count")));

  /** The year to date. */
  public static final FieldSet<YearToDate> SET = FIELDS.build(values -> new YearToDate(values.get(YEAR),
      values.get(BURDEN_AFTER_INSURANCE), values.get(CRITICAL_ILLNESS).eligible(), values.get(CRITICAL_ILLNESS).paid(),
      values.get(ASSISTANCE).eligible(), values.get(ASSISTANCE).paid(), values.get(TOP_UP).eligible(),
      values.get(TOP_UP).paid(), values.get(REGION)));

  private YearFields() {}

  /** JSON pointers, within a claim, to amounts of a year to date that are more than a claim can state. */
  public static List<String> tooLarge(YearToDate year) {
    List<String> places = new ArrayList<>(0);
    addTooLarge(SET, year, "/" + ClaimFields.YEAR_TO_DATE.name(), places);
    return places;
  }

  @SuppressWarnings("unchecked")
  private static <T> void addTooLarge(FieldSet<T> fields, T facts, String pointer, List<String> places) {
    for (ClaimField<T, ?> field : fields.fields()) {
      Object value = field.of(facts);
      String place = pointer + "/" + field.name();
      if (value instanceof Money amount && amount.exceeds(ValueType.LARGEST_SUM)) {
        places.add(place);
      } else if (value != null && field.type().kind() == ValueType.Kind.OBJECT) {
        addTooLarge((FieldSet<Object>) field.type().fields(), value, place, places);
      }
    }
  }

  /** A kind that only some policies add up: nothing of it is the same as its not being stated. */
  private static ClaimField<ByCare, Money> further(String name, Function<ByCare, Money> amount, Message label) {
    return CARE_FIELDS.optional(name, ValueType.SUM, amounts -> amount.apply(amounts).isZero() ? null
        : amount.apply(amounts), Label.of(label).help(Message.of("claim.only-where-the-policy-adds-it")));
  }
}
