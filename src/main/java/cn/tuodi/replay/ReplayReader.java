package cn.tuodi.replay;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.JsonIn;
import cn.tuodi.json.ObjectType.Builder;
import cn.tuodi.json.ObjectType.Field;
import cn.tuodi.json.WireType;
import cn.tuodi.language.Language;
import java.util.Map;

/** Reads a claim together with a decision that was made on it earlier. */
public final class ReplayReader {

  private static final Builder FIELDS = new Builder("ReplayRequest");
  private static final Field<Claim> CLAIM =
      FIELDS.required("claim", ClaimReader.type(), "单据，与当时提交的相同 / the claim as it was sent then");
  private static final Field<EarlierDecision> DECISION =
      FIELDS.required("decision", new EarlierDecisionType(),
          "服务当时返回的核定结果，原样提交，应有 decisionId、policy、payouts / the decision as the service returned it, whole: decisionId, policy and payouts must be there");
  private static final WireType<ReplayRequest> TYPE =
      FIELDS.build(v -> new ReplayRequest(v.get(CLAIM), v.get(DECISION)));

  private ReplayReader() {}

  /**
   * Reads a request.
   *
   * @param bytes JSON in UTF-8
   * @param language language of messages
   * @throws InvalidRequest with every malformed field, below {@code /claim} or {@code /decision}
   */
  public static ReplayRequest read(byte[] bytes, Language language) {
    return JsonIn.read(bytes, 0, bytes.length, TYPE, language);
  }

  /** JSON schema of a request. */
  public static Map<String, Object> schema() {
    return TYPE.schema();
  }
}
