package cn.tuodi.replay;

import cn.tuodi.answer.Benefit;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.json.JsonIn;
import cn.tuodi.json.JsonTree;
import cn.tuodi.json.WireType;
import cn.tuodi.language.Message;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A decision that was returned earlier, by this version of the service or another. Only what a comparison cannot do
 * without must be there; whatever else is missing, new or of another type is for the comparison to say.
 */
final class EarlierDecisionType extends WireType<EarlierDecision> {

  private static final int LONGEST = 128;
  private static final List<String> BENEFITS = Arrays.stream(Benefit.values()).map(Enum::name).toList();
  /** The rules that fired are no part of what was decided. */
  private static final WireType<JsonNode> TREE = new JsonTree(Set.of("trace"));

  @Override
  public EarlierDecision read(JsonIn in) throws IOException {
    if (in.token() != JsonToken.START_OBJECT) {
      return in.mistyped(Message.of("replay.an-object"));
    }
    JsonNode json = TREE.read(in);
    String decisionId = text(json, "/decisionId", in);
    DecisionJson.Policy policy = null;
    if (present(json, "/policy", JsonNode::isObject, Message.of("replay.an-object"), in)) {
      policy = new DecisionJson.Policy(text(json, "/policy/edition", in), text(json, "/policy/contentHash", in));
    }
    if (present(json, "/payouts", JsonNode::isArray, Message.of("replay.an-array"), in)) {
      for (int i = 0; i < json.get("payouts").size(); i++) {
        payout(json, "/payouts/" + i, in);
      }
    }
    return in.isSound() ? new EarlierDecision(decisionId, policy, json) : null;
  }

  private static void payout(JsonNode json, String at, JsonIn in) {
    if (present(json, at, JsonNode::isObject, Message.of("replay.an-object"), in)) {
      String names = String.join(", ", BENEFITS);
      present(json, at + "/benefit", benefit -> benefit.isTextual() && BENEFITS.contains(benefit.textValue()),
          Message.of("replay.one-of", names), in);
      present(json, at + "/amount", JsonNode::isNumber, Message.of("replay.an-amount-a-number"), in);
    }
  }

  private static String text(JsonNode json, String at, JsonIn in) {
    boolean found = present(json, at,
        text -> text.isTextual() && !text.textValue().isBlank() && text.textValue().length() <= LONGEST,
        Message.of("replay.text-of-at-most-characters", LONGEST), in);
    return found ? json.at(at).textValue() : null;
  }

  private static boolean present(JsonNode json, String at, Predicate<JsonNode> fits, Message message, JsonIn in) {
    JsonNode value = json.at(at);
    if (value.isMissingNode()) {
      in.violationAt(in.pointer() + at, Message.of("replay.is-required-send-the-whole-decision"));
    } else if (!fits.test(value)) {
      in.violationAt(in.pointer() + at, Message.of("replay.should-be", message));
    } else {
      return true;
    }
    return false;
  }

  /** Not a type of its own: what a program knows of an earlier version's decision must not narrow what it sends. */
  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "object");
  }
}
