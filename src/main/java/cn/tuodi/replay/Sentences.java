package cn.tuodi.replay;

import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.language.Language;
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
      case IDENTICAL -> words.of("重新决定的结果与原决定完全相同。", "Decided again, the answer is the same in every value.");
      case ALTERED -> words.of("单据事实和政策内容都与当时相同（决定编号一致），结果却不同：原决定在返回之后被改动过，或出自另一版本的程序。",
          "The facts and the policy content are those of then (the ids agree), yet the answers differ: the earlier"
              + " decision was altered after it was returned, or comes from another version of the program.");
      case HASH_ALTERED -> words.of(
          "原决定写的政策内容是 " + before + "，决定编号却正是本单据在现行内容 " + after + " 下的编号：原决定被改动过。",
          "The earlier decision names the policy content " + before + ", yet its id is that of this claim under the"
              + " present " + after + ": the earlier decision was altered.");
      case CLAIM_CHANGED -> words.of("政策内容相同而决定编号不同：这份单据的事实不是当时所决定的事实。",
          "The policy content is the same but the ids differ: the facts of this claim are not those decided earlier.");
      case POLICY_CHANGED -> earlier.edition().equals(now.edition())
          ? words.of("政策 " + now.edition() + " 的内容已由 " + before + " 变为 " + after + "；单据事实是否相同无从得知。",
              "The content of policy " + now.edition() + " has changed from " + before + " to " + after
                  + "; whether the facts are the same cannot be known.")
          : words.of(
              "原决定依据政策 " + words.brief(earlier.edition()) + "（" + before + "），现在依据 " + now.edition() + "（" + after
                  + "）；单据事实是否相同无从得知。",
              "The earlier decision was made under policy " + words.brief(earlier.edition()) + " (" + before
                  + "), this one under " + now.edition() + " (" + after
                  + "); whether the facts are the same cannot be known.");
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
      case ORDER -> words.of(at.pointer() + "：内容相同，顺序不同。", at.pointer() + ": the same entries in another order.");
      case FIELD -> at.pointer() + field(at);
      default -> subject(at) + predicate(difference) + basis(cited, earlierCited) + words.of("。", ".");
    };
  }

  private String decisionId() {
    return switch (verdict) {
      case CLAIM_CHANGED -> words.of("政策内容相同而决定编号不同：单据事实不是当时所决定的事实。",
          "The decision ids differ under the same policy content: the facts are not those decided earlier.");
      default -> words.of("决定编号由单据事实和政策内容算出；政策内容不同，编号随之不同。",
          "The decision id is a hash over facts and policy content: under another content it is another.");
    };
  }

  private String field(ComparedPlace at) {
    if (at.now().isMissingNode()) {
      return words.of("：服务不返回这一项，原决定中却有。", ": the earlier decision has this, which the service does not return.");
    }
    return at.earlier().isMissingNode()
        ? words.of("：原决定缺少这一项。", ": is missing from the earlier decision.")
        : words.of("：与原决定不同。", ": is not what the earlier decision has.");
  }

  private String subject(ComparedPlace at) {
    String pointer = at.pointer();
    if (pointer.startsWith("/payouts/")) {
      String benefit = words.benefit(at.benefit());
      if (pointer.contains("/bands/")) {
        return words.of(benefit + "第 " + at.subject() + " 段：", benefit + ", band " + at.subject() + ": ");
      }
      return pointer.contains("/limits/")
          ? words.of(benefit + "的" + words.limit(at.subject()) + "：", benefit + ", " + words.limit(at.subject()) + ": ")
          : words.of(benefit + "：", benefit + ": ");
    }
    if (pointer.startsWith("/notices/")) {
      return words.of("提示 " + words.brief(at.subject()) + "：", "Notice " + words.brief(at.subject()) + ": ");
    }
    if (pointer.startsWith("/entitlements/")) {
      return words.of("权益 " + words.brief(at.subject()) + "：", "Entitlement " + words.brief(at.subject()) + ": ");
    }
    if (pointer.startsWith("/totals/")) {
      return words.of("合计：", "Totals: ");
    }
    if (pointer.startsWith("/yearToDate/")) {
      return words.of("年度累计：", "Year to date: ");
    }
    return pointer.startsWith("/class") ? words.of("对象类别：", "Class of the person: ") : "";
  }

  private String predicate(Difference difference) {
    ComparedPlace at = difference.at();
    String last = at.pointer().substring(at.pointer().lastIndexOf('/') + 1);
    return switch (difference.kind()) {
      case CLAIM_ID -> changed("单据编号", "the claim id", words.brief(at.earlier()), words.brief(at.now()));
      case POLICY_EDITION -> changed("政策版本", "the edition", words.brief(at.earlier()), words.brief(at.now()));
      case POLICY_CONTENT ->
        changed("政策内容", "the policy content", words.hash(at.earlier().asText()), words.hash(at.now().asText()));
      case STATUS -> changed("结论", "the status", words.named(at.earlier()), words.named(at.now()));
      case CLASS ->
        changed(words.field(last), words.field(last), words.personClass(at.earlier()), words.personClass(at.now()));
      case LINE_ADDED -> added(words.yuan(at.now().path("amount")));
      case LINE_REMOVED -> removed(words.yuan(at.earlier().path("amount")));
      case PAYER -> changed("支付方", "the payer", words.named(at.earlier()), words.named(at.now()));
      case AMOUNT -> changed("支付金额", "the amount paid", words.yuan(at.earlier()), words.yuan(at.now()));
      case ELIGIBLE -> changed("计算所依据的费用", "the eligible cost", words.yuan(at.earlier()), words.yuan(at.now()));
      case BAND_ADDED -> added(words.band(at.now()));
      case BAND_REMOVED -> removed(words.band(at.earlier()));
      case BAND_EDGE -> last.equals("to")
          ? changed("上限", "the upper edge", words.edge(at.earlier()), words.edge(at.now()))
          : changed("下限", "the lower edge", words.edge(at.earlier()), words.edge(at.now()));
      case BAND_RATE -> changed("比例", "the rate", words.rate(at.earlier()), words.rate(at.now()));
      case BAND_COST -> changed("段内费用", "the cost in it", words.yuan(at.earlier()), words.yuan(at.now()));
      case BAND_AMOUNT -> changed("段内金额", "the amount it pays", words.yuan(at.earlier()), words.yuan(at.now()));
      case LIMIT_ADDED -> added(words.yuan(at.now().path("cap")));
      case LIMIT_REMOVED -> removed(words.yuan(at.earlier().path("cap")));
      case LIMIT_CAP -> changed("额度", "the cap", words.yuan(at.earlier()), words.yuan(at.now()));
      case LIMIT_USED -> changed("此前已用", "what was used before", words.yuan(at.earlier()), words.yuan(at.now()));
      case LIMIT_BOUND ->
        changed("是否限制了支付", "whether it held the line down", words.flag(at.earlier()), words.flag(at.now()));
      case PROVISIONS -> words.of("所依据的条款或表格行不同", "the provisions or rows it rests on are others");
      case NOTICE_ADDED, ENTITLEMENT_ADDED -> words.of("原决定没有，现在有", "was not there earlier");
      case NOTICE_REMOVED, ENTITLEMENT_REMOVED -> words.of("原决定有，现在没有", "is no longer there");
      case NOTICE -> changed(words.field(last), words.field(last), words.flag(at.earlier()), words.flag(at.now()));
      case TOTAL ->
        changed(words.total(last), words.total(last), words.yuan(at.earlier()), words.yuan(at.now()));
      case YEAR_TO_DATE -> changed(words.accumulated(at.subject()), words.accumulated(at.subject()),
          last.equals("year") ? words.brief(at.earlier())
              : words.yuan(at.earlier()),
          last.equals("year") ? words.brief(at.now()) : words.yuan(at.now()));
      case TEXT -> words.of("文字不同，见 earlier 与 now", "the words differ, see earlier and now");
      case DECISION_ID, ORDER, FIELD -> throw new IllegalArgumentException(difference.kind().name());
    };
  }

  private String changed(String zh, String en, String earlier, String now) {
    return switch (verdict) {
      case ALTERED, HASH_ALTERED ->
        words.of(zh + "应为 " + now + "，原决定写的是 " + earlier,
            en + " should be " + now + ", the earlier decision says " + earlier);
      default -> words.of(zh + "由 " + earlier + " 变为 " + now, en + " is " + now + " instead of " + earlier);
    };
  }

  private String added(String now) {
    return words.of("原决定没有这一项，现为 " + now, "was not there earlier, now " + now);
  }

  private String removed(String earlier) {
    return words.of("原决定为 " + earlier + "，现在没有这一项", "was " + earlier + ", is no longer there");
  }

  private String basis(JsonNode cited, JsonNode earlierCited) {
    boolean other = earlierCited != null && (cited == null || !DecisionComparison.same(earlierCited, cited));
    String text = cited == null ? "" : words.of("，依据 " + words.citation(cited), ", by " + words.citation(cited));
    return other
        ? text + words.of("，原依据 " + words.citation(earlierCited), ", earlier by " + words.citation(earlierCited))
        : text;
  }
}
