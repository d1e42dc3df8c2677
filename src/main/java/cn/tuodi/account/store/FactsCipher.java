package cn.tuodi.account.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps the facts of claims, and what was decided on them, unreadable in the database (AES-256-GCM). Each text names the
 * key that it was written with, so that a new key can be put before the old ones. What was written without a key stays
 * readable.
 */
public final class FactsCipher {

  /** Facts stand in the database as they are. */
  public static final FactsCipher NONE = new FactsCipher(Map.of());

  private static final int KEY_BYTES = 32;
  private static final int NAME_BYTES = 4;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String MARK = "enc:";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, SecretKey> keys;
  private final PersonMarks marks;

  private FactsCipher(Map<String, SecretKey> keys) {
    this.keys = keys;
    this.marks = new PersonMarks(keys.values().stream().map(SecretKey::getEncoded).toList());
  }

  /** What is left of persons who are erased. */
  PersonMarks marks() {
    return marks;
  }

  /**
   * A cipher by keys.
   *
   * @param keys keys of 32 bytes in Base64; the first one writes, all of them read
   * @throws IllegalArgumentException if one is no such key
   */
  public static FactsCipher of(List<String> keys) {
    Map<String, SecretKey> named = new LinkedHashMap<>();
    for (String text : keys) {
      byte[] key = Base64.getDecoder().decode(text.strip());
      if (key.length != KEY_BYTES) {
        throw new IllegalArgumentException("a key of claims has " + KEY_BYTES + " bytes, not " + key.length);
      }
      named.put(name(key), new SecretKeySpec(key, "AES"));
    }
    return new FactsCipher(named);
  }

  private static String name(byte[] key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(Arrays.copyOf(digest, NAME_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String written(String facts) {
    if (facts == null || keys.isEmpty()) {
      return facts;
    }
    Map.Entry<String, SecretKey> first = keys.entrySet().iterator().next();
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] hidden = transformed(Cipher.ENCRYPT_MODE, first.getValue(), nonce,
        facts.getBytes(StandardCharsets.UTF_8));
    byte[] all = ByteBuffer.allocate(NONCE_BYTES + hidden.length).put(nonce).put(hidden).array();
    return MARK + first.getKey() + ":" + Base64.getEncoder().encodeToString(all);
  }

  /** The text that was written. */
  String read(String text) {
    if (text == null || !text.startsWith(MARK)) {
      return text;
    }
    int end = text.indexOf(':', MARK.length());
    String name = text.substring(MARK.length(), end);
    SecretKey key = keys.get(name);
    if (key == null) {
      throw new AccountsUnavailable(AccountFailure.KEY_UNKNOWN, "tuodi.accounts.keys lacks the key " + name
          + ", which claims were written with: add it after the first one");
    }
    byte[] all = Base64.getDecoder().decode(text.substring(end + 1));
    return new String(transformed(Cipher.DECRYPT_MODE, key, Arrays.copyOf(all, NONCE_BYTES),
        Arrays.copyOfRange(all, NONCE_BYTES, all.length)), StandardCharsets.UTF_8);
  }

  private static byte[] transformed(int mode, SecretKey key, byte[] nonce, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("what is kept of a claim was altered, or its key is another", e);
    }
  }
}
