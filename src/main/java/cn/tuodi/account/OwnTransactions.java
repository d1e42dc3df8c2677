package cn.tuodi.account;

import java.util.function.Supplier;

/**
 * Places for requests that have a transaction of their own: corrections, openings, and what carries a key. Each keeps a
 * thread and a connection while somebody else has its account locked, so half of the connections are left to all others,
 * few wait for a place, and none of them for long.
 */
public final class OwnTransactions {

  private static final int MAX_WAITING = 12;
  private static final long PATIENCE_MILLISECONDS = 1_000;

  private final Places places;

  /**
   * Places.
   *
   * @param connections how many transactions can be under way at once
   */
  OwnTransactions(int connections) {
    this.places = new Places(connections / 2, MAX_WAITING, PATIENCE_MILLISECONDS);
  }

  /**
   * Does something in a place, once there is one.
   *
   * @param work what is done; its result
   * @throws RoomTaken if there is none for too long
   */
  public <T> T within(Supplier<T> work) {
    return places.within(1, work);
  }
}
