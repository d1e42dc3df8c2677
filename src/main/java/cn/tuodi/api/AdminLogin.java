package cn.tuodi.api;

import cn.tuodi.access.PasswordHash;
import cn.tuodi.access.Roles;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Knows the single administrator by name and password, where one is configured. */
@ApplicationScoped
final class AdminLogin implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

  private static final String MAC = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final String name;
  private final Optional<PasswordHash> hash;
  private final SecretKeySpec key;
  /** The last password that was right, under a key that only this process has: the slow hash is computed once. */
  private volatile byte[] known;

  AdminLogin(AdminSettings settings) {
    this.name = settings.name();
    this.hash = settings.passwordHash().filter(text -> !text.isBlank()).map(PasswordHash::parse);
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, MAC);
  }

  @Override
  public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
    return UsernamePasswordAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(UsernamePasswordAuthenticationRequest request,
      AuthenticationRequestContext context) {
    return context.runBlocking(() -> login(request.getUsername(), request.getPassword().getPassword()));
  }

  private SecurityIdentity login(String user, char[] password) {
    if (hash.isEmpty() || !name.equals(user) || !isRight(password)) {
      throw new AuthenticationFailedException();
    }
    return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(name))
        .addRoles(Set.of(Roles.DECIDE, Roles.DRAFT, Roles.PUBLISH, Roles.OPERATE)).build();
  }

  private boolean isRight(char[] password) {
    byte[] digest = digest(password);
    return known != null && MessageDigest.isEqual(known, digest) || isRightByHash(password, digest);
  }

  /** One at a time: who guesses passwords occupies no more than one processor. */
  private synchronized boolean isRightByHash(char[] password, byte[] digest) {
    if (hash.orElseThrow().matches(password.clone())) {
      known = digest;
      return true;
    }
    return false;
  }

  private byte[] digest(char[] password) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      for (char c : password) {
        mac.update((byte) (c >> Byte.SIZE));
        mac.update((byte) c);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
