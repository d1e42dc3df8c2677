package cn.tuodi.console;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.operation.Administrator;
import cn.tuodi.operation.RunningService;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clerk looks at a person's year and corrects it, in a real browser. */
class YearAccountsIT {

  private static final double PATIENCE = 240_000;
  private static final Pattern SHEET_OF_PAPER = Pattern.compile("/Type\\s*/Page[^s]");
  /** The version of the account stands before those of its bookings. */
  private static final Pattern VERSION = Pattern.compile("\"accountVersion\":(\\d+)");

  @TempDir
  static Path directory;

  private static RunningService service;
  private static Browsing browsing;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>(Administrator.of(directory));
    settings.put("tuodi.accounts.database", directory.resolve("accounts").toString());
    service = RunningService.start(settings);
    RunningService.waitUntil("accounts are open",
        () -> service.get("/q/health/ready").body().contains("\"open\":true")
            || RunningService.send(authorised("/v1/settlements/changes").GET()).statusCode() == 200);
    browsing = new Browsing();
  }

  @AfterAll
  static void stop() {
    browsing.closeWith(service::close);
  }

  private static HttpRequest.Builder authorised(String path) {
    return service.request(path).header("Authorization", Administrator.AUTHORIZATION);
  }

  private static void settle(String person, String id, int day) {
    String claim = "{\"claimId\":\"" + id + "\",\"region\":\"450100\",\"serviceDate\":\"2023-05-0" + day
        + "\",\"person\":{\"personId\":\"" + person + "\",\"identities\":[{\"type\":\"LOW_INCOME_EDGE\","
        + "\"recognisedOn\":\"2021-01-10\"}]},\"care\":{\"type\":\"INPATIENT\"},\"costs\":{\"total\":40000,"
        + "\"policyScope\":40000,\"advance\":0,\"overLimit\":0,\"selfPaid\":0},\"payments\":{\"basicInsurance\":25000,"
        + "\"criticalIllness\":0}}";
    HttpResponse<String> settled = RunningService.send(authorised("/v1/settlements")
        .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(claim)));
    assertEquals(201, settled.statusCode(), settled.body());
  }

  private static Page loggedIn(String locale, int width, String address) {
    Page page = browsing.page(locale, width);
    page.setDefaultTimeout(PATIENCE);
    page.navigate(service.address() + address);
    page.locator("#name").fill(Administrator.NAME);
    page.locator("#password").fill(Administrator.PASSWORD);
    page.locator("main form button").click();
    page.waitForURL("**/console/accounts**");
    return page;
  }

  @Test
  @DisplayName("A clerk finds a year, sees why the third bill paid less, reverses the first, and sees what changes before it is booked")
  void fromTheYearToTheReversal() {
    for (int day = 1; day <= 3; day++) {
      settle("甲", "bill-" + day, day);
    }
    Page page = loggedIn("zh-CN", Browsing.LAPTOP, "/console/accounts");
    assertEquals("true", page.locator("nav a[href='/console/accounts']").first().getAttribute("aria-current"));
    page.locator("#person").fill("甲");
    page.locator("#year").fill("2023");
    page.locator("main form.filter button").first().click();
    Locator bills = page.locator(".bookings details");
    assertEquals(3, bills.count());
    Browsing.accessible(page);
    assertTrue(bills.nth(2).innerText().contains("已达年度限额（住院"), bills.nth(2).innerText());
    bills.nth(2).locator("summary").click();
    String why = bills.nth(2).innerText();
    assertAll(() -> assertTrue(why.contains("20,000.00"), why), () -> assertTrue(why.contains("已达限额"), why),
        () -> assertTrue(why.contains("桂政办发〔2022〕5号"), why),
        () -> assertTrue(why.contains("基本医保"), why), () -> assertTrue(why.contains("广西壮族自治区 2022 年版"), why));
    assertTrue(page.locator(".bookings > li").nth(2).innerText().contains("第 3 次记账后"));
    Locator standing = page.locator(".standing tbody tr");
    assertAll(() -> assertEquals(4, standing.count()),
        () -> assertTrue(standing.nth(3).innerText().contains("20,000.00"), standing.nth(3).innerText()),
        () -> assertTrue(standing.nth(2).innerText().contains("住院"), standing.nth(2).innerText()));
    Browsing.accessible(page);
    bills.nth(0).locator("summary").click();
    bills.nth(0).locator("a[href*=reversal]").click();
    Locator rows = page.locator("main table.stacked tbody tr");
    assertEquals(3, rows.count());
    assertTrue(rows.nth(0).innerText().contains("−9,600.00"), rows.nth(0).innerText());
    assertTrue(rows.nth(2).innerText().contains("+"), rows.nth(2).innerText());
    Browsing.accessible(page);
    String before = page.url();
    Page other = page.context().newPage();
    other.navigate(before);
    other.close();
    assertEquals(3, bookings("甲"), "nothing is booked by looking");
    settle("甲", "bill-4", 4);
    page.locator("#reason").fill("重复收费");
    page.locator("form[action$=reversal] button").click();
    String meanwhile = page.locator("[role=alert]").innerText();
    assertAll(() -> assertTrue(meanwhile.contains("又有记账"), meanwhile),
        () -> assertTrue(meanwhile.contains("bill-4") && meanwhile.contains("第 4 次记账"), meanwhile),
        () -> assertTrue(meanwhile.contains(Administrator.NAME), meanwhile));
    assertEquals("重复收费", page.locator("#reason").inputValue());
    assertEquals(4, bookings("甲"), "what was not seen is not booked");
    page.locator("form[action$=reversal] button").click();
    page.waitForURL("**/console/accounts?person=*");
    assertTrue(page.locator("[role=status].good").innerText().contains("退费"));
    page.reload();
    assertEquals(0, page.locator("[role=status].good").count(), "it is said once");
    Locator last = page.locator(".bookings > li").last();
    assertAll(() -> assertTrue(last.innerText().contains("重复收费")),
        () -> assertTrue(last.innerText().contains(Administrator.NAME)),
        () -> assertTrue(last.innerText().contains("已退费")),
        () -> assertTrue(last.innerText().contains("退费前的核定") || last.locator("h4").count() > 0),
        () -> assertTrue(bills.nth(0).innerText().contains("其后已退费"), bills.nth(0).innerText()),
        () -> assertEquals(0, page.locator("a[href$='reversal?claim=bill-1']").count(), "it is taken back once"));
    assertEquals(5, bookings("甲"));
    printedAlone(page);
    page.navigate(service.address() + "/console/accounts/reversal?claim=bill-1");
    String done = page.locator("main").innerText();
    assertAll(() -> assertTrue(done.contains("无需再提交") && done.contains("第 5 次记账"), done),
        () -> assertTrue(done.contains(Administrator.NAME), done));
    Browsing.accessible(page);
    page.locator("main .action").first().click();
    page.waitForURL("**/console/accounts?person=*claim=bill-1*");
    assertEquals("", page.locator("#bill").getAttribute("open"), "the last of what was booked on it is open");
    page.locator("#claim").fill("bill-3");
    page.locator("main form.filter button").nth(1).click();
    assertTrue(page.locator("#bill summary").innerText().contains("bill-3"));
    page.locator("#person").fill("甲");
    page.locator("#year").fill("");
    page.locator("main form.filter button").first().click();
    page.locator(".found a").first().click();
    assertEquals(5, page.locator(".bookings > li").count());
    HttpResponse<String> csv = RunningService.send(authorised(page.locator("a[download]").getAttribute("href")).GET());
    assertAll(() -> assertEquals(200, csv.statusCode()),
        () -> assertTrue(csv.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment")),
        () -> assertTrue(csv.body().startsWith("\uFEFF") && csv.body().contains("bill-4"), csv.body()));
    page.navigate(service.address() + "/console/accounts/reversal?claim=nothing");
    String missing = page.locator("main").innerText();
    assertAll(() -> assertTrue(missing.contains("没有编号为 nothing 的单据"), missing),
        () -> assertEquals(1, page.locator("main a[href='/console/accounts']").count()));
    page.context().close();
  }

  /** The reversal that was booked last, on a sheet for the person, though other bills of the year are open. */
  private static void printedAlone(Page page) {
    Locator last = page.locator(".bookings > li").last();
    assertEquals(1, page.locator("a[href^='#notice-']").count(), "settlements are no corrections");
    last.locator("a[href='#notice-45-5']").click();
    assertTrue(last.locator(".notice .heed").isVisible());
    Browsing.accessible(page);
    Matcher sheets = SHEET_OF_PAPER.matcher(
        new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1));
    assertEquals(1, sheets.results().count());
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    String notice = page.locator("main").innerText();
    assertAll(() -> assertTrue(notice.contains("退费通知"), notice), () -> assertTrue(notice.contains("甲"), notice),
        () -> assertTrue(notice.contains("重复收费"), notice), () -> assertTrue(notice.contains("应追回合计"), notice),
        () -> assertTrue(notice.contains("9,600.00"), notice), () -> assertTrue(notice.contains("bill-3"), notice),
        () -> assertTrue(notice.contains("医疗救助"), notice),
        () -> assertFalse(notice.contains("年度限额") && notice.contains("余额"), notice),
        () -> assertFalse(notice.contains("桂政办发"), notice), () -> assertFalse(notice.contains("bill-4"), notice));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    last.locator(".notice a").click();
    assertFalse(last.locator(".notice").isVisible());
  }

  private static int bookings(String person) {
    String year = RunningService.send(
        authorised("/v1/people/" + URLEncoder.encode(person, StandardCharsets.UTF_8) + "/years/2023").GET()).body();
    Matcher version = VERSION.matcher(year);
    assertTrue(version.find(), year);
    return Integer.parseInt(version.group(1));
  }

  @Test
  @DisplayName("On a phone and in English an identity that is recognised late is tried on the whole year, then booked")
  void recognisedLate() {
    settle("late", "late-1", 1);
    Page page = loggedIn("en-GB", Browsing.PHONE, "/console/accounts?person=late&year=2023");
    Browsing.accessible(page);
    page.locator("a[href*=resettlement]").click();
    assertTrue(page.locator("main").innerText().contains("Nothing would change"));
    page.locator("#identity").selectOption("EXTREMELY_POOR");
    page.locator("#recognisedOn").fill("2023-13-01");
    page.locator("form.filter button").click();
    assertEquals(1, page.locator("[role=alert]").count());
    assertEquals("true", page.locator("#recognisedOn").getAttribute("aria-invalid"));
    assertEquals(0, page.locator("#reason").count());
    page.locator("#recognisedOn").fill("2023-01-01");
    page.locator("form.filter button").click();
    assertTrue(page.locator("main table.stacked").innerText().contains("+"));
    Browsing.accessible(page);
    page.locator("#reason").fill("recognised in May");
    page.locator("form[method=post][action$=resettlement] button").click();
    page.waitForURL("**/console/accounts?person=*");
    Browsing.accessible(page);
    assertTrue(page.locator("main").innerText().contains("recognised in May"));
    page.navigate(service.address() + "/console/accounts?person=nobody&year=2023");
    assertEquals(1, page.locator("[role=alert]").count());
    page.navigate(service.address() + "/console/accounts?person=late&year=23");
    assertEquals(1, page.locator("[role=alert]").count());
    page.context().close();
  }

  @Test
  @DisplayName("Whatever stands for a year, a number or an id in an address or a form is answered, and never a failure")
  void odd() {
    settle("odd", "odd-1", 1);
    for (String year : List.of("%C2%B2023", "%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%93")) {
      assertEquals(200, status("/console/accounts?person=odd&year=" + year));
      assertEquals(200, status("/console/accounts/bills.csv?person=odd&year=" + year));
      assertEquals(200, status("/console/accounts/resettlement?person=odd&province=45&year=" + year));
      assertEquals(400, posted("/console/accounts/resettlement", "person=odd&province=45&seen=1&reason=&year=" + year));
    }
    for (String year : List.of("-1", "99999", "0000", "%D9%A2%D9%A0%D9%A2%D9%A3", "1e3", "%20", "%00")) {
      assertFault("/console/accounts?person=odd&from=" + year + "&year=" + year);
      assertFault("/console/accounts/bills.csv?person=odd&year=" + year);
      assertFault("/console/accounts/resettlement?person=odd&province=45&year=" + year);
      assertFault("/console/accounts/resettlement?person=odd&year=2023&province=" + year);
      assertTrue(posted("/console/accounts/resettlement",
          "person=odd&province=45&seen=" + year + "&reason=x&year=" + year) < 500, year);
      assertTrue(posted("/console/accounts/reversal", "claim=odd-1&seen=" + year + "&reason=") < 500, year);
    }
    for (String from : List.of("%C2%B2", "-1", "99999", "99999999999", "%20")) {
      assertEquals(200, status("/console/accounts?person=odd&year=2023&from=" + from));
    }
    assertEquals(1, bookings("odd"));
  }

  private static int status(String path) {
    return RunningService.send(authorised(path).GET()).statusCode();
  }

  /** An empty year looks for all years of the person. */
  private static void assertFault(String path) {
    int status = status(path);
    assertTrue(status >= 400 && status < 500 || status == 200 && path.endsWith("=%20"), path + ": " + status);
  }

  private static int posted(String path, String form) {
    return RunningService.send(authorised(path).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form))).statusCode();
  }

  @Test
  @DisplayName("Nobody sees a year without the role; other sites book nothing; switched off, there is no link and the page says how to switch it on")
  void guarded() {
    assertEquals(303, service.get("/console/accounts?person=late&year=2023").statusCode());
    assertEquals(303, service.get("/console/accounts/bills.csv?person=late&year=2023").statusCode());
    HttpRequest.Builder forged = authorised("/console/accounts/reversal")
        .header("Content-Type", "application/x-www-form-urlencoded").header("Sec-Fetch-Site", "cross-site");
    assertEquals(403, RunningService.send(
        forged.POST(HttpRequest.BodyPublishers.ofString("claim=late-1&seen=1&reason=x"))).statusCode());
    HttpResponse<String> unknown = RunningService.send(service.request("/console/accounts/reversal")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("claim=late-1&seen=1&reason=because")));
    assertEquals(401, unknown.statusCode());
    assertTrue(unknown.body().contains("because"), "what was filled in is kept");
    try (RunningService off = RunningService.start()) {
      HttpResponse<String> page = off.get("/console/accounts");
      assertEquals(404, page.statusCode());
      assertTrue(page.body().contains("tuodi.accounts.database"));
      assertTrue(!off.get("/console").body().contains("href=\"/console/accounts\""));
    }
    try (RunningService exposed = RunningService.start("-Dquarkus.http.host=0.0.0.0",
        "-Dtuodi.accounts.database=" + directory.resolve("exposed"))) {
      assertEquals(403, exposed.get("/console/accounts").statusCode());
    }
  }
}
