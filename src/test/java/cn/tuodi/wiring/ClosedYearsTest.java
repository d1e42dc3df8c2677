package cn.tuodi.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedYearsTest {

  private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

  @ParameterizedTest
  @DisplayName("None, years that are over, and the one that is ending can be closed")
  @ValueSource(ints = {0, 2000, 2023, 2025, 2026})
  void closed(int year) {
    assertEquals(year, ClosedYears.through(year, LAST_DAY));
  }

  @ParameterizedTest
  @DisplayName("A year to come and what is no year end the start, and the reason names the setting and a year that can be")
  @ValueSource(ints = {2027, 2099, 20266, -1, 1, 26, 1999, Integer.MAX_VALUE})
  void mistyped(int year) {
    String reason = assertThrows(IllegalStateException.class, () -> ClosedYears.through(year, LAST_DAY)).getMessage();
    assertTrue(
        reason.contains("tuodi.accounts.closed-through") && reason.contains("2025") && reason.contains("" + year),
        reason);
  }
}
