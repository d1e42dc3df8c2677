package cn.tuodi.wiring;

import cn.tuodi.desk.inforce.EditionState;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.inforce.StoreState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness of the editions. The service is not ready where it cannot decide by what was published: an edition is
 * unavailable, part of the history is not known, or the directory could not be read even once. Where the directory is not
 * sound and the last good version is in force, it is ready unless told otherwise.
 */
@Readiness
@ApplicationScoped
final class StoreHealth implements HealthCheck {

  private final PolicyStore store;
  private final boolean mustBeSound;

  StoreHealth(PolicyStore store, StoreSettings settings) {
    this.store = store;
    this.mustBeSound = settings.unsoundIsUnready();
  }

  @Override
  public HealthCheckResponse call() {
    StoreState state = store.state();
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("policies").status(state.isReady() && (state.isSound() || !mustBeSound))
            .withData("sound", state.isSound());
    if (state.fault() != null) {
      response.withData("fault", state.fault().toString());
    }
    if (!state.unavailable().isEmpty()) {
      response.withData("unavailable",
          state.unavailable().stream().map(Object::toString).collect(Collectors.joining(", ")));
    }
    if (!state.notices().isEmpty()) {
      response.withData("notice", state.notices().get(0).toString());
    }
    for (EditionState edition : state.editions()) {
      response.withData(edition.edition().toString(), said(edition));
    }
    return response.build();
  }

  private static String said(EditionState state) {
    String inForce = state.isUnavailable() ? "unavailable" : state.inForce() == null ? "none"
        : state.inForce().origin() + (state.inForce().publication() == null ? "" : " " + state.inForce().publication())
            + " " + state.inForce().contentHash() + " since " + state.inForce().since();
    String lost = state.lost().isEmpty() ? "" : "; missing or damaged: " + String.join(", ", state.lost());
    return state.rejected() == null ? inForce + lost
        : inForce + lost + "; rejected since " + state.rejected().since() + ": " + state.rejected().findings().size()
            + " finding(s), " + state.rejected().findings().get(0);
  }
}
