package cn.tuodi.simulation.portfolio;

import cn.tuodi.claim.Claim;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What tells the claims of a file apart: the id of the claim and that of its person, as two persons may well have been
 * given the same number by two institutions.
 *
 * @param key a hash of both, which takes less room
 * @param line line of the file
 * @param claimId id of the claim
 */
public record ClaimMark(long key, long line, String claimId) {

  static ClaimMark of(NumberedClaim numbered) {
    Claim claim = numbered.claim();
    // No id has a control character.
    String both = claim.claimId() + '\n' + (claim.person().personId() == null ? "" : claim.person().personId());
    UUID hash = UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8));
    return new ClaimMark(hash.getMostSignificantBits() ^ hash.getLeastSignificantBits(), numbered.number(),
        claim.claimId());
  }
}
