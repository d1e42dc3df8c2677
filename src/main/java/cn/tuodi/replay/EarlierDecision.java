package cn.tuodi.replay;

import cn.tuodi.assistance.json.DecisionJson;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A decision as a caller kept it. What it needs to be compared at all is known to be there; everything else is as the
 * caller sent it.
 *
 * @param decisionId its id
 * @param policy the edition that decided, by the words of the decision
 * @param json the whole of it without its trace; numbers are exact
 */
public record EarlierDecision(String decisionId, DecisionJson.Policy policy, JsonNode json) {}
