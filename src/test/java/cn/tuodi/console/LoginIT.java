package cn.tuodi.console;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.access.LoginProvider;
import cn.tuodi.desk.Changed;
import cn.tuodi.operation.RunningService;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who log in to the console with a provider, in a real browser, by the packaged application. */
class LoginIT {

  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String TABLE = "guangxi/2022/medical-assistance.xlsx";
  private static final double PATIENCE = 240_000;
  private static final long TOKENS_LAST_SECONDS = 8;

  @TempDir
  static Path directory;

  private static LoginProvider provider;
  private static RunningService service;
  private static Browsing browsing;

  @BeforeAll
  static void start() {
    provider = LoginProvider.start(0, TOKENS_LAST_SECONDS);
    Map<String, String> settings = new HashMap<>(provider.settings());
    settings.put("tuodi.store.directory", directory.toString());
    service = RunningService.start(settings);
    browsing = new Browsing();
  }

  @AfterAll
  static void stop() {
    browsing.closeWith(service::close, provider::close);
  }

  @Test
  @DisplayName("Somebody logs in, publishes a draft, finds their name in the history, and logs out")
  void fromLoginToLogout() throws IOException {
    Page page = page("zh-CN");
    open(page, "/console/desk/history");
    Browsing.accessible(page);
    provider.requests();
    page.locator("a[href^='/console/desk/login']").click();
    Browsing.identify(page, "li.ming", "李明", "draft", "publish");
    assertEquals(service.address() + "/console/desk/history", page.url(), "back where they came from");
    String asked = provider.requests();
    assertAll(() -> assertTrue(asked.contains("code_challenge_method=S256"), asked),
        () -> assertTrue(asked.contains("nonce="), asked), () -> assertTrue(asked.contains("code_verifier="), asked));
    assertTrue(page.locator("main").innerText().contains("李明 (li.ming)"));
    cookiesAreSafe(page);

    keep(page, 0.96);
    Browsing.accessible(page);
    Browsing.publish(page, "按新文件上调");
    String first = page.locator("tbody tr").first().innerText();
    assertAll(() -> assertTrue(first.contains("按新文件上调"), first),
        () -> assertTrue(first.contains("李明 (li.ming)"), first));
    Browsing.accessible(page);
    Browsing.goBack(page, page.locator("a[href*=undo]").last(), "恢复原比例");
    assertTrue(page.locator("tbody tr").first().innerText().contains("李明 (li.ming)"));

    provider.requests();
    page.locator("form[action$=logout] button").click();
    page.waitForURL("**/console/desk/");
    String left = provider.requests();
    assertAll(() -> assertTrue(left.contains("endsession") && left.contains("id_token_hint="), left),
        () -> assertEquals(List.of(), names(page)),
        () -> assertEquals(1, page.locator("a[href^='/console/desk/login']").count()));
    page.context().close();
  }

  @Test
  @DisplayName("Who has only the role draft sees why they cannot publish, and is refused when they try")
  void draftOnly() {
    Page page = page("en-GB");
    open(page, "/console/desk/login");
    Browsing.identify(page, "wang.fang", "王芳", "draft");
    keep(page, 0.94);
    String draft = page.url();
    assertAll(() -> assertEquals(0, page.locator("form[action$=publication]").count()),
        () -> assertTrue(page.locator("main").innerText().contains("You do not have the role publish")));
    Browsing.accessible(page);
    Object status = page.evaluate("async address => (await fetch(address, {method: 'POST', body: "
        + "new URLSearchParams({reason: 'x'})})).status", draft + "/publication");
    assertEquals(403, status);
    assertEquals(200, page.evaluate("async address => (await fetch(address)).status", draft),
        "the draft is still there");
    page.context().close();
  }

  @Test
  @DisplayName("A workbook that is sent when the session has gone is kept on the page, and sent again after logging in")
  void nothingIsLost() {
    Page page = page("en-GB");
    open(page, "/console/desk/login");
    Browsing.identify(page, "wang.fang", "王芳", "draft");
    page.locator("#table").selectOption(TABLE);
    page.locator("#file").setInputFiles(workbook(0.93));
    page.locator("#note").fill("kept <b>over</b> a login & more");
    page.context().clearCookies();
    page.locator("button[value=draft]").click();
    assertTrue(page.locator("main").innerText().contains("Nothing was saved"), page.locator("main").innerText());
    Browsing.accessible(page);

    Page second = page.context().waitForPage(() -> page.locator("a[target=_blank]").click());
    Browsing.identify(second, "wang.fang", "王芳", "draft");
    assertTrue(second.locator("main").innerText().contains("Close this window"));
    second.close();
    page.locator("main form button").click();
    page.waitForURL("**/console/desk/drafts/*");
    assertAll(() -> assertTrue(page.locator("main").innerText().contains("kept <b>over</b> a login & more")),
        () -> assertTrue(page.locator(".changes").innerText().contains("93%")));
    page.context().close();
  }

  @Test
  @DisplayName("A session goes on while the provider renews it; once it does not, its pages lead back to the login")
  void expiry() {
    Page page = page("en-GB");
    open(page, "/console/desk/login");
    Browsing.identify(page, "wang.fang", "王芳", "draft");
    String before = session(page);
    provider.requests();
    RunningService.pause(Duration.ofSeconds(TOKENS_LAST_SECONDS + 2));
    page.reload();
    assertTrue(page.locator("main").innerText().contains("王芳 (wang.fang)"));
    assertTrue(provider.requests().contains("grant_type=refresh_token"));
    assertNotEquals(before, session(page));

    RunningService.pause(Duration.ofSeconds(TOKENS_LAST_SECONDS + 2));
    int port = provider.port();
    provider.close();
    try {
      open(page, "/console/desk/");
      assertAll(() -> assertEquals(List.of(), names(page)),
          () -> assertEquals(1, page.locator("a[href^='/console/desk/login']").count()));
    } finally {
      provider = LoginProvider.start(port, TOKENS_LAST_SECONDS);
    }
    page.context().close();
  }

  @Test
  @DisplayName("A login that the provider refuses, or that nobody began, ends on a page that says what to do, and in no loop")
  void failedLogins() {
    for (String query : new String[] {"?error=access_denied&state=x", "?code=stolen&state=x",
        "?code=a&code=b&state=c"}) {
      HttpResponse<String> answer = service.get("/console/desk/login" + query);
      assertAll(query, () -> assertEquals(401, answer.statusCode()),
          () -> assertTrue(answer.body().contains("登录没有完成"), answer.body()));
    }
    Page page = page("zh-CN");
    open(page, "/console/desk/login");
    String state = URI.create(page.url()).getQuery().replaceAll(".*state=([^&]+).*", "$1");
    open(page, "/console/desk/login?error=access_denied&state=" + state);
    assertTrue(page.locator("main").innerText().contains("登录没有完成"));
    page.context().close();
  }

  @Test
  @DisplayName("Who comes to a page of the desk that is not open to everybody is sent to log in, and to no other site after it")
  void protectedPages() {
    HttpResponse<String> draft = service.get("/console/desk/drafts/0123");
    assertAll(() -> assertEquals(303, draft.statusCode()), () -> assertEquals(
        service.address() + "/console/desk/login?to=%2Fconsole%2Fdesk%2Fdrafts%2F0123",
        draft.headers().firstValue("Location").orElseThrow()));
    for (String elsewhere : new String[] {"https://evil.example/", "//evil.example/", "/console\\evil", "/consoles",
        "/console/../q/metrics\r\nX: y", "/console/../v1/desk/state", "/console/..;/v1", "/console/desk/..//..//x",
        "/console/%2e%2e/v1",
        "/console/desk/..", "/console/a/./b", "/console/%2F%2Fevil"}) {
      assertEquals("/console/desk/", Addresses.within(elsewhere));
    }
    assertEquals("/console/try?example=a%20b", Addresses.within("/console/try?example=a%20b"));
  }

  @Test
  @DisplayName("A page of another site logs nobody out")
  void crossSiteLogout() {
    HttpResponse<String> answer = RunningService.send(service.request("/console/desk/logout")
        .header("Sec-Fetch-Site", "cross-site").POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
    assertEquals(403, answer.statusCode());
  }

  @Test
  @DisplayName("No log line names a person or a token")
  void quietLog() {
    String log = service.log();
    assertAll(() -> assertFalse(log.contains("li.ming")), () -> assertFalse(log.contains("wang.fang")),
        () -> assertFalse(log.contains("eyJ"), log), () -> assertFalse(log.contains("Exception"), log));
  }

  /** Uploads a workbook with another rate and keeps it as a draft. */
  private static void keep(Page page, double rate) {
    open(page, "/console/desk/");
    page.locator("#table").selectOption(TABLE);
    page.locator("#file").setInputFiles(workbook(rate));
    page.locator("button[value=draft]").click();
    page.waitForURL("**/console/desk/drafts/*");
  }

  private static FilePayload workbook(double rate) {
    return new FilePayload("medical-assistance.xlsx", XLSX, Changed.rate(rate));
  }

  private static void cookiesAreSafe(Page page) {
    List<Cookie> session =
        page.context().cookies().stream().filter(cookie -> cookie.name.startsWith("q_session")).toList();
    assertFalse(session.isEmpty());
    for (Cookie cookie : session) {
      assertAll(() -> assertTrue(cookie.httpOnly), () -> assertTrue(cookie.secure),
          () -> assertEquals(SameSiteAttribute.LAX, cookie.sameSite), () -> assertEquals("/console", cookie.path));
    }
    String value = session(page);
    // Compact serialisation: an encrypted text has five parts, a token that can be read has three.
    assertEquals(5, value.split("\\.").length, "a token stands in the cookie as it is");
  }

  private static String session(Page page) {
    StringBuilder value = new StringBuilder();
    page.context().cookies().stream().filter(cookie -> cookie.name.startsWith("q_session"))
        .forEach(cookie -> value.append(cookie.value));
    return value.toString();
  }

  /** Names of who is logged in, as the page shows them. */
  private static List<String> names(Page page) {
    return page.locator(".actions .quiet b").allInnerTexts();
  }

  private static Page page(String locale) {
    Page page = browsing.page(locale, Browsing.LAPTOP);
    page.setDefaultTimeout(PATIENCE);
    return page;
  }

  private static void open(Page page, String path) {
    page.navigate(service.address() + path, new Page.NavigateOptions().setTimeout(PATIENCE));
  }
}
