package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no route of the packaged application takes. */
class UnreadableRequestsIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PROBLEM = "application/problem+json";
  private static final Map<String, String> PARAMETERS = Map.of("{region}", "guangxi", "{year}", "2022", "{workbook}",
      "medical-assistance.xlsx", "{id}", "1", "{number}", "1", "{personId}", "P1", "{claimId}", "C1");

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start("-Dquarkus.http.access-log.enabled=true");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /**
   * An answer as it came over the socket.
   *
   * @param status its status
   * @param head its headers, in small letters
   * @param body its body
   */
  private record Raw(int status, String head, String body) {

    static Raw of(String request) throws IOException {
      try (RawRequest sent = RawRequest.of(service, request)) {
        int status = Integer.parseInt(sent.status().split(" ")[1]);
        String[] parts = sent.rest().split("\r\n\r\n", 2);
        return new Raw(status, parts[0].toLowerCase(Locale.ROOT), parts.length > 1 ? parts[1] : "");
      }
    }
  }

  static Raw get(String target, String... headers) throws IOException {
    return Raw.of("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + String.join("", Stream.of(headers).map(header -> header + "\r\n").toList()) + "\r\n");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("Where nobody logs in, accounts and the desk answer requests only that name this machine; claims are decided for any")
  @ValueSource(strings = {"/v1/settlements/changes", "/v1/people/P/years/2023", "/console/accounts",
      "/v1/desk/simulations",
      "/v1/desk/history", "/console/desk"})
  void otherHosts(String target) throws IOException {
    for (String host : List.of("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.7",
        "[fe80::1]")) {
      Raw refused = Raw.of("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
      assertEquals(403, refused.status(), host);
      assertTrue(target.startsWith("/console") || refused.body().contains("HOST_NOT_LOCAL"), refused::body);
    }
    for (String host : List.of("localhost:8080", "LOCALHOST", "127.0.0.1", "127.1.2.3:80", "[::1]:8080",
        "tuodi.localhost")) {
      Raw taken = Raw.of("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
      assertNotEquals(403, taken.status(), host);
    }
    for (String foreign : List.of("GET %s HTTP/1.0\r\n\r\n", "GET %s HTTP/1.0\r\nHost: evil.example\r\n\r\n",
        "GET %s HTTP/1.1\r\nHost: evil.example:99999\r\nConnection: close\r\n\r\n",
        "GET %s HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nX-Forwarded-For: 10.0.0.7\r\nConnection: close\r\n\r\n",
        "GET %s HTTP/1.0\r\nHost: 127.0.0.1:8080\r\nX-Real-IP: 10.0.0.7\r\n\r\n")) {
      Raw refused = Raw.of(String.format(foreign, target));
      assertTrue(List.of(400, 403).contains(refused.status()), foreign);
    }
    assertNotEquals(403, Raw.of("GET " + target + " HTTP/1.0\r\nHost: localhost\r\n\r\n").status());
    Raw policies = Raw.of("GET /v1/policies HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assertEquals(200, policies.status());
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("Where nobody logs in, pages of other sites book and erase nothing, not even without a content type; programs do")
  @ValueSource(strings = {"POST /v1/settlements", "POST /v1/settlements/C-1/reversal",
      "POST /v1/settlements/C-1/replacement", "POST /v1/people/P/years/2023/opening",
      "POST /v1/people/P/years/2023/resettlement", "DELETE /v1/people/P/years/2023?reason=x",
      "POST /v1/desk/simulations", "POST /console/accounts/reversal"})
  void otherSites(String request) throws IOException {
    String head = request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 2\r\n";
    for (String from : List.of("Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site",
        "Origin: http://evil.example", "Origin: null", "Referer: http://evil.example/a")) {
      Raw refused = Raw.of(head + from + "\r\n\r\n{}");
      assertEquals(403, refused.status(), from);
      assertTrue(request.contains("/console") || refused.body().contains("CROSS_SITE_REQUEST"), refused::body);
    }
    for (String from : List.of("", "Sec-Fetch-Site: same-origin\r\n", "Origin: http://localhost\r\n")) {
      assertFalse(Raw.of(head + from + "\r\n{}").body().contains("CROSS_SITE_REQUEST"), from);
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("An address that cannot be decoded is a problem in the caller's language, with the id of the request")
  @ValueSource(strings = {"/v1/policies/%zz", "/v1/policies/%", "/v1/policies/%4", "/v1/policies?x=%",
      "/v1/decisions?trace=%g0", "/v1/desk/history?edition=%zz", "/%zz", "/v1/\u653f\u7b56", "/q/health/%zz"})
  void undecodable(String target) throws IOException {
    Raw chinese = get(target);
    Raw english = get(target, "Accept-Language: en", "X-Request-Id: number-7");
    assertProblem(400, "地址无法解码", chinese);
    assertProblem(400, "The address cannot be decoded", english);
    assertTrue(english.head().contains("x-request-id: number-7"), english.head());
  }

  @Test
  @DisplayName("A person who opens such an address of the console gets a page")
  void page() throws IOException {
    for (String target : new String[] {"/console/%zz", "/console/try?example=%"}) {
      Raw answer = get(target, "Accept: text/html", "Accept-Language: en");
      assertAll(() -> assertEquals(400, answer.status()), () -> assertTrue(answer.head().contains("text/html")),
          () -> assertTrue(answer.head().contains("content-security-policy"), answer.head()),
          () -> assertTrue(answer.body().contains("The address cannot be decoded"), answer.body()));
      assertProblem(400, "The address cannot be decoded",
          get(target, "Accept: application/json", "Accept-Language: en"));
    }
  }

  @Test
  @DisplayName("An address that is too long, and headers that are too large, are problems that say how much may be sent")
  void tooMuch() throws IOException {
    String address = "/v1/policies?x=" + "a".repeat(4096);
    assertTrue(assertProblem(414, "地址过长", get(address)).contains("4096"));
    assertTrue(assertProblem(414, "Address too long", get(address, "Accept-Language: en")).contains("4096"));
    assertEquals(200, get("/v1/policies?x=" + "a".repeat(4000)).status());
    String[] headers = Stream.iterate(1, i -> i + 1).limit(7).map(i -> "X-" + i + ": " + "a".repeat(3000))
        .toArray(String[]::new);
    assertTrue(assertProblem(431, "请求头过大", get("/v1/policies", headers)).contains("20480"));
    headers[0] = "Accept-Language: en";
    assertEquals(200, get("/v1/policies", headers).status());
    assertTrue(assertProblem(431, "Headers too large",
        get("/v1/policies", "Accept-Language: en", "X: " + "a".repeat(21_000))).contains("20480"));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("A request without one valid host, or for something that is no path, is a problem")
  @ValueSource(strings = {"GET /v1/policies HTTP/1.1\r\n", "GET /v1/policies HTTP/1.1\r\nHost: a:b:c\r\n",
      "GET /v1/policies HTTP/1.1\r\nHost: %n%s\r\n", "GET v1/policies HTTP/1.1\r\nHost: localhost\r\n",
      "GET * HTTP/1.1\r\nHost: localhost\r\n"})
  void notRouted(String request) throws IOException {
    assertProblem(400, "请求无效", Raw.of(request + "Connection: close\r\n\r\n"));
    assertProblem(400, "Invalid request", Raw.of(request + "Accept-Language: en\r\nConnection: close\r\n\r\n"));
  }

  @ParameterizedTest(name = "{1}")
  @DisplayName("What is more than the server reads, or no HTTP, it answers itself with a status, and ends the connection")
  @CsvSource({"20000, 414", "0, 400"})
  void notRead(int length, int status) throws IOException {
    Raw answer = length == 0 ? Raw.of("hello\r\n\r\n") : get("/" + "a".repeat(length));
    assertEquals(status, answer.status());
    assertEquals("", answer.body());
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("Headers that are no HTTP the server answers itself as well")
  @ValueSource(strings = {"X-A: a\u0000b", "X-A: a\u0001b", "X-A: a\rb", "X A: b", "X-A : b", "X(A): b", "\u653f: b",
      "X-A",
      "Content-Length: x", "Content-Length: -1", "Content-Length: 3,3", "Content-Length: 0\r\nContent-Length: 1"})
  void notHeaders(String header) throws IOException {
    Raw answer = get("/v1/policies", header);
    assertEquals(400, answer.status());
    assertEquals("", answer.body());
  }

  @ParameterizedTest
  @DisplayName("Other versions of HTTP are answered by the server itself")
  @ValueSource(strings = {"HTTP/1.2", "HTTP/2.0"})
  void otherVersions(String version) throws IOException {
    Raw answer = Raw.of("GET /v1/policies " + version + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertEquals(501, answer.status());
    assertEquals("", answer.body());
  }

  @Test
  @DisplayName("A form that cannot be decoded is a problem of who sent it")
  void form() throws IOException {
    for (String path : new String[] {"/console/try", "/console/desk/history/undo"}) {
      HttpResponse<String> answer =
          RunningService.send(service.request(path).header("Accept", "application/problem+json, */*")
              .header("Content-Type", "application/x-www-form-urlencoded").header("Accept-Language", "en")
              .POST(HttpRequest.BodyPublishers.ofString("reason=%zz")));
      assertEquals(400, answer.statusCode(), path + " " + answer.body());
      assertEquals("The form cannot be decoded", JSON.readTree(answer.body()).get("title").textValue());
    }
  }

  @Test
  @DisplayName("Such requests are counted as problems and stand in the log of requests once, without the address; nothing is an error of the service")
  void observed() throws IOException {
    BigDecimal before = Exposition.of(service).sum("tuodi_problems_total", Map.of("code", "INVALID_REQUEST"));
    get("/v1/policies/%zz-secret", "X-Request-Id: observed-once");
    assertEquals(BigDecimal.ONE, Exposition.of(service).sum("tuodi_problems_total", Map.of("code", "INVALID_REQUEST"))
        .subtract(before).setScale(0));
    RunningService.waitUntil("it is logged", () -> service.log().contains("observed-once"));
    assertEquals(1, service.log().lines().filter(line -> line.contains("observed-once")).count(), service.log());
    assertFalse(service.log().contains("secret"));
    assertFalse(service.log().contains(" ERROR "), service.log());
  }

  @TestFactory
  @DisplayName("Every address tells in both languages what it takes and gives, who asks for something else:")
  Stream<DynamicTest> everyAddress() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    JsonNode paths = JSON.readTree(service.get("/q/openapi?format=json").body()).get("paths");
    paths.properties().forEach(path -> {
      tests.add(DynamicTest.dynamicTest("PATCH " + path.getKey(), () -> otherMethod(path.getKey(), path.getValue())));
      path.getValue().properties().forEach(operation -> {
        if (operation.getValue().has("responses")) {
          String method = operation.getKey().toUpperCase(Locale.ROOT);
          tests.add(DynamicTest.dynamicTest(method + " " + path.getKey(),
              () -> otherTypes(method, path.getKey(), operation.getValue())));
        }
      });
    });
    assertTrue(tests.size() > 30, "only " + tests.size());
    return tests.stream();
  }

  private static void otherMethod(String path, JsonNode operations) throws IOException {
    HttpResponse<String> answer = send("PATCH", path, "X-Nothing", "x", "zh");
    assertProblem(405, "方法不允许", answer);
    Set<String> allowed = Set.of(answer.headers().firstValue("Allow").orElseThrow().split(", *"));
    String english = assertProblem(405, "Method not allowed", send("PATCH", path, "X-Nothing", "x", "en"));
    operations.fieldNames().forEachRemaining(name -> {
      String method = name.toUpperCase(Locale.ROOT);
      if (Set.of("GET", "POST", "PUT", "DELETE").contains(method)) {
        assertTrue(allowed.contains(method), allowed.toString());
        assertTrue(english.contains(method), english);
      }
    });
  }

  private static void otherTypes(String method, String path, JsonNode operation) throws IOException {
    Set<String> given = types(operation.at("/responses/" + first(operation.get("responses")) + "/content"));
    if (!given.isEmpty()) {
      assertNamed(given, assertProblem(406, "无法按要求的格式回答", send(method, path, "Accept", "image/png", "zh")));
      assertNamed(given, assertProblem(406, "Not acceptable", send(method, path, "Accept", "image/png", "en")));
    }
    Set<String> taken = types(operation.at("/requestBody/content"));
    if (!taken.isEmpty() && !path.equals("/v1/desk/simulations")) {
      assertNamed(taken, assertProblem(415, "不支持的内容类型", send(method, path, "Content-Type", "image/png", "zh")));
      assertNamed(taken, assertProblem(415, "Unsupported media type",
          send(method, path, "Content-Type", "image/png", "en")));
    }
  }

  /** The status of success. */
  private static String first(JsonNode responses) {
    for (Iterator<String> statuses = responses.fieldNames(); statuses.hasNext();) {
      String status = statuses.next();
      if (status.startsWith("2")) {
        return status;
      }
    }
    return "none";
  }

  private static Set<String> types(JsonNode content) {
    Set<String> types = new TreeSet<>();
    content.fieldNames().forEachRemaining(types::add);
    return types;
  }

  private static void assertNamed(Set<String> types, String detail) {
    types.forEach(type -> assertTrue(detail.contains(type), () -> type + " is not named: " + detail));
  }

  private static HttpResponse<String> send(String method, String path, String header, String value, String language) {
    String target = path;
    for (Map.Entry<String, String> parameter : PARAMETERS.entrySet()) {
      target = target.replace(parameter.getKey(), parameter.getValue());
    }
    boolean hasBody = !method.equals("GET") && !method.equals("DELETE");
    HttpRequest.Builder request = service.request(target).header(header, value).header("Accept-Language", language)
        .method(method, hasBody ? HttpRequest.BodyPublishers.ofString("{}") : HttpRequest.BodyPublishers.noBody());
    return RunningService.send(request);
  }

  private static String assertProblem(int status, String title, HttpResponse<String> answer) throws IOException {
    assertEquals(status, answer.statusCode(), answer.body());
    return assertProblem(status, title, new Raw(status, answer.headers().map().toString(), answer.body()));
  }

  /** The detail of a problem. */
  private static String assertProblem(int status, String title, Raw answer) throws IOException {
    assertEquals(status, answer.status(), answer.body());
    assertTrue(answer.head().contains(PROBLEM) && answer.head().toLowerCase(Locale.ROOT).contains(
        "x-request-id"), answer.head());
    JsonNode problem = JSON.readTree(answer.body());
    assertAll(() -> assertEquals(status, problem.get("status").intValue()),
        () -> assertEquals(title, problem.get("title").textValue()),
        () -> assertTrue(problem.get("type").textValue().startsWith("urn:tuodi:problem:")),
        () -> assertFalse(problem.get("detail").textValue().isBlank()));
    return problem.get("detail").textValue();
  }
}
