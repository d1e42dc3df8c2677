package cn.tuodi.desk.inforce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.policy.IdentityDefinitions;
import cn.tuodi.policy.IdentityTerms;
import cn.tuodi.policy.LocalStandards;
import cn.tuodi.table.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** No place has two editions on one day, whichever editions are put beside each other. */
class OverlapTest {

  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final int DAYS = 12;
  private static final List<String> PLACES = List.of("450000", "450100", "450103", "450200", "520000", "520100");

  /** Area, first day, and days after it, or an open end where they are too many. */
  record Span(String area, int from, int length) {

    private EditionDescription named(int year) {
      LocalDate start = FIRST.plusDays(from);
      return new EditionDescription(new EditionId("e", year), area, start,
          length == DAYS ? null : start.plusDays(length),
          "版本" + year, "Edition " + year, "", List.of(), Map.of(), List.of(), List.of(), null, null, IdentityTerms.NONE,
          IdentityDefinitions.NONE, Set.of(), null, null, null, null,
          LocalStandards.NONE, List.of());
    }
  }

  @Provide
  Arbitrary<Span> spans() {
    return Combinators
        .combine(Arbitraries.of(PLACES), Arbitraries.integers().between(0, DAYS),
            Arbitraries.integers().between(0, DAYS))
        .as(Span::new);
  }

  @Property(tries = 500)
  @Label("An edition is found to overlap exactly those that answer for a place on a day on which it does")
  void foundWhereBothAnswer(@ForAll @Size(min = 1, max = 5) List<@From("spans") Span> spans) {
    List<Edition> editions = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      editions.add(new Edition(spans.get(i).named(2000 + i), null));
    }
    Edition last = editions.remove(editions.size() - 1);
    List<String> both = editions.stream().filter(other -> bothAnswer(last, other))
        .map(other -> other.description().name()).toList();
    List<Finding> found = Overlap.of(last, editions);
    assertEquals(both.size(), found.size(), found::toString);
    for (int i = 0; i < both.size(); i++) {
      String name = both.get(i);
      assertEquals(1, found.stream().filter(finding -> finding.zh().contains(name)).count(), found::toString);
    }
  }

  private static boolean bothAnswer(Edition one, Edition other) {
    return IntStream.rangeClosed(0, 3 * DAYS).mapToObj(FIRST::plusDays)
        .filter(day -> one.description().isInForceOn(day) && other.description().isInForceOn(day))
        .anyMatch(day -> PLACES.stream()
            .anyMatch(place -> one.description().covers(place) && other.description().covers(place)));
  }
}
