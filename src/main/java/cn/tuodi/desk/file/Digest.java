package cn.tuodi.desk.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 of files, in hexadecimal digits. */
public final class Digest {

  private Digest() {}

  /** The digest of one file. */
  public static String of(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  /** The digest of files by name, of which only the digests are known. */
  public static String ofDigests(Map<String, String> digests) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(digests).forEach((name, digest) -> text.append(digest).append(' ').append(name).append('\n'));
    return of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The digest of files by name. */
  public static String ofFiles(Map<String, byte[]> files) {
    Map<String, String> digests = new TreeMap<>();
    files.forEach((name, content) -> digests.put(name, of(content)));
    return ofDigests(digests);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
