package cn.tuodi.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a row or a folder states is used, or is found. */
class UnusedFiguresTest {

  @ParameterizedTest(name = "{0}")
  @DisplayName("A figure in a row that pays nothing is found in its cell")
  @ValueSource(strings = {"起付线", "年度限额", "单项年度限额"})
  void besideNoPayment(String heading) {
    Sheet terms = EditionChecker.check(Broken.SOUND).sheets().stream()
        .filter(sheet -> sheet.name().equals(Layouts.TERMS.sheet())).findFirst().orElseThrow();
    Row row = terms.rows().stream()
        .filter(one -> "CARE_NOT_COVERED".equals(((Enum<?>) terms.value(one, "结果")).name())).findFirst().orElseThrow();
    String cell = terms.cell(row, heading);
    InvalidEdition refused = assertThrows(InvalidEdition.class, () -> EditionChecker.check(Broken.changed(
        Broken.ASSISTANCE, book -> Broken.set(book.getSheet(Broken.TERMS), cell, new BigDecimal("1000")))));
    assertEquals(List.of(cell), refused.findings().stream().map(Finding::cell).toList());
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("Standards of an area that there is none of, or of another province, are found")
  @ValueSource(strings = {"459999", "450199", "520100"})
  void noSuchArea(String area) {
    byte[] standards = Broken.SOUND.workbooks().get("local/450000/standards.xlsx");
    InvalidEdition refused = assertThrows(InvalidEdition.class,
        () -> EditionChecker.check(Broken.with("local/" + area + "/standards.xlsx", standards)));
    assertTrue(refused.findings().get(0).zh().contains("代码"), refused::getMessage);
  }

  @Test
  @DisplayName("Standards of an area that there is are taken")
  void anArea() {
    byte[] standards = Broken.SOUND.workbooks().get("local/450000/standards.xlsx");
    EditionChecker.check(Broken.with("local/450100/standards.xlsx", standards));
  }
}
