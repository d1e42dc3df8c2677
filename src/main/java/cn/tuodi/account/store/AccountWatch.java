package cn.tuodi.account.store;

import java.time.Duration;

/** Is told how the database of accounts does. */
public interface AccountWatch {

  /** An account was waited for, whether or not it could be locked in the end. */
  void waited(Duration time);

  /** The database did not do what was asked. */
  default void failed(AccountFailure failure) {
    // Not everybody counts that.
  }
}
