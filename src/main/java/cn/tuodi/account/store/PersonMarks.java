package cn.tuodi.account.store;

import cn.tuodi.account.book.AccountKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is left of the id of a person who was erased: known again where the id comes again, and with a key nothing from which
 * anybody without it could find the id by trying. Without a key it is a plain digest, which ids that can be guessed are
 * found by.
 */
final class PersonMarks {

  private static final String HMAC = "HmacSHA256";
  private static final byte[] PURPOSE = "tuodi.accounts.erased".getBytes(StandardCharsets.UTF_8);

  /** Keys of their own, made of those that facts are hidden with; the first one marks. */
  private final List<byte[]> keys;

  /** Marks by the keys that facts are hidden with, if there are any. */
  PersonMarks(List<byte[]> keys) {
    this.keys = keys.stream().map(key -> hmac(key, PURPOSE)).toList();
  }

  /** What is left of an id. */
  String of(String personId) {
    return all(personId).get(0);
  }

  /** All that may have been left of an id, by any of the keys, or before there was one. */
  List<String> all(String personId) {
    byte[] id = personId.getBytes(StandardCharsets.UTF_8);
    return Stream.concat(keys.stream().map(key -> hmac(key, id)), Stream.of(digest(id))).map(AccountKey::erased)
        .toList();
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] digest(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
