package cn.tuodi.batch;

import cn.tuodi.claim.Claim;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Which claims of which persons a batch has decided so far, to tell those that come again. A batch has no end and must
 * have a constant size in memory: the last hundred thousand or more are remembered.
 */
final class DecidedClaims {

  private static final int MAX_REMEMBERED = 100_000;

  private final MessageDigest digest = digest();
  private Set<Long> earlier = new HashSet<>();
  private Set<Long> recent = new HashSet<>();

  /** Notes a claim; whether the same id of the same person was noted before. */
  boolean isAgain(Claim claim) {
    long key = key(claim);
    if (recent.size() >= MAX_REMEMBERED) {
      earlier = recent;
      recent = new HashSet<>();
    }
    return !recent.add(key) || earlier.contains(key);
  }

  private long key(Claim claim) {
    String person = Objects.requireNonNullElse(claim.person().personId(), "");
    digest.update(person.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return ByteBuffer.wrap(digest.digest(claim.claimId().getBytes(StandardCharsets.UTF_8))).getLong();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
