package cn.tuodi.account.store;

import java.util.regex.Pattern;

/**
 * Where year accounts are kept.
 *
 * @param database a JDBC address of PostgreSQL, or a directory in which an embedded database lies
 * @param user who connects, or null
 * @param password with what, or null
 * @param connections most connections at once
 * @param cipher hides facts of claims, or does not
 * @param migrates whether whoever opens it brings its schema up; otherwise it must have been brought up before
 */
public record AccountPlace(String database, String user, String password, int connections, FactsCipher cipher,
    boolean migrates) {

  private static final String POSTGRESQL = "jdbc:postgresql:";
  /** How addresses of databases begin; a single letter is a drive. */
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

  /**
   * A place.
   *
   * @throws IllegalArgumentException if it is the address of a database that is not known: as a directory it would keep
   *     accounts for one process
   */
  public AccountPlace {
    if (!database.startsWith(POSTGRESQL) && ADDRESS.matcher(database).matches()) {
      throw new IllegalArgumentException("tuodi.accounts.database is a directory or begins with " + POSTGRESQL
          + "//, and not with " + database.substring(0, database.indexOf(':') + 1));
    }
  }

  /** Whether the database is embedded, for this process alone. */
  public boolean isEmbedded() {
    return !database.startsWith(POSTGRESQL);
  }
}
