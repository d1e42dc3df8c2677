package cn.tuodi.simulation;

import cn.tuodi.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something to be known before the figures of a simulation are relied upon.
 *
 * @param code what it is
 * @param message the same in words
 * @param count how many claims it is about
 * @param examples the first of them
 */
@Schema(name = "SimulationNotice")
public record SimulationNotice(Code code, String message, long count, List<RepeatedClaims.Repeat> examples) {

  private static final int MAX_SAID = 5;

  /** What there is to be known. */
  @Schema(name = "SimulationNoticeCode")
  public enum Code {
    /** Claims stand in the file more than once. */
    CLAIM_REPEATED,
    /** The file is so large that not every claim was compared with every other. */
    REPEATS_NOT_COMPARED
  }

  static List<SimulationNotice> of(RepeatedClaims repeated, Language language) {
    List<SimulationNotice> notices = new ArrayList<>();
    if (repeated.count() > 0) {
      notices.add(new SimulationNotice(Code.CLAIM_REPEATED, message(repeated, language), repeated.count(),
          repeated.examples()));
    }
    if (repeated.isForgetful()) {
      notices.add(new SimulationNotice(Code.REPEATS_NOT_COMPARED,
          language.text("simulation.the-file-is-very-large-claims", RepeatedClaims.MAX_REMEMBERED),
          0, List.of()));
    }
    return notices;
  }

  private static String message(RepeatedClaims repeated, Language language) {
    String lines = repeated.examples().stream().limit(MAX_SAID)
        .map(repeat -> language.text("simulation.line-repeats-line", repeat.line(), repeat.firstLine()))
        .collect(Collectors.joining(language.text("language.clause-comma")));
    boolean more = repeated.count() > MAX_SAID;
    return language.text(
        more ? "simulation.claim-s-were-stated-before-same" : "simulation.claim-s-were-stated-before-same-claim",
        repeated.count(), lines);
  }
}
