package cn.tuodi.account.book;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.ByCare;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;

/**
 * What a bill adds to the accumulators of a year, and what it has each payer pay: both sides of an entry. As a change they
 * may be negative; in fen, exact.
 */
public final class Amounts {

  /** What each amount is called in the database: first the accumulators, then what payers pay by benefit. */
  public static final List<String> COLUMNS = List.of("burden", "critical_illness_eligible", "critical_illness_paid",
      "inpatient_eligible", "chronic_eligible", "major_eligible", "inpatient_paid", "chronic_paid", "major_paid",
      "top_up_eligible", "top_up_paid", "special_drug_eligible", "ordinary_eligible", "maternity_outpatient_eligible",
      "special_drug_paid", "ordinary_paid", "maternity_outpatient_paid", "line_critical_illness",
      "line_medical_assistance", "line_top_up",
      "line_institution");

  /** Nothing. */
  public static final Amounts NONE = new Amounts(new long[COLUMNS.size()]);

  private static final int LINES = COLUMNS.indexOf("line_critical_illness");
  private static final List<Benefit> BENEFITS = List.of(Benefit.CRITICAL_ILLNESS, Benefit.MEDICAL_ASSISTANCE,
      Benefit.TOP_UP_ASSISTANCE, Benefit.INSTITUTION_BORNE);

  /** Where claims state each accumulator. */
  private static final List<String> STATED = List.of("/yearToDate/burdenAfterInsurance",
      "/yearToDate/criticalIllness/eligible", "/yearToDate/criticalIllness/paid",
      "/yearToDate/assistance/eligible/INPATIENT", "/yearToDate/assistance/eligible/CHRONIC_OUTPATIENT",
      "/yearToDate/assistance/eligible/MAJOR_OUTPATIENT", "/yearToDate/assistance/paid/INPATIENT",
      "/yearToDate/assistance/paid/CHRONIC_OUTPATIENT", "/yearToDate/assistance/paid/MAJOR_OUTPATIENT",
      "/yearToDate/topUp/eligible", "/yearToDate/topUp/paid", "/yearToDate/assistance/eligible/SPECIAL_DRUG_OUTPATIENT",
      "/yearToDate/assistance/eligible/ORDINARY_OUTPATIENT", "/yearToDate/assistance/eligible/MATERNITY_OUTPATIENT",
      "/yearToDate/assistance/paid/SPECIAL_DRUG_OUTPATIENT", "/yearToDate/assistance/paid/ORDINARY_OUTPATIENT",
      "/yearToDate/assistance/paid/MATERNITY_OUTPATIENT");

  private final long[] fen;

  private Amounts(long[] fen) {
    this.fen = fen;
  }

  /** Amounts in fen, in the order of {@link #COLUMNS}. */
  public static Amounts of(long... fen) {
    if (fen.length != COLUMNS.size()) {
      throw new IllegalArgumentException("so many amounts are none of a bill: " + fen.length);
    }
    return new Amounts(fen.clone());
  }

  /** What had accumulated elsewhere; nobody pays anything on it here. */
  public static Amounts of(YearToDate year) {
    long[] fen = new long[COLUMNS.size()];
    ByCare eligible = year.assistanceEligible();
    ByCare paid = year.assistancePaid();
    List<Money> accumulated = List.of(year.burdenAfterInsurance(), year.criticalIllnessEligible(),
        year.criticalIllnessPaid(), eligible.inpatient(), eligible.chronicOutpatient(), eligible.majorOutpatient(),
        paid.inpatient(), paid.chronicOutpatient(), paid.majorOutpatient(), year.topUpEligible(), year.topUpPaid(),
        eligible.specialDrugOutpatient(), eligible.ordinaryOutpatient(), eligible.maternityOutpatient(),
        paid.specialDrugOutpatient(), paid.ordinaryOutpatient(), paid.maternityOutpatient());
    Arrays.setAll(fen, i -> i < LINES ? accumulated.get(i).inFen() : 0);
    return new Amounts(fen);
  }

  /**
   * What a decision states as accumulated with its claim.
   *
   * @throws ArithmeticException if an amount has more than two decimals
   */
  public static Amounts accumulated(JsonNode decision) {
    long[] fen = new long[COLUMNS.size()];
    Arrays.setAll(fen,
        i -> i < LINES ? decision.at(STATED.get(i)).decimalValue().movePointRight(2).longValueExact() : 0);
    return new Amounts(fen);
  }

  /** What the claim of a decision adds. */
  public static Amounts of(Decision decision) {
    Amounts added = of(decision.yearToDate()).minus(of(decision.claim().counted().yearToDate()));
    for (PayoutLine line : decision.lines()) {
      int place = LINES + BENEFITS.indexOf(line.benefit());
      added.fen[place] = Math.addExact(added.fen[place], line.amount().inFen());
    }
    return added;
  }

  /** The accumulators as a claim states them. */
  public YearToDate yearToDate(int year) {
    return new YearToDate(year, at(0), at(1), at(2), new ByCare(at(3), at(4), at(5), at(11), at(12), at(13)),
        new ByCare(at(6), at(7), at(8), at(14), at(15), at(16)), at(9), at(10), null);
  }

  /** Whether a benefit is one that bills pay, and that is kept. */
  public static boolean isKept(Benefit benefit) {
    return BENEFITS.contains(benefit);
  }

  /** What the amount that is paid as a benefit is called in the database. */
  public static Map<Benefit, String> paidColumns() {
    Map<Benefit, String> columns = new EnumMap<>(Benefit.class);
    BENEFITS.forEach(benefit -> columns.put(benefit, COLUMNS.get(LINES + BENEFITS.indexOf(benefit))));
    return columns;
  }

  /** The accumulators, without what payers pay. */
  public Amounts accumulated() {
    long[] accumulated = fen.clone();
    Arrays.fill(accumulated, LINES, fen.length, 0);
    return new Amounts(accumulated);
  }

  /** What is paid as a benefit. */
  public Money paid(Benefit benefit) {
    return at(LINES + BENEFITS.indexOf(benefit));
  }

  /** What is taken back of single benefits, added up: what others are paid more is not set off. */
  public Money recovered() {
    return Money.fen(Arrays.stream(fen, LINES, fen.length).map(amount -> Math.max(0, -amount)).sum());
  }

  /** The amounts in fen, in the order of {@link #COLUMNS}. */
  public long[] inFen() {
    return fen.clone();
  }

  /** The sums of both. */
  public Amounts plus(Amounts other) {
    return with(other, Math::addExact);
  }

  /** These less the others; may be negative. */
  public Amounts minus(Amounts other) {
    return with(other, Math::subtractExact);
  }

  private Amounts with(Amounts other, LongBinaryOperator operation) {
    long[] result = new long[fen.length];
    Arrays.setAll(result, i -> operation.applyAsLong(fen[i], other.fen[i]));
    return new Amounts(result);
  }

  private Money at(int index) {
    return Money.fen(fen[index]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Amounts amounts && Arrays.equals(amounts.fen, fen);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(fen);
  }

  @Override
  public String toString() {
    return Arrays.toString(fen);
  }
}
