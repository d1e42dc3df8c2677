package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.CheckResult;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.table.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the year before had and a new year has no more is told, although the year may be published. */
class OmissionsTest extends StoreCase {

  private static final EditionId YEAR = new EditionId("guangxi", 2023);
  /** Below title, explanation and headings. */
  private static final int FIRST_ROW = 3;

  private Desk desk;

  @BeforeEach
  void openStore() {
    PolicyStore store = open();
    Publisher publisher = new Publisher(store, new Desk(store, clock), clock);
    desk = new Desk(store, clock);
    Draft ended = desk.begin(Changed.EDITION, Map.of("edition.xlsx", Editions.ended()), "李明", null);
    publisher.publish(ended.id(), new Publisher.Order("王芳", "到期", null, "更正此前的错误"));
  }

  private List<Finding> questions(Map<String, byte[]> workbooks) {
    CheckResult result = desk.check(YEAR, workbooks, CheckClient.STAFF);
    assertTrue(result.isSound(), () -> result.findings().toString());
    return result.findings();
  }

  private static Map<String, byte[]> without(String workbook, String sheet, int kept) {
    Map<String, byte[]> workbooks = new TreeMap<>(Editions.next());
    workbooks.put(workbook, Changed.changed(workbooks.get(workbook), book -> {
      XSSFSheet changed = book.getSheet(sheet);
      if (kept == 0) {
        // One without rows is not sound at all.
        book.removeSheetAt(book.getSheetIndex(changed));
        return;
      }
      for (int row = changed.getLastRowNum(); row >= FIRST_ROW + kept; row--) {
        if (changed.getRow(row) != null) {
          changed.removeRow(changed.getRow(row));
        }
      }
    }));
    return workbooks;
  }

  @Test
  @DisplayName("A copied year leaves nothing out")
  void aCopyIsWhole() {
    assertEquals(List.of(), questions(Editions.next()));
  }

  @Test
  @DisplayName("A year without the workbook of premiums is told of each of its sheets and of provisions nobody cites")
  void aWorkbookIsMissing() {
    Map<String, byte[]> workbooks = Editions.next();
    workbooks.remove("premiums.xlsx");
    List<Finding> questions = questions(workbooks);
    for (String sheet : List.of("参保资助", "财政补助", "最低缴费", "待遇等待期", "没有任何表引用")) {
      assertTrue(questions.stream().anyMatch(finding -> finding.zh().contains(sheet)), () -> sheet + questions);
    }
  }

  @ParameterizedTest(name = "without {1}")
  @DisplayName("A sheet that is gone is told")
  @CsvSource({"premiums.xlsx,参保资助", "premiums.xlsx,财政补助", "premiums.xlsx,最低缴费", "premiums.xlsx,待遇等待期",
      "safeguards.xlsx,费用预警", "safeguards.xlsx,结算方式"})
  void aSheetIsGone(String workbook, String sheet) {
    List<Finding> questions = questions(without(workbook, sheet, 0));
    assertTrue(questions.stream().anyMatch(finding -> finding.zh().contains("“" + sheet + "”表没有内容")),
        questions::toString);
  }

  @Test
  @DisplayName("A sheet that is gone cannot be asked of areas any more")
  void areasAreStillAsked() {
    CheckResult result = desk.check(YEAR, without("applications.xlsx", "依申请救助", 0), CheckClient.STAFF);
    assertFalse(result.isSound());
    assertTrue(result.findings().stream()
        .anyMatch(finding -> "地方标准".equals(finding.sheet()) && finding.zh().contains("依申请救助标准")),
        () -> result.findings().toString());
  }

  @ParameterizedTest(name = "{1} with its first row only")
  @DisplayName("A sheet that kept one row is told with what the others were for")
  @CsvSource({"premiums.xlsx,参保资助,身份", "premiums.xlsx,财政补助,地区类型", "premiums.xlsx,待遇等待期,参保情形",
      "safeguards.xlsx,结算方式,结算方式"})
  void aSheetKeptOneRow(String workbook, String sheet, String heading) {
    List<Finding> questions = questions(without(workbook, sheet, 1));
    assertTrue(
        questions.stream().anyMatch(finding -> sheet.equals(finding.sheet()) && finding.zh().contains("这里没有")),
        () -> heading + questions);
  }

  @Test
  @DisplayName("A draft with something to confirm can be published, and keeps what is to be confirmed")
  void toBeConfirmedIsSound() {
    Draft draft = desk.begin(YEAR, without("premiums.xlsx", "参保资助", 0), "李明", null);
    assertTrue(draft.isSound());
    assertNotEquals(List.of(), desk.draft(draft.id()).findings());
  }

  @Test
  @DisplayName("A sheet left out of an edition in force is told, too")
  void inForce() {
    byte[] shortened = without("premiums.xlsx", "财政补助", 0).get("premiums.xlsx");
    CheckResult result = desk.check(new TableName(Changed.EDITION, "premiums.xlsx"), shortened);
    assertTrue(result.isSound());
    assertTrue(result.findings().stream().anyMatch(finding -> finding.zh().contains("财政补助")),
        () -> result.findings().toString());
  }
}
