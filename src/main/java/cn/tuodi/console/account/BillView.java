package cn.tuodi.console.account;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.LimitName;
import cn.tuodi.answer.Severity;
import cn.tuodi.assistance.Status;
import cn.tuodi.claim.Accumulator;
import cn.tuodi.claim.ByCare;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Figures;
import cn.tuodi.console.Glossary;
import cn.tuodi.console.Page;
import cn.tuodi.console.account.KeptDecision.Limit;
import cn.tuodi.console.account.KeptDecision.Payout;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A decision as it was kept with a bill, opened on the page.
 *
 * @param id its id
 * @param edition the name of the edition that decided
 * @param address where the edition is shown
 * @param hash the content of that edition, shortened
 * @param standing the class of the person, or empty
 * @param care the kind of care
 * @param status how it was decided, as style sheets name it
 * @param statusLabel the same in words, or empty where it is simply decided
 * @param countedBefore cost of earlier bills that counts for the deductible of this one, with the kinds of care that do;
 *     null where each bill stands by itself
 * @param shares who pays the bill; the amounts add up to the first one
 * @param lines what is paid
 * @param notices what is said besides
 * @param reached the limits at which it was held
 * @param bar the cap that its bar shows, or null where there is none
 * @param foreign whether something is said in the other language
 */
record BillView(String id, String edition, String address, String hash, Text standing, String care, String status,
    String statusLabel, Sum countedBefore, List<Sum> shares, List<Line> lines, List<Notice> notices,
    List<String> reached, Bar bar,
    boolean foreign) {

  private static final int HASH_FROM = 7;
  private static final int HASH_TO = 19;

  /**
   * A text in the language in which the decision was asked for.
   *
   * @param text the text
   * @param lang its language
   */
  record Text(String text, String lang) {

    static Text of(String text) {
      return new Text(Figures.grouped(text), Page.isChinese(text) ? Language.ZH.tag() : Language.EN.tag());
    }
  }

  /**
   * What is paid as a benefit.
   *
   * @param label the benefit
   * @param amount how much
   * @param explanation how it comes about
   * @param limits what held it down, or could have
   * @param references provisions it rests on
   */
  record Line(String label, String amount, Text explanation, List<LimitFigures> limits, List<Cited> references) {}

  /**
   * A limit.
   *
   * @param label which, and what it covers
   * @param cap the most it allows
   * @param before what was used of it before
   * @param after what was used of it after the bill, or empty where it is not one of the year
   * @param left what was left of it after the bill, or empty
   * @param decisive whether the line was held at it
   * @param lower whether it was less than the rate alone, but another limit was lower
   */
  record LimitFigures(String label, String cap, String before, String after, String left, boolean decisive,
      boolean lower) {}

  /**
   * A provision.
   *
   * @param id its id
   * @param place document and article
   * @param address where it is registered
   */
  record Cited(String id, String place, String address) {}

  /**
   * A notice.
   *
   * @param severity how much it weighs, as style sheets name it
   * @param label the same in words
   * @param message what it says
   */
  record Notice(String severity, String label, Text message) {}

  /**
   * A yearly cap, as the bill found and left it.
   *
   * @param label which, and what it covers
   * @param figures what the bill has left of it, and how much it is
   * @param left where the bar of the bill begins
   * @param width how long it is
   */
  record Bar(String label, String figures, String left, String width) {}

  static BillView of(KeptDecision kept, CitedPolicies policies) {
    return new Maker(kept, policies).made();
  }

  /** Makes the view of a decision. */
  private record Maker(KeptDecision kept, CitedPolicies policies) {

    private Language language() {
      return policies.language();
    }

    private BillView made() {
      JsonNode decision = kept.decision();
      String hash = decision.at("/policy/contentHash").textValue();
      JsonNode standing = decision.at("/class/label");
      List<Line> lines = kept.payouts().stream().map(this::line).toList();
      List<Notice> notices = KeptDecision.all(decision.get("notices")).stream().map(this::notice).toList();
      boolean foreign = lines.stream().map(Line::explanation).anyMatch(this::isForeign)
          || notices.stream().map(Notice::message).anyMatch(this::isForeign);
      return new BillView(decision.get("decisionId").textValue(), policies.name(kept.edition()),
          Addresses.edition(kept.edition()), hash.substring(HASH_FROM, HASH_TO),
          standing.isTextual() ? Text.of(standing.textValue()) : null, Glossary.of(kept.care().label(), language()),
          kept.status().name(), kept.status() == Status.DECIDED ? "" : DisplayNames.of(kept.status(), language()),
          countedBefore(), shares(), lines, notices, reached(), bar().orElse(null), foreign);
    }

    /** Where it is not known what counts for the deductible, what all kinds of care have come to, and called like that. */
    private Sum countedBefore() {
      ByCare before = kept.eligibleBefore();
      Optional<Accumulator> counting = policies.deductible(kept);
      if (counting.filter(kinds -> kinds.kinds().isEmpty()).isPresent()) {
        return null;
      }
      return counting.map(kinds -> new Sum(language().text("console.of-kinds",
          language().text("console.counted-before"), CitedPolicies.named(kinds, language())),
          Figures.amount(kinds.of(before))))
          .orElseGet(() -> new Sum(language().text("console.eligible-before"),
              Figures.amount(before.total())));
    }

    private boolean isForeign(Text text) {
      return !text.lang().equals(language().tag());
    }

    private List<Sum> shares() {
      List<Sum> shares = new ArrayList<>();
      shares.add(sum("console.the-bill", kept.total("total")));
      shares.add(sum("console.basic-insurance", kept.total("basicInsurance")));
      addWhereAny(shares, DisplayNames.of(Benefit.CRITICAL_ILLNESS, language()), kept.total("criticalIllness"));
      addWhereAny(shares, language().text("console.employees-supplement"), kept.total("employeeSupplement"));
      addWhereAny(shares, language().text("console.other-insurance"), kept.total("otherInsurance"));
      shares.add(
          new Sum(DisplayNames.of(Benefit.MEDICAL_ASSISTANCE, language()),
              Figures.amount(kept.total("medicalAssistance"))));
      addWhereAny(shares, DisplayNames.of(Benefit.TOP_UP_ASSISTANCE, language()), kept.total("topUpAssistance"));
      addWhereAny(shares, DisplayNames.of(Benefit.INSTITUTION_BORNE, language()), kept.total("institutionBorne"));
      Money selfPaid = kept.selfPaid();
      String personal = Figures.amount(kept.total("personal"));
      shares.add(new Sum(language().text("console.left-to-the-person"), selfPaid.isZero() ? personal
          : language().text("console.among-these-self-paid", personal, Figures.amount(selfPaid))));
      return shares;
    }

    private Sum sum(String label, Money amount) {
      return new Sum(language().text(label), Figures.amount(amount));
    }

    private static void addWhereAny(List<Sum> shares, String label, Money amount) {
      if (!amount.isZero()) {
        shares.add(new Sum(label, Figures.amount(amount)));
      }
    }

    private Line line(Payout payout) {
      JsonNode line = payout.line();
      List<Cited> references = KeptDecision.all(line.get("provisions")).stream()
          .map(cited -> new Cited(cited.get("id").textValue(),
              cited.get("instrument").textValue() + " " + cited.get("article").textValue(),
              Addresses.provision(kept.edition(), cited.get("id").textValue())))
          .toList();
      return new Line(DisplayNames.of(payout.benefit(), language()), Figures.amount(payout.amount()),
          Text.of(line.get("explanation").textValue()),
          payout.limits().stream().map(limit -> figures(payout, limit)).toList(), references);
    }

    private LimitFigures figures(Payout payout, Limit limit) {
      Caps.Covered covered = covered(payout, limit);
      boolean yearly = covered.isYearly();
      Money after = after(covered, payout, limit);
      return new LimitFigures(covered.label(kept.care(), language()), Figures.amount(limit.cap()),
          yearly ? Figures.amount(limit.before()) : "", yearly ? Figures.amount(after) : "",
          yearly ? Figures.amount(limit.cap().minus(after).atLeastZero()) : "", limit.decisive(),
          limit.bound() && !limit.decisive());
    }

    private Caps.Covered covered(Payout payout, Limit limit) {
      return Caps.Covered.of(kept, payout, limit, policies);
    }

    private Money after(Caps.Covered covered, Payout payout, Limit limit) {
      return covered.isUsedBy(kept.care()) ? limit.before().plus(payout.amount()) : limit.before();
    }

    private Notice notice(JsonNode notice) {
      Severity severity = Severity.valueOf(notice.get("severity").textValue());
      return new Notice(severity == Severity.DENIAL ? "DENIED" : severity.name(), DisplayNames.of(severity, language()),
          Text.of(notice.get("message").textValue()));
    }

    /** What is left to pay is no cap. */
    private List<String> reached() {
      List<String> reached = new ArrayList<>();
      for (Payout payout : kept.payouts()) {
        payout.limits().stream().filter(Limit::decisive).filter(limit -> limit.name() != LimitName.BURDEN_LEFT)
            .map(limit -> language().text("console.reached", covered(payout, limit).label(kept.care(), language())))
            .filter(label -> !reached.contains(label)).forEach(reached::add);
      }
      return reached;
    }

    /** The cap of assistance at which the bill was held, or else the first one. */
    private Optional<Bar> bar() {
      Bar found = null;
      for (Payout payout : kept.payouts()) {
        for (Limit limit : payout.limits()) {
          if (payout.benefit() == Benefit.MEDICAL_ASSISTANCE && covered(payout, limit).isYearly()
              && (found == null || limit.decisive())) {
            found = bar(payout, limit);
          }
        }
      }
      return Optional.ofNullable(found);
    }

    private Bar bar(Payout payout, Limit limit) {
      Caps.Covered covered = covered(payout, limit);
      Money after = after(covered, payout, limit);
      return new Bar(language().text("console.left-after-this-bill", covered.label(kept.care(), language())),
          language().text("console.left-of-cap",
              Figures.amount(limit.cap().minus(after).atLeastZero()), Figures.amount(limit.cap())),
          Figures.percent(limit.before().min(limit.cap()), limit.cap()),
          Figures.percent(after.minus(limit.before()), limit.cap()));
    }
  }
}
