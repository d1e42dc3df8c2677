package cn.tuodi.account.store;

import java.sql.SQLException;

/**
 * The database did not answer, or not in time. Whether something was booked may not be known; the same request again finds
 * it, or books it once.
 */
public final class AccountsUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The database was not reached since the start. */
  public AccountsUnavailable() {
    super("the database of accounts is not open yet");
  }

  AccountsUnavailable(Throwable cause) {
    super("the database of accounts is not available", cause);
  }

  /** What the database or its driver says; for operators. */
  public String reason() {
    return root().getMessage();
  }

  /** Whether there was no connection, as against one over which something failed. */
  public boolean isUnreachable() {
    // Who has waited in vain for a connection is told of no state.
    return root() instanceof SQLException failure && (failure.getSQLState() == null
        || failure.getSQLState().startsWith("08") || failure.getSQLState().startsWith("57P"));
  }

  /** The first of those that caused it. */
  private Throwable root() {
    Throwable root = this;
    while (root.getCause() != null && !(root instanceof SQLException)) {
      root = root.getCause();
    }
    return root;
  }
}
