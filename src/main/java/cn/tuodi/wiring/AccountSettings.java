package cn.tuodi.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Whether year accounts are kept, and where. */
@ConfigMapping(prefix = "tuodi.accounts")
interface AccountSettings {

  /**
   * A JDBC address of PostgreSQL, or a directory in which an embedded database is kept for trying. Without it there are no
   * accounts.
   */
  Optional<String> database();

  /** Who connects to PostgreSQL. */
  Optional<String> user();

  /** With what password. */
  Optional<String> password();

  /** Most connections at once. */
  @WithDefault("16")
  int connections();

  /** Whether a start brings the schema up; without it the command {@code accounts-schema} does so beforehand. */
  @WithDefault("true")
  boolean migrateAtStart();

  /** The last year in which nothing is booked any more, one that has begun; 0 for none. */
  @WithDefault("0")
  int closedThrough();

  /**
   * Keys of 32 bytes in Base64 that facts of claims are encrypted with in the database; the first one writes, all of them
   * read. Without any, facts stand there as they are.
   */
  Optional<List<String>> keys();
}
