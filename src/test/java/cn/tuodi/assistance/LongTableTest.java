package cn.tuodi.assistance;

import static cn.tuodi.answer.Benefit.MEDICAL_ASSISTANCE;
import static cn.tuodi.edition.SmallEdition.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.SmallEdition;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A table of more rows than are compiled at once. */
class LongTableTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final Pattern RULE = Pattern.compile("(?m)^rule ");

  /** A rate for each day from the first on, which grows by a thousandth each day. */
  private static SmallEdition daily(int days) {
    SmallEdition policy = new SmallEdition().sheet("救助待遇", "对象类别", "生效日期", "失效日期", "结果", "救助比例", "累计口径")
        .row("救助待遇", "二类", "不限", "不限", "救助", rate("0.5"), "全部合并")
        .row("救助待遇", "无类别", "不限", "不限", "非救助对象", "无", "无");
    for (int day = 0; day < days; day++) {
      policy.row("救助待遇", "一类", FIRST.plusDays(day), day == days - 1 ? "不限" : FIRST.plusDays(day), "救助",
          rate("0.5").add(rate("0.001").multiply(rate(String.valueOf(day)))), "全部合并");
    }
    return policy;
  }

  @Test
  @DisplayName("Its rows decide wherever they stand, each cited by its number in the sheet, and each part is compiled apart")
  void decides() {
    int days = 260;
    SmallEdition policy = daily(days);
    Edition edition = policy.compiled();
    for (int day : new int[] {0, 124, 125, 126, 127, 128, 253, 254, 255, days - 1}) {
      Decision decision = SmallClaim.decided(edition,
          SmallClaim.of("{\"serviceDate\": \"%s\"}".formatted(FIRST.plusDays(day))));
      assertEquals("%d.00".formatted(5000 + 10 * day),
          SmallClaim.paid(decision, MEDICAL_ASSISTANCE).setScale(2).toPlainString(), "day " + day);
      assertEquals(SmallEdition.HEADING_ROW + 3 + day, decision.lines().get(0).sources().get(0).row(), "day " + day);
    }
    List<String> parts = EditionChecker.check(policy.sources()).rules().entrySet().stream()
        .filter(file -> file.getKey().startsWith("tables/terms")).map(file -> file.getValue()).toList();
    assertEquals(3, parts.size());
    parts.forEach(part -> assertTrue(RULE.matcher(part).results().count() <= 128));
  }
}
