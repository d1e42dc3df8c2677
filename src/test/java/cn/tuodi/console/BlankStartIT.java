package cn.tuodi.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.start.BlankSheet;
import cn.tuodi.operation.Administrator;
import cn.tuodi.operation.RunningService;
import cn.tuodi.policy.Parameter;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.LocalLayouts;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A place is begun in a real browser, blank or like another, with the words that its sheets may have at hand. */
class BlankStartIT {

  private static final double PATIENCE = 240_000;

  @TempDir
  static Path directory;

  private static RunningService service;
  private static Browsing browsing;

  @BeforeAll
  static void start() {
    service = RunningService.start(Administrator.of(directory));
    browsing = new Browsing();
  }

  @AfterAll
  static void stop() {
    browsing.closeWith(service::close);
  }

  @Test
  @DisplayName("The vocabulary lists every sheet with all its columns and parameters, in both languages, on a phone, too")
  void vocabulary() {
    TreeSet<String> sheets = Stream.concat(Layouts.ALL.stream().map(layout -> layout.sheet()),
        Stream.concat(Layouts.DATA.stream(), LocalLayouts.ALL.stream()).map(layout -> layout.sheet()))
        .collect(Collectors.toCollection(TreeSet::new));
    for (String locale : List.of("zh-CN", "en-GB")) {
      Page page = browsing.page(locale, Browsing.LAPTOP);
      page.setDefaultTimeout(PATIENCE);
      open(page, "/console");
      page.locator("a[href='/console/vocabulary']").first().click();
      page.waitForURL("**/console/vocabulary");
      assertEquals(sheets, new TreeSet<>(page.locator("section h2 > span[lang=zh-CN]").allInnerTexts()));
      Locator terms = section(page, "救助待遇");
      assertEquals(Layouts.TERMS.columns().stream().map(column -> column.heading()).toList(),
          terms.locator("tbody th > span[lang=zh-CN]").allInnerTexts());
      List<String> words = section(page, "参数").locator("tbody th > span[lang=zh-CN]").allInnerTexts();
      assertTrue(words.containsAll(Stream.of(Parameter.values()).map(Parameter::label).toList()), words::toString);
      assertTrue(section(page, "机构承担费用").innerText().contains(locale.startsWith("zh") ? "由医疗机构承担"
          : "the institution bears what exceeds it"));
      Browsing.accessible(page);
      page.setViewportSize(Browsing.PHONE, 900);
      assertEquals(List.of(), Browsing.cutCells(page));
      page.context().close();
    }
  }

  private static Locator section(Page page, String sheet) {
    return page.locator("section:has(h2 > span[lang=zh-CN]:text-is('" + sheet + "'))");
  }

  @Test
  @DisplayName("A blank start says what is missing, then makes a draft of the sheets chosen, each workbook with its vocabulary")
  void blank() throws IOException {
    Page page = admin();
    open(page, "/console/desk/new");
    Browsing.accessible(page);
    Locator form = page.locator("form[action$='/new/blank']");
    assertEquals(BlankSheet.offered().size(), form.locator("input[name=sheets]").count());
    form.locator("#blank-region").fill("lijiang");
    form.locator("#blank-year").fill("2027");
    form.locator("#blank-area").fill("没有这个地方");
    form.locator("button").click();
    assertTrue(page.locator("main").innerText().contains("地区"), page.locator("main").innerText());

    open(page, "/console/desk/new");
    form.locator("#blank-region").fill("lijiang");
    form.locator("#blank-year").fill("2027");
    form.locator("#blank-area").fill("530700");
    form.locator("#blank-from").fill("2027-03-01");
    form.locator("#blank-name").fill("丽江市医疗救助 2027");
    form.locator("input[name=sheets][value=机构承担费用]").check();
    form.locator("button").click();
    page.waitForURL("**/drafts/*");
    Browsing.accessible(page);
    assertTrue(page.locator(".findings").innerText().contains("文件"), "document and provisions are to be filled in");
    try (XSSFWorkbook safeguards = downloaded(page, "safeguards.xlsx");
        XSSFWorkbook edition = downloaded(page, "edition.xlsx")) {
      assertEquals("丽江市医疗救助 2027", edition.getSheet("版本").getRow(3).getCell(5).getStringCellValue());
      assertTrue(safeguards.getSheet("机构承担费用") != null && safeguards.getSheet("费用预警") == null);
      assertTrue(words(safeguards).containsAll(List.of("机构承担费用 界限", "参数 因病致贫自认定之日追溯")));
    }
    page.context().close();
  }

  @Test
  @DisplayName("A draft made like another edition has the vocabulary in every workbook, and nothing of it is found wrong")
  void like() throws IOException {
    Page page = admin();
    open(page, "/console/desk/new");
    Locator form = page.locator("form[action$='/new/like']");
    form.locator("#like").selectOption("guangxi/2022");
    form.locator("#like-region").fill("guangxi");
    form.locator("#like-year").fill("2027");
    form.locator("button").click();
    page.waitForURL("**/drafts/*");
    assertFalse(page.locator("main").innerText().contains("词汇"));
    try (XSSFWorkbook safeguards = downloaded(page, "safeguards.xlsx")) {
      assertTrue(words(safeguards).contains("费用预警 年度个人负担达到"));
    }
    page.context().close();
  }

  /** What the vocabulary of a workbook lists, as sheet and word. */
  private static TreeSet<String> words(XSSFWorkbook workbook) {
    TreeSet<String> words = new TreeSet<>();
    workbook.getSheet("词汇").forEach(row -> {
      if (row.getRowNum() > 2) {
        words.add(row.getCell(0).getStringCellValue() + " " + row.getCell(1).getStringCellValue());
      }
    });
    return words;
  }

  private static XSSFWorkbook downloaded(Page page, String workbook) throws IOException {
    Download download = page.waitForDownload(
        () -> page.locator("a[download][href$='/workbooks/" + workbook + "']").click());
    return new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(download.path())));
  }

  private static Page admin() {
    Page page = browsing.page("zh-CN", Browsing.LAPTOP);
    page.setDefaultTimeout(PATIENCE);
    open(page, "/console/desk/login");
    page.locator("#name").fill(Administrator.NAME);
    page.locator("#password").fill(Administrator.PASSWORD);
    page.locator(".login button").click();
    page.waitForURL("**/console/desk/");
    return page;
  }

  private static void open(Page page, String path) {
    page.navigate(service.address() + path, new Page.NavigateOptions().setTimeout(PATIENCE));
  }
}
