package cn.tuodi.console.desk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.console.WorkbookNames;
import cn.tuodi.desk.Changed;
import cn.tuodi.operation.Administrator;
import cn.tuodi.operation.RunningService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the desk shows where something is unusual, over HTTP, by the packaged application. */
class DeskPagesIT {

  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String TABLE = "guangxi/2022/medical-assistance.xlsx";
  private static final String CSV = "claimId,region,serviceDate,careType,total,policyScope,advance,overLimit,selfPaid,"
      + "basicInsurance,criticalIllness\n单据,450100,2022-05-18,INPATIENT,48000,44000,1500,500,2000,30000,0\n"
      + "B,520100,2022-05-18,INPATIENT,48000,44000,1500,500,2000,30000,0\n"
      + "C,450100,2022-05-18,DENTAL,48000,44000,1500,500,2000,30000,0\n";

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
  @DisplayName("Two damaged drafts are named on the desk and in the list of drafts with what to do, beside the sound one, and in the log")
  void damagedDrafts() throws IOException {
    String sound = draft(TABLE, Changed.rate(0.97));
    Path drafts = directory.resolve(".tuodi/drafts");
    Path half = Files.writeString(drafts.resolve("00000000-0001.json"), "{\"id\":\"0000");
    Path other = Files.writeString(drafts.resolve("00000000-0002.json"), "{}");
    try {
      String page = page("/console/desk/", "en", 200);
      assertAll(() -> assertTrue(page.contains("href=\"/console/desk/drafts/" + sound), page),
          () -> assertTrue(page.contains("2 file(s) here cannot be read"), page),
          () -> assertTrue(page.contains(".tuodi/drafts/00000000-0001.json</code>"), page),
          () -> assertTrue(page.contains("Restore it from a backup"), page));
      String chinese = page("/console/desk/", "zh-CN", 200);
      assertTrue(chinese.contains("2 个文件无法读取") && chinese.contains("请从备份恢复"), chinese);
      assertTrue(page("/console/desk/drafts/00000000-0002", "en", 200).contains("cannot be read"));

      JsonNode list = json(admin("/v1/desk/drafts"));
      JsonNode last = list.get(list.size() - 1);
      assertAll(() -> assertEquals("00000000-0002", last.get("id").asText()),
          () -> assertTrue(last.get("edition").isNull()), () -> assertFalse(last.get("sound").asBoolean()),
          () -> assertEquals(".tuodi/drafts/00000000-0002.json", last.get("findings").get(0).get("file").asText()),
          () -> assertTrue(list.findValuesAsText("id").contains(sound)),
          () -> assertTrue(
              service.log().contains("a file of the policy desk is damaged: .tuodi/drafts/00000000-0001")));
    } finally {
      Files.delete(half);
      Files.delete(other);
    }
  }

  @Test
  @DisplayName("A damaged record among the publications is named in the history, beside the others")
  void damagedHistory() throws IOException {
    Path home = Files.createDirectories(directory.resolve(".tuodi/publications/000777"));
    Path file = Files.writeString(home.resolve("publication.json"), "{\"number\":777");
    try {
      String page = page("/console/desk/history", "en", 200);
      assertTrue(page.contains(".tuodi/publications/000777/publication.json</code>"), page);
      JsonNode entry = json(admin("/v1/desk/history")).get(0);
      assertAll(() -> assertEquals(777, entry.get("number").asInt()), () -> assertTrue(entry.get("state").isNull()),
          () -> assertTrue(entry.get("findings").get(0).get("message").asText().contains("from a backup")));
    } finally {
      Files.delete(file);
      Files.delete(home);
    }
    RunningService.waitUntil("the store is sound again",
        () -> admin("/v1/desk/state").body().contains("\"sound\":true"));
  }

  @Test
  @DisplayName("A copy in the directory is told on the desk: under another name as the finding, with brackets as not used")
  void copies() throws IOException {
    Path tables = Files.createDirectories(directory.resolve("decision-tables/guizhou/2023"));
    byte[] built = Files.readAllBytes(Path.of("decision-tables/guizhou/2023/medical-assistance.xlsx"));
    Path named = Files.write(tables.resolve("copy.xlsx"), built);
    Path bracketed = Files.write(tables.resolve("medical-assistance (1).xlsx"), built);
    try {
      RunningService.waitUntil("the copy is found", () -> admin("/v1/desk/state").body().contains("copy.xlsx"));
      String page = page("/console/desk/", "en", 200);
      assertAll(
          () -> assertTrue(page.contains("copy.xlsx: all its sheets are those of Medical assistance"), page),
          () -> assertTrue(page.contains("medical-assistance (1).xlsx</code> not used: "), page));
    } finally {
      Files.delete(named);
      Files.delete(bracketed);
    }
  }

  @Test
  @DisplayName("A draft of a region of which nothing is in force is simulated against another edition")
  void nothingInForce() throws IOException {
    String id = null;
    for (String file : WorkbookNames.OF_EDITION) {
      byte[] content = !file.equals("edition.xlsx") ? Changed.built(file)
          : Changed.changed(Changed.built(file), book -> {
            Changed.dropCases(book);
            Changed.text(book, "版本", "A4", "yunnan");
            Changed.text(book, "版本", "C4", "530000");
            Changed.text(book, "版本", "F4", "云南省 2022 年版");
            Changed.text(book, "版本", "G4", "Yunnan, edition 2022");
          });
      id = id == null ? draft("yunnan/2022/" + file, content) : put(id, file, content);
    }
    String draft = page("/console/desk/drafts/" + id, "en", 200);
    assertAll(() -> assertTrue(draft.contains("Nothing of this edition is in force yet"), draft),
        () -> assertTrue(draft.contains("<option value=\"guizhou/2023\">"), draft));
    HttpResponse<String> unsaid = simulate(id, "sample", "100");
    assertAll(() -> assertEquals(400, unsaid.statusCode()),
        () -> assertTrue(unsaid.body().contains("choose the edition to compare it with"), unsaid::body));
    HttpResponse<String> begun = simulate(id, "sample", "100", "seed", "1", "against", "guangxi/2022");
    assertEquals(303, begun.statusCode(), begun::body);
    String result = ended(begun);
    String chinese = page(address(begun), "zh-CN", 200);
    assertAll(() -> assertTrue(result.contains("as if they were in force"), result),
        () -> assertFalse(result.contains("草稿"), "what was named when it began"),
        () -> assertTrue(chinese.contains("基金支付比例（草稿）"), chinese),
        () -> assertTrue(result.contains("paid by the funds (Guangxi, edition 2022)"), result));
  }

  @Test
  @DisplayName("A portfolio in GBK is refused with what to do in Excel; in UTF-8 the page says which claims are not in the figures")
  void portfolios() {
    String id = draft(TABLE, Changed.rate(0.98));
    HttpResponse<String> gbk = simulate(id, CSV.getBytes(Charset.forName("GBK")));
    assertAll(() -> assertEquals(400, gbk.statusCode()),
        () -> assertTrue(gbk.body().contains("not in UTF-8 (line 2)") && gbk.body().contains("CSV UTF-8"), gbk::body),
        () -> assertFalse(gbk.body().contains("violations"), "words of the interface"));
    HttpResponse<String> overHttp =
        RunningService.send(authorised("/v1/desk/simulations?from=guangxi/2021&to=guangxi/2022")
            .header("Content-Type", "text/csv").POST(BodyPublishers.ofByteArray(CSV.getBytes(Charset.forName("GBK")))));
    assertAll(() -> assertEquals(400, overHttp.statusCode()),
        () -> assertTrue(overHttp.body().contains("\"pointer\":\"/2\""), overHttp::body));
    String result = ended(simulate(id, CSV.getBytes(StandardCharsets.UTF_8)));
    assertAll(() -> assertTrue(result.contains("1 line(s) cannot be read<ul><li>line 4 careType: "), result),
        () -> assertTrue(result.contains("in force: 1 claim(s) cannot be decided: their place"), result),
        () -> assertTrue(result.contains("<li>line 3 ("), result));
  }

  @Test
  @DisplayName("A file of claims that holds none is refused, and no sample takes its place; claims that stand in it twice are told")
  void emptyAndRepeated() {
    String id = draft(TABLE, Changed.rate(0.97));
    for (String file : List.of("", "\uFEFF", CSV.lines().findFirst().orElseThrow())) {
      HttpResponse<String> refused = simulate(id, file.getBytes(StandardCharsets.UTF_8), "sample", "100");
      assertAll(() -> assertEquals(400, refused.statusCode()),
          () -> assertTrue(refused.body().contains("there is no claim in the file"), refused::body));
    }
    String again = CSV + CSV.lines().skip(1).findFirst().orElseThrow() + "\n";
    String result = ended(simulate(id, again.getBytes(StandardCharsets.UTF_8)));
    assertTrue(result.contains("line " + (CSV.lines().count() + 1) + " repeats line 2"), result);
  }

  @Test
  @DisplayName("The area of local standards may be stated by its name; one that names several or none is asked for again")
  void areaByName() {
    byte[] standards = Changed.built("local/450000/standards.xlsx");
    String named = local("南宁", standards);
    String within = local("城中区", standards);
    assertAll(
        () -> assertTrue(named.contains("Local standards 450100") && named.contains("What the check found"), named),
        () -> assertTrue(within.contains("Local standards 450202"),
            "of two, the one within the edition's area: " + within),
        () -> assertTrue(local("鼓楼区", standards).contains("may be "), "of several elsewhere"),
        () -> assertTrue(local("atlantis", standards).contains("there is no area “atlantis”"), "of none"));
  }

  private static String local(String area, byte[] workbook) {
    String form = part("edition", "guangxi/2022") + part("area", area) + part("then", "findings")
        + "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"standards.xlsx\"\r\n\r\n";
    return RunningService.send(authorised("/console/desk/new/area").header("Accept", "text/html")
        .header("Content-Type", "multipart/form-data; boundary=limit").POST(BodyPublishers
            .concat(BodyPublishers.ofString(form), BodyPublishers.ofByteArray(workbook),
                BodyPublishers.ofString("\r\n--limit--\r\n"))))
        .body();
  }

  private static String ended(HttpResponse<String> begun) {
    String address = address(begun);
    RunningService.waitUntil("the simulation has ended", () -> !page(address, "en", 200).contains("data-running"));
    return page(address, "en", 200);
  }

  private static String address(HttpResponse<String> begun) {
    return begun.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
  }

  private static HttpResponse<String> simulate(String draft, String... fields) {
    return simulate(draft, null, fields);
  }

  private static HttpResponse<String> simulate(String draft, byte[] portfolio, String... fields) {
    StringBuilder form = new StringBuilder(part("draft", draft));
    for (int i = 0; i < fields.length; i += 2) {
      form.append(part(fields[i], fields[i + 1]));
    }
    HttpRequest.BodyPublisher file = portfolio == null ? BodyPublishers.noBody()
        : BodyPublishers.concat(BodyPublishers.ofString("--limit\r\nContent-Disposition: form-data; name=\"file\"; "
            + "filename=\"claims.csv\"\r\nContent-Type: text/csv\r\n\r\n"), BodyPublishers.ofByteArray(portfolio),
            BodyPublishers.ofString("\r\n"));
    return RunningService.send(authorised("/console/desk/simulations").header("Accept", "text/html")
        .header("Content-Type", "multipart/form-data; boundary=limit").POST(BodyPublishers
            .concat(BodyPublishers.ofString(form.toString()), file, BodyPublishers.ofString("--limit--\r\n"))));
  }

  private static String part(String name, String value) {
    return "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private static String draft(String table, byte[] content) {
    return json(RunningService.send(authorised("/v1/desk/drafts?table=" + table).header("Content-Type", XLSX)
        .POST(BodyPublishers.ofByteArray(content)))).get("id").asText();
  }

  private static String put(String id, String workbook, byte[] content) {
    return json(RunningService.send(authorised("/v1/desk/drafts/" + id + "/tables/" + workbook)
        .header("Content-Type", XLSX).PUT(BodyPublishers.ofByteArray(content)))).get("id").asText();
  }

  private static String page(String path, String language, int status) {
    HttpResponse<String> answer = RunningService
        .send(authorised(path).header("Accept", "text/html").setHeader("Accept-Language", language));
    assertEquals(status, answer.statusCode(), answer::body);
    return answer.body();
  }

  private static HttpResponse<String> admin(String path) {
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
