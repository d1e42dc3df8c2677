package cn.tuodi.assistance;

import cn.tuodi.answer.NoticeCode;
import cn.tuodi.answer.Payer;
import cn.tuodi.answer.Source;
import cn.tuodi.claim.Accumulator;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.Identity;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.money.Bands;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.money.Schedule;
import cn.tuodi.policy.LocalStandard;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.PersonClass;
import cn.tuodi.policy.TermsOutcome;
import java.util.ArrayList;
import java.util.List;

/** The terms of assistance for a class and a kind of care (救助待遇), or the reason why there are none. */
public final class TermsStep extends AfterInsuranceStep {

  private final SettledStep settled;
  private final Source source;
  private final Source capSource;
  private final Source localSource;
  private final TermsOutcome outcome;
  private final NoticeCode alsoNotice;
  private final String instrument;
  private final Schedule schedule;
  private final Accumulator accumulator;
  private final Accumulator deductibleAccumulator;
  private final boolean eachBill;
  private final Money annualCap;
  private final List<Cap> furtherCaps;
  private final Money careCap;
  private final Money billCap;
  private final Payer payer;

  /**
   * A cap of the year besides the annual cap.
   *
   * @param within what adds up to it
   * @param amount the cap
   */
  record Cap(Accumulator within, Money amount) {}

  private TermsStep(Builder builder) {
    super(builder.settled.file(), builder.settled.standing());
    this.settled = builder.settled;
    this.source = builder.source;
    this.capSource = builder.capSource;
    this.localSource = builder.localSource;
    this.outcome = builder.outcome;
    this.alsoNotice = builder.alsoNotice;
    this.instrument = builder.instrument;
    this.schedule = builder.schedule();
    this.accumulator = builder.accumulator;
    this.deductibleAccumulator = builder.deductibleAccumulator;
    this.eachBill = builder.eachBill;
    this.annualCap = builder.annualCap;
    this.furtherCaps = List.copyOf(builder.furtherCaps);
    this.careCap = builder.careCap;
    this.billCap = builder.billCap;
    this.payer = builder.payer;
    ledger().settleTerms(this);
  }

  /** Gathers the cells of a row of terms. */
  public static final class Builder {

    private final SettledStep settled;
    private final Source source;
    private Source capSource;
    private Source localSource;
    private TermsOutcome outcome;
    private NoticeCode alsoNotice;
    private String instrument;
    private Money deductible;
    private Rate rate;
    private final List<Money> edges = new ArrayList<>(1);
    private final List<Rate> rates = new ArrayList<>(1);
    private Accumulator accumulator;
    private Accumulator deductibleAccumulator;
    private boolean eachBill;
    private Accumulator within;
    private final List<Cap> furtherCaps = new ArrayList<>(0);
    private Money annualCap;
    private Money careCap;
    private Money billCap;
    private Payer payer;

    public Builder(SettledStep settled, Source source) {
      this.settled = settled;
      this.source = source;
    }

    /** What the row says. */
    public Builder outcome(TermsOutcome value) {
      this.outcome = value;
      return this;
    }

    /** A further notice. */
    public Builder alsoNotice(NoticeCode value) {
      this.alsoNotice = value;
      return this;
    }

    /** The instrument that governs instead. */
    public Builder instrument(String value) {
      this.instrument = value;
      return this;
    }

    /** Yearly deductible. */
    public Builder deductible(Money value) {
      this.deductible = value;
      return this;
    }

    /** Rate above the deductible. */
    public Builder rate(Rate value) {
      this.rate = value;
      return this;
    }

    /** Edge from which a further rate applies; null for none. */
    public Builder from(Money value) {
      edges.add(value);
      return this;
    }

    /** Rate above that edge. */
    public Builder at(Rate value) {
      rates.add(value);
      return this;
    }

    /** Kinds of care that share the deductible and the bands, where they are not those that share the cap. */
    public Builder deductibleAccumulator(Accumulator value) {
      this.deductibleAccumulator = value;
      return this;
    }

    /** Whether deductible and bands hold for each bill and nothing earlier counts; null for no. */
    public Builder eachBill(Boolean value) {
      this.eachBill = Boolean.TRUE.equals(value);
      return this;
    }

    /** Kinds of care that share the next cap. */
    public Builder within(Accumulator value) {
      this.within = value;
      return this;
    }

    /** A further cap of the year; null for none. */
    public Builder cap(Money value) {
      if (value != null) {
        furtherCaps.add(new Cap(within, value));
      }
      return this;
    }

    /** Kinds of care that share deductible and cap. */
    public Builder accumulator(Accumulator value) {
      this.accumulator = value;
      return this;
    }

    /** Provision of the caps. */
    public Builder capSource(Source value) {
      this.capSource = value;
      return this;
    }

    /** Cap of the year. */
    public Builder annualCap(Money value) {
      this.annualCap = value;
      return this;
    }

    /** Cap of the year for this kind of care alone. */
    public Builder careCap(Money value) {
      this.careCap = value;
      return this;
    }

    /** Cap of one bill. */
    public Builder billCap(Money value) {
      this.billCap = value;
      return this;
    }

    /** Who pays instead of the fund; null for the fund. */
    public Builder payer(Payer value) {
      this.payer = value;
      return this;
    }

    /** The terms: those of the row, or what the pooling area has set where the row leaves them open. */
    public TermsStep build() {
      if (outcome.isOpen()) {
        LocalStandard.Assistance standard = settled.local().assistance(settled.standing(), settled.careType(),
            settled.claim().serviceDate());
        if (standard != null) {
          follow(standard);
        }
      }
      return new TermsStep(this);
    }

    private void follow(LocalStandard.Assistance standard) {
      outcome = TermsOutcome.PAY;
      deductible = standard.deductible() == null ? deductible
          : settled.yuan(standard.deductible(), "起付标准", standard.source());
      rate = rate == null ? standard.rate() : rate;
      accumulator = accumulator == null ? standard.accumulator() : accumulator;
      annualCap = settled.yuan(standard.cap(), "年度限额", standard.source());
      localSource = standard.source();
    }

    private Schedule schedule() {
      if (rate == null) {
        return null;
      }
      Bands bands = new Bands(deductible, rate);
      for (int i = 0; i < edges.size(); i++) {
        bands.from(edges.get(i));
        bands.at(rates.get(i));
      }
      return bands.schedule();
    }
  }

  /** What the row says, by its name. */
  public String getOutcome() {
    return outcome.name();
  }

  /** Whether assistance is paid. */
  public boolean isPaying() {
    return outcome == TermsOutcome.PAY;
  }

  /** Whether a rate is known, though the row pays nothing. */
  public boolean isRateKnown() {
    return schedule != null;
  }

  /** A further notice, by its name, or null. */
  public String getAlsoNotice() {
    return alsoNotice == null ? null : alsoNotice.name();
  }

  /** Whether the pooling area set what the row leaves open. */
  boolean isLocal() {
    return localSource != null;
  }

  /** The instrument that governs instead, or null. */
  public String instrument() {
    return instrument;
  }

  /** The row. */
  public Source source() {
    return source;
  }

  /** The row with the provision of its caps, or null. */
  Source capSource() {
    return capSource;
  }

  Schedule schedule() {
    return schedule;
  }

  Money annualCap() {
    return annualCap;
  }

  List<Cap> furtherCaps() {
    return furtherCaps;
  }

  /** Whether the year's sums of a kind of care matter to these terms. */
  boolean addsUp(CareType care) {
    // An area may add up what the edition does not.
    return careCap != null || file().addsUp(care) || accumulator != null && accumulator.covers(care);
  }

  Money careCap() {
    return careCap;
  }

  Money billCap() {
    return billCap;
  }

  Payer payer() {
    return payer;
  }

  @Override
  SettledStep settled() {
    return settled;
  }

  /** Whether the person is in no class, or in one that is still to be assigned. */
  public boolean isInNoClass() {
    return standing().personClass() == PersonClass.NONE || standing().personClass() == PersonClass.UNASSIGNED;
  }

  /**
   * Whether the person was recognised as illness-impoverished only after the service date, and the edition names an
   * instrument that governs such bills.
   */
  public boolean isRecognisedAfterBillElsewhere() {
    return parameters().has(Parameter.RECOGNISED_AFTER_INSTRUMENT) && isRecognisedAfterBill();
  }

  private boolean isRecognisedAfterBill() {
    for (Identity identity : claim().person().identities()) {
      if (identity.type() == IdentityType.ILLNESS_IMPOVERISHED
          && identity.recognisedOn().isAfter(claim().serviceDate())) {
        return true;
      }
    }
    return false;
  }

  /** Eligible cost: what insurance left of the cost that the edition counts. */
  public Money eligibleCost() {
    return settled.eligibleCost();
  }

  /** What is left to pay after insurance and the institution's part. */
  Money burdenLeft() {
    return settled.burdenLeft().minus(settled.borne()).atLeastZero();
  }

  /** Cost of earlier claims of the year in the same accumulator; none where each bill stands by itself. */
  Money costBefore() {
    if (eachBill) {
      return Money.ZERO;
    }
    Accumulator adding = deductibleAccumulator == null ? accumulator : deductibleAccumulator;
    return adding.of(claim().yearToDate().assistanceEligible());
  }

  /** Assistance paid earlier in the year out of the same accumulator. */
  Money paidBefore() {
    return accumulator.of(claim().yearToDate().assistancePaid());
  }

  /** What the rate alone would pay, before any cap. */
  public Money beforeCap() {
    return schedule.share(costBefore(), eligibleCost()).amount().min(burdenLeft());
  }

  /** The next step: the person is admitted to assistance. */
  public AdmissionStep admitted() {
    return AdmissionStep.of(this);
  }

  List<Source> sources() {
    List<Source> sources = new ArrayList<>(5);
    sources.add(source);
    if (capSource != null && !capSource.provision().equals(source.provision())) {
      sources.add(capSource);
    }
    if (localSource != null) {
      sources.add(localSource);
    }
    sources.add(parameters().source(Parameter.ADVANCE_ELIGIBLE));
    return sources;
  }
}
