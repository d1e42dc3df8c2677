package cn.tuodi.access;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a person is called on pages and in the history: the full name, which people know, and the name to log in with,
 * which nobody shares, such as {@code 李明 (li.ming)}.
 */
public final class PersonName {

  private static final String FULL_NAME = "name";
  private static final int LONGEST = 120;

  private PersonName() {}

  /** The name of who is logged in. */
  public static String of(SecurityIdentity person) {
    String login = line(person.getPrincipal().getName());
    if (person.getPrincipal() instanceof JsonWebToken token && token.getClaim(FULL_NAME) instanceof String full
        && !full.isBlank() && !line(full).equals(login)) {
      return line(full) + " (" + login + ")";
    }
    return login;
  }

  private static String line(String text) {
    if (text == null) {
      return "?";
    }
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
    return line.isEmpty() ? "?" : line.substring(0, Math.min(line.length(), LONGEST));
  }
}
