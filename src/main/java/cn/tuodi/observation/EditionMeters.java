package cn.tuodi.observation;

import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.source.EditionDescription;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;

/** Shows which policy content is in force, so that replicas that differ can be told apart. */
@Singleton
public final class EditionMeters {

  private final MultiGauge info;
  private final DecisionMeters decisions;
  private Catalogue shown;

  /** Meters of a registry. */
  public EditionMeters(MeterRegistry registry, DecisionMeters decisions) {
    this.info = MultiGauge.builder("tuodi.edition.info")
        .description("1 for every edition in force, with the hash of its content").register(registry);
    this.decisions = decisions;
  }

  /** Shows the editions of a catalogue, and no longer those that were shown before. */
  public synchronized void show(Catalogue catalogue) {
    if (catalogue == shown) {
      return;
    }
    shown = catalogue;
    info.register(catalogue.editions().stream().map(edition -> row(edition.description())).toList(), true);
    catalogue.editions().forEach(edition -> decisions.prepare(edition.id()));
  }

  private static MultiGauge.Row<?> row(EditionDescription edition) {
    return MultiGauge.Row.of(Tags.of("edition", edition.id().toString(), "hash", edition.hashOfAll()), () -> 1);
  }
}
