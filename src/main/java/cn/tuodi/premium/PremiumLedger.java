package cn.tuodi.premium;

import cn.tuodi.answer.Derivations;
import cn.tuodi.answer.RefusalCode;
import cn.tuodi.answer.Source;
import cn.tuodi.money.Money;
import cn.tuodi.money.Rate;
import cn.tuodi.policy.PremiumOutcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The sheet of one answer about a premium: rules write on it what rows offer, and the best of each counts. */
public final class PremiumLedger {

  private final List<Offer> best = new ArrayList<>(2);
  private final Set<Unstated> asked;
  private final List<FiscalShare> shares = new ArrayList<>(3);
  private final Derivations derivations = new Derivations();
  private final List<Source> fiscalSources = new ArrayList<>(1);
  private Waiting waiting;
  private RefusalCode refusal;
  private Money minimum;

  /**
   * An empty sheet.
   *
   * @param asked where facts are noted that a row asks for
   */
  PremiumLedger(Set<Unstated> asked) {
    this.asked = asked;
  }

  /** An empty sheet of a question that states everything. */
  public static PremiumLedger empty() {
    return new PremiumLedger(EnumSet.noneOf(Unstated.class));
  }

  /** A row asks for a fact. */
  void asks(Unstated fact) {
    asked.add(fact);
  }

  /**
   * What a row offers.
   *
   * @param outcome what it says
   * @param rate share of the contribution, or null where an amount is fixed or nothing is known
   * @param amount yuan, or null where it is not known
   * @param instrument the instrument that governs instead, or null
   * @param sources the row, and that of the pooling area where it fixes the amount
   */
  public record Offer(PremiumOutcome outcome, Rate rate, Money amount, String instrument, List<Source> sources) {

    /** What a row of the edition offers. */
    static Offer of(PremiumOutcome outcome, Rate rate, String instrument, Source source, PremiumQuestion question) {
      Money amount = rate == null ? null
          : Money.halfUp(question.contribution().inYuan().multiply(rate.share()));
      return new Offer(outcome, rate, amount, instrument, List.of(source));
    }

    /** The amount that the pooling area has fixed, at most the contribution. */
    static Offer fixed(Money amount, List<Source> sources, PremiumQuestion question) {
      return new Offer(PremiumOutcome.SUBSIDY, null, amount.min(question.contribution()), null, sources);
    }

    private int rank() {
      return switch (outcome) {
        case SUBSIDY -> 3;
        case GOVERNED_ELSEWHERE -> 2;
        case LOCAL_STANDARD_MISSING -> 1;
        case NONE -> 0;
      };
    }

    private boolean isBetterThan(Offer other) {
      return rank() > other.rank() || rank() == other.rank() && amount != null && isHigherThan(other);
    }

    private boolean isHigherThan(Offer other) {
      int byAmount = amount.compareTo(other.amount);
      return byAmount > 0
          || byAmount == 0 && rate != null && (other.rate == null || rate.compareTo(other.rate) > 0);
    }
  }

  /**
   * What a row says of the waiting period.
   *
   * @param applies whether there is one
   * @param fromMonthOfPayment whether benefits begin with the month of payment
   * @param source the row
   */
  public record Waiting(boolean applies, boolean fromMonthOfPayment, Source source) {

    private boolean isBetterThan(Waiting other) {
      return other == null || other.applies && !applies
          || other.applies == applies && fromMonthOfPayment && !other.fromMonthOfPayment;
    }
  }

  /** How amounts came out that rows state as multiples of a figure of the place. */
  Derivations derivations() {
    return derivations;
  }

  void offer(Offer offer) {
    if (!best.isEmpty() && offer.isBetterThan(best.get(0))) {
      best.clear();
    }
    if (best.isEmpty() || !best.get(0).isBetterThan(offer)) {
      best.add(offer);
    }
  }

  void share(FiscalShare share) {
    shares.add(share);
  }

  void wait(Waiting found) {
    if (found.isBetterThan(waiting)) {
      waiting = found;
    }
  }

  /** Cites a provision beside every fiscal share. */
  public void citeWithShares(Source source) {
    fiscalSources.add(source);
  }

  void refuse(RefusalCode code, Money atLeast) {
    refusal = code;
    minimum = minimum == null || atLeast.exceeds(minimum) ? atLeast : minimum;
  }

  /** The best offers, each as good as the other; none where no row applies. */
  public List<Offer> best() {
    return best;
  }

  /** Fiscal shares, the central one first. */
  public List<FiscalShare> shares() {
    return shares.stream().map(share -> {
      List<Source> sources = new ArrayList<>(derivations.with(share.sources()));
      sources.addAll(fiscalSources);
      return new FiscalShare(share.payer(), share.amount(), sources);
    }).toList();
  }

  /** What is said of the waiting period, or null where the sources are silent. */
  public Waiting waiting() {
    return waiting;
  }

  /** Why there is no answer, or null. */
  public RefusalCode refusal() {
    return refusal;
  }

  /** The least contribution, where one below it was refused. */
  public Money minimum() {
    return minimum;
  }
}
