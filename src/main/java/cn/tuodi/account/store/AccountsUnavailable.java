package cn.tuodi.account.store;

import java.sql.SQLException;

/**
 * The database did not answer, or not in time. Whether something was booked may not be known; the same request again finds
 * it, or books it once.
 */
public final class AccountsUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final AccountFailure failure;
  private final String state;

  /** The database is not open, for a reason. */
  public AccountsUnavailable(AccountFailure failure) {
    this(failure, "the database of accounts is not open");
  }

  AccountsUnavailable(Throwable cause) {
    super("the database of accounts is not available", cause);
    SQLException sql = sql(cause);
    this.failure = sql == null ? AccountFailure.OTHER : AccountFailure.of(sql);
    this.state = sql == null ? null : sql.getSQLState();
  }

  AccountsUnavailable(AccountFailure failure, String message) {
    super(message);
    this.failure = failure;
    this.state = null;
  }

  /** Why it does not do what is asked. */
  public AccountFailure failure() {
    return failure;
  }

  /** The same for operators, with the state that the database tells; nothing of what was asked. */
  public String kind() {
    return state == null ? failure.name() : failure + " (SQLSTATE " + state + ")";
  }

  /** What the database or its driver says; for operators. */
  public String reason() {
    SQLException sql = sql(this);
    Throwable root = this;
    while (sql == null && root.getCause() != null) {
      root = root.getCause();
    }
    return sql == null ? root.getMessage() : sql.getMessage();
  }

  /** Whether there was no connection, as against one over which something failed. */
  public boolean isUnreachable() {
    return failure == AccountFailure.UNREACHABLE || failure == AccountFailure.NO_CONNECTION_FREE;
  }

  /** The first failure of the database among the causes, or null. */
  private static SQLException sql(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
