package cn.tuodi.console.desk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.Changed;
import cn.tuodi.operation.Administrator;
import cn.tuodi.operation.RunningService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages of the desk say of publications: made, waiting, gone back from, lost; by the packaged application. */
class HistoryPagesIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String TABLE = "guangxi/2022/medical-assistance.xlsx";
  private static final String HISTORY = "/console/desk/history";
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

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
  @DisplayName("What waits is withdrawn on a stated ground while what is in force stays, and the history says so")
  void withdrawn() {
    int first = number(publish(0.96, ""));
    int waiting = number(publish(0.97, LocalDate.now().plusDays(30).toString()));
    String made = page(HISTORY + "?made=" + waiting, "zh-CN");
    assertTrue(made.contains("发布成功：广西壮族自治区 2022") && made.contains("将于"), made);
    String link = "/undo?edition=guangxi%2F2022&amp;version=" + first + "&amp;after=" + waiting;
    assertTrue(made.contains(link), made);
    String asked = page(HISTORY + link.replace("&amp;", "&"), "en");
    assertAll(() -> assertTrue(asked.contains("Withdraw what waits"), asked),
        () -> assertTrue(asked.contains("publication " + first + ", on the ground"), asked),
        () -> assertTrue(asked.contains("id=\"reason\" name=\"reason\" maxlength=\"200\" required"), asked));
    String form = "edition=guangxi/2022&version=" + first + "&after=" + waiting;
    HttpResponse<String> groundless = send(HISTORY + "/undo", form + "&reason=+", "zh-CN");
    assertAll(() -> assertEquals(400, groundless.statusCode()),
        () -> assertTrue(groundless.body().contains("请写明发布依据"), groundless::body),
        () -> assertTrue(groundless.body().contains("action=\"/console/desk/history/undo\""), groundless::body),
        () -> assertEquals("PENDING", json("/v1/desk/publications/" + waiting).get("state").asText()));
    HttpResponse<String> withdrawn = send(HISTORY + "/undo", form + "&reason=x", "zh-CN");
    int last = number(withdrawn);
    String english = page(HISTORY, "en");
    assertAll(() -> assertEquals("NEVER", json("/v1/desk/publications/" + waiting).get("state").asText()),
        () -> assertEquals("IN_FORCE", json("/v1/desk/publications/" + last).get("state").asText()),
        () -> assertTrue(english.contains("publication " + waiting + " withdrawn; what is in force stays"), english),
        () -> assertTrue(page(HISTORY, "zh-CN").contains("撤回第 " + waiting + " 次发布，现行内容不变")));
    number(send(HISTORY + "/undo", "edition=guangxi/2022&version=0&after=" + last + "&reason=x", "en"));
    String after = page(HISTORY, "en");
    assertAll(() -> assertTrue(after.contains("back to what application and directory hold"), after),
        () -> assertEquals(List.of(), chinese(after)), () -> assertEquals(404, get(HISTORY
            + "/undo?edition=guangxi/2022&version=999&after=1", "en").statusCode()));
  }

  @Test
  @DisplayName("A first publication that waits is withdrawn, too")
  void firstWaiting() {
    byte[] changed = Changed.changed(EditionFiles.guizhou("medical-assistance.xlsx"),
        book -> book.getProperties().getCoreProperties().setTitle("1"));
    String draft = draft("guizhou/2023/medical-assistance.xlsx", changed);
    int waiting = number(send("/console/desk/drafts/" + draft + "/publication",
        "reason=a&pastReason=b&from=" + LocalDate.now().plusDays(30) + "&seen="
            + json("/v1/desk/drafts/" + draft).get("changedAt")
                .asText(),
        "en"));
    String link = "/undo?edition=guizhou%2F2023&version=0&after=" + waiting;
    assertTrue(page(HISTORY, "en").contains(link.replace("&", "&amp;") + "\">Withdraw"));
    assertTrue(page(HISTORY + link, "en").contains("what application and directory hold"));
    number(send(HISTORY + "/undo", "edition=guizhou/2023&version=0&after=" + waiting + "&reason=b", "en"));
    assertEquals("NEVER", json("/v1/desk/publications/" + waiting).get("state").asText());
  }

  @Test
  @DisplayName("Where going back leaves nothing of an edition in force, the page says so")
  void nothingLeft() {
    HttpResponse<String> made =
        send("/console/desk/new/like", "like=guangxi/2022&region=yunnan&year=2024&area=530000", "en");
    String address = made.headers().firstValue("Location").orElseThrow();
    String draft = address.substring(address.lastIndexOf('/') + 1);
    int published = number(send("/console/desk/drafts/" + draft + "/publication", "reason=a&pastReason=b&from=&seen="
        + json("/v1/desk/drafts/" + draft).get("changedAt").asText(), "en"));
    int undone =
        number(send(HISTORY + "/undo", "edition=yunnan/2024&version=0&after=" + published + "&reason=b", "en"));
    String page = page(HISTORY + "?made=" + undone, "en");
    assertAll(() -> assertTrue(page(HISTORY + "?made=" + published, "en").contains("in force now")),
        () -> assertTrue(page.contains("<b>Withdrawn: nothing of "), page),
        () -> assertFalse(page.contains("in force now"), page));
  }

  @Test
  @DisplayName("A record that is altered is told by the desk, readiness and the state, each in one language, and nothing is published")
  void altered() throws IOException {
    int number = number(publish(0.95, ""));
    Path record = directory.resolve(String.format(".tuodi/publications/%06d/publication.json", number));
    byte[] whole = Files.readAllBytes(record);
    Files.writeString(record, Files.readString(record).replace("\"reason\" : \"", "\"reason\" : \"not "));
    try {
      HttpResponse<String> refused = publish(0.94, "");
      assertAll(() -> assertEquals(409, refused.statusCode()),
          () -> assertTrue(refused.body().contains("was altered since it was written"), refused::body));
      RunningService.waitUntil("the state tells of it", () -> !json("/v1/desk/state").get("sound").asBoolean());
      String desk = page("/console/desk/", "en");
      JsonNode health = json("/q/health/ready");
      assertAll(() -> assertTrue(desk.contains("The record of publication " + number + " was altered") || desk.contains(
          "the record of publication " + number + " was altered"), desk), () -> assertEquals(List.of(), chinese(desk)),
          () -> assertTrue(page("/console/desk/", "zh-CN").contains("第 " + number + " 次发布的记录写入之后被改动过")),
          () -> assertTrue(health.toString().contains("publication " + number + " was altered"), health::toString),
          () -> assertEquals("UP", health.get("status").asText()),
          () -> assertFalse(HAN.matcher(json("/v1/desk/state").get("fault").asText()).find()));
    } finally {
      Files.write(record, whole);
    }
    RunningService.waitUntil("the store is sound again", () -> json("/v1/desk/state").get("sound").asBoolean());
    undo();
  }

  @Test
  @DisplayName("A lost workbook of what is in force is told by readiness and the state, and its edition by name")
  void lostWorkbook() throws IOException {
    int number = number(publish(0.93, ""));
    JsonNode made =
        JSON.readTree(directory.resolve(String.format(".tuodi/publications/%06d/publication.json", number)).toFile());
    Path file = directory.resolve(
        ".tuodi/workbooks/" + made.get("workbooks").get("medical-assistance.xlsx").asText() + ".xlsx");
    byte[] whole = Files.readAllBytes(file);
    Files.delete(file);
    try {
      RunningService.waitUntil("the state tells of it", () -> !json("/v1/desk/state").get("sound").asBoolean());
      JsonNode health = json("/q/health/ready");
      assertAll(() -> assertTrue(json("/v1/desk/state").toString().contains("\"lost\":[\"medical-assistance.xlsx\"]")),
          () -> assertTrue(json("/v1/policies/guangxi/2022").toString().contains("\"lost\":")),
          () -> assertTrue(health.toString().contains("missing or damaged: medical-assistance.xlsx"),
              health::toString),
          () -> assertTrue(page("/console/desk/", "en").contains("missing from the directory of policies")));
      HttpResponse<String> workbook = get(HISTORY + "/" + number + "/workbooks/medical-assistance.xlsx", "zh-CN");
      assertAll(() -> assertEquals(409, workbook.statusCode()),
          () -> assertTrue(workbook.body().contains("广西壮族自治区 2022"), workbook::body),
          () -> assertTrue(workbook.body().contains("工作簿“医疗救助”缺失或已被改动"), workbook::body),
          () -> assertFalse(workbook.body().contains(".tuodi/"), workbook::body));
    } finally {
      Files.write(file, whole);
    }
    RunningService.waitUntil("the store is sound again", () -> json("/v1/desk/state").get("sound").asBoolean());
    undo();
  }

  @Test
  @DisplayName("A file that was downloaded before others published is told on the page of its draft, with the way to bring it up")
  void earlierDownload() {
    number(publish(0.92, ""));
    String id = draft(TABLE, Changed.changed(Changed.built(), book -> Changed.cell(book, "救助待遇", "L17")
        .setCellValue(0.5)));
    String draft = page("/console/desk/drafts/" + id, "en");
    // Another test may have published what the application has: then it is made from that publication as well.
    Matcher offered = Pattern.compile("href=\"(/console/desk/drafts/" + id + "/update\\?from=(\\d+))\"").matcher(draft);
    assertTrue(offered.find(), draft);
    String link = offered.group(1);
    String from = offered.group(2);
    assertTrue(draft.contains("made from earlier content"), draft);
    String update = page(link, "zh-CN");
    Matcher state =
        Pattern.compile("name=\"state\" value=\"([^\"]+)\"><input type=\"hidden\" name=\"from\" value=\"" + from + "\"")
            .matcher(update);
    assertTrue(state.find(), update);
    HttpResponse<String> done =
        send("/console/desk/drafts/" + id + "/update", "from=" + from + "&state=" + state.group(1).replace(" ", "+"),
            "en");
    assertAll(() -> assertEquals(303, done.statusCode(), done::body),
        () -> assertFalse(page("/console/desk/drafts/" + id, "en").contains("made from earlier content")),
        () -> assertFalse(page("/console/desk/drafts/" + id, "en").contains("92%"), "that stays as published"),
        () -> assertEquals(404, get(link.replace("=" + from, "=x"), "en").statusCode()));
    undo();
  }

  @Test
  @DisplayName("What a check of a large file found is still there in the other language")
  void largeFile() {
    byte[] noise = new byte[900_000];
    new Random(1).nextBytes(noise);
    byte[] large = Changed.changed(Changed.rate(1.2), book -> book.addPicture(noise, Workbook.PICTURE_TYPE_PNG));
    HttpResponse<String> checked = upload("/console/desk/workbooks", List.of(part("table", TABLE),
        part("then", "findings")), List.of(new Sent("file", "a.xlsx", large)));
    Matcher other = Pattern.compile("href=\"(/console/desk/checks/[^\"?]+\\?lang=zh-CN)\"").matcher(checked.body());
    assertTrue(other.find(), checked::body);
    String chinese = page(other.group(1), "en");
    assertAll(() -> assertEquals(422, checked.statusCode()), () -> assertTrue(checked.body().contains("L5")),
        () -> assertTrue(chinese.contains("检查结果") && chinese.contains("L5"), chinese),
        () -> assertEquals(404, get("/console/desk/checks/none", "en").statusCode()));
  }

  @Test
  @DisplayName("The workbooks of a new year come back with comments, in one archive")
  void newYearAnnotated() throws IOException {
    List<Sent> files = List.of(new Sent("files", "edition.xlsx", Changed.built("edition.xlsx")),
        new Sent("files", "medical-assistance.xlsx", Changed.rate(1.2)));
    HttpResponse<byte[]> answer = RunningService.sendForBytes(form("/console/desk/new/edition",
        List.of(part("region", "guangxi"), part("year", "2027"), part("then", "annotated")), files));
    List<String> names = new ArrayList<>();
    try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertAll(() -> assertEquals(200, answer.statusCode()), () -> assertEquals(2, names.size(), names::toString),
        () -> assertTrue(names.stream().allMatch(name -> name.matches("广西壮族自治区2027-.+-批注\\.xlsx")),
            names::toString));
  }

  /** CheckedWorkbooks of another edition, as the application has them. */
  private static final class EditionFiles {

    private EditionFiles() {}

    private static byte[] guizhou(String file) {
      try {
        return Files.readAllBytes(Path.of("decision-tables/guizhou/2023", file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A file of a form. */
  private record Sent(String field, String name, byte[] content) {}

  private static void undo() {
    assertEquals(201, RunningService.send(authorised("/v1/desk/undo").header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"edition\":\"guangxi/2022\",\"version\":0,\"reason\":\"b\"}"))).statusCode());
  }

  private static HttpResponse<String> publish(double rate, String from) {
    String id = draft(TABLE, Changed.rate(rate));
    return send("/console/desk/drafts/" + id + "/publication", "reason=a&pastReason=b&from=" + from + "&seen="
        + json("/v1/desk/drafts/" + id).get("changedAt").asText(), "en");
  }

  private static int number(HttpResponse<String> made) {
    assertEquals(303, made.statusCode(), made::body);
    return Integer.parseInt(made.headers().firstValue("Location").orElseThrow().replaceFirst(".*made=", ""));
  }

  /** Texts of a page in Chinese, besides the link to the page in that language and what names documents and sheets. */
  private static List<String> chinese(String page) {
    return Pattern.compile(">([^<]*)<").matcher(page).results().map(found -> found.group(1).strip())
        .filter(text -> HAN.matcher(text).find() && !text.equals("中文")).toList();
  }

  private static String draft(String table, byte[] content) {
    try {
      return JSON.readTree(RunningService.send(authorised("/v1/desk/drafts?table=" + table).header("Content-Type", XLSX)
          .POST(BodyPublishers.ofByteArray(content))).body()).get("id").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResponse<String> upload(String path, List<String> parts, List<Sent> files) {
    return RunningService.send(form(path, parts, files));
  }

  private static HttpRequest.Builder form(String path, List<String> parts, List<Sent> files) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    parts.forEach(part -> body.writeBytes(part.getBytes(StandardCharsets.UTF_8)));
    for (Sent file : files) {
      body.writeBytes(("--limit\r\nContent-Disposition: form-data; name=\"" + file.field() + "\"; filename=\""
          + file.name() + "\"\r\nContent-Type: " + XLSX + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      body.writeBytes(file.content());
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes("--limit--\r\n".getBytes(StandardCharsets.UTF_8));
    return authorised(path).header("Accept", "text/html").header("Content-Type", "multipart/form-data; boundary=limit")
        .POST(BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private static String part(String name, String value) {
    return "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private static HttpResponse<String> send(String path, String form, String language) {
    return RunningService.send(authorised(path).header("Accept", "text/html").setHeader("Accept-Language", language)
        .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
  }

  private static String page(String path, String language) {
    HttpResponse<String> answer = get(path, language);
    assertEquals(200, answer.statusCode(), answer::body);
    return answer.body();
  }

  private static HttpResponse<String> get(String path, String language) {
    return RunningService
        .send(authorised(path).header("Accept", "text/html").setHeader("Accept-Language", language));
  }

  private static JsonNode json(String path) {
    try {
      return JSON.readTree(RunningService.send(authorised(path)).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpRequest.Builder authorised(String path) {
    return service.request(path).header("Authorization", Administrator.AUTHORIZATION).header("Accept-Language", "en");
  }
}
