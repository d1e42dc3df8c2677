package cn.tuodi.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Set;

/** The single administrator, once known. */
public final class Administrator {

  private static final String SESSION = "tuodi.session";

  private Administrator() {}

  /** The administrator of a name, who has every role. */
  public static SecurityIdentity of(String name) {
    return builder(name).build();
  }

  /** The same in a session that can be ended. */
  static SecurityIdentity inSession(String name) {
    return builder(name).addAttribute(SESSION, true).build();
  }

  /** Whether somebody is known by a session that can be ended. */
  public static boolean isInSession(SecurityIdentity person) {
    return Boolean.TRUE.equals(person.getAttribute(SESSION));
  }

  private static QuarkusSecurityIdentity.Builder builder(String name) {
    return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(name))
        .addRoles(Set.of(Roles.DECIDE, Roles.DRAFT, Roles.PUBLISH, Roles.OPERATE, Roles.SETTLE));
  }
}
