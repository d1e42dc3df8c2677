package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.RawWorkbook.RawSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Workbooks of the first release, with hidden rows and more columns, beside those that the application has today. */
class EarlierLayoutTest extends StoreCase {

  private static final Publisher.Order AT_ONCE = new Publisher.Order("王芳", "按新文件调整", null, "更正此前的错误");
  private static final String TERMS = "救助待遇";
  /** The rate of the example claim where it stood. */
  private static final String RATE = "L11";

  private static byte[] released(Consumer<XSSFWorkbook> change) throws IOException {
    return Changed.changed(Files.readAllBytes(
        Path.of("src/test/resources/releases/1.0.0/decision-tables", Changed.TABLE.edition().toString(),
            Changed.TABLE.workbook())),
        change);
  }

  private static byte[] rate(double rate) throws IOException {
    return released(book -> Changed.cell(book, TERMS, RATE).setCellValue(rate));
  }

  /** The drafts of a store that held workbooks of the first release, and holds those of the application now. */
  private Draft carriedOver(byte[] draft) throws IOException {
    Path file = put("guangxi.2022.medical-assistance.xlsx", released(book -> {}));
    Draft begun = new Desk(open(), clock).begin(Changed.TABLE, draft, "李明", null);
    assertTrue(begun.isSound(), begun::toString);
    Files.delete(file);
    return begun;
  }

  @Test
  @DisplayName("A draft of before is brought up with its own change alone, in the layout of today, and published")
  void broughtUp() throws IOException {
    Draft mine = carriedOver(rate(0.96));
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    assertTrue(desk.work().standing(mine).stale());
    DraftUpdate plan = desk.work().update(mine.id(), Map.of(), null, "李明");
    assertAll(() -> assertEquals(1, plan.carried()), () -> assertEquals(List.of(), plan.conflicts()));
    desk.work().update(mine.id(), Map.of(), plan.state(), "李明");
    new Publisher(store, desk, clock).publish(mine.id(), AT_ONCE);
    assertEquals(yuan("13440.00"), paid(store));
    Changed.changed(desk.workbook(Changed.TABLE),
        book -> assertEquals(0.96, Changed.cell(book, TERMS, Changed.RATE).getNumericCellValue()));
  }

  @Test
  @DisplayName("What a draft of before says in a column that today's workbook has not is brought along with the column")
  void broughtAlong() throws IOException {
    Draft mine = carriedOver(released(EarlierLayoutTest::withSecondBand));
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    DraftUpdate plan = desk.work().update(mine.id(), Map.of(), null, "李明");
    assertAll(() -> assertEquals(2, plan.carried()), () -> assertEquals(List.of(), plan.conflicts()));
    DraftUpdate update = desk.work().update(mine.id(), Map.of(), plan.state(), "李明");
    assertTrue(update.draft().isSound(), update.draft()::toString);
    new Publisher(store, desk, clock).publish(mine.id(), AT_ONCE);
    RawSheet terms = RawWorkbook.read(desk.workbook(Changed.TABLE)).stream()
        .filter(sheet -> sheet.name().equals(TERMS)).findFirst().orElseThrow();
    List<String> headings = terms.columns().stream().map(column -> column.heading()).toList();
    List<Object> row = terms.rows().get(9).values();
    assertAll(() -> assertEquals(13, terms.rows().get(9).number()),
        () -> assertEquals("10000", row.get(headings.indexOf("第二段起点")).toString()),
        () -> assertEquals("0.9", row.get(headings.indexOf("第二段比例")).toString()),
        () -> assertFalse(headings.contains("单项年度限额"), "said nothing in any row"));
  }

  @Test
  @DisplayName("A file of before that holds from a day on is divided against what is in force today")
  void divided() throws IOException {
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    Draft draft = desk.begin(Changed.TABLE, rate(0.96), "李明", null);
    Draft dated = desk.work().from(draft.id(), LocalDate.of(2026, 12, 1), "李明", draft.changedAt());
    assertTrue(dated.isSound(), dated::toString);
    new Publisher(store, desk, clock).publish(dated.id(), new Publisher.Order("王芳", "按新文件调整", null, null));
    assertEquals(yuan("13300.00"), paid(store), "the example claim is of an earlier day");
  }

  @Test
  @DisplayName("What is in force in a column of before is kept until the day on which a file of today holds")
  void dividedTheOtherWay() throws IOException {
    put("guangxi.2022.medical-assistance.xlsx", released(EarlierLayoutTest::withSecondBand));
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    Draft draft = desk.begin(Changed.TABLE, Changed.built(), "李明", null);
    Draft dated = desk.work().from(draft.id(), LocalDate.of(2026, 12, 1), "李明", draft.changedAt());
    assertTrue(dated.isSound(), dated::toString);
    new Publisher(store, desk, clock).publish(dated.id(), new Publisher.Order("王芳", "按新文件调整", null, null));
  }

  @Test
  @DisplayName("A workbook in the directory decides though the application's worked cases rest on what it changed")
  void besideCases() throws IOException {
    put("guangxi.2022.medical-assistance.xlsx",
        released(book -> Changed.cell(book, TERMS, "L12").setCellValue(0.85)));
    PolicyStore store = open();
    assertAll(() -> assertTrue(store.state().isSound(), store.state()::toString),
        () -> assertEquals(yuan("13300.00"), paid(store)));
    Desk desk = new Desk(store, clock);
    Draft draft = desk.begin(Changed.TABLE, rate(0.96), "李明", null);
    assertFalse(new Desk(open(), clock).work().standing(draft).stale(), "a restart changes nothing");
    put("guangxi.2022.edition.xlsx", Changed.built("edition.xlsx"));
    look(store);
    assertTrue(state(store).rejected().findings().stream().allMatch(found -> "核对用例".equals(found.sheet())),
        () -> state(store).rejected().toString());
  }

  @Test
  @DisplayName("A file made from the workbook of before is told as made from what the application has")
  void told() throws IOException {
    PolicyStore store = open();
    Desk desk = new Desk(store, clock);
    new Publisher(store, desk, clock).publish(desk.begin(Changed.TABLE, Changed.rate(0.97), "王芳", null).id(), AT_ONCE);
    Draft uploaded = desk.begin(Changed.TABLE,
        released(book -> Changed.cell(book, TERMS, "L23").setCellValue(0.5)), "李明", null);
    assertEquals(0, desk.work().madeFrom(uploaded));
  }

  /** Columns that today's workbook leaves out say something. */
  private static void withSecondBand(XSSFWorkbook book) {
    Changed.cell(book, TERMS, "M19").setBlank();
    Changed.cell(book, TERMS, "M19").setCellValue(10_000);
    Changed.cell(book, TERMS, "N19").setBlank();
    Changed.cell(book, TERMS, "N19").setCellValue(0.9);
  }
}
