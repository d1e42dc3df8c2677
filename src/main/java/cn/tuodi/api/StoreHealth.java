package cn.tuodi.api;

import cn.tuodi.store.EditionState;
import cn.tuodi.store.PolicyStore;
import cn.tuodi.store.StoreState;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness of the editions. What is not sound does not make the service unready unless told so, since the last good
 * version is in force; a directory that could not be read even once does.
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
      response.withData("fault", state.fault());
    }
    for (EditionState edition : state.editions()) {
      response.withData(edition.edition().toString(), said(edition));
    }
    return response.build();
  }

  private static String said(EditionState state) {
    String inForce = state.inForce() == null ? "none"
        : state.inForce().origin() + (state.inForce().publication() == null ? "" : " " + state.inForce().publication())
            + " " + state.inForce().contentHash() + " since " + state.inForce().since();
    return state.rejected() == null ? inForce
        : inForce + "; rejected since " + state.rejected().since() + ": " + state.rejected().findings().size()
            + " finding(s), " + state.rejected().findings().get(0);
  }
}
