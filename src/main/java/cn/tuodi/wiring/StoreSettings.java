package cn.tuodi.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where policies come from besides the application. */
@ConfigMapping(prefix = "tuodi.store")
interface StoreSettings {

  /** The directory of tables, drafts and publications; without it there are the editions of the application only. */
  Optional<Path> directory();

  /** How often the directory is looked at. A change is taken up when two looks running see the same. */
  @WithDefault("2s")
  Duration interval();

  /**
   * A folder on another disk in which the end of the history is noted, so that it is noticed where the store is emptied
   * or put back to an earlier state.
   */
  Optional<Path> witness();

  /** A publication that must be in the store: its number, or its number and the digest of its record with a colon between. */
  Optional<String> expected();

  /** Whether a replica is unready while content of the directory or a publication is not in force that should be. */
  @WithDefault("false")
  boolean unsoundIsUnready();
}
