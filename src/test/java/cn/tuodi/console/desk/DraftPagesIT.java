package cn.tuodi.console.desk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.Changed;
import cn.tuodi.desk.file.WorkbookMark;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.operation.Administrator;
import cn.tuodi.operation.RunningService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts over HTTP and on their pages, by the packaged application. */
class DraftPagesIT {

  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String TABLE = "guangxi/2022/medical-assistance.xlsx";
  private static final String DRAFTS = "/console/desk/drafts/";

  @TempDir
  static Path directory;

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start(Administrator.of(directory));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  @DisplayName("A file is recognised by what it says whatever it is called; where it does not tell, the page asks")
  void recognised() {
    assertEquals(303, upload("/console/desk/workbooks", "", Changed.rate(0.91), "新建.xlsx", "draft").statusCode());
    HttpResponse<String> unknown =
        upload("/console/desk/workbooks", "", "text".getBytes(StandardCharsets.UTF_8), "新建.xlsx", "draft");
    assertAll(() -> assertEquals(400, unknown.statusCode()),
        () -> assertTrue(unknown.body().contains("a text file such as CSV"), unknown::body));
    HttpResponse<String> named = upload("/console/desk/workbooks", "", "text".getBytes(StandardCharsets.UTF_8),
        "贵州省2023-医疗救助 (1).xlsx", "findings");
    assertAll(() -> assertEquals(422, named.statusCode()),
        () -> assertTrue(named.body().contains("Guizhou"), named::body));
  }

  @Test
  @DisplayName("An old, a cut and an empty file are told as what they are, and the page leads back to the form")
  void unreadable() {
    byte[] whole = Changed.rate(0.91);
    Map<byte[], String> files =
        Map.of(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, "the old format (.xls)",
            Arrays.copyOf(whole, whole.length / 2), "cut short", new byte[0], "is empty");
    files.forEach((content, told) -> {
      HttpResponse<String> page = upload("/console/desk/workbooks", "", content, "新建.xls", "draft");
      assertAll(() -> assertEquals(400, page.statusCode()), () -> assertTrue(page.body().contains(told), page::body),
          () -> assertTrue(page.body().contains("href=\"/console/desk/\">Back to the form"), page::body));
    });
  }

  @Test
  @DisplayName("A file named after another edition is asked about where its content does not say that it is the one chosen")
  void misnamed() {
    HttpResponse<String> asked = upload("/console/desk/workbooks", TABLE, new byte[] {1}, "贵州省2023-医疗救助.xlsx", "draft");
    assertAll(() -> assertEquals(400, asked.statusCode()),
        () -> assertTrue(asked.body().contains("Guizhou") && asked.body().contains("rename the file"), asked::body));
    assertEquals(303,
        upload("/console/desk/workbooks", TABLE, Changed.rate(0.92), "贵州省2023-医疗救助.xlsx", "draft").statusCode());
  }

  @Test
  @DisplayName("The workbook of another edition is told as what it is, on pages and over HTTP, and nothing is kept of it")
  void wrongWorkbook() {
    byte[] other =
        EditionArchive.sources(new EditionId("guangxi", 2021)).workbooks().get(Changed.TABLE.workbook());
    int before = json(get("/v1/desk/drafts")).size();
    HttpResponse<String> page = upload("/console/desk/workbooks", TABLE, other, "医疗救助.xlsx", "draft");
    HttpResponse<String> http = RunningService.send(authorised("/v1/desk/drafts?table=" + TABLE)
        .header("Content-Type", XLSX).POST(BodyPublishers.ofByteArray(other)));
    assertAll(() -> assertEquals(422, page.statusCode()),
        () -> assertTrue(page.body().contains("was chosen"), page::body),
        () -> assertTrue(page.body().contains("Go back, and choose another workbook"), page::body),
        () -> assertEquals(422, http.statusCode()),
        () -> assertEquals("WRONG_WORKBOOK", json(http).get("code").asText()),
        () -> assertEquals(before, json(get("/v1/desk/drafts")).size()));
  }

  @Test
  @DisplayName("What a draft changes is saved as Markdown, CSV and JSON; workbooks bear names that tell what they are")
  void downloads() {
    String id = draft(Changed.rate(0.9));
    HttpResponse<String> csv = get(DRAFTS + id + "/changes.csv");
    assertAll(() -> assertTrue(csv.body().startsWith("\uFEFFsheet,"), csv::body),
        () -> assertTrue(csv.body().contains(",95%,90%,"), csv::body),
        () -> assertTrue(get(DRAFTS + id + "/changes.md").body().contains("90%")),
        () -> assertFalse(json(get(DRAFTS + id + "/changes.json")).get("identical").asBoolean()),
        () -> assertEquals(404, get(DRAFTS + id + "/changes.txt").statusCode()));
    for (String path : new String[] {DRAFTS + id + "/workbooks/medical-assistance.xlsx",
        "/v1/desk/drafts/" + id + "/tables/medical-assistance.xlsx",
        "/v1/policies/guangxi/2022/tables/medical-assistance.xlsx"}) {
      String header = get(path).headers().firstValue("Content-Disposition").orElse("");
      assertTrue(
          header.startsWith("attachment; filename=\"guangxi.2022.medical-assistance.xlsx\"; filename*=UTF-8''%E5"),
          path + " " + header);
      HttpResponse<byte[]> file = RunningService.sendForBytes(authorised(path).GET());
      assertEquals(Optional.of(Changed.TABLE), WorkbookMark.of(file.body()), path);
    }
  }

  @Test
  @DisplayName("A damaged draft is opened as damaged, replaced by a new upload, damaged again, and deleted")
  void damaged() throws IOException {
    String id = "0000abcd-0003";
    Path file = directory.resolve(".tuodi/drafts/" + id + ".json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"id\":");
    HttpResponse<String> page = get(DRAFTS + id);
    assertAll(() -> assertEquals(200, page.statusCode()),
        () -> assertTrue(page.body().contains("action=\"" + DRAFTS + id + "/replacement\""), page::body),
        () -> assertTrue(page.body().contains("action=\"" + DRAFTS + id + "/discard\""), page::body));
    assertEquals(303, upload(DRAFTS + id + "/replacement", "", Changed.rate(0.9), "a.xlsx", "").statusCode());
    assertTrue(json(get("/v1/desk/drafts/" + id)).get("sound").asBoolean());
    assertEquals(409, upload(DRAFTS + id + "/replacement", "", Changed.rate(0.8), "a.xlsx", "").statusCode());
    Files.writeString(file, "{}");
    assertEquals(204, RunningService.send(authorised("/v1/desk/drafts/" + id).DELETE()).statusCode());
    assertAll(() -> assertFalse(Files.exists(file)), () -> assertEquals(404, get(DRAFTS + id).statusCode()));
  }

  @Test
  @DisplayName("A page that is out of date puts nothing into a draft and says so; a stale draft is told over HTTP")
  void outOfDate() {
    String id = draft(Changed.rate(0.88));
    HttpResponse<String> late = RunningService.send(authorised(DRAFTS + id + "/workbooks").header("Accept", "text/html")
        .header("Content-Type", "multipart/form-data; boundary=limit")
        .POST(BodyPublishers.concat(BodyPublishers.ofString(part("workbook", "medical-assistance.xlsx")
            + part("seen", "2020-01-01T00:00:00Z") + file("a.xlsx")), BodyPublishers.ofByteArray(Changed.rate(0.87)),
            BodyPublishers.ofString("\r\n--limit--\r\n"))));
    assertAll(() -> assertEquals(409, late.statusCode()),
        () -> assertTrue(late.body().contains("changed since you opened it"), late::body));
    String other = draft(Changed.rate(0.86));
    assertFalse(json(get("/v1/desk/drafts/" + id)).get("stale").asBoolean());
    assertEquals(201,
        post("/v1/desk/publications", "{\"draft\":\"" + other + "\",\"reason\":\"a\",\"pastReason\":\"更正\"}")
            .statusCode());
    try {
      assertTrue(json(get("/v1/desk/drafts/" + id)).get("stale").asBoolean());
      assertTrue(get("/console/desk/").body().contains("in force has changed: bring it up"));
      JsonNode conflicts = json(post("/v1/desk/drafts/" + id + "/update", ""));
      assertAll(() -> assertEquals("DRAFT_CONFLICTS", conflicts.get("code").asText(), conflicts::toString),
          () -> assertTrue(conflicts.get("detail").asText().contains("L5: 88% / 86%"), conflicts::toString),
          () -> assertEquals(400, post("/v1/desk/drafts/" + id + "/update?conflicts=both", "").statusCode()));
      JsonNode updated = json(post("/v1/desk/drafts/" + id + "/update?conflicts=mine", ""));
      assertAll(() -> assertFalse(updated.get("stale").asBoolean(), updated::toString),
          () -> assertTrue(get(DRAFTS + id + "/changes.csv").body().contains(",86%,88%,")),
          () -> assertEquals(200, post("/v1/desk/drafts/" + id + "/check", "").statusCode()));
    } finally {
      assertEquals(201, post("/v1/desk/undo",
          "{\"edition\":\"guangxi/2022\",\"version\":0,\"reason\":\"b\"}").statusCode());
    }
  }

  @Test
  @DisplayName("A page or a caller that knows a draft as it was before neither publishes nor deletes nor restores it")
  void unseen() {
    String id = draft(Changed.rate(0.84));
    String seen = json(get("/v1/desk/drafts/" + id)).get("changedAt").asText();
    String form = "name=\"seen\" value=\"" + seen + "\"";
    String page = get(DRAFTS + id).body();
    String summary = get(DRAFTS + id + "/publication").body();
    assertAll(
        () -> assertTrue(summary.contains("/publication\" class=\"upload\"><input type=\"hidden\" " + form),
            () -> summary),
        () -> assertTrue(page.contains("/discard\"><input type=\"hidden\" " + form), () -> page));
    assertEquals(303, upload(DRAFTS + id + "/workbooks", "", Changed.rate(0.83), "a.xlsx", "").statusCode());
    JsonNode changed = json(get("/v1/desk/drafts/" + id));
    String earlier = get(DRAFTS + id).body().replaceAll("(?s).*/earlier/([0-9a-f]+)\".*", "$1");
    String body = "{\"draft\":\"" + id + "\",\"reason\":\"a\",\"pastReason\":\"更正\",\"seen\":\"" + seen + "\"}";
    HttpResponse<String> late = send(DRAFTS + id + "/publication", "reason=a&pastReason=b&from=&seen=" + seen);
    assertAll(() -> assertEquals(409, late.statusCode()),
        () -> assertTrue(late.body().contains("changed since you opened it"), late::body),
        () -> assertEquals(409, send(DRAFTS + id + "/publication", "reason=a&pastReason=b&from=").statusCode()),
        () -> assertEquals(409, send(DRAFTS + id + "/discard", "seen=" + seen).statusCode()),
        () -> assertEquals(409, send(DRAFTS + id + "/discard", "").statusCode()),
        () -> assertEquals(409, send(DRAFTS + id + "/discard", "seen=damaged").statusCode()),
        () -> assertEquals(409, send(DRAFTS + id + "/earlier/" + earlier, "seen=" + seen).statusCode()),
        () -> assertEquals("DRAFT_CHANGED", json(post("/v1/desk/publications", body)).get("code").asText()),
        () -> assertEquals(409, delete(id, seen)), () -> assertEquals(400, delete(id, "yesterday")),
        () -> assertEquals(changed, json(get("/v1/desk/drafts/" + id))),
        () -> assertEquals(204, delete(id, changed.get("changedAt").asText())));
  }

  @Test
  @DisplayName("A lost workbook of what is in force is told on the desk with the way back, and put back by uploading it")
  void lostWorkbook() throws IOException {
    byte[] content = Changed.rate(0.82);
    assertEquals(201,
        post("/v1/desk/publications", "{\"draft\":\"" + draft(content) + "\",\"reason\":\"a\",\"pastReason\":\"更正\"}")
            .statusCode());
    String other = draft(Changed.rate(0.81));
    try (Stream<Path> files = Files.list(directory.resolve(".tuodi/workbooks"))) {
      for (Path file : files.toList()) {
        if (Arrays.equals(content, Files.readAllBytes(file))) {
          Files.delete(file);
        }
      }
    }
    try {
      HttpResponse<String> desk = get("/console/desk/");
      assertAll(() -> assertEquals(200, desk.statusCode()),
          () -> assertTrue(desk.body().contains("missing from the directory of policies, or damaged: </b>Medical"),
              desk::body),
          () -> assertTrue(desk.body().contains("value=\"" + TABLE + "\""), "it can be uploaded"),
          () -> assertEquals(200, get("/console/desk/new").statusCode()),
          () -> assertEquals(200, get("/console/desk/history").statusCode()),
          () -> assertEquals(200, get(DRAFTS + other).statusCode()),
          () -> assertEquals(200, get("/v1/desk/drafts").statusCode()),
          () -> assertEquals(303, upload("/console/desk/workbooks", "", content, "a.xlsx", "draft").statusCode()),
          () -> assertFalse(get("/console/desk/").body().contains("missing from the directory")));
    } finally {
      assertEquals(201, post("/v1/desk/undo",
          "{\"edition\":\"guangxi/2022\",\"version\":0,\"reason\":\"b\"}").statusCode());
    }
  }

  @Test
  @DisplayName("Before a draft is published a page and a caller are told what it does; past days need a reason, and the history keeps it")
  void lookedAt() {
    String id = draft(Changed.rate(0.79));
    JsonNode preview = json(get("/v1/desk/drafts/" + id + "/preview"));
    long past = preview.at("/days/past").asLong();
    String page = get(DRAFTS + id + "/publication").body();
    assertAll(() -> assertTrue(past > 365, preview::toString),
        () -> assertTrue(page.contains(past + " day(s)") && page.contains("name=\"pastReason\""), () -> page),
        () -> assertEquals(1, preview.get("examples").size(), preview::toString),
        () -> assertTrue(preview.at("/examples/0/before/medicalAssistance")
            .decimalValue().compareTo(preview.at("/examples/0/after/medicalAssistance").decimalValue()) > 0),
        () -> assertEquals("95%", preview.at("/changes/sheets/0/rows/0/cells/0/from").asText()),
        () -> assertEquals(400, get("/v1/desk/drafts/" + id + "/preview?effectiveFrom=tomorrow").statusCode()),
        () -> assertEquals(400, get(DRAFTS + id + "/publication?from=tomorrow").statusCode()),
        () -> assertEquals(404, get("/v1/desk/drafts/0000abcd-9999/preview").statusCode()));
    HttpResponse<String> asked = send(DRAFTS + id + "/publication", "reason=typed&from=");
    JsonNode refused = json(post("/v1/desk/publications", "{\"draft\":\"" + id + "\",\"reason\":\"a\"}"));
    assertAll(() -> assertEquals(409, asked.statusCode()),
        () -> assertTrue(asked.body().contains("value=\"typed\""), asked::body),
        () -> assertEquals("PAST_DAYS_CHANGED", refused.get("code").asText(), refused::toString),
        () -> assertTrue(refused.get("detail").asText().contains(past + " of them are past"), refused::toString),
        () -> assertEquals(400, send(DRAFTS + id + "/publication", "reason=+&pastReason=b&from=").statusCode()));
    JsonNode made = json(post("/v1/desk/publications",
        "{\"draft\":\"" + id + "\",\"reason\":\"a\",\"pastReason\":\"the table was wrong\"}"));
    try {
      String number = made.get("number").asText();
      String entry = get("/console/desk/history/" + number).body();
      assertAll(() -> assertEquals("the table was wrong", made.get("pastReason").asText()),
          () -> assertEquals("admin", json(get("/v1/desk/publications/" + number)).at("/authors/0").asText()),
          () -> assertTrue(entry.contains("the table was wrong") && entry.contains("79%"), () -> entry),
          () -> assertEquals("79%", json(get("/v1/desk/publications/" + number + "/changes"))
              .at("/sheets/0/rows/0/cells/0/to").asText()),
          () -> assertEquals(404, get("/console/desk/history/999999").statusCode()),
          () -> assertEquals(404, get("/v1/desk/publications/999999/changes").statusCode()));
    } finally {
      assertEquals(201, post("/v1/desk/undo",
          "{\"edition\":\"guangxi/2022\",\"version\":0,\"reason\":\"b\"}").statusCode());
    }
  }

  @Test
  @DisplayName("A draft is made to hold from a day on, over HTTP and on its page; then no day that is past changes")
  void fromADayOn() {
    String tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).toString();
    String id = draft(Changed.rate(0.78));
    JsonNode dated = json(post("/v1/desk/drafts/" + id + "/from?day=" + tomorrow, ""));
    JsonNode preview = json(get("/v1/desk/drafts/" + id + "/preview"));
    assertAll(() -> assertTrue(dated.get("sound").asBoolean(), dated::toString),
        () -> assertEquals(tomorrow, preview.at("/days/periods/0/from").asText(), preview::toString),
        () -> assertEquals(0, preview.at("/days/past").asLong()),
        () -> assertFalse(get(DRAFTS + id + "/publication").body().contains("name=\"pastReason\"")),
        () -> assertEquals(409, post("/v1/desk/drafts/" + id + "/from?day=" + tomorrow, "").statusCode()),
        () -> assertEquals(400, post("/v1/desk/drafts/" + id + "/from?day=x", "").statusCode()),
        () -> assertEquals(400, post("/v1/desk/drafts/" + id + "/from", "").statusCode()));
    String other = draft(Changed.rate(0.77));
    String seen = json(get("/v1/desk/drafts/" + other)).get("changedAt").asText();
    assertEquals(303, send(DRAFTS + other + "/from", "day=" + tomorrow + "&seen=" + seen).statusCode());
    assertAll(
        () -> assertEquals(409, send(DRAFTS + other + "/from", "day=" + tomorrow + "&seen=" + seen).statusCode()),
        () -> assertEquals(400, send(DRAFTS + other + "/from", "day=x").statusCode()),
        () -> assertTrue(get(DRAFTS + other).body().contains("Files uploaded before")));
  }

  @Test
  @DisplayName("A claim is tried on a draft over HTTP and on a page, line by line beside the policy in force")
  void tried() {
    String id = draft(Changed.rate(0.9));
    String claim = RunningService.example("guangxi");
    JsonNode both = json(post("/v1/desk/drafts/" + id + "/decisions", claim));
    HttpResponse<String> page = get(DRAFTS + id + "/try?example=gx22-class-2");
    assertAll(() -> assertEquals(13300, both.at("/inForce/totals/medicalAssistance").asInt(), both::toString),
        () -> assertEquals(12600, both.at("/draft/totals/medicalAssistance").asInt(), both::toString),
        () -> assertTrue(page.body().contains("13,300.00") && page.body().contains("12,600.00"), page::body),
        () -> assertTrue(page.body().contains("− 700.00"), page::body),
        () -> assertEquals(400, post("/v1/desk/drafts/" + id + "/decisions", "{}").statusCode()),
        () -> assertEquals(404, post("/v1/desk/drafts/0000abcd-9999/decisions", claim).statusCode()),
        () -> assertEquals(400, send(DRAFTS + id + "/try", "a=b").statusCode()));
  }

  private static int delete(String id, String seen) {
    return RunningService.send(authorised("/v1/desk/drafts/" + id + "?seen=" + seen).DELETE()).statusCode();
  }

  private static HttpResponse<String> send(String path, String form) {
    return RunningService.send(authorised(path).header("Accept", "text/html")
        .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
  }

  private static HttpResponse<String> post(String path, String body) {
    return RunningService.send(authorised(path).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> upload(String path, String table, byte[] content, String name, String then) {
    return RunningService.send(authorised(path).header("Accept", "text/html")
        .header("Content-Type", "multipart/form-data; boundary=limit")
        .POST(BodyPublishers.concat(
            BodyPublishers.ofString(part("table", table) + part("then", then) + file(name)),
            BodyPublishers.ofByteArray(content), BodyPublishers.ofString("\r\n--limit--\r\n"))));
  }

  private static String part(String name, String value) {
    return "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private static String file(String name) {
    return "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: "
        + XLSX
        + "\r\n\r\n";
  }

  private static String draft(byte[] content) {
    return json(RunningService.send(authorised("/v1/desk/drafts?table=" + TABLE).header("Content-Type", XLSX)
        .POST(BodyPublishers.ofByteArray(content)))).get("id").asText();
  }

  private static HttpResponse<String> get(String path) {
    return RunningService.send(authorised(path));
  }

  private static HttpRequest.Builder authorised(String path) {
    return service.request(path).header("Authorization", Administrator.AUTHORIZATION).header("Accept-Language", "en");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
