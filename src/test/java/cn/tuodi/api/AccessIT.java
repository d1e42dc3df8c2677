package cn.tuodi.api;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.access.LoginProvider;
import cn.tuodi.access.PasswordHash;
import cn.tuodi.desk.Changed;
import cn.tuodi.operation.RunningService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of an OpenID Connect provider on the interface of the packaged application, with everything guarded. */
class AccessIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String DRAFTS = "/v1/desk/drafts?table=guangxi/2022/medical-assistance.xlsx";

  @TempDir
  static Path directory;

  private static LoginProvider provider;
  private static RunningService service;

  @BeforeAll
  static void start() {
    provider = LoginProvider.start();
    Map<String, String> settings = new HashMap<>(provider.settings());
    settings.put("tuodi.store.directory", directory.toString());
    settings.put("tuodi.access.decide-needs-role", "true");
    settings.put("tuodi.access.operate-needs-role", "true");
    service = RunningService.start(settings);
  }

  @AfterAll
  static void stop() {
    service.close();
    provider.close();
  }

  @Test
  @DisplayName("A token gives the roles it names, and the history gets the name of the person")
  void roles() throws IOException {
    String draft = provider.token("draft");
    HttpResponse<String> made = send(service.request(DRAFTS).header("Content-Type", XLSX)
        .POST(BodyPublishers.ofByteArray(Changed.rate(0.9))), draft);
    assertEquals(201, made.statusCode(), made.body());
    JsonNode kept = JSON.readTree(made.body());
    assertEquals("李明 (li.ming)", kept.get("by").asText());

    String order = "{\"draft\":\"" + kept.get("id").asText() + "\",\"reason\":\"x\",\"pastReason\":\"更正\"}";
    refused(403, "FORBIDDEN", "insufficient_scope", send(json("/v1/desk/publications", order), draft));
    HttpResponse<String> published = send(json("/v1/desk/publications", order), provider.token("publish"));
    assertEquals(201, published.statusCode(), published.body());
    assertEquals("李明 (li.ming)", JSON.readTree(published.body()).get("by").asText());
    assertEquals(201, send(json("/v1/desk/undo", "{\"edition\":\"guangxi/2022\",\"version\":0,\"reason\":\"y\"}"),
        provider.token("publish")).statusCode());
    refused(403, "FORBIDDEN", "insufficient_scope",
        send(service.request("/v1/desk/drafts").GET(), provider.token("other")));
  }

  static Stream<Named<Function<LoginProvider, String>>> badTokens() {
    return Stream.of(
        Named.of("meant for another service", issuer -> issuer.tokenFor("another", "draft", "decide", "operate")),
        Named.of("expired", issuer -> issuer.expired("draft", "decide", "operate")),
        Named.of("not signed", issuer -> issuer.unsigned("draft", "decide", "operate")),
        Named.of("signed by another key", issuer -> issuer.forged("draft", "decide", "operate")),
        Named.of("of another issuer", issuer -> issuer.ofAnotherIssuer("draft", "decide", "operate")),
        Named.of("naming another issuer", issuer -> issuer.withAnotherIssuer("draft", "decide", "operate")),
        Named.of("with the public key as secret", issuer -> issuer.signedWithSecret(issuer.publicKey(), "draft")),
        Named.of("with the secret of the client", issuer -> issuer.signedWithSecret(
            issuer.settings().get("quarkus.oidc.credentials.secret").getBytes(StandardCharsets.UTF_8), "draft")),
        Named.of("no token at all", issuer -> "nonsense"), Named.of("three dots", issuer -> "..."),
        Named.of("a dot", issuer -> "."), Named.of("three letters", issuer -> "a.b.c"),
        Named.of("empty objects", issuer -> "e30.e30.e30"), Named.of("a content only", issuer -> ".e30."),
        Named.of("a header that is none", issuer -> "a.e30.c"),
        Named.of("five parts", issuer -> "e30.e30.e30.e30.e30"));
  }

  @ParameterizedTest
  @DisplayName("A token that is not good gives nothing, is refused as a problem, and leads to no question to the provider")
  @MethodSource("badTokens")
  void badToken(Function<LoginProvider, String> making) throws IOException {
    String token = making.apply(provider);
    assertEquals(200, decide(provider.token("decide")).statusCode());
    provider.requests();
    for (HttpResponse<String> answer : List.of(decide(token),
        send(service.request("/v1/desk/drafts").GET(), token), send(service.request("/q/metrics").GET(), token),
        send(service.request("/v1/desk/state").GET(), token))) {
      refused(401, "NOT_AUTHENTICATED", "invalid_token", answer);
    }
    assertFalse(provider.requests().contains("introspect"));
  }

  @ParameterizedTest
  @DisplayName("Where deciding needs the role, everything that decides asks for it, however its address is written")
  @ValueSource(strings = {"/v1/decisions", "/v1/decisions/", "/v1/decisions;a=b", "/v1;a=b/decisions",
      "/v1/%64ecisions",
      "/v1/decisions?trace=true", "/v1/decisions/replay", "/v1/decisions/batch", "/v1/applications",
      "/v1/recognitions/illness-impoverished", "/v1/enrolments"})
  void deciding(String path) {
    String type = path.endsWith("batch") ? "application/x-ndjson" : "application/json";
    HttpRequest.Builder request = service.request(path).header("Content-Type", type)
        .POST(BodyPublishers.ofString(RunningService.example("guangxi")));
    HttpResponse<String> anonymous = RunningService.send(request);
    refused(401, "NOT_AUTHENTICATED", "Bearer", anonymous);
    HttpResponse<String> wrong = send(request.copy(), provider.token("draft", "publish", "operate"));
    refused(403, "FORBIDDEN", "insufficient_scope", wrong);
    assertFalse(Stream.of(401, 403).toList().contains(send(request.copy(), provider.token("decide")).statusCode()));
  }

  @Test
  @DisplayName("Reading stays open; the console sends who would try a claim to log in")
  void reading() {
    for (String path : new String[] {"/v1/policies", "/v1/policies/guangxi/2022", "/v1/desk/history", "/q/health/ready",
        "/q/openapi", "/console", "/console/desk/", "/console/desk/history", "/console/policies/guangxi/2022"}) {
      assertEquals(200, service.get(path).statusCode(), path);
    }
    HttpResponse<String> trying = service.get("/console/try?example=gx22-class-2");
    assertAll(() -> assertEquals(303, trying.statusCode()),
        () -> assertEquals(service.address() + "/console/desk/login?to=%2Fconsole%2Ftry%3Fexample%3Dgx22-class-2",
            trying.headers().firstValue("Location").orElseThrow()));
  }

  @Test
  @DisplayName("Where operating needs the role, metrics ask for it; the state and simulations are for the desk, too")
  void operating() {
    refused(401, "NOT_AUTHENTICATED", "Bearer", service.get("/q/metrics"));
    refused(403, "FORBIDDEN", "insufficient_scope",
        send(service.request("/q/metrics").GET(), provider.token("publish")));
    assertTrue(
        send(service.request("/q/metrics").GET(), provider.token("operate")).body().contains("tuodi_edition_info"));
    for (String path : new String[] {"/v1/desk/state", "/v1/desk/simulations"}) {
      refused(401, "NOT_AUTHENTICATED", "Bearer", service.get(path));
      refused(403, "FORBIDDEN", "insufficient_scope", send(service.request(path).GET(), provider.token("decide")));
      assertEquals(200, send(service.request(path).GET(), provider.token("operate")).statusCode());
      assertEquals(200, send(service.request(path).GET(), provider.token("draft")).statusCode());
    }
    refused(401, "NOT_AUTHENTICATED", "Bearer",
        RunningService.send(service.request("/v1/desk/simulations/1").DELETE()));
  }

  @Test
  @DisplayName("The simulation of a draft is there for who sees drafts, and for nobody else")
  void simulationOfDraft() throws IOException {
    String draft = JSON.readTree(send(service.request("/v1/desk/drafts?table=guangxi/2022/medical-assistance.xlsx")
        .header("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .POST(BodyPublishers.ofByteArray(Changed.rate(0.96))), provider.token("draft")).body()).get("id").textValue();
    HttpResponse<String> begun =
        send(service.request("/v1/desk/simulations?from=guangxi/2022&draft=" + draft + "&sample=10")
            .POST(BodyPublishers.noBody()), provider.token("draft"));
    assertEquals(202, begun.statusCode(), begun.body());
    String id = JSON.readTree(begun.body()).get("id").textValue();
    String one = "/v1/desk/simulations/" + id;
    String operator = provider.token("operate");
    assertFalse(send(service.request("/v1/desk/simulations").GET(), operator).body().contains(id));
    assertEquals(404, send(service.request(one).GET(), operator).statusCode());
    assertEquals(404, send(service.request(one).DELETE(), operator).statusCode());
    assertTrue(send(service.request("/v1/desk/simulations").GET(), provider.token("publish")).body().contains(id));
    assertEquals(200, send(service.request(one).GET(), provider.token("publish")).statusCode());
    assertEquals(204, send(service.request(one).DELETE(), provider.token("draft")).statusCode());
  }

  @Test
  @DisplayName("Refusals are in the language of the caller")
  void languages() throws IOException {
    assertEquals("需要登录", JSON.readTree(service.get("/v1/desk/drafts").body()).get("title").asText());
    HttpResponse<String> english =
        RunningService.send(service.request("/v1/desk/drafts").header("Accept-Language", "en").GET());
    assertAll(() -> assertEquals("Log in", JSON.readTree(english.body()).get("title").asText()),
        () -> assertEquals("en", english.headers().firstValue("Content-Language").orElseThrow()));
  }

  @Test
  @DisplayName("A name and a password are nothing to a service that has a provider")
  void noPassword() {
    String basic = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        RunningService.send(service.request("/v1/desk/drafts").header("Authorization", "Basic " + basic).GET());
    refused(401, "NOT_AUTHENTICATED", "Bearer", answer);
  }

  @Test
  @DisplayName("No log line names a person or a token")
  void quietLog() {
    String token = provider.token("draft");
    assertEquals(200, send(service.request("/v1/desk/drafts").GET(), token).statusCode());
    send(service.request("/v1/desk/drafts").GET(), provider.expired("draft"));
    String log = service.log();
    assertAll(() -> assertFalse(log.contains("li.ming")), () -> assertFalse(log.contains("李明")),
        () -> assertFalse(log.contains(token.substring(0, 20))), () -> assertFalse(log.contains("Exception"), log));
  }

  @Test
  @DisplayName("Tokens are verified with a key of the configuration, too, without any connection")
  void keyOfTheConfiguration() {
    try (RunningService alone = RunningService.start(Map.of("quarkus.oidc.tenant-enabled", "true",
        "quarkus.oidc.application-type", "service", "quarkus.oidc.public-key",
        Base64.getEncoder().encodeToString(provider.publicKey()), "quarkus.oidc.token.issuer",
        provider.settings().get("quarkus.oidc.auth-server-url")))) {
      HttpRequest.Builder drafts = alone.request("/v1/desk/drafts").GET();
      assertEquals(200, send(drafts.copy(), provider.token("draft")).statusCode());
      refused(401, "NOT_AUTHENTICATED", "invalid_token", send(drafts.copy(), provider.forged("draft")));
      refused(401, "NOT_AUTHENTICATED", "invalid_token", send(drafts.copy(), provider.tokenFor("another", "draft")));
      assertEquals(200, alone.get("/console/desk/").statusCode());
      assertEquals(403, alone.get("/console/desk/login").statusCode());
    }
  }

  @Test
  @DisplayName("A service with both an administrator and a provider, or with roles that nobody can have, does not start")
  void contradictions() {
    Map<String, String> both = new HashMap<>(provider.settings());
    both.put("tuodi.admin.password-hash", PasswordHash.of("correct horse battery".toCharArray()).toString());
    assertTrue(assertThrows(IllegalStateException.class, () -> RunningService.start(both)).getMessage()
        .contains("remove tuodi.admin.password-hash or quarkus.oidc.tenant-enabled"));
    Map<String, String> nobody = Map.of("tuodi.access.decide-needs-role", "true");
    assertTrue(assertThrows(IllegalStateException.class, () -> RunningService.start(nobody)).getMessage()
        .contains("roles that nobody can have"));
  }

  private static void refused(int status, String code, String challenge, HttpResponse<String> answer) {
    assertAll(() -> assertEquals(status, answer.statusCode(), answer.body()),
        () -> assertEquals(code, JSON.readTree(answer.body()).get("code").asText()),
        () -> assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow()),
        () -> assertTrue(answer.headers().firstValue("WWW-Authenticate").orElse("").contains(challenge),
            answer.headers().toString()));
  }

  private static HttpResponse<String> decide(String token) {
    return send(json("/v1/decisions", RunningService.example("guangxi")), token);
  }

  private static HttpRequest.Builder json(String path, String body) {
    return service.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String token) {
    return RunningService.send(request.header("Authorization", "Bearer " + token));
  }
}
