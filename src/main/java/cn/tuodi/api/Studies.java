package cn.tuodi.api;

import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.edition.EditionFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What comparisons and simulations work on. */
@ApplicationScoped
final class Studies {

  private Studies() {}

  @Produces
  @Singleton
  static EditionFiles files(Catalogue catalogue) {
    return id -> catalogue.named(id).map(edition -> EditionArchive.sources(edition.id()));
  }
}
