package cn.tuodi.console;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.Changed;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookMark;
import cn.tuodi.operation.Administrator;
import cn.tuodi.operation.RunningService;
import cn.tuodi.table.LibreOffice;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk in a real browser: a person changes a rate, mends what was found, looks, publishes and undoes. */
class ConsoleDeskIT {

  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String TABLE = "guangxi/2022/medical-assistance.xlsx";
  private static final double PATIENCE = 240_000;

  @TempDir
  static Path directory;

  @TempDir
  Path scratch;

  private static RunningService service;
  private static Browsing browsing;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    service = RunningService.start(Administrator.of(directory));
    browsing = new Browsing();
  }

  @AfterAll
  static void stop() {
    browsing.closeWith(service::close);
  }

  @Test
  @DisplayName("A rate is changed in LibreOffice, found wrong, mended, compared, simulated, published and undone; every page on the way is accessible")
  void fromWorkbookToPayoutAndBack() throws IOException, InterruptedException {
    LibreOffice office = new LibreOffice(Files.createDirectories(scratch));
    Page page = admin("zh-CN");
    open(page, "/console/desk/login");
    assertTrue(page.locator("main").innerText().contains("admin"));
    Browsing.accessible(page);
    byte[] inForce = downloaded(page, page.locator("article", new Page.LocatorOptions().setHasText("广西壮族自治区 2022"))
        .locator("a[download]", new Locator.LocatorOptions().setHasText("医疗救助")));

    page.locator("#table").selectOption(TABLE);
    page.locator("#file").setInputFiles(workbook(office.typed(inForce, "救助待遇", "L5", "120%")));
    page.locator("#note").fill("提高住院救助比例");
    page.locator("button[value=draft]").click();
    assertEquals("L5", page.locator(".findings tbody th").innerText());
    assertEquals(0, page.locator("form[action$=publication]").count(), "a draft that is not sound cannot be published");
    Browsing.accessible(page);
    try (XSSFWorkbook book = new XSSFWorkbook(
        new ByteArrayInputStream(downloaded(page, page.locator("a[href$='annotated=true']"))))) {
      assertTrue(Changed.cell(book, "救助待遇", "L5").getCellComment().getString().getString().contains("百分比"));
    }

    page.locator("#file").setInputFiles(workbook(office.typed(inForce, "救助待遇", "L5", "96%")));
    page.locator("form[action$=workbooks] button").click();
    Locator changed = page.locator(".changes");
    assertTrue(changed.innerText().contains("95%") && changed.innerText().contains("96%"), changed.innerText());
    Browsing.accessible(page);

    page.locator("#sample").selectOption("10000");
    page.locator("form[action$=simulations] button").click();
    page.waitForSelector(".headlines", new Page.WaitForSelectorOptions().setTimeout(PATIENCE));
    assertTrue(page.locator(".headlines").innerText().contains("负担减轻人数"));
    Browsing.accessible(page);
    page.setViewportSize(Browsing.PHONE, 900);
    assertEquals(List.of(), Browsing.cutCells(page), "figures on a phone");
    page.setViewportSize(Browsing.LAPTOP, 900);
    assertTrue(new String(downloaded(page, page.locator("a[href$='result.csv']"))).contains("medicalAssistance"));

    ClaimStream stream = ClaimStream.of(service, RunningService.example("guangxi"));
    assertEquals("4,700.00", personal());
    page.locator(".path a").nth(1).click();
    Browsing.publish(page, "按新文件上调");
    assertTrue(page.locator("tbody tr").first().innerText().contains("按新文件上调"));
    Browsing.accessible(page);
    assertEquals("4,560.00", personal());

    assertTrue(page.locator(".good").innerText().contains("发布成功"), page.locator("main").innerText());
    Browsing.goBack(page, page.locator("a[href*=undo]").first(), "恢复原比例");
    assertEquals("4,700.00", personal());
    assertTrue(page.locator("tbody tr").first().innerText().contains("退回到程序和目录中的内容"));
    assertEquals(Set.of("4700.00", "4560.00"), stream.stop(), "what a stream of requests was told all the while");
    assertTrue(page.locator(".chip.ENDED").first().innerText().contains("已被替代"));
    page.context().close();
  }

  @Test
  @DisplayName("The standards of a new pooling area are begun on their own page, published, and stand in all lists afterwards")
  void newArea() throws IOException {
    Page page = admin("zh-CN");
    open(page, "/console/desk/login");
    page.locator("a[href='/console/desk/new']").click();
    Browsing.accessible(page);
    byte[] template = downloaded(page, page.locator("main a[download]",
        new Page.LocatorOptions().setHasText("广西壮族自治区 2022")));
    String standards = "local/450000/standards.xlsx";
    assertArrayEquals(
        WorkbookMark.marked(Changed.built(standards), new TableName(Changed.EDITION, standards)), template);
    Locator form = page.locator("form[action$='/new/area']");
    form.locator("#edition").selectOption("guangxi/2022");
    form.locator("#area").fill("520100");
    form.locator("#file").setInputFiles(workbook("standards.xlsx", standards()));
    form.locator("button[value=findings]").click();
    assertTrue(page.locator(".findings").innerText().contains("450000"), "an area of another region");

    open(page, "/console/desk/new");
    form.locator("#edition").selectOption("guangxi/2022");
    form.locator("#area").fill("450100");
    form.locator("#file").setInputFiles(workbook("standards.xlsx", standards()));
    form.locator("button[value=draft]").click();
    assertTrue(page.locator(".changes").first().innerText().contains("450100"), page.locator("main").innerText());
    Browsing.accessible(page);
    Browsing.publish(page, "南宁市地方标准");
    open(page, "/console/desk/");
    assertEquals(1, page.locator("#in-force a[download]", new Page.LocatorOptions().setHasText("地方标准 450100")).count());
    assertEquals(1, page.locator("#table option[value='guangxi/2022/local/450100/standards.xlsx']").count());
    open(page, "/console/policies/guangxi/2022");
    page.locator(".workbooks section", new Page.LocatorOptions().setHasText("地方标准 450100")).locator("ul a").first()
        .click();
    assertTrue(page.locator(".sheet tbody tr").count() > 0, page.url());
    Browsing.accessible(page);
    open(page, "/console/desk/history");
    Browsing.goBack(page,
        page.locator("tr", new Page.LocatorOptions().setHasText("程序和目录中的内容")).locator("a[href*=undo]").last(),
        "另行规定");
    page.context().close();
  }

  private static byte[] standards() throws IOException {
    return Files.readAllBytes(Path.of("src/test/resources/local-standards/guangxi/2022/local/450100/standards.xlsx"));
  }

  @Test
  @DisplayName("All workbooks of a new year are uploaded at once; what is wrong is said, and single ones can be mended")
  void newYear() {
    Page page = admin("en-GB");
    open(page, "/console/desk/login");
    open(page, "/console/desk/new");
    Locator form = page.locator("form[action$='/new/edition']");
    form.locator("#region").fill("guangxi");
    form.locator("#year").fill("2023");
    form.locator("#files").setInputFiles(WorkbookNames.OF_EDITION.stream()
        .map(file -> workbook(file.replace(".xlsx", " (1).xlsx"), Changed.built(file))).toArray(FilePayload[]::new));
    form.locator("button[value=draft]").click();
    page.waitForURL("**/drafts/*");
    assertTrue(page.locator("h1").innerText().contains("Guangxi, edition 2023"));
    assertTrue(page.locator(".findings").innerText().contains("Edition and provisions"), "the sheet still says 2022");
    Browsing.accessible(page);
    page.locator("#workbook").selectOption("edition.xlsx");
    page.locator("#file")
        .setInputFiles(workbook("edition.xlsx", Changed.changed(Changed.built("edition.xlsx"), book -> {
          Changed.dropCases(book);
          Changed.cell(book, "版本", "B4").setCellValue(2023);
          Changed.date(book, "版本", "D4", LocalDate.of(2023, 1, 1));
        })));
    page.locator("form[action$=workbooks] button").click();
    page.locator(".findings", new Page.LocatorOptions().setHasText("the edition of 2022 (region guangxi)")).waitFor();
    open(page, "/console/desk/");
    assertEquals(1, page.locator("tbody th", new Page.LocatorOptions().setHasText("Guangxi, edition 2023")).count());
    page.locator("tbody th a", new Page.LocatorOptions().setHasText("Guangxi, edition 2023")).click();
    page.locator(".discard summary").click();
    page.locator(".discard button").click();
    page.waitForURL("**/console/desk/");
    assertEquals(0, page.locator("tbody th", new Page.LocatorOptions().setHasText("Guangxi, edition 2023")).count());
    page.context().close();
  }

  @Test
  @DisplayName("Who is not logged in may check, sees no drafts and publishes nothing; the page says how to log in")
  void anonymous() {
    Page page = browsing.page("en-GB", Browsing.LAPTOP);
    page.setDefaultTimeout(PATIENCE);
    open(page, "/console/desk/");
    Browsing.accessible(page);
    assertEquals(0, page.locator("button[value=draft]").count());
    page.locator("#table").selectOption(TABLE);
    page.locator("#file").setInputFiles(workbook(Changed.rate(1.2)));
    page.locator("button[value=findings]").click();
    assertTrue(page.locator(".findings").innerText().contains("L5"));
    Browsing.accessible(page);
    open(page, "/console/desk/history");
    assertEquals(0, page.locator("a[href*=undo]").count());
    page.context().close();
  }

  @Test
  @DisplayName("On a phone, too, a stale draft is brought up with a decision, and the history shows the way back")
  void onAPhone() {
    Page page = browsing.page("zh-CN", Browsing.PHONE);
    page.setDefaultTimeout(PATIENCE);
    logIn(page);
    upload(page, Changed.rate(0.93));
    String mine = page.url();
    open(page, "/console/desk/");
    upload(page, Changed.rate(0.94));
    Browsing.publish(page, "先发布的文件");
    page.navigate(mine);
    assertEquals(0, page.locator("form[action$=publication]").count());
    Browsing.accessible(page);
    page.locator(".heed .action").click();
    assertTrue(page.locator(".conflict").innerText().contains("94%"), page.locator("main").innerText());
    Browsing.accessible(page);
    page.locator(".conflict input[value=mine]").check();
    page.locator("form[action$=update] button").click();
    page.waitForURL(mine);
    assertEquals(0, page.locator(".heed").count());
    open(page, "/console/desk/");
    Browsing.accessible(page);
    open(page, "/console/desk/history");
    Browsing.accessible(page);
    Locator back =
        page.locator("tr", new Page.LocatorOptions().setHasText("程序和目录中的内容")).locator("a[href*=undo]").last();
    assertTrue(back.boundingBox().x + back.boundingBox().width <= Browsing.PHONE, "in sight");
    Browsing.goBack(page, back, "恢复原比例");
    page.context().close();
  }

  /** Uploads a workbook without saying which it is. */
  private static void upload(Page page, byte[] content) {
    page.locator("#file").setInputFiles(workbook("随便什么.xlsx", content));
    page.locator("button[value=draft]").click();
    page.waitForURL("**/drafts/*");
  }

  @Test
  @DisplayName("Two editions are compared by what their rows mean")
  void comparison() {
    Page page = browsing.page("en-GB", Browsing.PHONE);
    page.setDefaultTimeout(PATIENCE);
    open(page, "/console/comparison?from=guangxi/2021&to=guangxi/2022");
    assertTrue(page.locator(".changes").count() > 3);
    Browsing.accessible(page);
    page.context().close();
  }

  private static Page admin(String locale) {
    Page page = browsing.page(new Browser.NewContextOptions().setLocale(locale));
    page.setDefaultTimeout(PATIENCE);
    logIn(page);
    return page;
  }

  private static void logIn(Page page) {
    open(page, "/console/desk/login");
    page.locator("#name").fill(Administrator.NAME);
    page.locator("#password").fill(Administrator.PASSWORD);
    page.locator(".login button").click();
    page.waitForURL("**/console/desk/");
  }

  /** What the example claim leaves to the person, as the console shows it. */
  private static String personal() {
    Page page = browsing.page("en-GB", Browsing.LAPTOP);
    page.setDefaultTimeout(PATIENCE);
    open(page, "/console/try?example=gx22-class-2");
    String personal = page.locator(".big").innerText().split(" ")[0];
    page.context().close();
    return personal;
  }

  private static byte[] downloaded(Page page, Locator link) throws IOException {
    Download download = page.waitForDownload(link::click);
    return Files.readAllBytes(download.path());
  }

  private static FilePayload workbook(byte[] content) {
    return workbook("medical-assistance.xlsx", content);
  }

  private static FilePayload workbook(String name, byte[] content) {
    return new FilePayload(name, XLSX, content);
  }

  private static void open(Page page, String path) {
    page.navigate(service.address() + path, new Page.NavigateOptions().setTimeout(PATIENCE));
  }
}
