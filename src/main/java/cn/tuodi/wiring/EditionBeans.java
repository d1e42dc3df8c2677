package cn.tuodi.wiring;

import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.History;
import cn.tuodi.desk.Publisher;
import cn.tuodi.desk.preview.Previews;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.inforce.StoreWatch;
import cn.tuodi.desk.record.Head;
import cn.tuodi.desk.record.Safeguards;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.observation.PublicationMeters;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The editions in force, there when the application starts and kept up to date while it runs. */
@ApplicationScoped
final class EditionBeans {

  private EditionBeans() {}

  @Produces
  @Singleton
  @Startup
  static PolicyStore store(StoreSettings settings) {
    Optional<Path> directory = settings.directory();
    Safeguards safeguards =
        new Safeguards(settings.witness().orElse(null), settings.expected().map(Head::parsed).orElse(null));
    return directory.isPresent() ? PolicyStore.at(directory.get(), safeguards, Clock.systemUTC())
        : PolicyStore.ofApplication();
  }

  @Produces
  @Singleton
  @Startup
  static StoreWatch watch(PolicyStore store, StoreSettings settings) {
    return StoreWatch.start(store, settings.interval());
  }

  static void stop(@Disposes StoreWatch watch) {
    watch.stop();
  }

  @Produces
  @Singleton
  static CurrentCatalogue current(PolicyStore store) {
    return store.current();
  }

  @Produces
  @Singleton
  static Desk desk(PolicyStore store) {
    return new Desk(store, Clock.systemUTC());
  }

  @Produces
  @Singleton
  static Publisher publisher(PolicyStore store, Desk desk, PublicationMeters meters,
      @ConfigProperty(name = "tuodi.desk.four-eyes", defaultValue = "false") boolean fourEyes) {
    return new Publisher(store, desk, Clock.systemUTC(), meters::published, fourEyes);
  }

  @Produces
  @Singleton
  static History history(PolicyStore store) {
    return new History(store, Clock.systemUTC());
  }

  @Produces
  @Singleton
  static Previews previews(PolicyStore store, Desk desk, History history) {
    return new Previews(store, desk, history, Clock.systemUTC());
  }

  @Produces
  @Singleton
  static AssistanceDecider decider(CurrentCatalogue current) {
    return new AssistanceDecider(current);
  }
}
