package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms of the console that are broken in the ways that forms break. */
class FormsIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MULTIPART = "multipart/form-data; boundary=B";
  private static final String URLENCODED = "application/x-www-form-urlencoded";
  private static final String WORKBOOKS = "/console/desk/workbooks";
  private static final String TRY = "/console/try";

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  static Stream<Arguments> broken() {
    String table = part("name=\"table\"", "guangxi/2022/medical-assistance.xlsx");
    String file = part("name=\"file\"; filename=\"m.xlsx\"", "PK");
    return Stream.of(Arguments.of("cut short within a part", WORKBOOKS, MULTIPART, (table + file).substring(0, 150)),
        Arguments.of("cut short before its end", WORKBOOKS, MULTIPART, table + file),
        Arguments.of("with another boundary", WORKBOOKS, "multipart/form-data; boundary=other",
            table + file + "--B--\r\n"),
        Arguments.of("without a boundary", WORKBOOKS, "multipart/form-data", table + file + "--B--\r\n"),
        Arguments.of("empty", WORKBOOKS, MULTIPART, ""),
        Arguments.of("without parts", WORKBOOKS, MULTIPART, "--B--\r\n"),
        Arguments.of("of nothing but text", WORKBOOKS, MULTIPART, "hello"),
        Arguments.of("with a file name without its charset", WORKBOOKS, MULTIPART,
            table + part("name=\"file\"; filename*=medical.xlsx", "PK") + "--B--\r\n"),
        Arguments.of("with a file name of a charset that does not exist", WORKBOOKS, MULTIPART,
            table + part("name=\"file\"; filename*=no-such''medical.xlsx", "PK") + "--B--\r\n"),
        Arguments.of("with a file name that cannot be decoded", WORKBOOKS, MULTIPART,
            table + part("name=\"file\"; filename*=UTF-8''%zz.xlsx", "PK") + "--B--\r\n"),
        Arguments.of("with a field in Base64 that is none", WORKBOOKS, MULTIPART,
            table + part("name=\"kept\"", "***") + part("name=\"keptName\"", "m.xlsx") + "--B--\r\n"),
        Arguments.of("with a part in Base64 that is none", WORKBOOKS, MULTIPART,
            "--B\r\nContent-Disposition: form-data; name=\"table\"\r\nContent-Transfer-Encoding: base64\r\n\r\n*****\r\n--B--\r\n"),
        Arguments.of("with more fields than a form has", WORKBOOKS, MULTIPART,
            IntStream.rangeClosed(1, 1001).mapToObj(i -> part("name=\"f" + i + "\"", "x")).collect(Collectors.joining())
                + "--B--\r\n"),
        Arguments.of("with a charset that does not exist", WORKBOOKS, MULTIPART + "; charset=no-such",
            table + part("name=\"note\"", "x") + "--B--\r\n"),
        Arguments.of("with a charset in quotes", TRY, URLENCODED + "; charset='utf-8'", "a=b"),
        Arguments.of("with a charset that cannot be", TRY, URLENCODED + "; charset=!!", "a=b"),
        Arguments.of("that cannot be decoded", TRY, URLENCODED, "reason=%zz"),
        Arguments.of("that ends within a character", TRY, URLENCODED, "reason=%e5%8"));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("A form is answered with a page in the reader's language, or a problem for programs, and 400:")
  @MethodSource("broken")
  void broken(String how, String path, String type, String body) throws IOException {
    HttpResponse<String> chinese = post(path, type, body, "text/html", "zh");
    assertEquals(400, chinese.statusCode(), chinese.body());
    assertTrue(chinese.body().contains("<html lang=\"zh"), chinese.body());
    HttpResponse<String> english = post(path, type, body, "text/html", "en");
    assertEquals(400, english.statusCode(), english.body());
    assertTrue(english.body().contains("<html lang=\"en"), english.body());
    assertFalse(english.body().contains("Error id"));
    HttpResponse<String> program = post(path, type, body, "application/problem+json, */*", "en");
    assertEquals(400, program.statusCode(), program.body());
    if (program.headers().firstValue("Content-Type").orElseThrow().contains("html")) {
      // The form could be read, and what it lacks is said on a page.
      return;
    }
    assertEquals("INVALID_REQUEST", JSON.readTree(program.body()).get("code").textValue());
  }

  @Test
  @DisplayName("A form of more than its size is too large, one with the same field twice is read, and none of it is an error of the service")
  void sizes() {
    String large = part("name=\"note\"", "x".repeat(1_100_000)) + "--B--\r\n";
    assertEquals(413, post(WORKBOOKS, MULTIPART, large, "text/html", "zh").statusCode());
    String whole = part("name=\"file\"; filename=\"m.xlsx\"", "x".repeat(5_300_000)) + "--B--\r\n";
    assertEquals(413, post(WORKBOOKS, MULTIPART, whole, "text/html", "zh").statusCode());
    assertEquals(413, post(TRY, URLENCODED, "a=" + "b".repeat(70_000), "text/html", "zh").statusCode());
    String twice = part("name=\"table\"", "guangxi/2022/medical-assistance.xlsx");
    assertEquals(400, post(WORKBOOKS, MULTIPART, twice + twice + "--B--\r\n", "text/html", "zh").statusCode());
    assertFalse(service.log().contains(" ERROR "), service.log());
  }

  private static String part(String disposition, String content) {
    return "--B\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
  }

  private static HttpResponse<String> post(String path, String type, String body, String accepted, String language) {
    return RunningService.send(service.request(path).header("Content-Type", type).header("Accept", accepted)
        .header("Accept-Language", language).POST(BodyPublishers.ofString(body)));
  }
}
