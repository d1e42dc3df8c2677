package cn.tuodi.account.store;

import io.agroal.api.AgroalDataSource;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** The tables of year accounts, which each version of the program brings up to what it needs. */
public final class AccountSchema {

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
    try (AgroalDataSource connections = AccountDatabase.connect(place)) {
      return migrate(connections);
    } catch (FlywayException e) {
      throw new AccountsUnavailable(e);
    }
  }

  /** Brings it up; how many steps were needed. */
  static int migrate(DataSource connections) {
    return flyway(connections).migrate().migrationsExecuted;
  }

  /** Refuses a schema that this program would have to bring up first; a later one works. */
  static void check(DataSource connections) {
    MigrationInfo[] missing = flyway(connections).info().pending();
    if (missing.length > 0) {
      throw new AccountsUnavailable(new IllegalStateException("the schema lacks "
          + Arrays.stream(missing).map(step -> "V" + step.getVersion()).collect(Collectors.joining(", "))
          + ": run the command accounts-schema"));
    }
  }

  private static Flyway flyway(DataSource connections) {
    return Flyway.configure(AccountSchema.class.getClassLoader()).dataSource(connections)
        .locations("classpath:account/migrations").load();
  }
}
