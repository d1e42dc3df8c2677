package cn.tuodi.console;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.access.PasswordHash;
import cn.tuodi.desk.Changed;
import cn.tuodi.operation.Administrator;
import cn.tuodi.operation.RunningService;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The single administrator logs in to the console with a page, and out again. */
class AdministratorLoginIT {

  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final double PATIENCE = 240_000;
  private static final String SESSION = "tuodi-session";
  private static final String KEY = "a key that both replicas share, of some length";

  @TempDir
  static Path directory;

  private static Map<String, String> settings;
  private static RunningService service;
  private static Browsing browsing;

  @BeforeAll
  static void start() {
    settings = new HashMap<>(Administrator.of(directory));
    settings.put("quarkus.http.auth.session.encryption-key", KEY);
    service = RunningService.start(settings);
    browsing = new Browsing();
  }

  @AfterAll
  static void stop() {
    browsing.closeWith(service::close);
  }

  @Test
  @DisplayName("Who needs to log in finds a page, is told what was wrong, comes back to where they were, sees their name and logs out")
  void fromLoginToLogout() {
    for (int width : List.of(Browsing.LAPTOP, Browsing.PHONE)) {
      Page page = browsing.page("zh-CN", width);
      page.setDefaultTimeout(PATIENCE);
      page.navigate(service.address() + "/console/desk/history");
      page.locator("a[href^='/console/desk/login']").click();
      Browsing.accessible(page);
      identify(page, Administrator.NAME, "not the password at all");
      assertAll(() -> assertTrue(page.locator("[role=alert]").innerText().contains("用户名或密码不正确")),
          () -> assertEquals("true", page.locator("#password").getAttribute("aria-invalid")),
          () -> assertEquals("", page.locator("#password").inputValue()),
          () -> assertEquals(List.of(), session(page.context())));
      Browsing.accessible(page);
      identify(page, Administrator.NAME, Administrator.PASSWORD);
      page.waitForURL("**/console/desk/history");
      assertTrue(page.locator("main").innerText().contains("已登录：" + Administrator.NAME));
      Cookie cookie = session(page.context()).get(0);
      assertAll(() -> assertTrue(cookie.httpOnly), () -> assertEquals(SameSiteAttribute.STRICT, cookie.sameSite),
          () -> assertEquals("/console", cookie.path), () -> assertEquals(-1, cookie.expires, "with the browser"));
      page.locator("form[action$=logout] button").click();
      page.waitForURL("**/console/desk/");
      assertAll(() -> assertEquals(List.of(), session(page.context())),
          () -> assertEquals(1, page.locator("a[href^='/console/desk/login']").count()),
          () -> assertEquals(0, page.locator("form[action$=logout]").count()));
      page.context().close();
    }
  }

  @Test
  @DisplayName("A workbook that is sent when nobody is logged in is kept on the page, and sent again after the login")
  void nothingIsLost() throws Exception {
    Page page = browsing.page("en-GB", Browsing.LAPTOP);
    page.setDefaultTimeout(PATIENCE);
    page.navigate(service.address() + "/console/desk/login");
    identify(page, Administrator.NAME, Administrator.PASSWORD);
    page.waitForURL("**/console/desk/");
    page.locator("#table").selectOption("guangxi/2022/medical-assistance.xlsx");
    page.locator("#file").setInputFiles(new FilePayload("medical-assistance.xlsx", XLSX, Changed.rate(0.91)));
    page.locator("#note").fill("kept over a login");
    page.context().clearCookies();
    page.locator("button[value=draft]").click();
    assertTrue(page.locator("main").innerText().contains("Nothing was saved"));
    Page second = page.context().waitForPage(() -> page.locator("a[target=_blank]").click());
    second.setDefaultTimeout(PATIENCE);
    identify(second, Administrator.NAME, Administrator.PASSWORD);
    second.waitForURL("**/console/desk/logged-in");
    second.close();
    page.locator("main form button").click();
    page.waitForURL("**/console/desk/drafts/*");
    assertTrue(page.locator("main").innerText().contains("kept over a login"));
    page.context().close();
  }

  @Test
  @DisplayName("Pages never ask for a window of the browser, programs still log in with name and password")
  void ways() {
    HttpResponse<String> refused = RunningService.send(service.request("/console/desk/drafts/0123/publication")
        .POST(HttpRequest.BodyPublishers.ofString("reason=x"))
        .header("Content-Type", "application/x-www-form-urlencoded"));
    assertAll(() -> assertEquals(401, refused.statusCode()),
        () -> assertFalse(refused.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic")),
        () -> assertEquals(303, service.get("/console/desk/drafts/0123").statusCode()),
        () -> assertEquals(200, RunningService.send(service.request("/v1/desk/drafts")
            .header("Authorization", Administrator.AUTHORIZATION).GET()).statusCode()));
  }

  @Test
  @DisplayName("A session that was made up, altered or meant for another place is none, and the interface takes none at all")
  void madeUp() {
    String cookie = begun(service);
    int last = cookie.length() - 1;
    String altered = cookie.substring(0, last - 8) + (cookie.charAt(last - 8) == 'A' ? 'B' : 'A')
        + cookie.substring(last - 7);
    assertAll(() -> assertTrue(isKnown(service, cookie)), () -> assertFalse(isKnown(service, altered)),
        () -> assertFalse(isKnown(service, "admin")), () -> assertFalse(isKnown(service, "")),
        () -> assertFalse(isKnown(service, "A".repeat(4000))), () -> assertEquals(401,
            RunningService.send(service.request("/v1/desk/drafts").header("Cookie", SESSION + "=" + cookie).GET())
                .statusCode()));
  }

  @Test
  @DisplayName("Replicas that share a key know each other's sessions; with another password they are over, and so after their time")
  void bounds() {
    String cookie = begun(service);
    Map<String, String> changed = new HashMap<>(Administrator.of(directory));
    changed.put("quarkus.http.auth.session.encryption-key", KEY);
    changed.put("tuodi.admin.password-hash", PasswordHash.of(Administrator.PASSWORD.toCharArray()).toString());
    changed.put("tuodi.admin.longest-session", "3S");
    try (RunningService replica = RunningService.start(settings)) {
      assertTrue(isKnown(replica, cookie));
    }
    try (RunningService other = RunningService.start(changed)) {
      assertFalse(isKnown(other, cookie), "the hash of the password is another one");
      String brief = begun(other);
      RunningService.waitUntil("the session is over, although it is used", () -> !isKnown(other, brief));
    }
  }

  @Test
  @DisplayName("Where no key is configured the hash of the password alone makes no session of another process")
  void ownKeys() {
    Map<String, String> alone = Administrator.of(directory);
    String cookie;
    try (RunningService one = RunningService.start(alone)) {
      cookie = begun(one);
      assertTrue(isKnown(one, cookie));
    }
    try (RunningService again = RunningService.start(alone)) {
      assertFalse(isKnown(again, cookie));
    }
  }

  @Test
  @DisplayName("Nobody is logged in from another site, nor led to one")
  void elsewhere() {
    HttpResponse<String> foreign = RunningService.send(service.request("/console/desk/login")
        .header("Origin", "https://evil.example").header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(credentials("/console"))));
    assertAll(() -> assertEquals(403, foreign.statusCode()),
        () -> assertEquals(List.of(), foreign.headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith(SESSION)).toList()));
    for (String to : List.of("https://evil.example/", "//evil.example", "/console\\evil", "/v1/policies")) {
      assertTrue(login(service, to).headers().firstValue("Location").orElseThrow().endsWith("/console/desk/"), to);
    }
    assertTrue(login(service, "/console/desk/new").headers().firstValue("Location").orElseThrow()
        .endsWith("/console/desk/new"));
  }

  private static void identify(Page page, String name, String password) {
    page.locator("#name").fill(name);
    page.locator("#password").fill(password);
    page.locator(".login button").click();
  }

  private static String credentials(String to) {
    return "name=" + Administrator.NAME + "&password="
        + URLEncoder.encode(Administrator.PASSWORD, StandardCharsets.UTF_8) + "&to="
        + URLEncoder.encode(to, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> login(RunningService at, String to) {
    return RunningService.send(at.request("/console/desk/login")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(credentials(to))));
  }

  /** The value of the cookie of a session that has just begun. */
  private static String begun(RunningService at) {
    return login(at, "/console").headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(SESSION + "=")).map(cookie -> cookie.split("[=;]", 3)[1]).findFirst()
        .orElseThrow();
  }

  private static boolean isKnown(RunningService at, String cookie) {
    return RunningService.send(at.request("/console/desk/").header("Cookie", SESSION + "=" + cookie).GET()).body()
        .contains("/console/desk/logout");
  }

  private static List<Cookie> session(BrowserContext context) {
    return context.cookies().stream().filter(cookie -> cookie.name.equals(SESSION)).toList();
  }
}
