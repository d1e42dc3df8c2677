package cn.tuodi.console;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console in a real browser, against the packaged application. */
@QuarkusIntegrationTest
class ConsoleIT {

  private static final String TERMS =
      "/console/policies/guangxi/2022/tables/medical-assistance.xlsx/%E6%95%91%E5%8A%A9%E5%BE%85%E9%81%87";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static Browsing browsing;

  @TestHTTPResource("/")
  URL base;

  @BeforeAll
  static void open() {
    browsing = new Browsing();
  }

  @AfterAll
  static void close() {
    browsing.closeWith();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/console", "/console/policies/guangxi/2022", TERMS,
      "/console/policies/guizhou/2023/tables/safeguards.xlsx/%E5%8F%82%E6%95%B0",
      "/console/policies/bayingolin/2023/provisions", "/console/try?example=gx22-plan",
      "/console/try?example=bz23-unreferred", "/console/no-such-page"})
  @DisplayName("A page keeps to WCAG 2.1 A and AA in both languages and fits a laptop and a phone")
  void accessible(String path) {
    for (String language : List.of("zh-CN", "en-GB")) {
      for (int width : List.of(Browsing.LAPTOP, Browsing.PHONE)) {
        Page page = browsing.page(language, width);
        open(page, path);
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
        // The other two combinations show the same words or the same layout.
        if (language.startsWith("zh") == (width == Browsing.LAPTOP)) {
          assertEquals(List.of(), violations(page), path + " " + language + " " + width);
        }
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
            path + " scrolls sideways at " + width);
        page.context().close();
      }
    }
  }

  private static List<String> violations(Page page) {
    List<String> found = new ArrayList<>();
    new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze().getViolations()
        .forEach(rule -> rule.getNodes().forEach(node -> found.add(rule.getId() + " " + node.getHtml())));
    return found;
  }

  @Test
  @DisplayName("The same accessibility in dark colours")
  void dark() {
    Page page = browsing.page(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("zh-CN")
        .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
    for (String path : List.of("/console", TERMS, "/console/try?example=gx22-plan")) {
      open(page, path);
      page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
      assertEquals(List.of(), violations(page), path);
    }
    page.context().close();
  }

  @Test
  @DisplayName("From the overview one gets to an edition, a table and a provision, and back to the row")
  void policies() {
    Page page = browsing.page("zh-CN", Browsing.LAPTOP);
    open(page, "/console");
    assertEquals(4, page.locator(".editions li").count());
    page.locator(".editions a", new Page.LocatorOptions().setHasText("广西壮族自治区 2022 年版")).first().click();
    page.locator(".workbooks a", new Page.LocatorOptions().setHasText("救助待遇")).click();
    Locator row = page.locator("#row-5");
    assertTrue(row.innerText().contains("GX22-IP-2") && row.innerText().contains("95%"), row.innerText());
    row.locator("a", new Locator.LocatorOptions().setHasText("GX22-IP-2")).first().click();
    Locator provision = page.locator("#GX22-IP-2");
    assertTrue(provision.innerText().contains("桂政办发〔2022〕5号"));
    provision.locator("a", new Locator.LocatorOptions().setHasText("5")).first().click();
    assertTrue(page.url().endsWith("#row-5"));
    page.waitForFunction("() => getComputedStyle(document.querySelector('#row-5 td')).backgroundColor"
        + " !== getComputedStyle(document.querySelector('#row-6 td')).backgroundColor");
    page.context().close();
  }

  @Test
  @DisplayName("The register can be searched and narrowed")
  void register() {
    Page page = browsing.page("en-GB", Browsing.LAPTOP);
    open(page, "/console/policies/guangxi/2022/provisions");
    int all = page.locator(".register > li").count();
    page.getByLabel("Search").fill("deposit");
    page.getByLabel("Search").press("Enter");
    int some = page.locator(".register > li").count();
    assertTrue(some > 0 && some < all, some + " of " + all);
    assertTrue(page.locator(".register > li").allInnerTexts().stream()
        .allMatch(text -> text.toLowerCase(java.util.Locale.ROOT).contains("deposit")));
    page.context().close();
  }

  @Test
  @DisplayName("A claim that is changed on the form is decided as over the interface, line by line")
  void decidedAlike() throws IOException {
    Page page = browsing.page("en-GB", Browsing.LAPTOP);
    open(page, "/console/try?example=gx22-class-3");
    page.getByLabel("Total").first().fill("50,000");
    page.getByLabel("Within policy scope").fill("46000");
    page.getByLabel("Basic insurance").first().fill("20000");
    page.getByText("Compute", new Page.GetByTextOptions().setExact(true)).click();
    JsonNode claim = JSON.readTree(page.locator("#claim-json").textContent());
    assertEquals("46000", claim.at("/costs/policyScope").asText());
    String answered = given().contentType(ContentType.JSON).header("Accept-Language", "en").body(claim.toString())
        .post("/v1/decisions").asString();
    assertEquals(JSON.readTree(answered), JSON.readTree(page.locator("#decision-json").textContent()));
    String personal = JSON.readTree(answered).at("/totals/personal").decimalValue().setScale(2).toPlainString();
    assertEquals(personal, page.locator(".big").innerText().split(" ")[0].replace(",", ""));
    assertTrue(page.locator("#curl").textContent().contains("/v1/decisions"));
    page.context().close();
  }

  @Test
  @DisplayName("A line opens to its arithmetic, and its row is highlighted where it is shown")
  void arithmetic() {
    Page page = browsing.page("zh-CN", Browsing.LAPTOP);
    open(page, "/console/try?example=gx22-class-2");
    Locator line = page.locator(".step.assistance");
    line.locator("summary").click();
    assertTrue(line.innerText().contains("14,000.00 元 × 95% = 13,300.00 元"), line.innerText());
    assertTrue(line.locator(".cells").first().innerText().contains("95%"));
    line.locator("a.row").first().click();
    assertTrue(page.locator("tr:target").innerText().contains("GX22-IP-2"));
    page.context().close();
  }

  @Test
  @DisplayName("The form works without scripts, and what is wrong is said at the field")
  void withoutScripts() {
    Page page = browsing.withoutScripts();
    open(page, "/console/try?example=gx22-class-2");
    page.locator("#f-costs-total").fill("a lot");
    page.locator("#f-region").fill("");
    page.locator("#claim button[type=submit]").last().click();
    assertEquals("true", page.locator("#f-costs-total").getAttribute("aria-invalid"));
    assertEquals("a lot", page.locator("#f-costs-total").inputValue());
    assertTrue(page.locator("#f-costs-total-error").innerText().contains("an amount"));
    assertEquals(2, page.locator(".errors li").count());
    page.locator("#f-costs-total").fill("48000");
    page.locator("#f-region").fill("450100");
    page.locator("#claim button[type=submit]").last().click();
    assertTrue(page.locator(".big").innerText().startsWith("4,700.00"), page.locator(".big").innerText());
    page.context().close();
  }

  @Test
  @DisplayName("A claim that cannot be decided says why and keeps what was filled in")
  void refused() {
    Page page = browsing.page("en-GB", Browsing.LAPTOP);
    open(page, "/console/try?example=gx22-class-2");
    page.locator("#f-costs-total").fill("1");
    page.getByText("Compute", new Page.GetByTextOptions().setExact(true)).click();
    assertTrue(page.locator(".problem").innerText().contains("do not add up"));
    assertEquals("1", page.locator("#f-costs-total").inputValue());
    page.context().close();
  }

  @Test
  @DisplayName("Another language keeps what was filled in, and is kept")
  void language() {
    Page page = browsing.page("zh-CN", Browsing.LAPTOP);
    open(page, "/console/try?example=gx22-class-2");
    page.locator("#f-claimId").fill("MY-OWN");
    page.locator("button.language").click();
    assertEquals("MY-OWN", page.locator("#f-claimId").inputValue());
    assertEquals("en", page.locator("html").getAttribute("lang"));
    open(page, "/console");
    assertEquals("Policies", page.locator("h1").innerText());
    page.context().close();
  }

  @Test
  @DisplayName("What is typed is shown as it is and never run; nothing of it is in the address")
  void hostile() {
    Page page = browsing.page("en-GB", Browsing.LAPTOP);
    String hostile = "<img src=x onerror=alert(1)>'{7*7}\"";
    page.onDialog(dialog -> {
      throw new AssertionError("a script ran");
    });
    open(page, "/console/try?example=gx22-class-2");
    page.locator("#f-claimId").fill(hostile);
    page.getByText("Compute", new Page.GetByTextOptions().setExact(true)).click();
    assertEquals(hostile, page.locator("#f-claimId").inputValue());
    assertTrue(page.locator("#decision-json").textContent().contains("<img src=x onerror=alert(1)>'{7*7}"));
    assertTrue(page.locator("#curl").textContent().contains("'\\''"));
    assertEquals(0, page.locator("main img").count());
    assertFalse(page.url().contains("img"));
    page.context().close();
  }

  @Test
  @DisplayName("The chart marks deductible and cap, and a table says the same")
  void chart() {
    Page page = browsing.page("en-GB", Browsing.LAPTOP);
    open(page, "/console/try?example=gx22-class-3");
    String edges = page.locator(".edges").innerText();
    assertTrue(edges.contains("the deductible of 3,000 yuan is met, 80% of what is above is paid"), edges);
    assertTrue(edges.contains("annual cap of 20,000 yuan reached"), edges);
    int marks = page.locator("circle.edge").count();
    page.locator(".chart-card summary").click();
    assertEquals(marks, page.locator(".chart-card tr.bound", new Page.LocatorOptions()
        .setHas(page.locator("td:last-child:not(:empty)"))).allInnerTexts().stream()
        .filter(text -> !text.endsWith("this claim")).count());
    page.context().close();
  }

  @Test
  @DisplayName("With the keyboard alone one skips to the content, and sees where one is")
  void keyboard() {
    Page page = browsing.page("en-GB", Browsing.LAPTOP);
    open(page, "/console");
    page.keyboard().press("Tab");
    assertEquals("Skip to content", page.evaluate("document.activeElement.textContent"));
    assertNotEquals("none", page.evaluate("getComputedStyle(document.activeElement).outlineStyle"));
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertTrue((Boolean) page.evaluate("document.querySelector('main').contains(document.activeElement)"));
    page.context().close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {Browsing.LAPTOP, Browsing.PHONE})
  @DisplayName("Whatever has the focus has a ring, and lies neither below the bar on top nor below the button that stays in sight")
  void focusIsSeen(int width) {
    // Scrolling that takes its time would be looked at half-way.
    Page page = browsing.page(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("en-GB")
        .setViewportSize(width, 900).setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    open(page, "/console/try?example=gx22-plan");
    List<String> unseen = new ArrayList<>();
    int stops = 0;
    for (String at = tab(page); !at.isEmpty() && stops < 120; at = tab(page)) {
      stops++;
      if (at.startsWith("!")) {
        unseen.add(at);
      }
    }
    assertEquals(List.of(), unseen);
    assertTrue(stops > 40, "only " + stops + " stops");
    page.context().close();
  }

  /** Goes on by a tabulator: what has the focus then, with an exclamation mark where it is not seen; empty at the end. */
  private static String tab(Page page) {
    page.keyboard().press("Tab");
    return (String) page.evaluate(
        """
            () => {
              const at = document.activeElement;
              if (at === document.body || !at) return '';
              const box = at.getBoundingClientRect();
              const covered = ['.top', '.submit button'].map(name => document.querySelector(name))
                .filter(over => !over.contains(at)).map(over => over.getBoundingClientRect())
                .some(over => box.top < over.bottom - 1 && box.bottom > over.top + 1 && box.left < over.right
                  && box.right > over.left);
              const ring = getComputedStyle(at).outlineStyle !== 'none';
              return (covered && !at.matches('.skip') || !ring ? '!' : '') + at.tagName + ' ' + (at.id || at.textContent.trim().slice(0, 30)) + ' ' + Math.round(box.top);
            }""");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"/console", "/console/try", "/console/assets/console.css", "/console/no-such-page"})
  @DisplayName("No page may be framed, and none runs what stands in the page")
  void headers(String path) {
    String policy = given().get(path).getHeader("Content-Security-Policy");
    assertTrue(policy.contains("script-src 'self'") && policy.contains("style-src 'self'")
        && policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), policy);
    assertEquals("nosniff", given().get(path).getHeader("X-Content-Type-Options"));
  }

  private void open(Page page, String path) {
    Response response = page.navigate(base.toString().replaceAll("/$", "") + path);
    assertTrue(response.status() < 500, path);
  }
}
