package cn.tuodi.console.account;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.LimitName;
import cn.tuodi.answer.Severity;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Figures;
import cn.tuodi.console.Page;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A decision as it was kept with a bill, opened on the page.
 *
 * @param id its id
 * @param edition the edition that decided
 * @param address where the edition is shown
 * @param hash the content of that edition, shortened
 * @param standing the class of the person, or empty
 * @param total the bill
 * @param personal what is left to the person
 * @param lines what is paid
 * @param notices what is said besides
 * @param cap the annual cap of assistance, or null where there is none
 */
record BillView(String id, String edition, String address, String hash, Text standing, String total, String personal,
    List<Line> lines, List<Notice> notices, Cap cap) {

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
   * @param label which
   * @param cap the most it allows
   * @param before what was used of it before
   * @param bound whether it held the line down
   */
  record LimitFigures(String label, String cap, String before, boolean bound) {}

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
   * The annual cap of assistance, as the bill found and left it.
   *
   * @param cap the cap
   * @param before what was used of it before
   * @param after what was used of it after
   * @param left where the bar of the bill begins
   * @param width how long it is
   * @param bound whether it held the bill down
   */
  record Cap(Money cap, Money before, Money after, String left, String width, boolean bound) {}

  static BillView of(String json, Language language) {
    JsonNode decision = Json.parsed(json);
    String edition = decision.at("/policy/edition").textValue();
    String hash = decision.at("/policy/contentHash").textValue();
    JsonNode standing = decision.at("/class/label");
    return new BillView(decision.get("decisionId").textValue(), edition, Addresses.edition(edition),
        hash.substring(HASH_FROM, HASH_TO), standing.isTextual() ? Text.of(standing.textValue()) : null,
        amount(decision.at("/totals/total")), amount(decision.at("/totals/personal")),
        all(decision.get("payouts")).stream().map(payout -> line(payout, edition, language)).toList(),
        all(decision.get("notices")).stream().map(notice -> notice(notice, language)).toList(),
        cap(decision.get("payouts")).orElse(null));
  }

  private static Line line(JsonNode payout, String edition, Language language) {
    List<LimitFigures> limits = all(payout.get("limits")).stream()
        .map(limit -> new LimitFigures(DisplayNames.of(LimitName.valueOf(limit.get("name").textValue()), language),
            amount(limit.get("cap")), amount(limit.get("usedBefore")), limit.get("bound").booleanValue()))
        .toList();
    List<Cited> references = all(payout.get("provisions")).stream()
        .map(cited -> new Cited(cited.get("id").textValue(),
            cited.get("instrument").textValue() + " " + cited.get("article").textValue(),
            Addresses.provision(edition, cited.get("id").textValue())))
        .toList();
    return new Line(DisplayNames.of(Benefit.valueOf(payout.get("benefit").textValue()), language),
        amount(payout.get("amount")), Text.of(payout.get("explanation").textValue()), limits, references);
  }

  private static Notice notice(JsonNode notice, Language language) {
    Severity severity = Severity.valueOf(notice.get("severity").textValue());
    return new Notice(severity == Severity.DENIAL ? "DENIED" : severity.name(), DisplayNames.of(severity, language),
        Text.of(notice.get("message").textValue()));
  }

  private static Optional<Cap> cap(JsonNode payouts) {
    for (JsonNode payout : payouts) {
      for (JsonNode limit : payout.get("limits")) {
        if (payout.get("benefit").textValue().equals(Benefit.MEDICAL_ASSISTANCE.name())
            && limit.get("name").textValue().equals(LimitName.ANNUAL_CAP.name())) {
          Money cap = money(limit.get("cap"));
          Money before = money(limit.get("usedBefore"));
          Money paid = money(payout.get("amount"));
          return Optional.of(new Cap(cap, before, before.plus(paid), Figures.percent(before, cap),
              Figures.percent(paid, cap), limit.get("bound").booleanValue()));
        }
      }
    }
    return Optional.empty();
  }

  private static List<JsonNode> all(JsonNode list) {
    return list == null ? new ArrayList<>() : StreamSupport.stream(list.spliterator(), false).toList();
  }

  private static Money money(JsonNode amount) {
    return Money.fen(amount.decimalValue().movePointRight(2).longValueExact());
  }

  private static String amount(JsonNode amount) {
    return Figures.amount(amount.decimalValue());
  }
}
