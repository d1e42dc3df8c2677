package cn.tuodi.assistance;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.field.ClaimFields;
import cn.tuodi.field.FactWriter;
import cn.tuodi.field.StatedFacts;
import cn.tuodi.field.ValueType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The id of a decision: a hash over the facts stated, by their names, and the content of the edition. The same facts
 * under the same policy content have the same id, whether a default is written or left out, whichever way an amount is
 * written, and in whichever order recognitions are listed.
 */
public final class NamedDecisionId {

  /** What every id of the scheme begins with. */
  static final String PREFIX = "d2-";

  private static final FactWriter<Claim> CLAIM = FactWriter.of(ClaimFields.SET);
  private static final FactWriter<String> TEXT = FactWriter.of(ValueType.text(Integer.MAX_VALUE));
  private static final int LENGTH = 16;
  private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(NamedDecisionId::digest);

  private NamedDecisionId() {}

  static String of(Claim claim, String contentHash) {
    return hash(begin(contentHash).add(CLAIM, claim));
  }

  /** The facts of an id, to which those stated are to be added. */
  public static StatedFacts begin(String contentHash) {
    return StatedFacts.begin().add("contentHash", TEXT, contentHash);
  }

  /** The id of facts. */
  public static String hash(StatedFacts facts) {
    return PREFIX + HexFormat.of().formatHex(facts.hash(DIGEST.get()), 0, LENGTH);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
