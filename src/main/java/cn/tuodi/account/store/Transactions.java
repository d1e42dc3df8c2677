package cn.tuodi.account.store;

import java.util.function.Function;

/** Where something can be done to accounts in one transaction. */
public interface Transactions {

  /**
   * Does something in one transaction, which is given up where it throws.
   *
   * @param work what is done; its result
   * @throws AccountsUnavailable if the database does not do it; it may have been done all the same
   */
  <T> T inTransaction(Function<AccountTransaction, T> work);

  /**
   * Reads by one statement, which is a transaction of its own: one round trip to the database.
   *
   * @param work the one statement; its result
   * @throws AccountsUnavailable if the database does not do it
   */
  <T> T inOneStatement(Function<AccountTransaction, T> work);

  /** How many can be under way at once; others wait until one of them has ended. */
  int atOnce();
}
