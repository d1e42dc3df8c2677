package cn.tuodi.comparison;

import static cn.tuodi.comparison.ChangedEdition.checked;
import static cn.tuodi.comparison.ChangedEdition.set;
import static cn.tuodi.comparison.ChangedEdition.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.language.Language;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChangesCsvTest {

  @Test
  @DisplayName("A changed figure is one line: sheet, subject, rows, provision, column, both values and the effect")
  void changedFigure() {
    CheckedEdition inForce = checked("guangxi/2022");
    EditionChanges changes = EditionComparison.of(inForce,
        with("medical-assistance.xlsx", "救助待遇", sheet -> set(sheet, "L7", new BigDecimal("0.85"))));
    List<String> lines = new String(ChangesCsv.of(changes, Language.ZH), StandardCharsets.UTF_8).lines().toList();
    assertEquals(2, lines.size(), lines.toString());
    assertTrue(lines.get(0).startsWith("\uFEFF表,变化,"), lines.get(0));
    assertEquals(
        "救助待遇,改动,三类，低保边缘家庭成员，住院,7,7,GX22-IP-4,桂政办发〔2022〕5号,二（五）1（4）,救助比例,80%,85%,影响决定", lines.get(1));
  }

  @Test
  @DisplayName("Every cell that differs between two years has its line, in either language")
  void years() {
    EditionChanges changes = EditionComparison.of(checked("guangxi/2021"), checked("guangxi/2022"));
    ChangesJson json = ChangesJson.of(changes, Language.EN);
    long cells = json.sheets().stream().flatMap(sheet -> sheet.rows().stream()).mapToLong(row -> row.cells().size())
        .sum();
    for (Language language : Language.values()) {
      String text = new String(ChangesCsv.of(changes, language), StandardCharsets.UTF_8);
      assertEquals(1 + cells + json.rules().size(), text.split("\r\n").length);
    }
  }
}
