package cn.tuodi.wiring;

import cn.tuodi.desk.Desk;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.edition.source.EditionFiles;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.simulation.DraftSources;
import cn.tuodi.simulation.SimulationJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What comparisons and simulations work on. */
@ApplicationScoped
final class StudyBeans {

  private StudyBeans() {}

  @Produces
  @Singleton
  static EditionFiles files(PolicyStore store) {
    return store::sources;
  }

  @Produces
  @Singleton
  static DraftSources drafts(Desk desk) {
    return new DraftSources() {
      @Override
      public Optional<EditionSources> of(String draft) {
        return desk.drafts().drafts().stream().filter(kept -> kept.id().equals(draft)).findFirst().map(desk::sources);
      }

      @Override
      public void simulated(String draft) {
        desk.simulated(draft);
      }
    };
  }

  /** One processor is left to decisions, where there is more than one. */
  @Produces
  @Singleton
  static SimulationJobs simulations(DraftSources drafts,
      @ConfigProperty(name = "tuodi.simulation.threads", defaultValue = "0") int threads) {
    int beside = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    return new SimulationJobs(threads < 1 ? beside : threads, drafts::simulated);
  }

  static void close(@Disposes SimulationJobs jobs) {
    jobs.close();
  }
}
