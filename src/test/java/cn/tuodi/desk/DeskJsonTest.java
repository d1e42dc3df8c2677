package cn.tuodi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.record.Draft;
import cn.tuodi.desk.record.DraftList;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drafts as the interface lists them. */
class DeskJsonTest {

  @ParameterizedTest
  @DisplayName("A list of drafts has the first findings of each and says how many more there are; a draft has them all")
  @CsvSource({"0, 0", "1, 1", "20, 20", "21, 21", "600, 21"})
  void findings(int found, int listed) {
    List<Finding> findings = IntStream.range(0, found)
        .mapToObj(i -> new Finding("medical-assistance.xlsx", "救助待遇", "A" + i, Message.given("问题", "wrong"))).toList();
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    Draft draft = new Draft("0000abcd-0000", Changed.EDITION, 0, "", Map.of("medical-assistance.xlsx", ""), "李明", now,
        now, null, null, findings, null, Map.of(), null, List.of(), Set.of());
    List<DeskJson.FindingJson> all =
        DeskJson.of(new DraftList(List.of(draft), List.of(), Set.of()), Language.EN).get(0).findings();
    assertEquals(listed, all.size());
    assertTrue(found <= 20 || all.get(20).message().contains(Integer.toString(found - 20)), all::toString);
    assertEquals(found, DeskJson.of(draft, false, Language.EN).findings().size());
  }
}
