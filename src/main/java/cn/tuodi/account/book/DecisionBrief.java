package cn.tuodi.account.book;

import cn.tuodi.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What accounts tell of a decision, in the form that decisions have: its id, status and policy, and what is paid. It takes a
 * small part of the room of the whole, so that many of them can be held at once.
 */
final class DecisionBrief {

  private static final List<String> TOLD = List.of("decisionId", "status", "policy");
  private static final List<String> PAID = List.of("benefit", "payer", "amount");
  private static final String PAYOUTS = "payouts";

  private DecisionBrief() {}

  /** A decision in brief; null where there is none. */
  static String of(String decision) {
    if (decision == null) {
      return null;
    }
    JsonNode whole = Json.parsed(decision);
    ObjectNode brief = (ObjectNode) Json.parsed("{}");
    TOLD.forEach(name -> brief.set(name, whole.get(name)));
    ArrayNode payouts = brief.putArray(PAYOUTS);
    for (JsonNode payout : whole.get(PAYOUTS)) {
      ObjectNode line = payouts.addObject();
      PAID.forEach(name -> line.set(name, payout.get(name)));
    }
    return brief.toString();
  }
}
