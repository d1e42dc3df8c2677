package cn.tuodi.replay;

import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import com.fasterxml.jackson.databind.JsonNode;

/** Says in one sentence, in Chinese or English, in what two decisions differ. */
final class Sentences {

  private final ReplayWords words;
  private final Verdict verdict;

  Sentences(Language language, Verdict verdict) {
    this.words = new ReplayWords(language);
    this.verdict = verdict;
  }

  /** What the comparison comes to. */
  String of(DecisionJson.Policy earlier, DecisionJson.Policy now) {
    String before = words.hash(earlier.contentHash());
    String after = words.hash(now.contentHash());
    return switch (verdict) {
      case IDENTICAL -> words.text("replay.decided-again-the-answer-is-the");
      case ALTERED -> words.text("replay.the-facts-and-the-policy-content");
      case HASH_ALTERED -> words.text("replay.the-earlier-decision-names-the-policy", before, after);
      case CLAIM_CHANGED -> words.text("replay.the-policy-content-is-the-same");
      case POLICY_CHANGED -> earlier.edition().equals(now.edition())
          ? words.text("replay.the-content-of-policy-has-changed", now.edition(), before, after)
          : words.text("replay.the-earlier-decision-was-made-under", words.brief(earlier.edition()), before,
              now.edition(), after);
    };
  }

  /**
   * A difference.
   *
   * @param difference the difference
   * @param cited the deciding citation now, or null
   * @param earlierCited that of the earlier decision, or null
   */
  String of(Difference difference, JsonNode cited, JsonNode earlierCited) {
    ComparedPlace at = difference.at();
    return switch (difference.kind()) {
      case DECISION_ID -> decisionId();
      case ORDER -> words.text("replay.the-same-entries-in-another-order", at.pointer());
      case FIELD -> at.pointer() + field(at);
      default -> subject(at) + predicate(difference) + basis(cited, earlierCited) + words.text("language.full-stop");
    };
  }

  private String decisionId() {
    return switch (verdict) {
      case CLAIM_CHANGED -> words.text("replay.the-decision-ids-differ-under-the");
      default -> words.text("replay.the-decision-id-is-a-hash");
    };
  }

  private String field(ComparedPlace at) {
    if (at.now().isMissingNode()) {
      return words.text("replay.the-earlier-decision-has-this-which");
    }
    return at.earlier().isMissingNode()
        ? words.text("replay.is-missing-from-the-earlier-decision")
        : words.text("replay.is-not-what-the-earlier-decision");
  }

  private String subject(ComparedPlace at) {
    String pointer = at.pointer();
    if (pointer.startsWith("/payouts/")) {
      String benefit = words.benefit(at.benefit());
      if (pointer.contains("/bands/")) {
        return words.text("replay.band", benefit, at.subject());
      }
      return pointer.contains("/limits/")
          ? words.text("replay.of-a-place", benefit, words.limit(at.subject()))
          : words.text("language.introduced", benefit);
    }
    if (pointer.startsWith("/notices/")) {
      return words.text("replay.notice", words.brief(at.subject()));
    }
    if (pointer.startsWith("/entitlements/")) {
      return words.text("replay.entitlement", words.brief(at.subject()));
    }
    if (pointer.startsWith("/totals/")) {
      return words.text("replay.totals");
    }
    if (pointer.startsWith("/yearToDate/")) {
      return words.text("replay.year-to-date");
    }
    return pointer.startsWith("/class") ? words.text("replay.class-of-the-person") : "";
  }

  private String predicate(Difference difference) {
    ComparedPlace at = difference.at();
    String last = at.pointer().substring(at.pointer().lastIndexOf('/') + 1);
    return switch (difference.kind()) {
      case CLAIM_ID -> changed(Message.of("replay.the-claim-id"), words.brief(at.earlier()), words.brief(at.now()));
      case POLICY_EDITION ->
        changed(Message.of("replay.the-edition"), words.brief(at.earlier()), words.brief(at.now()));
      case POLICY_CONTENT ->
        changed(Message.of("replay.the-policy-content"), words.hash(at.earlier().asText()),
            words.hash(at.now().asText()));
      case STATUS -> changed(Message.of("replay.the-status"), words.named(at.earlier()), words.named(at.now()));
      case CLASS ->
        changed(named(words.field(last)), words.personClass(at.earlier()), words.personClass(at.now()));
      case LINE_ADDED -> added(words.yuan(at.now().path("amount")));
      case LINE_REMOVED -> removed(words.yuan(at.earlier().path("amount")));
      case PAYER -> changed(Message.of("replay.the-payer"), words.named(at.earlier()), words.named(at.now()));
      case AMOUNT -> changed(Message.of("replay.the-amount-paid"), words.yuan(at.earlier()), words.yuan(at.now()));
      case ELIGIBLE -> changed(Message.of("replay.the-eligible-cost"), words.yuan(at.earlier()), words.yuan(at.now()));
      case BAND_ADDED -> added(words.band(at.now()));
      case BAND_REMOVED -> removed(words.band(at.earlier()));
      case BAND_EDGE -> last.equals("to")
          ? changed(Message.of("replay.the-upper-edge"), words.edge(at.earlier()), words.edge(at.now()))
          : changed(Message.of("replay.the-lower-edge"), words.edge(at.earlier()), words.edge(at.now()));
      case BAND_RATE -> changed(Message.of("replay.the-rate"), words.rate(at.earlier()), words.rate(at.now()));
      case BAND_COST -> changed(Message.of("replay.the-cost-in-it"), words.yuan(at.earlier()), words.yuan(at.now()));
      case BAND_AMOUNT ->
        changed(Message.of("replay.the-amount-it-pays"), words.yuan(at.earlier()), words.yuan(at.now()));
      case LIMIT_ADDED -> added(words.yuan(at.now().path("cap")));
      case LIMIT_REMOVED -> removed(words.yuan(at.earlier().path("cap")));
      case LIMIT_CAP -> changed(Message.of("replay.the-cap"), words.yuan(at.earlier()), words.yuan(at.now()));
      case LIMIT_USED ->
        changed(Message.of("replay.what-was-used-before"), words.yuan(at.earlier()), words.yuan(at.now()));
      case LIMIT_BOUND ->
        changed(Message.of("replay.whether-it-held-the-line-down"), words.flag(at.earlier()), words.flag(at.now()));
      case PROVISIONS -> words.text("replay.the-provisions-or-rows-it-rests");
      case NOTICE_ADDED, ENTITLEMENT_ADDED -> words.text("replay.was-not-there-earlier");
      case NOTICE_REMOVED, ENTITLEMENT_REMOVED -> words.text("replay.is-no-longer-there");
      case NOTICE -> changed(named(words.field(last)), words.flag(at.earlier()), words.flag(at.now()));
      case TOTAL ->
        changed(named(words.total(last)), words.yuan(at.earlier()), words.yuan(at.now()));
      case YEAR_TO_DATE -> changed(named(words.accumulated(at.subject())),
          last.equals("year") ? words.brief(at.earlier())
              : words.yuan(at.earlier()),
          last.equals("year") ? words.brief(at.now()) : words.yuan(at.now()));
      case TEXT -> words.text("replay.the-words-differ-see-earlier-and");
      case DECISION_ID, ORDER, FIELD -> throw new IllegalArgumentException(difference.kind().name());
    };
  }

  /** A name that is in the language of the answer already. */
  private static Message named(String name) {
    return Message.given(name, name);
  }

  private String changed(Message message, String earlier, String now) {
    return switch (verdict) {
      case ALTERED, HASH_ALTERED ->
        words.text("replay.should-be-the-earlier-decision-says", message, now, earlier);
      default -> words.text("replay.is-instead-of", message, earlier, now);
    };
  }

  private String added(String now) {
    return words.text("replay.was-not-there-earlier-now", now);
  }

  private String removed(String earlier) {
    return words.text("replay.was-is-no-longer-there", earlier);
  }

  private String basis(JsonNode cited, JsonNode earlierCited) {
    boolean other = earlierCited != null && (cited == null || !DecisionComparison.same(earlierCited, cited));
    String text = cited == null ? "" : words.text("replay.by", words.citation(cited));
    return other
        ? words.text("replay.earlier-by", text, words.citation(earlierCited))
        : text;
  }
}
