package cn.tuodi.replay;

import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.DecisionIdScheme;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a decision that was just made with an earlier one on what should be the same claim. The decision's id is a
 * hash over the facts of the claim and the policy content: with the contents alike, it tells whether the facts are. Ids
 * are compared within the scheme that the earlier one was made by.
 */
public final class Replay {

  private static final int MAX_DIFFERENCES = 400;
  private static final int MAX_CITATIONS = 12;
  private static final int MAX_CITED = 200;

  private final EarlierDecision earlier;
  private final DecisionJson.Policy now;
  private final String decisionId;
  private final Language language;

  private Replay(EarlierDecision earlier, DecisionJson.Policy now, String decisionId, Language language) {
    this.earlier = earlier;
    this.now = now;
    this.decisionId = decisionId;
    this.language = language;
  }

  /**
   * Whether both decisions are the same, and in what they differ.
   *
   * @param decision the claim decided now
   * @param earlier the decision as it was returned earlier, in either language
   * @param language language of messages
   */
  public static ReplayJson of(Decision decision, EarlierDecision earlier, Language language) {
    String decisionId = decision.idBy(DecisionIdScheme.of(earlier.decisionId()));
    List<Difference> differences = differences(decision, decisionId, earlier, language);
    return new Replay(earlier, DecisionJson.Policy.of(decision.edition()), decisionId, language).answer(differences);
  }

  /** The differences in the language in which there are fewer: the one that the earlier decision was written in. */
  private static List<Difference> differences(Decision decision, String decisionId, EarlierDecision earlier,
      Language language) {
    List<Difference> fewest = null;
    for (Language tried : new Language[] {language, language == Language.ZH ? Language.EN : Language.ZH}) {
      ObjectNode now = (ObjectNode) Json.tree(DecisionView.of(decision, tried));
      now.put("decisionId", decisionId);
      List<Difference> found = DecisionComparison.of(earlier.json(), now);
      if (found.isEmpty()) {
        return found;
      }
      if (fewest == null || found.size() < fewest.size()) {
        fewest = found;
      }
    }
    return fewest;
  }

  private ReplayJson answer(List<Difference> differences) {
    boolean sameId = decisionId.equals(earlier.decisionId());
    boolean sameContent = now.contentHash().equals(earlier.policy().contentHash());
    Boolean claimChanged = sameContent ? !sameId : null;
    Verdict verdict = differences.isEmpty() ? Verdict.IDENTICAL
        : sameId ? sameContent ? Verdict.ALTERED : Verdict.HASH_ALTERED
            : sameContent ? Verdict.CLAIM_CHANGED : Verdict.POLICY_CHANGED;
    Sentences sentences = new Sentences(language, verdict);
    List<ReplayJson.DifferenceJson> listed = new ArrayList<>();
    for (Difference difference : differences.subList(0, Math.min(differences.size(), MAX_DIFFERENCES))) {
      listed.add(listed(difference, sentences));
    }
    int leftOut = differences.size() - listed.size();
    return new ReplayJson(
        differences.isEmpty() ? ReplayJson.Result.IDENTICAL : ReplayJson.Result.DIFFERENT, decisionId,
        earlier.decisionId(), now, earlier.policy(), claimChanged,
        sentences.of(earlier.policy(), now), listed, leftOut == 0 ? null : leftOut);
  }

  private static ReplayJson.DifferenceJson listed(Difference difference, Sentences sentences) {
    ComparedPlace at = difference.at();
    List<JsonNode> provisions = cited(at.provisions().now());
    List<JsonNode> earlierProvisions = cited(at.provisions().earlier());
    boolean sameProvisions = DecisionComparison.same(at.provisions().earlier(), at.provisions().now());
    return new ReplayJson.DifferenceJson(difference.kind(), at.pointer(), at.benefit(), present(at.earlier()),
        present(at.now()), provisions, sameProvisions ? null : earlierProvisions,
        sentences.of(difference, first(provisions), first(earlierProvisions)));
  }

  private static JsonNode first(List<JsonNode> citations) {
    return citations.isEmpty() ? null : citations.get(0);
  }

  private static JsonNode present(JsonNode value) {
    return value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value;
  }

  /** The citations of a list that are such; what a caller sent may hold anything. */
  private static List<JsonNode> cited(JsonNode provisions) {
    List<JsonNode> citations = new ArrayList<>();
    for (JsonNode provision : provisions) {
      ObjectNode citation = JsonNodeFactory.instance.objectNode();
      copyText(provision, "id", citation);
      copyText(provision, "instrument", citation);
      copyText(provision, "article", citation);
      if (citation.size() == 3 && citations.size() < MAX_CITATIONS) {
        copyText(provision, "table", citation);
        copyText(provision, "sheet", citation);
        if (provision.path("row").isNumber()) {
          citation.set("row", provision.get("row"));
        }
        for (String name : List.of("table", "sheet", "row")) {
          if (!citation.has(name)) {
            citation.putNull(name);
          }
        }
        citations.add(citation);
      }
    }
    return citations;
  }

  private static void copyText(JsonNode from, String name, ObjectNode to) {
    JsonNode text = from.path(name);
    if (text.isTextual() && text.textValue().length() <= MAX_CITED) {
      to.set(name, text);
    }
  }
}
