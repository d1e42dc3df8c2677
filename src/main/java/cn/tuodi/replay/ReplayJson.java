package cn.tuodi.replay;

import cn.tuodi.answer.Benefit;
import cn.tuodi.assistance.json.DecisionJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of deciding a claim again, as the wire contract has it. */
@Schema(name = "Replay", description = "重新决定的结果，与原决定逐项比较 / a claim decided again, compared with the earlier decision item by item")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReplayJson(
    @Schema(required = true, description = "各项值全部相同则为 IDENTICAL；数字按数值比较，不比较 trace / equal in every value; numbers by value, trace aside") Result result,
    @Schema(required = true) String decisionId, @Schema(required = true) String earlierDecisionId,
    @Schema(required = true) DecisionJson.Policy policy, @Schema(required = true) DecisionJson.Policy earlierPolicy,
    @Schema(nullable = true, description = "单据事实是否与当时不同；政策内容不同则无从得知，为 null / whether the facts are others than those decided earlier; null where the policy content differs, for then nobody can know") Boolean claimChanged,
    @Schema(required = true, description = "总的说明，一句话 / what it comes to, in one sentence") String message,
    @Schema(required = true) List<DifferenceJson> differences,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "未列出的差异数，仅在差异过多时 / differences left out, only where there are very many") Integer differencesLeftOut) {

  /** Whether the answers are the same. */
  @Schema(name = "ReplayResult")
  public enum Result {
    IDENTICAL,
    DIFFERENT
  }

  /** A point in which the answers differ. */
  @Schema(name = "ReplayDifference")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record DifferenceJson(@Schema(required = true) DifferenceKind kind,
      @Schema(required = true, description = "JSON 指针，指向现在的决定；只在原决定中有的，指向原决定 / JSON pointer into the decision now, or into the earlier one for what only that has") String pointer,
      @Schema(nullable = true, description = "所属待遇，没有则为 null / the benefit it belongs to, if any") Benefit benefit,
      @Schema(description = "原值，没有则为 null / what it was; null if nothing") JsonNode earlier,
      @Schema(description = "现值，没有则为 null / what it is; null if nothing") JsonNode now,
      @Schema(required = true, type = SchemaType.ARRAY, implementation = DecisionJson.ProvisionJson.class, description = "现在依据的条款和表格行 / provisions and rows it rests on now") List<JsonNode> provisions,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(type = SchemaType.ARRAY, implementation = DecisionJson.ProvisionJson.class, description = "原依据，仅在不同时 / those it rested on, only where they differ") List<JsonNode> earlierProvisions,
      @Schema(required = true) String message) {}
}
