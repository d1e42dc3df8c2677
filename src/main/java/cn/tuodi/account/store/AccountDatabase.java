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
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;

/** The database of year accounts, and its connections. */
public final class AccountDatabase implements Transactions, AutoCloseable {

  /** Two have written the same, stand in each other's way, or have changed the same row at once. */
  private static final Set<String> OF_TWO_AT_ONCE = Set.of("23505", "40001", "40P01", "90131");
  /** What was asked for contradicts itself or the schema: no other attempt can do it. */
  private static final Pattern FAULT = Pattern.compile("(22|23|42(?!501)).*");
  private static final Pattern BROKEN = Pattern.compile("(08|57P).*|25006|9006[78]|90098|90121|HY000");
  private static final int MAX_ATTEMPTS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final AgroalDataSource connections;
  private final boolean isEmbedded;
  private final int atOnce;
  private final FactsCipher cipher;
  private final AccountWatch watch;
  private volatile AccountFailure refusing;

  private AccountDatabase(AgroalDataSource connections, AccountPlace place, AccountWatch watch) {
    this.connections = connections;
    this.isEmbedded = place.isEmbedded();
    this.atOnce = place.connections();
    this.cipher = place.cipher();
    this.watch = watch;
  }

  /**
   * Opens a database, and brings its schema up to this version where that was not done before.
   *
   * @param place where it is
   * @param watch is told how it does
   * @throws AccountsUnavailable if it cannot be reached or brought up, or what it holds was written with another key than
   *     those that there are
   */
  public static AccountDatabase open(AccountPlace place, AccountWatch watch) {
    AgroalDataSource connections = connect(place);
    try {
      if (!place.migrates() && !place.isEmbedded()) {
        AccountGrants.check(connections);
      }
      if (!AccountSchema.isLatest(connections)) {
        prepare(place);
      }
      AccountDatabase database = new AccountDatabase(connections, place, watch);
      database.inTransaction(open -> {
        open.requireReadable();
        return null;
      });
      return database;
    } catch (AccountsUnavailable | IllegalStateException e) {
      connections.close();
      throw e;
    }
  }

  /** Brings the schema up, or finds out what it lacks, on connections for that alone. */
  private static void prepare(AccountPlace place) {
    try (AgroalDataSource connections = connect(place, AccountSchema.CONNECTIONS)) {
      if (place.migrates()) {
        if (place.isEmbedded()) {
          AccountSchema.clearUnfinished(connections);
        }
        AccountSchema.migrate(connections);
      } else {
        AccountSchema.check(connections);
      }
    } catch (FlywayException e) {
      throw new AccountsUnavailable(e);
    }
  }

  /** Connections, none of which is open yet. */
  static AgroalDataSource connect(AccountPlace place) {
    return connect(place, place.connections());
  }

  /** The same, so many of them. */
  static AgroalDataSource connect(AccountPlace place, int most) {
    boolean isEmbedded = place.isEmbedded();
    String address = isEmbedded
        ? "jdbc:h2:file:" + Path.of(place.database()).toAbsolutePath().resolve("accounts") + ";MODE=PostgreSQL;"
            + "DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=" + PATIENCE.toMillis()
        : place.database();
    Properties properties = new Properties();
    if (!isEmbedded) {
      properties.setProperty("options", "-c lock_timeout=" + PATIENCE.toMillis() + " -c statement_timeout="
          + PATIENCE.multipliedBy(2).toMillis()
          // Everything is found by a key, and by the same plan, whatever the database knows of its tables by now.
          + " -c plan_cache_mode=force_generic_plan -c enable_seqscan=off"
          // A caller that has vanished without a word keeps no account locked for long.
          + " -c idle_in_transaction_session_timeout=" + PATIENCE.multipliedBy(3).toMillis());
      properties.setProperty("socketTimeout", String.valueOf(PATIENCE.multipliedBy(3).toSeconds()));
      properties.setProperty("connectTimeout", String.valueOf(PATIENCE.toSeconds()));
      properties.setProperty("ApplicationName", "tuodi");
      // Details quote ids of persons and claims.
      properties.setProperty("logServerErrorDetail", "false");
    }
    AgroalDataSourceConfigurationSupplier settings = new AgroalDataSourceConfigurationSupplier()
        .connectionPoolConfiguration(pool -> pool.maxSize(most).acquisitionTimeout(PATIENCE)
            .validateOnBorrow(false).idleValidationTimeout(Duration.ofSeconds(1))
            .exceptionSorter(failure -> isBroken(failure))
            .connectionValidator((connection) -> isValid(connection))
            .connectionFactoryConfiguration(factory -> {
              factory.connectionProviderClassName(isEmbedded ? "org.h2.Driver" : "org.postgresql.Driver")
                  .jdbcUrl(address).autoCommit(false);
              properties.forEach((name, value) -> factory.jdbcProperty((String) name, (String) value));
              if (place.user() != null) {
                factory.principal(new NamePrincipal(place.user()));
              }
              if (place.password() != null) {
                factory.credential(new SimplePassword(place.password()));
              }
              return factory;
            }));
    try {
      return AgroalDataSource.from(settings);
    } catch (SQLException e) {
      throw new AccountsUnavailable(e);
    }
  }

  private static boolean isBroken(SQLException failure) {
    return failure.getSQLState() != null && BROKEN.matcher(failure.getSQLState()).matches();
  }

  private static boolean isValid(Connection connection) {
    try {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Begins anew where two have written the same at once: what the other has written is seen then. */
  @Override
  public <T> T inTransaction(Function<AccountTransaction, T> work) {
    try {
      return attempted(work);
    } catch (AccountsUnavailable e) {
      failed(e.failure());
      throw e;
    }
  }

  private void failed(AccountFailure failure) {
    if (failure.isOfWriting()) {
      refusing = failure;
    }
    watch.failed(failure);
  }

  /** Whether the last booking that was tried did not fail for a reason that stops all of them. */
  public boolean isBookable() {
    return refusing == null;
  }

  private <T> T attempted(Function<AccountTransaction, T> work) {
    for (int attempt = 1;; attempt++) {
      try (Connection connection = connections.getConnection()) {
        return committed(connection, work);
      } catch (SQLException e) {
        if (attempt == MAX_ATTEMPTS || !isOfTwoAtOnce(e)) {
          throw unavailable(e);
        }
      }
    }
  }

  private static boolean isOfTwoAtOnce(SQLException failure) {
    return OF_TWO_AT_ONCE.contains(String.valueOf(failure.getSQLState()));
  }

  private RuntimeException unavailable(SQLException failure) {
    flushIfBroken(failure);
    if (FAULT.matcher(String.valueOf(failure.getSQLState())).matches() && !isOfTwoAtOnce(failure)) {
      return new IllegalStateException("the book does not take this: " + failure.getSQLState(), failure);
    }
    return new AccountsUnavailable(failure);
  }

  /** The others are likely to be broken by the same: none of them is to fail a request of its own. */
  private void flushIfBroken(SQLException failure) {
    if (isBroken(failure)) {
      connections.flush(AgroalDataSource.FlushMode.IDLE);
    }
  }

  @Override
  public <T> T inOneStatement(Function<AccountTransaction, T> work) {
    try (Connection connection = connections.getConnection()) {
      // The pool switches it back.
      connection.setAutoCommit(true);
      return work.apply(transaction(connection));
    } catch (FailedStatement e) {
      throw told(unavailable(e.failure()));
    } catch (SQLException e) {
      throw told(unavailable(e));
    }
  }

  private RuntimeException told(RuntimeException failure) {
    if (failure instanceof AccountsUnavailable unavailable) {
      failed(unavailable.failure());
    }
    return failure;
  }

  private AccountTransaction transaction(Connection connection) {
    return new AccountTransaction(new Statements(connection, !isEmbedded), cipher, watch);
  }

  private <T> T committed(Connection connection, Function<AccountTransaction, T> work) throws SQLException {
    boolean isDone = false;
    AccountTransaction transaction = transaction(connection);
    try {
      T result = work.apply(transaction);
      connection.commit();
      isDone = true;
      if (refusing != null && transaction.hasBooked()) {
        refusing = null;
      }
      return result;
    } catch (FailedStatement e) {
      noteRefusal(e.failure(), transaction);
      throw e.failure();
    } finally {
      if (!isDone) {
        rollBack(connection);
      }
    }
  }

  /** Where a booking fails for a reason that has no name, the next one is likely to fail, too. */
  private void noteRefusal(SQLException failure, AccountTransaction transaction) {
    if (transaction.hasBooked() && AccountFailure.of(failure) == AccountFailure.OTHER && !isOfTwoAtOnce(failure)
        && !FAULT.matcher(String.valueOf(failure.getSQLState())).matches()) {
      refusing = AccountFailure.OTHER;
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

  /**
   * Makes sure that the schema still serves this program.
   *
   * @throws AccountsUnavailable if it does not, or does not answer
   */
  public void requireServed() {
    AccountSchema.requireServed(connections);
  }

  @Override
  public int atOnce() {
    return atOnce;
  }

  @Override
  public void close() {
    connections.close();
  }
}
