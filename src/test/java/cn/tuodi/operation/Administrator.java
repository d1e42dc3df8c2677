package cn.tuodi.operation;

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

  /** What is kept of the password, with as few iterations as a service takes: most tests ask with it again and again. */
  private static final String HASH = "pbkdf2-sha512:100000:c2FsdCBmb3IgdGVzdHMuLg==:"
      + "ODQKqSoyHOvBILScmNInrhhZ+ZP6ElKCN3m51PEwgqM=";

  private Administrator() {}

  /** Settings of a service whose policies lie in a directory, and which the administrator may change. */
  public static Map<String, String> of(Path directory) {
    return Map.of("tuodi.store.directory", directory.toString(), "tuodi.admin.password-hash", HASH);
  }
}
