package cn.tuodi.api;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.Changed;
import cn.tuodi.desk.file.WorkbookMark;
import cn.tuodi.operation.Administrator;
import cn.tuodi.operation.Exposition;
import cn.tuodi.operation.RunningService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy desk of the packaged application over HTTP. */
class DeskIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String TABLE = "?table=guangxi/2022/medical-assistance.xlsx";

  @TempDir
  static Path directory;

  private static RunningService service;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    service = RunningService.start(Administrator.of(directory));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    service.close();
  }

  @Test
  @DisplayName("A rate is changed, found wrong, mended, published and undone, while decisions go on without a failure")
  void fromWorkbookToPayout() throws IOException, InterruptedException {
    byte[] inForce = get("/v1/policies/guangxi/2022/tables/medical-assistance.xlsx").body();
    assertArrayEquals(WorkbookMark.marked(Changed.built(), Changed.TABLE), inForce);
    assertEquals("13300.0", paid());

    JsonNode found = json(200, post("/v1/desk/checks" + TABLE, XLSX, Changed.rate(inForce, 1.2)));
    assertAll(() -> assertFalse(found.get("sound").asBoolean()),
        () -> assertEquals("L5", found.at("/findings/0/cell").asText()),
        () -> assertEquals("救助待遇", found.at("/findings/0/sheet").asText()));

    JsonNode draft = json(201, admin(post("/v1/desk/drafts" + TABLE, XLSX, Changed.rate(inForce, 1.2))));
    String address = "/v1/desk/drafts/" + draft.get("id").asText();
    JsonNode refused = json(422, admin(publication(draft, "试发布")));
    assertEquals("NOT_SOUND", refused.get("code").asText());
    JsonNode mended = json(200, admin(service.request(address + "/tables/medical-assistance.xlsx")
        .header("Content-Type", XLSX).PUT(BodyPublishers.ofByteArray(Changed.rate(inForce, 0.96)))));
    assertTrue(mended.get("sound").asBoolean());

    AtomicBoolean going = new AtomicBoolean(true);
    AtomicInteger decided = new AtomicInteger();
    Set<String> seen = new ConcurrentSkipListSet<>();
    Thread stream = new Thread(() -> stream(going, decided, seen));
    stream.start();
    JsonNode published = json(201, admin(publication(draft, "桂医保发〔2022〕1号")));
    assertAll(() -> assertEquals("admin", published.get("by").asText()),
        () -> assertEquals("IN_FORCE", published.get("state").asText()),
        () -> assertEquals(mended.get("contentHash"), published.get("hashAfter")));
    assertEquals("13440.0", paid());
    assertEquals(published.get("hashAfter"),
        json(200, service.request("/v1/policies/guangxi/2022")).get("contentHash"));

    int number = published.get("number").asInt();
    json(201, admin(post("/v1/desk/undo", "application/json", ("{\"edition\":\"guangxi/2022\",\"version\":0,\"after\":"
        + number + ",\"reason\":\"文件撤回\"}").getBytes(StandardCharsets.UTF_8))));
    assertEquals("13300.0", paid());
    going.set(false);
    stream.join();
    assertAll(() -> assertEquals(Set.of("13300.0", "13440.0"), seen), () -> assertTrue(decided.get() > 10));

    JsonNode history = json(200, service.request("/v1/desk/history?edition=guangxi/2022"));
    assertAll(() -> assertEquals("文件撤回", history.at("/0/reason").asText()),
        () -> assertTrue(history.at("/0/by").isNull()),
        () -> assertEquals("admin", json(200, admin(service.request("/v1/desk/history"))).at("/0/by").asText()));
    Exposition metrics = Exposition.of(service);
    assertAll(
        () -> assertTrue(metrics.sum("tuodi_publications_total", Map.of("outcome", "published")).intValue() >= 2),
        () -> assertEquals(0, metrics.sum("tuodi_publications_total", Map.of("outcome", "refused")).intValue()),
        () -> assertTrue(metrics.sum("tuodi_problems_total", Map.of("code", "NOT_SOUND")).intValue() >= 1));
  }

  private static void stream(AtomicBoolean going, AtomicInteger decided, Set<String> seen) {
    while (going.get()) {
      try {
        seen.add(paid());
        decided.incrementAndGet();
      } catch (IOException | AssertionError e) {
        seen.add(e.toString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Test
  @DisplayName("The workbook comes back with what was found as a comment on the cell and in a sheet in front")
  void annotated() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        RunningService.sendForBytes(post("/v1/desk/checks" + TABLE, XLSX, Changed.rate(1.2)).header("Accept", XLSX));
    assertEquals(XLSX, answer.headers().firstValue("Content-Type").orElseThrow());
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
      String comment = Changed.cell(book, "救助待遇", "L5").getCellComment().getString().getString();
      assertAll(() -> assertTrue(comment.contains("不是0% 至 100%、最多两位小数的百分比数值"), comment),
          () -> assertEquals("检查结果", book.getSheetName(0)));
    }
    JsonNode again = json(200, post("/v1/desk/checks" + TABLE, XLSX, Changed.rate(answer.body(), 0.96)));
    assertTrue(again.get("sound").asBoolean(), again::toString);
  }

  @ParameterizedTest
  @DisplayName("What is no workbook is a finding, never a failure")
  @ValueSource(strings = {"", "PK", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"})
  void noWorkbook(String content) throws IOException, InterruptedException {
    JsonNode found = json(200, post("/v1/desk/checks" + TABLE, XLSX, content.getBytes(StandardCharsets.UTF_8)));
    assertTrue(found.at("/findings/0/message").asText().startsWith("不是可读的 xlsx 工作簿"), found::toString);
  }

  @Test
  @DisplayName("A file of more than 5 MB, another media type and a wrong table are refused as problems")
  void refused() throws IOException, InterruptedException {
    byte[] large = new byte[6 * 1024 * 1024];
    JsonNode chinese = json(413, post("/v1/desk/checks" + TABLE, XLSX, large));
    JsonNode english = json(413, post("/v1/desk/checks" + TABLE, XLSX, large).header("Accept-Language", "en"));
    assertAll(() -> assertEquals("工作簿最大 5 MB，请删去图片和多余的工作表后重新上传。", chinese.get("detail").asText()),
        () -> assertTrue(english.get("detail").asText().startsWith("A workbook has at most 5 MB:"), english::toString));
    assertEquals(415,
        RunningService.sendForBytes(post("/v1/desk/checks" + TABLE, "text/plain", new byte[10])).statusCode());
    JsonNode name = json(400, post("/v1/desk/checks?table=../../etc/passwd", XLSX, Changed.built()));
    assertEquals("/table", name.at("/violations/0/pointer").asText());
    assertEquals(404, get("/v1/policies/guangxi/2022/tables/none.xlsx").statusCode());
    assertEquals(404, get("/v1/policies/guangxi/2022/tables/..%2f..%2fx.xlsx").statusCode());
  }

  @Test
  @DisplayName("Who is not logged in, or wrongly, keeps and publishes nothing")
  void notLoggedIn() throws IOException, InterruptedException {
    HttpResponse<byte[]> anonymous =
        RunningService.sendForBytes(post("/v1/desk/drafts" + TABLE, XLSX, Changed.built()));
    assertAll(() -> assertEquals(401, anonymous.statusCode()),
        () -> assertEquals("application/problem+json", anonymous.headers().firstValue("Content-Type").orElseThrow()),
        () -> assertTrue(anonymous.headers().firstValue("WWW-Authenticate").isPresent()));
    String wrong = "Basic " + Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
    assertEquals(401, status(post("/v1/desk/drafts" + TABLE, XLSX, Changed.built()), wrong));
    assertEquals(401, status(service.request("/v1/desk/drafts").GET(), "Bearer nonsense"));
  }

  @Test
  @DisplayName("Portfolios, drafts simulated and what came of them are for who works at the desk only")
  void simulating() throws IOException, InterruptedException {
    String simulations = "/v1/desk/simulations";
    String sample = simulations + "?from=guangxi/2021&to=guangxi/2022&sample=10";
    json(401, post(sample, "application/x-ndjson", new byte[0]));
    json(401, post(simulations + "?draft=none&sample=10", "application/x-ndjson", new byte[0]));
    json(404, admin(post(simulations + "?draft=none&sample=10", "application/x-ndjson", new byte[0])));
    String begun = simulations + "/"
        + json(202, admin(post(sample, "application/x-ndjson", new byte[0]))).get("id").asText();
    json(401, service.request(simulations));
    json(401, service.request(begun));
    json(401, service.request(begun).DELETE());
    assertEquals("guangxi/2022", json(200, admin(service.request(begun).GET())).get("to").asText());
  }

  @Test
  @DisplayName("A page of another site changes nothing in the name of who is logged in")
  void crossSite() throws IOException, InterruptedException {
    assertEquals(403, RunningService.sendForBytes(admin(post("/v1/desk/drafts" + TABLE, XLSX, Changed.built()))
        .header("Sec-Fetch-Site", "cross-site")).statusCode());
    assertEquals(403, RunningService.sendForBytes(admin(post("/v1/desk/drafts" + TABLE, XLSX, Changed.built()))
        .header("Origin", "https://evil.example")).statusCode());
    assertEquals(403, RunningService.sendForBytes(admin(post("/v1/desk/drafts" + TABLE, XLSX, Changed.built()))
        .header("Referer", "https://evil.example/page?x=1")).statusCode());
    assertEquals(400,
        RunningService.sendForBytes(admin(post("/v1/desk/undo", "application/json", new byte[] {'{', '}'}))
            .header("Referer", service.address() + "/console/desk/")).statusCode());
    assertEquals(400,
        RunningService.sendForBytes(admin(post("/v1/desk/undo", "application/json", new byte[] {'{', '}'}))
            .header("Sec-Fetch-Site", "same-origin")).statusCode());
  }

  @Test
  @DisplayName("No log line names a person, a claim or a password")
  void quietLog() throws IOException, InterruptedException {
    paid();
    json(200, admin(service.request("/v1/desk/drafts").GET()));
    String log = service.log();
    assertAll(() -> assertFalse(log.contains(Administrator.PASSWORD)), () -> assertFalse(log.contains("GX-0001")),
        () -> assertFalse(log.contains("Exception")));
  }

  private static String paid() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = RunningService.sendForBytes(post("/v1/decisions", "application/json",
        Files.readAllBytes(Path.of("src/main/resources/examples/guangxi.json"))));
    assertEquals(200, answer.statusCode());
    return JSON.readTree(answer.body()).at("/payouts/0/amount").asText();
  }

  private static HttpRequest.Builder publication(JsonNode draft, String reason) {
    return post("/v1/desk/publications", "application/json",
        JSON.createObjectNode().put("draft", draft.get("id").asText()).put("reason", reason)
            .put("pastReason", "更正此前的错误").toString()
            .getBytes(StandardCharsets.UTF_8));
  }

  private static HttpRequest.Builder post(String path, String type, byte[] body) {
    return service.request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
  }

  private static HttpRequest.Builder admin(HttpRequest.Builder request) {
    return request.header("Authorization", Administrator.AUTHORIZATION);
  }

  private static int status(HttpRequest.Builder request, String authorization)
      throws IOException, InterruptedException {
    return RunningService.sendForBytes(request.header("Authorization", authorization)).statusCode();
  }

  private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return RunningService.sendForBytes(service.request(path).GET());
  }

  private static JsonNode json(int status, HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = RunningService.sendForBytes(request);
    assertEquals(status, answer.statusCode(), () -> new String(answer.body(), StandardCharsets.UTF_8));
    return JSON.readTree(answer.body());
  }
}
