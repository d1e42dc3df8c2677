package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.Changed;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that the packaged application is sent: where they stay, for how long, and who has to go when there is no room. */
class BodiesIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String CHECKS = "/v1/desk/checks?table=guangxi/2022/medical-assistance.xlsx";
  private static final String CLAIM = RunningService.example("guangxi").replaceAll("\\s*\\n\\s*", "");
  private static final String PIECE = "x".repeat(1 << 16);

  /** Neither is changed by what these tests send; tests with settings of their own start their own. */
  private static RunningService open;
  private static RunningService guarded;

  @TempDir
  private Path temporary;

  @BeforeAll
  static void start(@TempDir Path policies) throws IOException {
    open = RunningService.start();
    guarded = RunningService.start(Administrator.of(policies));
  }

  @AfterAll
  static void stop() {
    open.close();
    guarded.close();
  }

  @Test
  @DisplayName("Uploads that never end fill the room for uploads and nothing else; those beyond are told to come again, and find room when others are gone")
  void endlessUploads() throws IOException {
    try (RunningService service = RunningService.start("-Djava.io.tmpdir=" + temporary,
        "-Dtuodi.http.largest-spool=2000000", "-Dtuodi.http.concurrent-uploads=20", "-Dtuodi.http.least-rate=0")) {
      List<RawRequest> endless = new ArrayList<>(endless(service));
      // Who is within the room has arrived by the time that these are answered.
      for (int i = 0; i < 20; i++) {
        assertEquals(200, service.post("/v1/decisions", CLAIM).statusCode());
      }
      assertEquals(0, answered(endless), "there is room for them");
      endless.addAll(endless(service));
      RunningService.waitUntil("somebody is refused", () -> answered(endless) > 0);
      assertTrue(answered(endless) < 6, "not all are refused");
      for (RawRequest upload : endless) {
        if (upload.hasAnswer()) {
          assertTrue(upload.status().startsWith("HTTP/1.1 503"));
        }
      }
      assertEquals(200, service.post("/v1/decisions", CLAIM).statusCode());
      assertEquals(200, service.get("/console/policies/guangxi/2022").statusCode());
      for (RawRequest upload : endless) {
        upload.close();
      }
      RunningService.waitUntil("there is room", () -> check(service, Changed.rate(0.96)).statusCode() == 200);
      assertEquals(List.of(), left());
    }
  }

  /** Three uploads of half a megabyte that do not end. */
  private static List<RawRequest> endless(RunningService service) throws IOException {
    List<RawRequest> endless = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      RawRequest upload = chunked(service, CHECKS, XLSX);
      endless.add(upload);
      for (int sent = 0; sent < 8; sent++) {
        upload.sendChunk(PIECE);
      }
    }
    return endless;
  }

  @Test
  @DisplayName("Strangers who take all places for uploads take none of people who are logged in")
  void strangers(@TempDir Path policies) throws IOException {
    Map<String, String> settings = new HashMap<>(Administrator.of(policies));
    settings.put("tuodi.http.concurrent-uploads", "1");
    settings.put("tuodi.http.least-rate", "0");
    List<RawRequest> strangers = new ArrayList<>();
    try (RunningService service = RunningService.start(settings)) {
      // one who comes before the last check has left its place is refused, and another tries
      RunningService.waitUntil("the place of strangers is taken", () -> {
        strangers.add(begun(service));
        return check(service, Changed.rate(0.96)).statusCode() == 503;
      });
      HttpResponse<String> refused = check(service, Changed.rate(0.96));
      assertEquals("5", refused.headers().firstValue("Retry-After").orElseThrow());
      assertEquals("OVERLOADED", JSON.readTree(refused.body()).get("code").textValue());
      HttpResponse<String> known = RunningService.send(upload(service, CHECKS, Changed.rate(0.96))
          .header("Authorization", Administrator.AUTHORIZATION));
      assertEquals(200, known.statusCode(), known.body());
    } finally {
      for (RawRequest stranger : strangers) {
        stranger.close();
      }
    }
  }

  /** An upload that does not go on. */
  private static RawRequest begun(RunningService service) {
    try {
      RawRequest stranger = chunked(service, CHECKS, XLSX);
      stranger.sendChunk("PK");
      return stranger;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @DisplayName("What can be told without a body is told before it comes")
  @CsvSource({"/v1/desk/nothing, 404", "/console/desk/nothing, 404", "/v1/nothing, 404", "/v1/desk/state, 405",
      "/v1/desk/drafts?table=guangxi/2022/medical-assistance.xlsx, 401", "/v1/desk/publications, 401",
      "/v1/desk/undo, 401", "/v1/desk/simulations?from=guangxi/2021&to=guangxi/2022, 401"})
  void beforeTheBody(String path, int status) throws IOException {
    try (RawRequest request = chunked(guarded, path,
        path.contains("simulations") || path.contains("table") ? XLSX : "application/json")) {
      request.sendChunk(PIECE);
      assertEquals("HTTP/1.1 " + status, request.status().substring(0, 12));
    }
  }

  @Test
  @DisplayName("Who stops in the middle of an upload is not waited for, whether somebody needs the place or not")
  void stalledUpload() throws IOException {
    try (RawRequest stalled = chunked(open, CHECKS, XLSX)) {
      stalled.sendChunk(PIECE);
      assertTrue(stalled.status().startsWith("HTTP/1.1 408"));
      stalled.awaitEnd();
    }
  }

  @Test
  @DisplayName("A batch that pauses goes on while there are places, and gives its place to the next where there are none")
  void pausingBatch() throws IOException {
    try (RunningService service = RunningService.start("-Dtuodi.http.concurrent-batches=1");
        RawRequest pausing = RawRequest.beginBatch(service)) {
      pausing.sendChunk(CLAIM + "\n");
      assertTrue(pausing.status().startsWith("HTTP/1.1 200"));
      RunningService.waitUntil("the next batch is taken on",
          () -> service.batch(List.of(CLAIM, CLAIM)).statusCode() == 200);
      pausing.awaitEnd();
    }
  }

  @Test
  @DisplayName("Slow senders of claims give way to who sends at once")
  void slowClaims() throws IOException {
    try (RunningService service = RunningService.start("-Dtuodi.http.concurrent-requests=3",
        "-Dtuodi.http.longest-receipt=1000s")) {
      List<RawRequest> slow = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        slow.add(RawRequest.begin(service, "/v1/decisions", CLAIM));
      }
      RunningService.waitUntil("the places are taken",
          () -> Exposition.of(service).sum("tuodi_requests_active", Map.of()).intValue() == 3);
      RunningService.waitUntil("one of them gives way", () -> service.post("/v1/decisions", CLAIM).statusCode() == 200);
      RunningService.waitUntil("it is told so", () -> answered(slow) == 1);
      for (RawRequest request : slow) {
        assertTrue(!request.hasAnswer() || request.status().startsWith("HTTP/1.1 408"));
        request.close();
      }
    }
  }

  @ParameterizedTest
  @DisplayName("Compressed bodies are refused with what would be right, everywhere, those that say that they are not are taken")
  @ValueSource(strings = {"/v1/decisions", "/v1/decisions/batch", "/v1/applications",
      "/v1/desk/simulations?from=guangxi/2021&to=guangxi/2022", CHECKS, "/console/try"})
  void encoded(String path) throws IOException {
    for (String encoding : new String[] {"gzip", "br", "identity, gzip", "GZIP"}) {
      HttpResponse<String> refused = RunningService.send(open.request(path).header("Content-Encoding", encoding)
          .header("Content-Type", "application/json").header("Accept", "application/json")
          .POST(BodyPublishers.ofString(CLAIM)));
      assertEquals(415, refused.statusCode(), encoding);
      assertEquals("identity", refused.headers().firstValue("Accept-Encoding").orElseThrow());
      assertEquals("UNSUPPORTED_CONTENT_ENCODING", JSON.readTree(refused.body()).get("code").textValue());
    }
    HttpResponse<String> taken = RunningService.send(open.request("/v1/decisions")
        .header("Content-Encoding", "Identity").header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(CLAIM)));
    assertEquals(200, taken.statusCode());
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("A request whose end is not clear is refused, and nothing that follows is answered:")
  @ValueSource(strings = {"Content-Length: 4\r\nTransfer-Encoding: chunked",
      "Transfer-Encoding: chunked\r\nContent-Length: 100",
      "Transfer-Encoding: chunked, identity", "Transfer-Encoding: identity, chunked", "Transfer-Encoding: xchunked",
      "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
      "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
      "Content-Length: 2\r\nContent-Length: 12", "Transfer-Encoding: chunked\r\nHost: other"})
  void unclearEnd(String headers) throws IOException {
    try (RawRequest request = RawRequest.of(open, "POST /v1/decisions HTTP/1.1\r\nHost: localhost\r\n"
        + "Content-Type: application/json\r\n" + headers + "\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
        + "GET /v1/policies HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
      assertTrue(request.status().startsWith("HTTP/1.1 400"));
      assertFalse(request.rest().contains("HTTP/1.1"), "nothing more is answered");
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("A chunk that is none is answered with 400, and the connection is closed:")
  @ValueSource(strings = {"0x2\r\n{}\r\n", "-2\r\n{}\r\n", "FFFFFFFFFFFFFFFF2\r\n{}\r\n", "2\r\n{}XX0\r\n\r\n"})
  void malformedChunk(String chunk) throws IOException {
    try (RawRequest request = chunked(open, "/v1/decisions", "application/json")) {
      request.send(chunk);
      assertTrue(request.status().startsWith("HTTP/1.1 400"));
      request.awaitEnd();
    }
  }

  @Test
  @DisplayName("HTTP/2 is not spoken, neither at once nor after an upgrade")
  void oneVersion() throws IOException {
    try (RawRequest atOnce = RawRequest.of(open, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        RawRequest upgrade = RawRequest.of(open, "GET /v1/policies HTTP/1.1\r\nHost: localhost\r\n"
            + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n")) {
      assertTrue(atOnce.status().matches("HTTP/\\S+ (400|501) .*"), atOnce.status());
      atOnce.awaitEnd();
      assertTrue(upgrade.status().startsWith("HTTP/1.1 200"));
    }
  }

  @Test
  @DisplayName("Passwords that are guessed from many connections leave the right one, claims and health their answers")
  void guesses(@TempDir Path policies) throws IOException {
    try (RunningService service = RunningService.start(Administrator.of(policies))) {
      List<RawRequest> guesses = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        guesses.add(RawRequest.of(service, "GET /v1/desk/drafts HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic "
            + Base64.getEncoder().encodeToString(("admin:guess " + i).getBytes(StandardCharsets.UTF_8)) + "\r\n\r\n"));
      }
      HttpRequest.Builder right = service.request("/v1/desk/drafts").header("Authorization",
          Administrator.AUTHORIZATION);
      RunningService.waitUntil("the right one is known", () -> RunningService.send(right.copy()).statusCode() == 200);
      assertEquals(200, RunningService.send(right.copy()).statusCode());
      assertEquals(200, service.post("/v1/decisions", CLAIM).statusCode());
      List<String> answers = new ArrayList<>();
      for (RawRequest guess : guesses) {
        answers.add(guess.status().substring(9, 12));
        guess.close();
      }
      assertTrue(answers.contains("429") && answers.stream().allMatch(answer -> answer.matches("401|429")),
          answers.toString());
    }
  }

  @Test
  @DisplayName("Where others can reach the service and nobody can log in, nothing is uploaded or simulated, and pages say so; unless it is switched on")
  void reachable() throws IOException {
    String host = "-Dquarkus.http.host=0.0.0.0";
    String simulation = "/v1/desk/simulations?from=guangxi/2021&to=guangxi/2022&sample=1";
    String comparison = "/v1/desk/comparisons?table=guangxi/2022/medical-assistance.xlsx";
    try (RunningService service = RunningService.start(host)) {
      for (String path : List.of(CHECKS, comparison, simulation)) {
        HttpResponse<String> refused = RunningService.send(upload(service, path, Changed.rate(0.96)));
        assertEquals(403, refused.statusCode(), path);
        assertEquals("UPLOADS_SWITCHED_OFF", JSON.readTree(refused.body()).get("code").textValue());
        assertTrue(refused.body().contains("tuodi.access.uploads-without-login"), refused.body());
      }
      for (String page : List.of("/console/desk/", "/console/desk/new")) {
        String shown = service.get(page).body();
        assertTrue(shown.contains("tuodi.access.uploads-without-login") && !shown.contains("type=\"file\""), page);
      }
      HttpResponse<String> form = RunningService.send(service.request("/console/desk/workbooks")
          .header("Content-Type", "multipart/form-data; boundary=x").POST(BodyPublishers.ofString("--x--\r\n")));
      assertEquals(403, form.statusCode());
      assertEquals(200, service.post("/v1/decisions", CLAIM).statusCode());
    }
    try (RunningService service = RunningService.start(host, "-Dtuodi.access.uploads-without-login=true")) {
      assertEquals(200, check(service, Changed.rate(0.96)).statusCode());
      assertTrue(service.get("/console/desk/").body().contains("type=\"file\""));
    }
  }

  private static RawRequest chunked(RunningService service, String path, String type) throws IOException {
    return RawRequest.of(service, "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
        + "\r\nTransfer-Encoding: chunked\r\n\r\n");
  }

  private static int answered(List<RawRequest> requests) {
    int answered = 0;
    for (RawRequest request : requests) {
      try {
        answered += request.hasAnswer() ? 1 : 0;
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return answered;
  }

  private static HttpRequest.Builder upload(RunningService service, String path, byte[] workbook) {
    return service.request(path).header("Content-Type", XLSX).POST(BodyPublishers.ofByteArray(workbook));
  }

  private static HttpResponse<String> check(RunningService service, byte[] workbook) {
    return RunningService.send(upload(service, CHECKS, workbook));
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("upload")
          && name.endsWith(".part")).toList();
    }
  }
}
