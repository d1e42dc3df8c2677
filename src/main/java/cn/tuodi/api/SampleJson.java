package cn.tuodi.api;

import cn.tuodi.assistance.json.DecisionJson;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A claim to try a program with, and its decision.
 *
 * @param name what it shows, in the caller's language
 * @param claim the claim as it is to be sent
 * @param expected what the edition in force answers
 */
@Schema(name = "Sample", description = "一份样例单据及其应得的核定结果 / a sample claim and the decision to be expected")
public record SampleJson(
    @Schema(required = true, description = "说明什么，按调用者的语言 / what it shows, in the caller's language") String name,
    @Schema(required = true, ref = "Claim", description = "单据，可原样提交 / the claim, to be sent as it is") JsonNode claim,
    @Schema(required = true, description = "应得的核定结果，按现行内容（policy.contentHash） / the decision to be expected under the content in force, policy.contentHash") DecisionJson expected) {}
