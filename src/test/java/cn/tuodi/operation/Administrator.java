package cn.tuodi.operation;

import cn.tuodi.access.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** The single administrator of a service that tests start. */
public final class Administrator {

  /** How the administrator is called. */
  public static final String NAME = "admin";

  /** What the administrator logs in with. */
  public static final String PASSWORD = "correct horse battery staple";

  /** The header {@code Authorization} of the administrator. */
  public static final String AUTHORIZATION = "Basic "
      + Base64.getEncoder().encodeToString((NAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

  private Administrator() {}

  /** Settings of a service whose policies lie in a directory, and which the administrator may change. */
  public static Map<String, String> of(Path directory) {
    return Map.of("tuodi.store.directory", directory.toString(), "tuodi.admin.password-hash",
        PasswordHash.of(PASSWORD.toCharArray()).toString());
  }
}
