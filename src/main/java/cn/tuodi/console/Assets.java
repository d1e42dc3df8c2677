package cn.tuodi.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of style sheets and scripts. Each carries a hash of what it holds, so that browsers may keep it. */
final class Assets {

  private static final String FOLDER = "/console/assets/";
  private static final int DIGITS = 12;
  private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

  private Assets() {}

  static String address(String name) {
    return ADDRESSES.computeIfAbsent(name, file -> FOLDER + file + "?v=" + hash(file));
  }

  private static String hash(String file) {
    try (InputStream in = Assets.class.getResourceAsStream("/META-INF/resources" + FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the application was built without " + file);
      }
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
