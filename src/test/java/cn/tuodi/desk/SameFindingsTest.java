package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The same in many rows is told once. */
class SameFindingsTest {

  private static Finding at(String cell, String said) {
    return new Finding("policy.xlsx", "救助待遇", cell, Message.given(said, said));
  }

  private static List<String> told(List<Finding> findings) {
    return SameFindings.once(findings).stream().map(finding -> finding.cell() + " " + finding.zh()).toList();
  }

  @Test
  @DisplayName("Three rows or more of a column that say the same are one finding with its rows; others stay as they are")
  void once() {
    assertEquals(List.of("L4 甲（第 4、5、9 行相同）", "M4 甲", "L6 乙"),
        told(List.of(at("L4", "甲"), at("L5", "甲"), at("M4", "甲"), at("L6", "乙"), at("L9", "甲"))));
    assertEquals(List.of("L4 甲", "L5 甲"), told(List.of(at("L4", "甲"), at("L5", "甲"))));
  }

  @Test
  @DisplayName("Of very many rows the first are named, and how many there are")
  void many() {
    List<Finding> findings = new ArrayList<>();
    IntStream.rangeClosed(1, 25).forEach(row -> findings.add(at("A" + row, "甲")));
    findings.add(Finding.ofFile("policy.xlsx", Message.given("丙", "c")));
    List<String> told = told(findings);
    assertEquals(2, told.size());
    assertEquals("A1 甲（第 1、2、3、4、5、6、7、8、9、10、11、12、13、14、15、16、17、18、19、20 行等 25 行相同）", told.get(0));
  }
}
