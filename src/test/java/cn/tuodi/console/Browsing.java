package cn.tuodi.console;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real Chromium, the one on the path; its shell without windows shows the same and takes half the time. */
final class Browsing implements AutoCloseable {

  static final int LAPTOP = 1280;
  static final int PHONE = 390;

  private static final int HEIGHT = 900;
  private static final double PATIENCE = 120_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> NAMES =
      List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");
  private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;
  /** What the browser complained about: scripts or styles that it refused, errors of scripts. */
  private final List<String> complaints = new ArrayList<>();

  Browsing() {
    playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(FLAGS));
  }

  private static Path executable() {
    List<Path> folders = Arrays.stream(System.getenv("PATH").split(":")).map(Path::of).toList();
    Optional<Path> found = NAMES.stream().flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable).findFirst();
    return found.orElseThrow(() -> new IllegalStateException(
        "these tests need Chromium on the path: apt-get install chromium fonts-noto-cjk"));
  }

  /** Holds a page to WCAG 2.1 AA and to the width of its window. */
  static void accessible(Page page) {
    List<String> found = new ArrayList<>();
    new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze().getViolations()
        .forEach(rule -> rule.getNodes().forEach(node -> found.add(rule.getId() + " " + node.getHtml())));
    assertAll(() -> assertEquals(List.of(), found, page.url()), () -> inWidth(page));
  }

  /** Looks at what publishing a draft does, and publishes it on some ground. */
  static void publish(Page page, String ground) {
    page.locator("form[action$=publication] button").click();
    page.locator("#reason").waitFor();
    accessible(page);
    onPhone(page);
    page.locator("#reason").fill(ground);
    page.locator("#past-reason").fill("原表有误");
    page.locator("form[action$=publication] button").click();
    page.waitForURL("**/history?made=*");
  }

  /** Logs somebody in on the page of the provider, with the roles it gives them. */
  static void identify(Page page, String login, String name, String... roles) {
    page.waitForSelector("input[name=username]", new Page.WaitForSelectorOptions().setTimeout(PATIENCE));
    page.locator("input[name=username]").fill(login);
    page.locator("textarea[name=claims]").fill(JSON.createObjectNode().put("preferred_username", login)
        .put("name", name).set("groups", JSON.valueToTree(roles)).toString());
    page.locator("input[type=submit]").click();
    page.waitForURL("**/console/**");
  }

  /** Confirms that an earlier version is put back in force, on some ground. */
  static void goBack(Page page, Locator link, String ground) {
    link.click();
    accessible(page);
    page.locator("#reason").fill(ground);
    page.locator("form[action$=undo] button").click();
    page.waitForURL("**/history?made=*");
    onPhone(page);
    assertTrue(page.locator("tbody tr").first().innerText().contains(ground));
  }

  /** Holds a page to the width of a phone in both languages, with every cell of its tables in sight. */
  static void onPhone(Page page) {
    Page phone = page.context().newPage();
    phone.setViewportSize(PHONE, HEIGHT);
    for (String language : List.of("en", "zh-CN")) {
      phone.navigate(page.url() + (page.url().contains("?") ? "&" : "?") + "lang=" + language);
      assertAll(language, () -> assertEquals(List.of(), cutCells(phone), phone.url()), () -> inWidth(phone));
    }
    phone.close();
  }

  /** Holds a page to the width of its window. */
  static void inWidth(Page page) {
    assertEquals(0, page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
        page.url());
  }

  /** A page in a language and on a screen of a certain width. */
  Page page(String locale, int width) {
    return page(new Browser.NewContextOptions().setLocale(locale).setViewportSize(width, HEIGHT));
  }

  /** A page of a browser in which no script runs. */
  Page withoutScripts() {
    return page(new Browser.NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(false));
  }

  Page page(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    Page page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.onConsoleMessage(message -> {
      // A page that says that a form is wrong is an answer, too.
      if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
        complaints.add(page.url() + ": " + message.text());
      }
    });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    return page;
  }

  /**
   * Cells of tables that are not in sight as a whole, that lie below the name of their column, or that do not say which
   * column they are in although the headings are out of sight.
   */
  @SuppressWarnings("unchecked")
  static List<String> cutCells(Page page) {
    return (List<String>) page.evaluate("""
        () => [...document.querySelectorAll('table tbody :is(td, th)')].filter(cell => {
          if (!cell.textContent.trim()) return false;
          const box = cell.getBoundingClientRect();
          const words = document.createRange();
          words.selectNodeContents(cell);
          const text = words.getBoundingClientRect();
          const label = cell.dataset.label ? parseFloat(getComputedStyle(cell, '::before').width) : 0;
          const nameless = cell.tagName === 'TD' && !cell.dataset.label && cell.closest('.stack')
            && cell.cellIndex < cell.parentNode.cells.length - 1;
          return box.width === 0 || text.left < box.left + label - 1 || text.right > Math.min(box.right, innerWidth) + 1
            || nameless;
        }).map(cell => cell.outerHTML.slice(0, 160))""");
  }

  List<String> complaints() {
    return complaints;
  }

  /**
   * Closes it and what it has looked at, and fails where the browser has refused or failed something since.
   *
   * @param others close the rest, in order
   */
  void closeWith(Runnable... others) {
    List<String> all = List.copyOf(complaints);
    close();
    List.of(others).forEach(Runnable::run);
    assertEquals(List.of(), all, "the browser refused or failed something");
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
