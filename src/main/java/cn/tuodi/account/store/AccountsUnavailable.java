package cn.tuodi.account.store;

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
}
