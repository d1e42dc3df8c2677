package cn.tuodi.account.store;

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

  /** Whether the database is embedded, for this process alone. */
  public boolean isEmbedded() {
    return !database.startsWith(POSTGRESQL);
  }
}
