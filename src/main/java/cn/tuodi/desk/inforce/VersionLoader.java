package cn.tuodi.desk.inforce;

import cn.tuodi.desk.file.CorruptFile;
import cn.tuodi.comparison.ServiceDays;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.CompiledEdition;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Checks and compiles versions, each once as long as it is wanted. */
public final class VersionLoader {

  private static final Logger LOG = Logger.getLogger(VersionLoader.class);

  private final Catalogue application;
  private final ApplicationFiles files;
  private final Clock clock;
  private final Map<Key, Outcome> known = new HashMap<>();

  /** What was published twice was decided by two programs, perhaps. */
  private record Key(EditionId edition, String digest, Integer publication) {

    private static Key of(Version version) {
      return new Key(version.edition(), version.digest(), version.publication());
    }
  }

  /**
   * What came of a version.
   *
   * @param edition the edition, ready to decide, or null where it is not sound
   * @param findings what is wrong with it
   * @param since when that was found
   */
  public record Outcome(Edition edition, List<Finding> findings, Instant since) {

    public boolean isSound() {
      return edition != null;
    }
  }

  VersionLoader(Catalogue application, ApplicationFiles files, Clock clock) {
    this.application = application;
    this.files = files;
    this.clock = clock;
  }

  /** An edition as the application was built with it. */
  public Optional<Edition> built(EditionId edition) {
    return application.named(edition);
  }

  /** Makes a version ready to decide, or finds out why it cannot be. */
  public synchronized Outcome load(Version version) {
    if (version.origin() == Origin.APPLICATION) {
      return new Outcome(application.named(version.edition()).orElseThrow(), List.of(), clock.instant());
    }
    Key key = Key.of(version);
    Outcome outcome = known.get(key);
    if (outcome == null) {
      try {
        outcome = compiled(version);
        known.put(key, outcome);
      } catch (IOException e) {
        // Perhaps it can be read at the next look.
        outcome = failed(version, e);
      }
    }
    return outcome;
  }

  private Outcome compiled(Version version) throws IOException {
    try {
      EditionSources sources = files.of(version);
      CompiledEdition compiled =
          CompiledEdition.of(sources, unknown(sources, version), files.kjar(version.edition()));
      List<Finding> others = PublishedExamples.otherwise(version, compiled.load());
      return others.isEmpty() ? new Outcome(compiled.load(), List.of(), clock.instant())
          : new Outcome(null, others, clock.instant());
    } catch (InvalidEdition e) {
      return new Outcome(null, e.findings(), clock.instant());
    } catch (RuntimeException e) {
      LOG.error("the edition " + version.edition() + " cannot be compiled", e);
      return failed(version, e);
    }
  }

  private Set<String> unknown(EditionSources sources, Version version) {
    return files.unknown(version.edition(), sources.workbooks().keySet());
  }

  /**
   * What a sound version decides in examples, to be kept with its publication.
   *
   * @throws IOException if its workbooks cannot be read
   */
  public byte[] examples(Version version, Edition edition) throws IOException {
    EditionSources sources = files.of(version);
    CheckedEdition checked =
        CompiledEdition.checked(sources, unknown(sources, version), files.kjar(version.edition()));
    return PublishedExamples.of(edition, checked.trialClaims());
  }

  /**
   * The days of service on which two versions may decide otherwise; one that is not sound decides on none.
   *
   * @param before the one, or null for none
   * @param after the other, or null for none
   * @throws IOException if workbooks cannot be read
   */
  public ServiceDays days(Version before, Version after) throws IOException {
    return ServiceDays.of(checked(before), checked(after));
  }

  private CheckedEdition checked(Version version) throws IOException {
    if (version == null) {
      return null;
    }
    EditionSources sources = files.of(version);
    try {
      return EditionChecker.check(sources, unknown(sources, version));
    } catch (InvalidEdition e) {
      return null;
    }
  }

  private Outcome failed(Version version, Exception cause) {
    if (cause instanceof CorruptFile damage) {
      return new Outcome(null, List.of(damage.finding()), clock.instant());
    }
    return new Outcome(null, List.of(Finding.ofFile(version.edition().toString(),
        Message.of("desk.this-version-cannot-be-read-or", cause.getMessage()))), clock.instant());
  }

  /** Lets go of all versions but some. */
  synchronized void keepOnly(Collection<Version> wanted) {
    Set<Key> keys = new HashSet<>();
    wanted.forEach(version -> keys.add(Key.of(version)));
    known.keySet().retainAll(keys);
  }
}
