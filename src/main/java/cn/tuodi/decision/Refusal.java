package cn.tuodi.decision;

import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.UnavailableEdition;
import cn.tuodi.facts.RefusalCode;
import java.time.LocalDate;
import java.util.List;

/**
 * A claim that cannot be answered, with the reason.
 *
 * @param code the reason
 * @param arguments what its message mentions
 */
public record Refusal(RefusalCode code, List<Object> arguments) implements Outcome {

  /** No edition answers for a place on a day, or the one that may do so cannot. */
  static Refusal noPolicy(Catalogue catalogue, String region, LocalDate day) {
    List<UnavailableEdition> unavailable = catalogue.unavailable(region);
    if (!unavailable.isEmpty()) {
      return of(RefusalCode.POLICY_UNAVAILABLE, unavailable.stream().map(UnavailableEdition::id).toList());
    }
    List<Edition> covering = catalogue.covering(region);
    return covering.isEmpty() ? of(RefusalCode.NO_POLICY_FOR_REGION, region)
        : of(RefusalCode.NO_POLICY_IN_FORCE, day, covering);
  }

  static Refusal of(RefusalCode code, Object... arguments) {
    return new Refusal(code, List.of(arguments));
  }
}
