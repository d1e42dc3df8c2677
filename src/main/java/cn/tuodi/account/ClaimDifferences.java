package cn.tuodi.account;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimView;
import cn.tuodi.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where two claims state other facts. */
final class ClaimDifferences {

  private ClaimDifferences() {}

  /** JSON pointers to the facts in which claims differ, whatever has accumulated before them. */
  static List<String> between(Claim one, Claim other) {
    List<String> pointers = new ArrayList<>();
    compare(facts(one), facts(other), "", pointers);
    return pointers;
  }

  private static JsonNode facts(Claim claim) {
    ObjectNode facts = (ObjectNode) Json.tree(ClaimView.of(claim));
    facts.remove("yearToDate");
    return facts;
  }

  private static void compare(JsonNode one, JsonNode other, String at, List<String> pointers) {
    if (one.isObject() && other.isObject()) {
      Set<String> names = new TreeSet<>();
      one.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> compare(one.path(name), other.path(name), at + "/" + name, pointers));
    } else if (!one.equals(other)) {
      pointers.add(at);
    }
  }
}
