package cn.tuodi.access;

import cn.tuodi.operation.FreePort;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.mockwebserver.RecordedRequest;

/**
 * An OpenID Connect provider over HTTP: discovery, keys, the code flow with PKCE and a page to log in on, renewal and
 * logout. Started again on its port, it has the same keys.
 */
public final class LoginProvider implements AutoCloseable {

  /** The client that the service is. */
  public static final String CLIENT = "tuodi";

  private static final String ISSUER = "care";
  private static final String TYPE = "JWT";
  private static final String KEY = ISSUER;
  private static final long HOUR = 3600;

  private final MockOAuth2Server server;

  private LoginProvider(MockOAuth2Server server) {
    this.server = server;
  }

  /** Starts a provider on a free port. */
  public static LoginProvider start() {
    return start(0, HOUR);
  }

  /**
   * Starts a provider.
   *
   * @param port its port, or 0 for a free one
   * @param seconds how long its tokens are good for
   */
  public static LoginProvider start(int port, long seconds) {
    MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(true, null, null, false, new OAuth2TokenProvider(),
        Set.of(new DefaultOAuth2TokenCallback(ISSUER, "?", TYPE, List.of(CLIENT), Map.of(), seconds))));
    try {
      server.start(InetAddress.getByName("127.0.0.1"), port == 0 ? FreePort.next() : port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LoginProvider(server);
  }

  /** The port it listens on. */
  public int port() {
    return server.baseUrl().port();
  }

  /** What the service has to be told. */
  public Map<String, String> settings() {
    return settings(port());
  }

  /** What a service has to be told about a provider that is on a port, or will be. */
  public static Map<String, String> settings(int port) {
    return Map.of("quarkus.oidc.tenant-enabled", "true", "quarkus.oidc.auth-server-url",
        "http://localhost:" + port + "/" + ISSUER, "quarkus.oidc.client-id", CLIENT, "quarkus.oidc.credentials.secret",
        "a secret that has no fewer than 32 characters");
  }

  /** What was asked of it since this was called last, the first line and the body of each. */
  public String requests() {
    StringBuilder text = new StringBuilder();
    RecordedRequest request;
    while ((request = next()) != null) {
      text.append(request.getRequestLine()).append('\n').append(request.getBody().readUtf8()).append('\n');
    }
    return text.toString();
  }

  private RecordedRequest next() {
    try {
      return server.takeRequest(0, java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** A token for a program or person with roles. */
  public String token(String... roles) {
    return signed(CLIENT, HOUR, roles);
  }

  /** A token for somebody else than the service. */
  public String tokenFor(String audience, String... roles) {
    return signed(audience, HOUR, roles);
  }

  /** A token that was good an hour ago. */
  public String expired(String... roles) {
    return signed(CLIENT, -HOUR, roles);
  }

  private String signed(String audience, long seconds, String... roles) {
    return server.issueToken(ISSUER, "17", audience, claims(roles), seconds).serialize();
  }

  private static Map<String, Object> claims(String... roles) {
    return Map.of("groups", List.of(roles), "preferred_username", "li.ming", "name", "李明");
  }

  /** A token of another issuer at the same provider, signed with the key of that issuer. */
  public String ofAnotherIssuer(String... roles) {
    return server.issueToken("elsewhere", "17", CLIENT, claims(roles), HOUR).serialize();
  }

  /** A token that says that it comes from another issuer, signed with the key of this one. */
  public String withAnotherIssuer(String... roles) {
    Map<String, Object> claims = new HashMap<>(content(roles).getClaims());
    claims.put("iss", server.issuerUrl("elsewhere").toString());
    Stream.of("exp", "iat", "nbf").forEach(claims::remove);
    return server.getConfig().getTokenProvider().jwt(claims, Duration.ofHours(1), ISSUER).serialize();
  }

  /** A token without a signature (algorithm none). */
  public String unsigned(String... roles) {
    return new PlainJWT(content(roles)).serialize();
  }

  /** A token signed with another key under the name of the right one. */
  public String forged(String... roles) {
    try {
      RSAKey key = new RSAKeyGenerator(2048).generate();
      SignedJWT token = new SignedJWT(header(JWSAlgorithm.RS256), content(roles));
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token whose signature is a MAC with the client's secret, or with a public key, as the secret. */
  public String signedWithSecret(byte[] secret, String... roles) {
    try {
      SignedJWT token = new SignedJWT(header(JWSAlgorithm.HS256), content(roles));
      token.sign(new MACSigner(secret));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public key that tokens are verified with. */
  public byte[] publicKey() {
    try {
      return server.getConfig().getTokenProvider().publicJwkSet(ISSUER).getKeys().get(0).toRSAKey().toRSAPublicKey()
          .getEncoded();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWSHeader header(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).keyID(KEY).type(JOSEObjectType.JWT).build();
  }

  /** The same as in a token that is good. */
  private JWTClaimsSet content(String... roles) {
    try {
      return SignedJWT.parse(token(roles)).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
