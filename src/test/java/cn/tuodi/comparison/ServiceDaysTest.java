package cn.tuodi.comparison;

import static cn.tuodi.comparison.ChangedEdition.checked;
import static cn.tuodi.comparison.ChangedEdition.insertCopy;
import static cn.tuodi.comparison.ChangedEdition.set;
import static cn.tuodi.comparison.ChangedEdition.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.Changed;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.source.Period;
import cn.tuodi.language.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The days of service that a version changes. */
class ServiceDaysTest {

  private static final CheckedEdition IN_FORCE = checked("guangxi/2022");
  private static final String ASSISTANCE = "medical-assistance.xlsx";
  private static final String TERMS = "救助待遇";
  private static final LocalDate FIRST = IN_FORCE.description().from();
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  @Test
  @DisplayName("A figure without days changes every day of the edition; a note, a name and a citation change none")
  void wholeEdition() {
    assertEquals(List.of(new Period(FIRST, null)),
        days(with(ASSISTANCE, TERMS, sheet -> set(sheet, "L7", new BigDecimal("0.85")))).periods());
    assertTrue(days(with(ASSISTANCE, TERMS, sheet -> set(sheet, "P7", "说明"))).isEmpty());
    assertTrue(days(with("edition.xlsx", "版本", sheet -> set(sheet, "F4", "广西 2022"))).isEmpty());
    assertTrue(days(IN_FORCE).isEmpty());
  }

  @Test
  @DisplayName("A row that ends where another begins changes the days from there on, in whatever order they stand")
  void fromADayOn() {
    for (int below : new int[] {6, 7}) {
      CheckedEdition changed = with(ASSISTANCE, TERMS, sheet -> {
        insertCopy(sheet, 6, below);
        date(sheet, "G6", DAY.minusDays(1));
        date(sheet, "F7", DAY);
        set(sheet, "L7", new BigDecimal("0.5"));
      });
      ServiceDays days = days(changed);
      assertEquals(List.of(new Period(DAY, null)), days.periods());
      assertEquals(0, days.before(DAY));
      assertEquals(1, days.before(DAY.plusDays(1)));
      assertEquals(31, days.before(LocalDate.of(2027, 1, 1)));
    }
  }

  @Test
  @DisplayName("A row divided into two that say the same changes no day")
  void divided() {
    assertTrue(days(with(ASSISTANCE, TERMS, sheet -> {
      insertCopy(sheet, 6, 7);
      date(sheet, "G6", DAY.minusDays(1));
      date(sheet, "F7", DAY);
    })).isEmpty());
  }

  @Test
  @DisplayName("A change for some days changes those; two of them are told apart, and many are told in brief")
  void someDays() {
    CheckedEdition changed = with(ASSISTANCE, TERMS, sheet -> IntStream.range(0, 6).forEach(i -> {
      int row = 6 + 2 * i;
      LocalDate day = DAY.plusMonths(i);
      insertCopy(sheet, row, row + 1);
      insertCopy(sheet, row, row + 1);
      date(sheet, "G" + row, day.minusDays(1));
      date(sheet, "F" + (row + 1), day);
      date(sheet, "G" + (row + 1), day);
      set(sheet, "L" + (row + 1), new BigDecimal("0.5"));
      date(sheet, "F" + (row + 2), day.plusDays(1));
    }));
    ServiceDays days = days(changed);
    assertEquals(IntStream.range(0, 6).mapToObj(DAY::plusMonths).map(day -> new Period(day, day)).toList(),
        days.periods());
    assertEquals(6, days.before(LocalDate.of(2030, 1, 1)));
    assertEquals("2026-12-01、2027-01-01、2027-02-01、2027-03-01等，另有 2 段日期", days.told().in(Language.ZH));
  }

  @Test
  @DisplayName("An edition that ends changes the days after its last; one that there was not changes all its own")
  void ends() {
    CheckedEdition ended = with("edition.xlsx", "版本", sheet -> date(sheet, "E4", DAY.minusDays(1)));
    assertEquals(List.of(new Period(DAY, null)), days(ended).periods());
    assertEquals(List.of(new Period(FIRST, DAY.minusDays(1))), ServiceDays.of(null, ended).periods());
    assertEquals(List.of(new Period(FIRST, null)), ServiceDays.of(IN_FORCE, null).periods());
    assertEquals(ServiceDays.NONE, ServiceDays.of(null, null));
    assertEquals(ChronoUnit.DAYS.between(FIRST, DAY), ServiceDays.of(null, ended).before(DAY.plusYears(1)));
  }

  private static void date(XSSFSheet sheet, String address, LocalDate day) {
    Changed.date(sheet.getWorkbook(), sheet.getSheetName(), address, day);
  }

  private static ServiceDays days(CheckedEdition after) {
    return ServiceDays.of(IN_FORCE, after);
  }
}
