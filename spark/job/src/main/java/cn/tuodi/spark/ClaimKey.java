package cn.tuodi.spark;

import cn.tuodi.claim.Claim;
import cn.tuodi.simulation.portfolio.NumberedClaim;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import scala.util.hashing.MurmurHash3$;

/**
 * By what lines are dealt to slices and sorted in them, as bytes whose order is that of the lines: whose line it is, then
 * the date of service, then the number of the line. Lines of a person without an id, and lines that are no claims, have
 * nobody to go on from and are dealt by what they have.
 */
final class ClaimKey {

  /** The order of lines within a slice. */
  static final ByKey ORDER = new ByKey();

  private static final byte PERSON = 1;
  private static final byte NOBODY = 2;
  private static final byte NO_CLAIM = 3;
  private static final int TAIL = Integer.BYTES + Long.BYTES;
  private static final int SEED = 0x74756f64;

  private ClaimKey() {}

  private static final class ByKey implements Comparator<byte[]>, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public int compare(byte[] one, byte[] other) {
      return Arrays.compareUnsigned(one, other);
    }
  }

  /** The key of a claim. */
  static byte[] of(NumberedClaim numbered) {
    Claim claim = numbered.claim();
    String person = claim.person().personId();
    return person == null ? key(NOBODY, claim.claimId(), 0, numbered.number())
        : key(PERSON, person, claim.serviceDate().toEpochDay(), numbered.number());
  }

  /** The key of a line that is no claim. */
  static byte[] ofNoClaim(long number) {
    return key(NO_CLAIM, Long.toHexString(number), 0, number);
  }

  /** No id has a control character, so that none goes on where another ends. */
  private static byte[] key(byte kind, String id, long day, long number) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + bytes.length + 1 + TAIL).put(kind).put(bytes).put((byte) 0)
        .putInt((int) day ^ Integer.MIN_VALUE).putLong(number).array();
  }

  /** The slice of a line, the same on every machine. */
  static int slice(byte[] key, int slices) {
    byte[] owner = Arrays.copyOf(key, key.length - TAIL);
    return Math.floorMod(MurmurHash3$.MODULE$.bytesHash(owner, SEED), slices);
  }

  /** The number of a line. */
  static long number(byte[] key) {
    return ByteBuffer.wrap(key, key.length - Long.BYTES, Long.BYTES).getLong();
  }

  /** Whether two lines are of one person. */
  static boolean areOfOnePerson(byte[] one, byte[] other) {
    return one[0] == PERSON && haveOneOwner(one, other);
  }

  /** Whether two lines are of one person or, without a person's id, of one claim. */
  static boolean haveOneOwner(byte[] one, byte[] other) {
    return Arrays.equals(one, 0, one.length - TAIL, other, 0, other.length - TAIL);
  }
}
