package cn.tuodi.account;

import cn.tuodi.account.store.YearSize;
import java.util.function.Supplier;

/**
 * Room for what is told of years at once. Whoever reads or corrects a year takes as much of it as the entries need that are
 * told, waits for it a little, and is refused where others keep it: settlements need none of it, and decisions go on.
 */
public final class ReadingRoom {

  /** What a told entry of an account takes, about. */
  private static final long ENTRY_BYTES = 8_000;
  /** So much of the memory is for all of them. */
  private static final int SHARE = 8;
  /** What a request takes besides, in entries: those that are on their way from the database. */
  private static final int BASE = 50;
  /** Bills and versions that are told with their decisions take so many times the room of an entry. */
  private static final int WITH_DECISION = 3;
  /** So much of it nobody takes alone. */
  private static final int LEFT = 4;
  private static final int MAX_WAITING = 8;
  private static final long PATIENCE_MILLISECONDS = 2_000;

  private final int most;
  private final Places places;

  /** Room within the memory that this process has. */
  public ReadingRoom() {
    this((int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / SHARE / ENTRY_BYTES));
  }

  /** Room for so many entries. */
  ReadingRoom(int entries) {
    // One large year leaves some room to small ones.
    this.most = Math.max(1, entries - entries / LEFT);
    this.places = new Places(entries, MAX_WAITING, PATIENCE_MILLISECONDS);
  }

  /** The room of a correction of a year, in entries. */
  public static int ofCorrection(YearSize year) {
    return WITH_DECISION * Math.min(year.bills(), Correction.MAX_TOLD);
  }

  /** The room of versions of a bill, in entries. */
  public static int ofVersions(int versions) {
    return WITH_DECISION * versions;
  }

  /**
   * Does something that needs room, once there is enough.
   *
   * @param told so many entries are told
   * @param work what is done; its result
   * @throws RoomTaken if there is none for too long
   */
  public <T> T within(int told, Supplier<T> work) {
    return places.within((int) Math.min(most, (long) told + BASE), work);
  }
}
