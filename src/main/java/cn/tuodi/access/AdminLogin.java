package cn.tuodi.access;

import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Knows the single administrator by name and password, where one is configured. */
@ApplicationScoped
final class AdminLogin implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

  private static final String MAC = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private static final AttributeKey<AtomicInteger> TRIED = AttributeKey.valueOf(AdminLogin.class, "tried");

  private final PasswordAttempts attempts = new PasswordAttempts();
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

  /** Takes no time for a password that is known to be right, however many others are being tried. */
  @Override
  public Uni<SecurityIdentity> authenticate(UsernamePasswordAuthenticationRequest request,
      AuthenticationRequestContext context) {
    char[] password = request.getPassword().getPassword();
    if (hash.isEmpty() || !name.equals(request.getUsername())) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    byte[] digest = digest(password);
    if (known != null && MessageDigest.isEqual(known, digest)) {
      return Uni.createFrom().item(administrator());
    }
    RoutingContext sender = HttpSecurityUtils.getRoutingContextAttribute(request);
    Context loop = Vertx.currentContext();
    return Uni.createFrom().emitter(answer -> attempts.add(new PasswordAttempts.Attempt(caller(sender),
        earlier(sender), ByteBuffer.wrap(digest), () -> isRight(password, digest),
        verdict -> tell(verdict, answer, loop))));
  }

  /** On the thread of the request where it has one: the one that looks at passwords has better to do. */
  private void tell(PasswordAttempts.Verdict verdict, UniEmitter<? super SecurityIdentity> answer, Context loop) {
    if (loop == null) {
      complete(verdict, answer);
    } else {
      loop.runOnContext(nothing -> complete(verdict, answer));
    }
  }

  private void complete(PasswordAttempts.Verdict verdict, UniEmitter<? super SecurityIdentity> answer) {
    switch (verdict) {
      case RIGHT -> answer.complete(administrator());
      case WRONG -> answer.fail(new AuthenticationFailedException());
      case TOO_MANY -> answer.fail(new TooManyLogins());
    }
  }

  private SecurityIdentity administrator() {
    return Administrator.of(name);
  }

  private boolean isRight(char[] password, byte[] digest) {
    byte[] right = known;
    if (right != null && MessageDigest.isEqual(right, digest)) {
      return true;
    }
    if (hash.orElseThrow().matches(password.clone())) {
      known = digest;
      return true;
    }
    return false;
  }

  private static String caller(RoutingContext sender) {
    SocketAddress address = sender == null ? null : sender.request().remoteAddress();
    return address == null || address.host() == null ? "" : address.host();
  }

  /** How many passwords were tried on a connection before. */
  private static int earlier(RoutingContext sender) {
    if (sender == null) {
      return 0;
    }
    Attribute<AtomicInteger> tried = ((ConnectionBase) sender.request().connection()).channel().attr(TRIED);
    tried.setIfAbsent(new AtomicInteger());
    return tried.get().getAndIncrement();
  }

  @PreDestroy
  void close() {
    attempts.close();
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
