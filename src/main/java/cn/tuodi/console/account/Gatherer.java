package cn.tuodi.console.account;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.BookedEntry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gathers what the entries of all accounts of a person's year say while they come from the database: looks nothing up
 * besides, so that nobody waits for it.
 */
final class Gatherer implements Consumer<BookedEntry> {

  /** What is gathered of so many entries takes the room of one. */
  private static final int AS_ONE = 6;

  private final int skipped;
  private final int shown;
  private final Map<AccountKey, GatheredYear> years = new LinkedHashMap<>();
  private int count;

  /**
   * Gathers.
   *
   * @param skipped so many entries come before those that are shown
   * @param shown so many are shown
   */
  Gatherer(int skipped, int shown) {
    this.skipped = skipped;
    this.shown = shown;
  }

  /** The room that it takes to gather a year of so many entries. */
  static int room(int entries) {
    return entries / AS_ONE;
  }

  /** Begins anew. */
  Gatherer begin() {
    years.clear();
    count = 0;
    return this;
  }

  @Override
  public void accept(BookedEntry entry) {
    of(entry.key()).take(entry, count, count >= skipped && count < skipped + shown);
    count++;
  }

  /** What was gathered of an account. */
  GatheredYear of(AccountKey key) {
    return years.computeIfAbsent(key, GatheredYear::new);
  }

  /** All accounts of which there are entries. */
  Collection<GatheredYear> years() {
    return years.values();
  }

  /** How many entries there are. */
  int count() {
    return count;
  }
}
