package cn.tuodi.edition.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes of policy content as answers show them, for example {@code sha256:0c1f…}. */
public final class ContentHash {

  public static final String PREFIX = "sha256:";

  private ContentHash() {}

  /** The hash of some texts, one after the other. */
  public static String of(String... texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String text : texts) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
      }
      return PREFIX + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
