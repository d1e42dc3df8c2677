package cn.tuodi.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.tuodi.edition.source.EditionSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is kept of sources that went through the pipeline. */
class PipelineCacheTest {

  private final PipelineCache<String> cache = new PipelineCache<>(2);
  private final List<String> made = new ArrayList<>();

  @Test
  @DisplayName("The same content is taken once, whatever object holds it; any other content, name or addition anew")
  void byContent() {
    take(sources("a/1", "rule", 1), Set.of());
    take(sources("a/1", "rule", 1), Set.of());
    assertEquals(1, made.size());
    take(sources("a/2", "rule", 1), Set.of());
    take(sources("a/1", "rules", 1), Set.of());
    take(sources("a/1", "rule", 2), Set.of());
    take(sources("a/1", "rule", 1), Set.of("x.xlsx"));
    assertEquals(5, made.size());
  }

  @Test
  @DisplayName("Parts that run into each other are not the same content")
  void parts() {
    take(new EditionSources("a", Map.of("b", "c"), Map.of()), Set.of());
    take(new EditionSources("a", Map.of("bc", ""), Map.of()), Set.of());
    assertEquals(2, made.size());
  }

  @Test
  @DisplayName("What was used last is kept, as many as there is room for")
  void bounded() {
    take(sources("a/1", "", 1), Set.of());
    take(sources("a/2", "", 1), Set.of());
    take(sources("a/1", "", 1), Set.of());
    take(sources("a/3", "", 1), Set.of());
    take(sources("a/1", "", 1), Set.of());
    assertEquals(List.of("a/1", "a/2", "a/3"), made);
    take(sources("a/2", "", 1), Set.of());
    assertEquals(List.of("a/1", "a/2", "a/3", "a/2"), made);
  }

  @Test
  @DisplayName("Nothing is kept of what is not sound")
  void unsound() {
    assertThrows(IllegalStateException.class, () -> cache.get(sources("a/1", "", 1), Set.of(), () -> {
      throw new IllegalStateException();
    }));
    take(sources("a/1", "", 1), Set.of());
    assertEquals(List.of("a/1"), made);
  }

  private void take(EditionSources sources, Set<String> added) {
    cache.get(sources, added, () -> {
      made.add(sources.name());
      return sources.name();
    });
  }

  private static EditionSources sources(String name, String rule, int content) {
    return new EditionSources(name, Map.of("common/a.drl", rule), Map.of("a.xlsx", new byte[] {(byte) content}));
  }
}
