package cn.tuodi.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it may be kept: PBKDF2 with HMAC-SHA-512, written
 * {@code pbkdf2-sha512:<iterations>:<salt>:<key>}, salt and key in Base64.
 */
public final class PasswordHash {

  /** Fewest characters of a password. */
  public static final int SHORTEST = 12;

  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  private static final int ITERATIONS = 250_000;
  private static final int MIN_ITERATIONS = 100_000;
  private static final int MAX_ITERATIONS = 10_000_000;
  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile("pbkdf2-sha512:(\\d{1,8}):([A-Za-z0-9+/]{22,88}={0,2}):([A-Za-z0-9+/]{43}=)");

  private final int iterations;
  private final byte[] salt;
  private final byte[] key;

  private PasswordHash(int iterations, byte[] salt, byte[] key) {
    this.iterations = iterations;
    this.salt = salt;
    this.key = key;
  }

  /** Hashes a password with a salt of its own. */
  public static PasswordHash of(char[] password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return new PasswordHash(ITERATIONS, salt, key(password, salt, ITERATIONS));
  }

  /**
   * Reads a hash.
   *
   * @throws IllegalArgumentException if it is none, or too weak
   */
  public static PasswordHash parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a password hash: make one with the command \"password\"");
    }
    int iterations = Integer.parseInt(matcher.group(1));
    if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
      throw new IllegalArgumentException("a password hash of " + iterations + " iterations is not taken");
    }
    return new PasswordHash(iterations, Base64.getDecoder().decode(matcher.group(2)),
        Base64.getDecoder().decode(matcher.group(3)));
  }

  /** Whether a password is the one. Takes a good part of a second on purpose. */
  public boolean matches(char[] password) {
    return MessageDigest.isEqual(key, key(password, salt, iterations));
  }

  private static byte[] key(char[] password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, KEY_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      spec.clearPassword();
      Arrays.fill(password, ' ');
    }
  }

  @Override
  public String toString() {
    return "pbkdf2-sha512:" + iterations + ":" + Base64.getEncoder().encodeToString(salt) + ":"
        + Base64.getEncoder().encodeToString(key);
  }
}
