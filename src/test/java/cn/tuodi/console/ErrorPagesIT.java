package cn.tuodi.console;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.operation.Administrator;
import cn.tuodi.operation.RunningService;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong at a page, over HTTP, by the packaged application. */
class ErrorPagesIT {

  private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  private static final int TOO_LARGE = 5 * 1024 * 1024 + 1;

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

  @ParameterizedTest(name = "{0}")
  @CsvSource({"/console/none", "/console/desk/none", "/console/desk/drafts/0/none", "/console/policies/guangxi/1999",
      "/console/policies/guangxi/2022/tables/none.xlsx/none", "/console/assets/none.css"})
  @DisplayName("An address where there is nothing is answered with a page that says so and leads on")
  void nothingThere(String path) {
    HttpResponse<String> chinese = RunningService.send(browser(path).header("Accept-Language", "zh-CN,zh;q=0.9"));
    assertPage(404, "zh-CN", "没有这一页", chinese);
    assertTrue(chinese.body().contains("href=\"/console/desk/\""), "it leads on");
    assertPage(404, "en", "No such page", RunningService.send(browser(path).header("Accept-Language", "en-GB")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"/console, no-store", "/console/desk/, no-store", "/console/try, no-store",
      "/console/policies/guangxi/2022, no-store",
      "/console/assets/console.css, no-cache"})
  @DisplayName("Pages are not kept by browsers, style sheets are asked for anew; either is said once")
  void kept(String path, String said) {
    HttpResponse<String> answer =
        RunningService.send(browser(path).header("Authorization", Administrator.AUTHORIZATION));
    assertAll(() -> assertEquals(200, answer.statusCode()),
        () -> assertEquals(List.of(said), answer.headers().allValues("Cache-Control")));
  }

  @Test
  @DisplayName("The language that was chosen on the console wins over the one the browser prefers")
  void chosenLanguage() {
    assertPage(404, "en", "No such page", RunningService
        .send(browser("/console/desk/none").header("Accept-Language", "zh-CN").header("Cookie", "lang=en")));
    assertPage(404, "zh-CN", "没有这一页", RunningService
        .send(browser("/console/desk/none?lang=zh-CN").header("Accept-Language", "en").header("Cookie", "lang=en")));
  }

  @Test
  @DisplayName("A draft that is not there is told of as such")
  void noSuchDraft() {
    HttpResponse<String> answer = RunningService
        .send(browser("/console/desk/drafts/0123-4567").header("Accept-Language", "en").header("Authorization",
            Administrator.AUTHORIZATION));
    assertPage(404, "en", "there is no such draft", answer);
    assertTrue(answer.body().contains("deleted or published"));
  }

  @Test
  @DisplayName("A file that is too large is answered with a page that says how large it may be")
  void tooLarge() {
    HttpRequest.Builder stated = browser("/console/desk/workbooks").header("Accept-Language", "en")
        .header("Content-Type", "multipart/form-data; boundary=x")
        .POST(BodyPublishers.ofByteArray(new byte[TOO_LARGE]));
    assertPage(413, "en", "at most 5 MB", RunningService.send(stated));
    HttpRequest.Builder chunked = browser("/console/desk/workbooks").header("Accept-Language", "zh-CN")
        .header("Content-Type", "multipart/form-data; boundary=x")
        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[TOO_LARGE])));
    assertPage(413, "zh-CN", "最多上传 5 MB", RunningService.send(chunked));
  }

  @Test
  @DisplayName("A method that an address does not take, a form in another shape and a request of another site are pages, too")
  void notLikeThat() {
    assertPage(405, "en", "cannot be opened like that",
        RunningService.send(browser("/console/desk/workbooks").header("Accept-Language", "en")));
    assertPage(405, "zh-CN", "不能这样打开",
        RunningService.send(browser("/console").header("Accept-Language", "zh-CN").DELETE()));
    assertPage(415, "en", "cannot be opened like that", RunningService.send(browser("/console/desk/workbooks")
        .header("Accept-Language", "en").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("x"))));
    assertPage(403, "en", "another site", RunningService.send(browser("/console/desk/workbooks")
        .header("Accept-Language", "en").header("Sec-Fetch-Site", "cross-site").POST(BodyPublishers.ofString("x"))));
  }

  @Test
  @DisplayName("A failure that nobody foresaw is a page with the number of the request, and tells nothing of the inside")
  void failure() throws IOException {
    // A draft as no program writes it: it has everything that a draft must have, and a finding that is none.
    Path draft = Files.writeString(
        Files.createDirectories(directory.resolve(".tuodi/drafts")).resolve("00000000-0001.json"), """
            { "id": "00000000-0001", "edition": { "region": "guangxi", "year": 2022 }, "base": 0, "baseDigest": "0",
              "workbooks": { "premiums.xlsx": "0" }, "by": "admin", "madeAt": "2026-01-01T00:00:00Z",
              "changedAt": "2026-01-01T00:00:00Z", "findings": [ null ] }""");
    try {
      HttpResponse<String> answer = RunningService.send(browser("/console/desk/drafts/00000000-0001")
          .header("Accept-Language", "en").header("Authorization", Administrator.AUTHORIZATION)
          .header("X-Request-Id", "number-7"));
      assertPage(500, "en", "Something went wrong", answer);
      assertTrue(answer.body().contains("number-7"));
      assertFalse(answer.body().contains("Exception") || answer.body().contains("cn.tuodi"), answer.body());
    } finally {
      Files.delete(draft);
    }
  }

  @Test
  @DisplayName("Programs that ask for JSON get problems, below the console as everywhere")
  void programs() {
    for (String accepted : new String[] {"application/json", "application/problem+json, */*"}) {
      HttpResponse<String> answer =
          RunningService.send(service.request("/console/desk/none").header("Accept", accepted));
      assertAll(() -> assertEquals(404, answer.statusCode()),
          () -> assertEquals("application/problem+json", type(answer)),
          () -> assertTrue(answer.body().contains("\"code\":\"NOT_FOUND\"")));
    }
    HttpResponse<String> elsewhere = RunningService.send(browser("/v1/none"));
    assertAll(() -> assertEquals(404, elsewhere.statusCode()),
        () -> assertEquals("application/problem+json", type(elsewhere)));
  }

  private static HttpRequest.Builder browser(String path) {
    return service.request(path).header("Accept", BROWSER);
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  private static void assertPage(int status, String language, String text, HttpResponse<String> answer) {
    assertAll(() -> assertEquals(status, answer.statusCode()),
        () -> assertEquals("text/html;charset=UTF-8", type(answer)),
        () -> assertEquals(language, answer.headers().firstValue("Content-Language").orElse("")),
        () -> assertTrue(answer.headers().firstValue("Content-Security-Policy").isPresent(), "no policy of content"),
        () -> assertEquals(1, answer.headers().allValues("Cache-Control").size(), "one word on keeping"),
        () -> assertTrue(answer.body().contains("<html lang=\"" + language + "\">"), answer.body()),
        () -> assertTrue(answer.body().contains("class=\"brand\""), "the frame of the console"),
        () -> assertTrue(answer.body().contains(text), answer.body()));
  }
}
