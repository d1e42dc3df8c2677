package cn.tuodi.account.store;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jboss.logging.Logger;

/** The tables of year accounts, which each version of the program brings up to what it needs. */
public final class AccountSchema {

  private static final Logger LOG = Logger.getLogger(AccountSchema.class);

  /** The last step that this program knows. */
  static final String LATEST = "6";
  /** As many as whoever brings a schema up holds at once. */
  static final int CONNECTIONS = 2;

  private AccountSchema() {}

  /**
   * Brings the schema of a database up to this version and closes the database again. Several may do so at once: they wait
   * for each other.
   *
   * @param place where it is
   * @return how many steps were needed
   * @throws AccountsUnavailable if it cannot be reached or brought up
   */
  public static int bringUp(AccountPlace place) {
    try (AgroalDataSource connections = AccountDatabase.connect(place, CONNECTIONS)) {
      return migrate(connections);
    } catch (FlywayException e) {
      throw new AccountsUnavailable(e);
    }
  }

  /** Brings it up; how many steps were needed. */
  static int migrate(DataSource connections) {
    if (isLatest(connections)) {
      return 0;
    }
    Flyway flyway = flyway(connections);
    int steps = flyway.migrate().migrationsExecuted;
    requireServed(flyway, connections);
    return steps;
  }

  /**
   * Takes away what an attempt has left that did not come to its end, for example since the disk was full: an embedded
   * database does not take back what a step has done. Where anything was ever booked, everything stays.
   */
  static void clearUnfinished(DataSource connections) {
    try {
      if (count(connections, "select count(*) from flyway_schema_history where not success") > 0
          && isUnused(connections)) {
        try (Connection connection = connections.getConnection()) {
          connection.setAutoCommit(true);
          try (Statement statement = connection.createStatement()) {
            statement.execute("drop all objects");
          }
        }
        LOG.warn("the tables of year accounts are made anew: they were not finished, and nothing was booked");
      }
    } catch (SQLException e) {
      // Nothing was begun, or the database does not answer, which is found out again.
      LOG.debug("nothing unfinished is taken away", e);
    }
  }

  private static boolean isUnused(DataSource connections) throws SQLException {
    return count(connections, "select count(*) from information_schema.tables where table_name = 'booking'") == 0
        || count(connections, "select count(*) from booking") == 0;
  }

  private static int count(DataSource connections, String sql) throws SQLException {
    return only(connections, sql, row -> {
      row.next();
      return row.getInt(1);
    });
  }

  /** Refuses a schema that this program would have to bring up first, or that does not serve it any more. */
  static void check(DataSource connections) {
    if (isLatest(connections)) {
      return;
    }
    Flyway flyway = flyway(connections);
    MigrationInfo[] missing = flyway.info().pending();
    if (missing.length > 0) {
      throw new AccountsUnavailable(AccountFailure.SCHEMA_TOO_OLD, "the schema lacks "
          + Arrays.stream(missing).map(step -> "V" + step.getVersion()).collect(Collectors.joining(", "))
          + ": run the command accounts-schema");
    }
    requireServed(flyway, connections);
  }

  /** Whether there is nothing to do, asked for by itself: most starts need no more, and need not wait for the rest. */
  static boolean isLatest(DataSource connections) {
    try {
      return only(connections,
          "select version, success from flyway_schema_history order by installed_rank desc limit 1",
          last -> last.next() && LATEST.equals(last.getString(1)) && last.getBoolean(2));
    } catch (SQLException e) {
      // There is no schema yet, or no database, which is found out again.
      return false;
    }
  }

  /** What one statement tells; nothing of a transaction is left on the connection, which others take. */
  private static <T> T only(DataSource connections, String sql, Statements.Row<T> read) throws SQLException {
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
        return read.of(rows);
      }
    }
  }

  /** A later schema says from which one on it serves programs. */
  private static void requireServed(Flyway flyway, DataSource connections) {
    MigrationVersion own = Arrays.stream(flyway.info().all()).filter(step -> step.getState().isResolved())
        .map(MigrationInfo::getVersion).max(Comparator.naturalOrder()).orElseThrow();
    MigrationVersion current = flyway.info().current().getVersion();
    if (current.compareTo(own) <= 0) {
      return;
    }
    int since = since(connections);
    if (MigrationVersion.fromVersion(Integer.toString(since)).compareTo(own) > 0) {
      throw new AccountsUnavailable(AccountFailure.SCHEMA_TOO_NEW, "the schema is V" + current
          + " and serves programs from V" + since + " on, and this one is of V" + own
          + ": start a later version of it");
    }
    LOG.infof("the schema is V%s and serves this program, which is of V%s", current, own);
  }

  /** Refuses a schema that does not serve this program any more, by one query: while it runs, a later one may have come. */
  static void requireServed(DataSource connections) {
    int since = since(connections);
    if (since > Integer.parseInt(LATEST)) {
      throw new AccountsUnavailable(AccountFailure.SCHEMA_TOO_NEW, "the schema serves programs from V" + since
          + " on by now, and this one is of V" + LATEST + ": start a later version of it");
    }
  }

  private static int since(DataSource connections) {
    try {
      return only(connections, "select since from schema_serves", row -> {
        row.next();
        return row.getInt(1);
      });
    } catch (SQLException e) {
      throw new AccountsUnavailable(e);
    }
  }

  private static Flyway flyway(DataSource connections) {
    return Flyway.configure(AccountSchema.class.getClassLoader()).dataSource(connections)
        .locations("classpath:account/migrations").load();
  }
}
