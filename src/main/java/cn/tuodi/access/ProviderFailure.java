package cn.tuodi.access;

import io.quarkus.oidc.OIDCException;
import java.io.IOException;

/** Why it could not be found out who somebody is. */
public final class ProviderFailure {

  private static final int DEEPEST = 8;

  private ProviderFailure() {}

  /** Whether nothing is wrong with a token or login, but the provider cannot be asked now. */
  public static boolean isOutage(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof OIDCException || cause instanceof IOException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
