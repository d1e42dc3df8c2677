package cn.tuodi.console;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Trying a claim in a real browser: what is wrong, where, and what comes out on paper. */
@QuarkusIntegrationTest
class ConsoleClaimIT {

  private static final Pattern SHEET_OF_PAPER = Pattern.compile("/Type\\s*/Page[^s]");

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

  @Test
  @DisplayName("Costs that do not add up: sum, total and difference are said, all five fields are marked, and the page keeps to WCAG")
  void costs() {
    Page page = example("gx22-class-2", "zh-CN", Browsing.LAPTOP);
    page.locator("#f-costs-total").fill("47000");
    compute(page);
    String said = page.locator(".errors li").innerText();
    assertAll(() -> assertTrue(said.contains("之和为 48,000.00 元"), said),
        () -> assertTrue(said.contains("总费用为 47,000.00 元"), said),
        () -> assertTrue(said.contains("多 1,000.00 元"), said),
        () -> assertEquals(5, page.locator("[aria-invalid=true]").count()),
        () -> assertFalse(page.locator("main").innerText().contains("policyScope")),
        () -> assertFalse(page.locator("main").innerText().contains("COSTS_DO_NOT")));
    page.locator(".errors a").click();
    assertEquals("f-costs-total", page.evaluate("location.hash.slice(1)"));
    assertEquals(List.of(), violations(page));
    page.context().close();
  }

  @Test
  @DisplayName("Critical-illness insurance that is not settled is asked for by the labels of the form")
  void unsettled() {
    Page page = example("gx22-class-2", "zh-CN", Browsing.PHONE);
    page.locator("#f-payments-criticalIllness").fill("");
    compute(page);
    String said = page.locator(".errors li").innerText();
    assertAll(() -> assertTrue(said.contains("大病保险") && said.contains("没有则填 0"), said),
        () -> assertEquals("true", page.locator("#f-payments-criticalIllness").getAttribute("aria-invalid")),
        () -> assertTrue(page.locator("#f-criticalIllnessPlan-deductible").isVisible(), "the plan is unfolded"));
    page.context().close();
  }

  @Test
  @DisplayName("A place is found by its name, without scripts as well; a name of several places is answered with them")
  void places() {
    Page page = browsing.withoutScripts();
    page.navigate(address("/console/try?example=gz23-class-1"));
    assertTrue(page.locator("#places option[value='Guiyang']").count() == 1, "Guiyang is suggested");
    page.locator("#f-region").fill("贵州");
    compute(page);
    assertTrue(page.locator(".facts").first().innerText().contains("Guizhou"));
    page.locator("#f-region").fill("贵阳云岩");
    compute(page);
    assertEquals("Yunyan District, Guiyang", page.locator("#f-region").inputValue());
    assertTrue(page.locator("#claim-json").textContent().contains("\"520103\""));
    page.locator("#f-region").fill("朝阳区");
    compute(page);
    assertTrue(page.locator("#f-region-error").innerText().contains("110105"));
    page.locator("#f-region").fill("Atlantis");
    compute(page);
    assertTrue(page.locator("#f-region-error").innerText().contains("no area “Atlantis”"));
    page.context().close();
  }

  @Test
  @DisplayName("Who was recognised only after the visit is told the dates, and that there is no assistance for that reason")
  void recognisedLater() {
    Page page = example("gx22-class-2", "zh-CN", Browsing.LAPTOP);
    page.locator("#f-person-identities-0-recognisedOn").fill("2022-06-10");
    compute(page);
    String heed = page.locator(".heed").innerText();
    assertAll(
        () -> assertTrue(heed.contains("低保对象") && heed.contains("2022-06-10") && heed.contains("2022-05-18"), heed),
        () -> assertTrue(page.locator(".answer .facts").innerText().contains("不属于救助对象，不享受医疗救助")));
    page.locator("#f-person-identities-0-recognisedOn").fill("2021-01-10");
    page.locator("#f-person-identities-0-endedOn").fill("2022-04-30");
    compute(page);
    assertTrue(page.locator(".heed").innerText().contains("已于 2022-04-30 退出"));
    page.locator("#f-person-identities-0-endedOn").fill("");
    compute(page);
    assertEquals(0, page.locator(".heed").count());
    page.context().close();
  }

  @Test
  @DisplayName("Every example is printed on one sheet of paper, with the claim, every step and its provision")
  void paper() {
    List<String> longer = new ArrayList<>();
    for (Examples.Example example : Examples.all()) {
      for (String language : List.of("zh-CN", "en-GB")) {
        Page page = example(example.id(), language, Browsing.LAPTOP);
        byte[] paper = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        Matcher sheets = SHEET_OF_PAPER.matcher(new String(paper, StandardCharsets.ISO_8859_1));
        long count = sheets.results().count();
        if (count != 1) {
          longer.add(example.id() + " " + language + " " + count);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertAll(example.id(), () -> assertTrue(page.locator(".stated").isVisible()),
            () -> assertTrue(page.locator(".stated").innerText().contains(example.claim().get("claimId").asText())),
            () -> assertFalse(page.locator("#claim").isVisible()));
        page.context().close();
      }
    }
    assertEquals(List.of(), longer);
  }

  @Test
  @DisplayName("On a phone an outcome is in sight as a whole, however long it is, and says why an identity does not count")
  void outcomeOnPhone() {
    for (String language : List.of("zh-CN", "en-GB")) {
      Page page = browsing.page(language, Browsing.PHONE);
      page.navigate(address("/console/try?example=gx22-class-1"));
      page.locator("#f-person-identities-0-recognisedOn").fill("2025-06-01");
      page.locator("#claim button[type=submit]").click();
      page.waitForSelector(".answer");
      assertTrue(page.locator(".answer .heed").innerText().contains("2025-06-01"));
      Browsing.inWidth(page);
      page.context().close();
    }
  }

  @Test
  @DisplayName("On a phone every cell of a table is in sight, with the name of its column")
  void phone() {
    for (String path : List.of(
        "/console/policies/guangxi/2022/tables/medical-assistance.xlsx/%E6%95%91%E5%8A%A9%E5%BE%85%E9%81%87",
        "/console/policies/guangxi/2022", "/console/try?example=gx22-plan")) {
      Page page = browsing.page("zh-CN", Browsing.PHONE);
      page.navigate(address(path));
      page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
      assertEquals(List.of(), Browsing.cutCells(page), path);
      page.context().close();
    }
  }

  @Test
  @DisplayName("While the service works the page says so and the button cannot be pressed twice; coming back it can")
  void busy() {
    Page page = example("gx22-class-2", "zh-CN", Browsing.LAPTOP);
    List<String> sent = new ArrayList<>();
    // An answer without content leaves the page as it is while one that takes its time has not come.
    page.route("**/console/try", route -> {
      sent.add(route.request().postData());
      route.fulfill(new Route.FulfillOptions().setStatus(204));
    });
    Locator button = page.locator("#claim button[type=submit]");
    button.dispatchEvent("click");
    page.locator("#busy", new Page.LocatorOptions().setHasText("请稍候")).waitFor();
    assertTrue(button.isDisabled());
    page.locator("#f-claimId").focus();
    page.keyboard().press("Enter");
    page.evaluate("dispatchEvent(new Event('pageshow'))");
    assertAll(() -> assertEquals(1, sent.size(), "sent once"), () -> assertTrue(button.isEnabled()),
        () -> assertEquals("", page.locator("#busy").textContent()));
    page.context().close();
  }

  private Page example(String id, String language, int width) {
    Page page = browsing.page(language, width);
    page.navigate(address("/console/try?example=" + id));
    return page;
  }

  private static void compute(Page page) {
    page.locator("#claim button[type=submit]").click();
  }

  private String address(String path) {
    return base.toString().replaceAll("/$", "") + path;
  }

  private static List<String> violations(Page page) {
    List<String> found = new ArrayList<>();
    new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze().getViolations()
        .forEach(rule -> rule.getNodes().forEach(node -> found.add(rule.getId() + " " + node.getHtml())));
    return found;
  }
}
