package cn.tuodi.assistance;

import cn.tuodi.claim.Claim;
import java.util.regex.Pattern;

/**
 * How the id of a decision is made of the facts of its claim and the content of the edition. A new scheme is added
 * beside those before it, which stay as they are: earlier decisions are recognised by them.
 */
public enum DecisionIdScheme {

  /** Facts in a fixed order; 32 hexadecimal digits. */
  POSITIONAL {
    @Override
    public String idOf(Claim claim, String contentHash) {
      return PositionalDecisionId.of(claim, contentHash);
    }
  },

  /** Facts by their names; begins with {@code d2-}. */
  NAMED {
    @Override
    public String idOf(Claim claim, String contentHash) {
      return NamedDecisionId.of(claim, contentHash);
    }
  };

  /** The scheme of the ids that are written now. */
  public static final DecisionIdScheme CURRENT = NAMED;

  private static final Pattern POSITIONAL_ID = Pattern.compile("[0-9a-f]{32}");

  /** The scheme that an id was made by; the current one where that cannot be told. */
  public static DecisionIdScheme of(String id) {
    return POSITIONAL_ID.matcher(id).matches() ? POSITIONAL : CURRENT;
  }

  /**
   * The id of the decision on a claim.
   *
   * @param claim the claim
   * @param contentHash hash over the content of the edition that decides
   */
  public abstract String idOf(Claim claim, String contentHash);
}
