package cn.tuodi.simulation;

import cn.tuodi.json.Violation;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A simulation as answers show it.
 *
 * @param id its id
 * @param state QUEUED, RUNNING, DONE, CANCELLED or FAILED
 * @param from the one policy
 * @param to the other policy
 * @param createdAt when it was asked for
 * @param progress how far it is
 * @param milliseconds how long it ran, once it is done
 * @param failure why it failed, if it did
 * @param violations what is wrong with the policy, where that is why
 * @param result the result, once it is done
 */
@Schema(name = "Simulation", description = "一次模拟 / a simulation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SimulationJobJson(String id, SimulationJob.State state, String from, String to, Instant createdAt,
    SimulationJob.Progress progress, Long milliseconds, String failure, List<Violation> violations,
    SimulationJson result) {

  /** A job with its result. */
  public static SimulationJobJson of(SimulationJob job, Language language) {
    return of(job, job.result(language), language);
  }

  /** A job without its result, for lists. */
  public static SimulationJobJson brief(SimulationJob job, Language language) {
    return of(job, null, language);
  }

  private static SimulationJobJson of(SimulationJob job, SimulationJson result, Language language) {
    List<Violation> violations = job.findings().isEmpty() ? null
        : job.findings().stream().map(finding -> finding.violation(language)).toList();
    return new SimulationJobJson(job.id(), job.state(), job.request().from(), job.request().to(), job.createdAt(),
        job.progress(), job.took() == null ? null : job.took().toMillis(), job.failure(), violations, result);
  }
}
