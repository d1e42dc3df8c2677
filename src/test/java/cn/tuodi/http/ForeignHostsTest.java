package cn.tuodi.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import io.vertx.core.net.HostAndPort;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests come from this machine, where nobody logs in because it is for this machine alone. */
class ForeignHostsTest {

  private static MultiMap headers() {
    return MultiMap.caseInsensitiveMultiMap();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Forwarded", "forwarded", "X-Forwarded-For", "x-forwarded-proto", "X-Forwarded-Anything",
      "X-Real-IP", "Via"})
  @DisplayName("What a proxy has passed on is foreign, though the proxy names this machine in place of itself")
  void passedOn(String header) {
    assertFalse(ForeignHosts.isLocal(HostAndPort.create("127.0.0.1", 8080), headers().set(header, "10.0.0.7")));
    assertFalse(ForeignHosts.isLocal(null, headers().set("Host", "127.0.0.1:8080").set(header, "")));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"localhost", "LOCALHOST.", "tuodi.localhost", "127.0.0.1", "127.9.9.9", "::1", "[::1]"})
  @DisplayName("Names of this machine, as they are understood and as they are written")
  void local(String name) {
    assertTrue(ForeignHosts.isLocal(HostAndPort.create(name, 8080), headers().set("X-Request-Id", "1")));
    String written = name.equals("::1") ? "[::1]" : name;
    assertTrue(ForeignHosts.isLocal(null, headers().set("Host", written)));
    assertTrue(ForeignHosts.isLocal(null, headers().set("Host", written + ":8080")));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "evil.example", "evil.example:99999", "localhost.evil.example", "localhost:8080:8080",
      "localhost@evil.example", "evil.example/localhost", "10.0.0.7", "127.0.0.1.evil.example:80", "a b", "[fe80::1]"})
  @DisplayName("A request that names nobody, or in a way that is not understood, is foreign unless its header names this machine")
  void unnamed(String header) {
    assertFalse(ForeignHosts.isLocal(null, headers()));
    assertFalse(ForeignHosts.isLocal(null, headers().set("Host", header)));
  }
}
