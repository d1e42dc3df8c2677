package cn.tuodi.console.simulation;

import cn.tuodi.console.Addresses;
import cn.tuodi.console.Figures;
import cn.tuodi.console.Glossary;
import cn.tuodi.desk.DeskJson;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.simulation.SimulationJob;
import cn.tuodi.simulation.SimulationJson;
import cn.tuodi.simulation.Sums;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A simulation as a page shows it.
 *
 * @param id its id
 * @param draft page of the draft, or empty
 * @param stateText how far it is, in words
 * @param ended whether it will not go on
 * @param done whether there is a result
 * @param percent how much of the portfolio was given out
 * @param claims claims decided so far
 * @param seconds how long it took
 * @param failure why it failed, or empty
 * @param findings what is wrong with the policy, where that is why
 * @param result the result, or null
 * @param funds what each fund pays under the one and the other
 * @param bands who gains and loses how much
 * @param groups class by class and kind by kind of care
 * @param changes the largest changes
 * @param shares the share that the funds pay
 * @param left what is not in the figures, and why
 */
public record SimulationView(String id, String draft, String stateText, boolean ended, boolean done, int percent,
    String claims,
    String seconds, String failure, List<DeskJson.FindingJson> findings, SimulationJson result, List<Compared> funds,
    List<Band> bands, List<Compared> groups, List<Change> changes, List<Share> shares, List<Exclusions> left) {

  private static final int THOUSAND = 1000;

  /**
   * An amount under the one policy and the other.
   *
   * @param label what it is
   * @param from under the one
   * @param to under the other
   * @param difference the other less the one, with its sign
   * @param up whether it rises
   * @param fromWidth how long its bar is
   * @param toWidth how long the other bar is
   */
  record Compared(String label, String from, String to, String difference, boolean up, String fromWidth,
      String toWidth) {

    private static final String NOTHING = "0";
    private static final String NO_AMOUNT = "0.00";

    boolean differs() {
      return !difference.equals(NOTHING);
    }

    boolean isPaid() {
      return !from.equals(NO_AMOUNT) || !to.equals(NO_AMOUNT);
    }
  }

  /**
   * How many persons gain or lose an amount.
   *
   * @param label the amount
   * @param gaining how many gain
   * @param losing how many lose
   * @param gainingWidth how long the bar of those who gain is
   * @param losingWidth how long the bar of those who lose is
   */
  record Band(String label, String gaining, String losing, String gainingWidth, String losingWidth) {}

  /**
   * A claim that changes much.
   *
   * @param claimId id of the claim
   * @param gain how much less is left to the person, with its sign
   * @param label class of the person
   * @param from left under the one
   * @param to left under the other
   */
  record Change(String claimId, String gain, String label, String from, String to) {}

  /**
   * The share of in-scope inpatient cost that the funds pay.
   *
   * @param label under which policy
   * @param share the share
   * @param target the share in view, or empty
   */
  record Share(String label, String share, String target) {}

  /**
   * A simulation.
   *
   * @param other what the edition is called that a draft is compared with
   */
  static SimulationView of(SimulationJob job, String other, Language language) {
    SimulationJson result = inWords(job, other, language);
    return new SimulationView(job.id(),
        job.request().draft() == null ? "" : Addresses.draft(job.request().draft()), state(job.state(), language),
        job.hasEnded(), result != null, job.progress().percent(),
        Figures.round(BigDecimal.valueOf(job.progress().claims())),
        job.took() == null ? ""
            : BigDecimal.valueOf(job.took().toMillis()).divide(BigDecimal.valueOf(THOUSAND), 1, RoundingMode.HALF_UP)
                .toPlainString(),
        job.failure() == null ? "" : job.failure(), DeskJson.of(job.findings(), language), result,
        result == null ? List.of() : funds(result, language), result == null ? List.of() : bands(result, language),
        result == null ? List.of() : groups(result, language), result == null ? List.of() : changes(result),
        result == null ? List.of() : shares(result, language),
        result == null ? List.of() : Exclusions.of(result, language));
  }

  /** The result; its sides are called what people call them, in the language of the page. */
  private static SimulationJson inWords(SimulationJob job, String other, Language language) {
    SimulationJson result = job.result(language);
    if (result == null || job.request().draft() == null) {
      return result;
    }
    boolean own = result.from().edition().equals(result.to().edition());
    return new SimulationJson(result.portfolio(), result.claims(), result.unreadable(), result.notices(),
        called(result.from(), own ? language.text("console.in-force-3") : other),
        called(result.to(), language.text("console.draft-2")), result.compared(), result.people(),
        result.largestChanges());
  }

  private static SimulationJson.SidePart called(SimulationJson.SidePart side, String name) {
    return new SimulationJson.SidePart(name, side.edition(), side.contentHash(), side.asIfInForce(), side.statuses(),
        side.refused(), side.refusedExamples(), side.totals(), side.funds(), side.byClassAndCare(),
        side.inScopeInpatient());
  }

  public static String state(SimulationJob.State state, Language language) {
    return switch (state) {
      case QUEUED -> language.text("console.waiting-2");
      case RUNNING -> language.text("console.running-2");
      case DONE -> language.text("console.done");
      case CANCELLED -> language.text("console.cancelled");
      case FAILED -> language.text("console.failed");
    };
  }

  /** Persons of a kind, with separators. */
  public String persons(long count) {
    return Figures.round(BigDecimal.valueOf(count));
  }

  /** An amount with separators. */
  public String yuan(Money amount) {
    return Figures.amount(amount);
  }

  private static List<Compared> funds(SimulationJson result, Language language) {
    SimulationJson.FundsPart from = result.from().funds();
    SimulationJson.FundsPart to = result.to().funds();
    Money personalFrom = result.from().totals().personal();
    Money personalTo = result.to().totals().personal();
    Money[][] amounts = {{from.basicInsurance(), to.basicInsurance()},
        {from.criticalIllnessInsurance(), to.criticalIllnessInsurance()},
        {from.medicalAssistanceFund(), to.medicalAssistanceFund()}, {from.institution(), to.institution()},
        {from.other(), to.other()}, {personalFrom, personalTo}};
    String[] labels = {language.text("console.basic-insurance"), language.text("console.critical-illness-insurance"),
        language.text("console.medical-assistance-fund"), language.text("console.institutions"),
        language.text("console.others"), language.text("console.left-to-the-persons")};
    Money most = Money.ZERO;
    for (Money[] pair : amounts) {
      most = max(most, max(pair[0], pair[1]));
    }
    List<Compared> compared = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      compared.add(compared(labels[i], amounts[i][0], amounts[i][1], most));
    }
    return compared;
  }

  private static Money max(Money one, Money other) {
    return one.exceeds(other) ? one : other;
  }

  private static Compared compared(String label, Money from, Money to, Money most) {
    BigDecimal difference = to.inYuan().subtract(from.inYuan());
    return new Compared(label, Figures.amount(from), Figures.amount(to), signed(difference), difference.signum() > 0,
        Figures.percent(from, most), Figures.percent(to, most));
  }

  private static String signed(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : (amount.signum() > 0 ? "+" : "−") + Figures.amount(amount.abs());
  }

  private static List<Band> bands(SimulationJson result, Language language) {
    List<SimulationJson.BandPart> parts = result.people().bands();
    long most = 1;
    for (SimulationJson.BandPart part : parts) {
      most = Math.max(most, Math.max(part.gaining(), part.losing()));
    }
    List<Band> bands = new ArrayList<>();
    String below = "0";
    for (SimulationJson.BandPart part : parts) {
      String upTo = part.upTo() == null ? language.text("console.and-more-2") : "– " + Figures.round(part.upTo());
      bands.add(new Band(below + " " + upTo, Figures.round(BigDecimal.valueOf(part.gaining())),
          Figures.round(BigDecimal.valueOf(part.losing())), width(part.gaining(), most), width(part.losing(), most)));
      below = part.upTo() == null ? below : Figures.round(part.upTo());
    }
    return bands;
  }

  private static String width(long part, long most) {
    return Figures.percent(
        BigDecimal.valueOf(part).divide(BigDecimal.valueOf(most), 4, RoundingMode.HALF_UP));
  }

  private static List<Compared> groups(SimulationJson result, Language language) {
    Map<String, Sums[]> groups = new LinkedHashMap<>();
    List<SimulationJson.SidePart> sides = List.of(result.from(), result.to());
    for (int side = 0; side < sides.size(); side++) {
      for (SimulationJson.GroupPart group : sides.get(side).byClassAndCare()) {
        groups.computeIfAbsent(group.label() + " · " + Glossary.of(group.care().label(), language),
            label -> new Sums[] {Sums.NONE, Sums.NONE})[side] = group.sums();
      }
    }
    Money most = Money.ZERO;
    for (Sums[] sums : groups.values()) {
      most = max(most, max(sums[0].assistanceFund(), sums[1].assistanceFund()));
    }
    List<Compared> compared = new ArrayList<>();
    for (Map.Entry<String, Sums[]> group : groups.entrySet()) {
      compared.add(compared(group.getKey(), group.getValue()[0].assistanceFund(),
          group.getValue()[1].assistanceFund(), most));
    }
    // What changes comes first; a class that is paid nothing under either policy has nothing to show.
    return compared.stream().filter(group -> group.differs() || group.isPaid())
        .sorted(Comparator.comparing(group -> !group.differs())).toList();
  }

  private static List<Change> changes(SimulationJson result) {
    return result.largestChanges().stream()
        .map(change -> new Change(String.valueOf(change.claim().get("claimId")), signed(change.gain()),
            change.to().label(), Figures.amount(change.from().personal()), Figures.amount(change.to().personal())))
        .toList();
  }

  private static List<Share> shares(SimulationJson result, Language language) {
    List<Share> shares = new ArrayList<>();
    for (SimulationJson.SidePart side : List.of(result.from(), result.to())) {
      SimulationJson.SharePart part = side.inScopeInpatient();
      if (part != null && part.share() != null) {
        shares.add(new Share(side.policy(), Figures.comparedPercent(part.share()),
            part.target() == null ? "" : Figures.percent(part.target())));
      }
    }
    return shares;
  }
}
