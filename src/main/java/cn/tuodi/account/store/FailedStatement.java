package cn.tuodi.account.store;

import java.sql.SQLException;

/** A statement of a transaction failed; carries the reason out of it. */
final class FailedStatement extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final SQLException failure;

  FailedStatement(SQLException failure) {
    super(failure);
    this.failure = failure;
  }

  SQLException failure() {
    return failure;
  }
}
