package cn.tuodi.api;

import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.EditionFiles;
import cn.tuodi.edition.EditionSources;
import cn.tuodi.simulation.DraftSources;
import cn.tuodi.simulation.SimulationJobs;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What comparisons and simulations work on. */
@ApplicationScoped
final class Studies {

  private Studies() {}

  @Produces
  @Singleton
  @DefaultBean
  static EditionFiles files(Catalogue catalogue) {
    return id -> catalogue.named(id).map(edition -> EditionArchive.sources(edition.id()));
  }

  @Produces
  @Singleton
  @DefaultBean
  static DraftSources drafts() {
    return new DraftSources() {
      @Override
      public Optional<EditionSources> of(String draft) {
        return Optional.empty();
      }

      @Override
      public void simulated(String draft) {
        throw new IllegalStateException("there are no drafts");
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
