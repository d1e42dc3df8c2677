package cn.tuodi.console;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.Changed;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Chinese pages speak Chinese and English pages English, and changing the language loses nothing. */
@QuarkusIntegrationTest
class ConsoleWordsIT {

  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String COMPARED = "/console/comparison?from=guangxi%2F2021&to=guangxi%2F2022";
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  /** Numbers of documents and names of sheets, which have no other form. */
  private static final Pattern IN_CHINESE = Pattern.compile("\\p{IsHan}+〔\\d{4}〕\\d+号|版本");
  /** Programs, formats, ids of provisions and claims, columns, facts, names of files and of the policies in addresses. */
  private static final Pattern NAMES = Pattern.compile(
      "\\b(?:Excel|WPS|LibreOffice|CSV|NDJSON|JSON|Markdown|DRG|curl|MB|UTF-8|README|OpenID Connect"
          + "|[A-Z]{2}\\d\\d-[A-Z0-9-]+|EX-[A-Z0-9-]+|A[A-F]\\d*|[a-z]+(?:[A-Z][a-z]+)+|local/\\d{6}/|rest|[\\w.-]*\\.xlsx|xlsx|guangxi|guizhou|bayingolin|tuodi[.\\w-]*)\\b");

  private static Browsing browsing;

  @TestHTTPResource("/")
  URL base;

  @BeforeAll
  static void open() {
    browsing = new Browsing();
  }

  @AfterAll
  static void close() {
    browsing.close();
  }

  @Test
  @DisplayName("No page that the console leads to has English words in its Chinese text, or Chinese ones in its English")
  void oneLanguage() {
    for (String language : List.of("zh-CN", "en-GB")) {
      Page page = browsing.page(language, Browsing.LAPTOP);
      List<String> stray = new ArrayList<>();
      Deque<String> ahead = new ArrayDeque<>(
          List.of("/console", "/console/desk/", "/console/desk/history", COMPARED, "/console/no-such-page"));
      Examples.all().forEach(example -> ahead.add("/console/try?example=" + example.id()));
      Set<String> seen = new HashSet<>(ahead);
      page.navigate(address("/console"));
      while (!ahead.isEmpty()) {
        String path = ahead.poll();
        Map<String, List<String>> read = read(page, path);
        for (String text : read.get("texts")) {
          // Help in English quotes what is written into cells.
          boolean quotes = path.startsWith("/console/vocabulary");
          if (language.startsWith("zh") ? LATIN.matcher(NAMES.matcher(text).replaceAll("")).find()
              : !quotes && HAN.matcher(IN_CHINESE.matcher(text).replaceAll("")).find()) {
            stray.add(path + ": " + text);
          }
        }
        read.get("links").stream().filter(seen::add).forEach(ahead::add);
      }
      assertEquals(List.of(), stray.stream().distinct().limit(40).toList(), language);
      assertTrue(seen.size() > 100, seen.size() + " pages");
      page.context().close();
    }
  }

  /**
   * The texts of a page that are in its own language, and where it leads. The browser fetches and parses it as it does
   * for whoever comes to it, without drawing hundreds of pages; scripts add no texts to a page when it comes.
   */
  @SuppressWarnings("unchecked")
  private static Map<String, List<String>> read(Page page, String path) {
    return (Map<String, List<String>>) page.evaluate("""
        async path => {
          const answer = await fetch(path, {headers: {Accept: 'text/html'}});
          const read = new DOMParser().parseFromString(await answer.text(), 'text/html');
          const texts = [];
          const walker = read.createTreeWalker(read.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const around = walker.currentNode.parentElement;
            const text = walker.currentNode.textContent.trim();
            if (text && !around.closest('script, style, pre, code')
                && around.closest('[lang]').lang.slice(0, 2) === read.documentElement.lang.slice(0, 2)) {
              texts.push(text.slice(0, 160));
            }
          }
          const links = [...read.querySelectorAll("a[href^='/console']:not([download], .language)")]
            .map(link => link.getAttribute('href').split('#')[0]);
          return {texts, links};
        }""", path);
  }

  @Test
  @DisplayName("The result of a check is there in the other language, too, as are the editions compared and the words looked for")
  void nothingIsLost() throws IOException {
    Page page = browsing.page("zh-CN", Browsing.LAPTOP);
    page.navigate(address("/console/desk/"));
    page.locator("#table").selectOption("guangxi/2022/medical-assistance.xlsx");
    page.locator("#file").setInputFiles(new FilePayload("medical-assistance.xlsx", XLSX, Changed.rate(1.2)));
    page.locator("button[value=findings]").click();
    assertTrue(page.locator(".findings").innerText().contains("L5"));
    page.locator(".language").click();
    assertAll(() -> assertEquals("What the check found", page.locator("h1").innerText()),
        () -> assertTrue(page.locator(".findings").innerText().contains("L5")));
    page.locator(".language").click();
    assertEquals("检查结果", page.locator("h1").innerText());

    page.navigate(address(COMPARED));
    page.locator(".language").click();
    assertTrue(page.locator(".changes").count() > 3);
    page.navigate(address("/console/policies/guangxi/2022/provisions?words=GX22-IP-2"));
    page.locator(".language").click();
    assertEquals("GX22-IP-2", page.locator("#words").inputValue());
    page.context().close();
  }

  @Test
  @DisplayName("The bare address leads people to the console and tells programs where things are")
  void frontDoor() {
    Response person = given().redirects().follow(false).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .get("/");
    assertAll(() -> assertEquals(303, person.statusCode()),
        () -> assertTrue(person.header("Location").endsWith("/console"), person.header("Location")));
    for (String accepted : List.of("application/json", "*/*")) {
      Response program = given().redirects().follow(false).header("Accept", accepted).get("/");
      Map<String, String> places = program.jsonPath().getMap("");
      assertAll(() -> assertEquals(200, program.statusCode()),
          () -> assertEquals("/v1/decisions", places.get("decisions")));
      places.values().stream().filter(place -> place.startsWith("/") && !place.equals("/v1/decisions"))
          .forEach(place -> assertEquals(200, given().get(place).statusCode(), place));
    }
  }

  @Test
  @DisplayName("What is looked at can be saved: workbooks, comparisons, and a template for claims with its columns explained")
  void downloads() {
    Page page = browsing.page("zh-CN", Browsing.LAPTOP);
    for (String path : List.of("/console/policies/guangxi/2022", COMPARED,
        "/console/policies/guangxi/2022/tables/medical-assistance.xlsx/%E6%95%91%E5%8A%A9%E5%BE%85%E9%81%87")) {
      page.navigate(address(path));
      List<String> files = page.locator("a[download]").all().stream().map(link -> link.getAttribute("href")).toList();
      assertFalse(files.isEmpty(), path);
      files.forEach(file -> assertSaved(file));
    }
    assertSaved("/console/desk/simulations/template.csv");
    assertSaved("/console/desk/simulations/columns.csv");
    String named = given().header("Accept-Language", "zh-CN").get("/console/desk/simulations/template.csv")
        .header("Content-Disposition");
    assertTrue(named.contains("filename=\"claims.csv\"") && named.contains("filename*=UTF-8''%E8%B4%B9"), named);
    page.context().close();
  }

  private void assertSaved(String file) {
    Response saved = given().urlEncodingEnabled(false).get(file);
    assertAll(file, () -> assertEquals(200, saved.statusCode()),
        () -> assertTrue(saved.header("Content-Disposition").startsWith("attachment;")),
        () -> assertTrue(saved.asByteArray().length > 100),
        () -> assertTrue(!file.contains(".csv")
            || new String(saved.asByteArray(), StandardCharsets.UTF_8).startsWith("\uFEFF"), "no mark"));
  }

  private String address(String path) {
    return base.toString().replaceAll("/$", "") + path;
  }
}
