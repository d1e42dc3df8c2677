package cn.tuodi.api;

import cn.tuodi.decision.Decider;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.EditionArchive;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The editions in force, loaded when the application starts. */
@ApplicationScoped
final class Editions {

  private Editions() {}

  @Produces
  @Singleton
  @Startup
  static Catalogue catalogue() {
    return EditionArchive.load();
  }

  @Produces
  @Singleton
  static Decider decider(Catalogue catalogue) {
    return new Decider(catalogue);
  }
}
