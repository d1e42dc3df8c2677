package cn.tuodi.edition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.StoredDescription;
import cn.tuodi.policy.OptionalFact;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the archive keeps of an edition is what was put into it. */
class EditionArchiveTest {

  @Test
  @DisplayName("Standards of pooling areas survive the archive to the fen and the basis point")
  void localStandards() throws IOException {
    for (Edition edition : LocalFixtures.CATALOGUE.editions()) {
      EditionDescription before = edition.description();
      EditionDescription after = StoredDescription.read(StoredDescription.written(before));
      assertEquals(before.local(), after.local());
      assertEquals(before.contentHash(), after.contentHash());
      assertEquals(before.areas().size(), after.areas().size());
      for (int i = 0; i < before.areas().size(); i++) {
        assertEquals(before.areas().get(i).areaCode(), after.areas().get(i).areaCode());
        assertEquals(before.areas().get(i).local(), after.areas().get(i).local());
        assertEquals(before.areas().get(i).contentHash(), after.areas().get(i).contentHash());
        assertEquals(before.areas().get(i).tables(), after.areas().get(i).tables());
      }
      assertFalse(before.local().isEmpty() && before.areas().isEmpty(), "no standards to compare");
    }
  }

  @Test
  @DisplayName("Values that rows tell apart are kept; where an earlier program kept none, all that a fact may have are tried")
  void valuesToldApart() throws IOException {
    EditionDescription before = new SmallEdition().sheet("准予条件", "年满（岁）", "未满（岁）", "准予").row("准予条件", 18, "无", "是")
        .row("准予条件", "无", 18, "是").compiled().description();
    byte[] written = StoredDescription.written(before);
    assertEquals(before.steps(), StoredDescription.read(written).steps());
    assertEquals(Map.of(OptionalFact.AGE, new TreeSet<>(Set.of(0, 18))), before.steps().told());
    ObjectNode earlier = (ObjectNode) new JsonMapper().readTree(written);
    ((ObjectNode) earlier.get("steps")).remove("told");
    assertEquals(Map.of(OptionalFact.AGE, OptionalFact.AGE.range()),
        StoredDescription.read(new JsonMapper().writeValueAsBytes(earlier)).steps().told());
  }

  @Test
  @DisplayName("The files of an edition are kept byte by byte")
  void sources() {
    for (Edition edition : BuiltEditions.CATALOGUE.editions()) {
      EditionSources kept = EditionArchive.sources(edition.id());
      EditionSources again = EditionSources.unzipped(kept.name(), kept.zipped());
      assertEquals(kept.rules(), again.rules());
      assertEquals(kept.workbooks().keySet(), again.workbooks().keySet());
      assertEquals(edition.description().contentHash(), EditionChecker.check(kept).description().contentHash());
    }
  }

  @Test
  @DisplayName("The rules that the application runs are those of the kjars, and what editions share is there once")
  void classes() throws IOException {
    Map<String, Integer> uses = new HashMap<>();
    for (EditionId id : EditionArchive.ids()) {
      for (CompiledPackage one : CompiledPackage.of(EditionArchive.kjar(id)).values()) {
        uses.merge(one.model(), 1, Integer::sum);
        for (Map.Entry<String, byte[]> type : one.classes().entrySet()) {
          try (InputStream running = getClass().getResourceAsStream("/" + type.getKey())) {
            assertArrayEquals(type.getValue(), running.readAllBytes(), type.getKey());
          }
        }
      }
    }
    assertTrue(uses.entrySet().stream()
        .anyMatch(use -> use.getKey().startsWith("tuodi.common.assistance.") && use.getValue() == 4), uses.toString());
  }
}
