package cn.tuodi.account.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The database of year accounts, and its connections. */
public final class AccountDatabase implements AutoCloseable {

  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String UNIQUE_VIOLATION = "23505";
  private static final int MAX_ATTEMPTS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final AgroalDataSource connections;

  private AccountDatabase(AgroalDataSource connections) {
    this.connections = connections;
  }

  /**
   * Opens a database and brings its schema up to this version.
   *
   * @param place a JDBC address of PostgreSQL, or a directory in which an embedded database lies
   * @param user who connects, or null
   * @param password with what, or null
   * @param most most connections at once
   * @throws AccountsUnavailable if it cannot be reached or brought up
   */
  public static AccountDatabase open(String place, String user, String password, int most) {
    boolean isEmbedded = !place.startsWith(POSTGRESQL);
    String address = isEmbedded
        ? "jdbc:h2:file:" + Path.of(place).toAbsolutePath().resolve("accounts") + ";MODE=PostgreSQL;"
            + "DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=" + PATIENCE.toMillis()
        : place;
    Properties properties = new Properties();
    if (!isEmbedded) {
      properties.setProperty("options", "-c lock_timeout=" + PATIENCE.toMillis() + " -c statement_timeout="
          + PATIENCE.multipliedBy(2).toMillis());
      properties.setProperty("socketTimeout", String.valueOf(PATIENCE.multipliedBy(3).toSeconds()));
      properties.setProperty("connectTimeout", String.valueOf(PATIENCE.toSeconds()));
      properties.setProperty("ApplicationName", "tuodi");
    }
    AgroalDataSourceConfigurationSupplier settings = new AgroalDataSourceConfigurationSupplier()
        .connectionPoolConfiguration(pool -> pool.maxSize(most).acquisitionTimeout(PATIENCE)
            .validateOnBorrow(false).idleValidationTimeout(Duration.ofSeconds(1))
            .connectionValidator((connection) -> isValid(connection))
            .connectionFactoryConfiguration(factory -> {
              factory.connectionProviderClassName(isEmbedded ? "org.h2.Driver" : "org.postgresql.Driver")
                  .jdbcUrl(address).autoCommit(false);
              properties.forEach((name, value) -> factory.jdbcProperty((String) name, (String) value));
              if (user != null) {
                factory.principal(new NamePrincipal(user));
              }
              if (password != null) {
                factory.credential(new SimplePassword(password));
              }
              return factory;
            }));
    try {
      AgroalDataSource connections = AgroalDataSource.from(settings);
      try {
        migrate(connections);
        return new AccountDatabase(connections);
      } catch (FlywayException e) {
        connections.close();
        throw new AccountsUnavailable(e);
      }
    } catch (SQLException e) {
      throw new AccountsUnavailable(e);
    }
  }

  private static boolean isValid(Connection connection) {
    try {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private static void migrate(DataSource connections) {
    Flyway.configure(AccountDatabase.class.getClassLoader()).dataSource(connections)
        .locations("classpath:account/migrations").load().migrate();
  }

  /**
   * Does something in one transaction, which is given up where it throws. It is begun anew where two have written the same
   * at once: what the other has written is seen then.
   *
   * @param work what is done; its result
   * @throws AccountsUnavailable if the database does not do it; it may have been done all the same
   */
  public <T> T inTransaction(Function<AccountTransaction, T> work) {
    for (int attempt = 1;; attempt++) {
      try (Connection connection = connections.getConnection()) {
        return committed(connection, work);
      } catch (SQLException e) {
        if (attempt == MAX_ATTEMPTS || !UNIQUE_VIOLATION.equals(e.getSQLState())) {
          throw new AccountsUnavailable(e);
        }
      }
    }
  }

  private static <T> T committed(Connection connection, Function<AccountTransaction, T> work) throws SQLException {
    boolean isDone = false;
    try {
      T result = work.apply(new AccountTransaction(connection));
      connection.commit();
      isDone = true;
      return result;
    } catch (FailedStatement e) {
      throw e.failure();
    } finally {
      if (!isDone) {
        rollBack(connection);
      }
    }
  }

  /** A connection that cannot even do that is broken, which the pool finds out. */
  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // Nothing of the transaction stands without a commit.
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
