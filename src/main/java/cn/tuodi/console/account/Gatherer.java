package cn.tuodi.console.account;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.BookedEntry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Gathers what the entries of all accounts of a person's year say. */
final class Gatherer implements Consumer<BookedEntry> {

  private final CitedPolicies policies;
  private final Map<AccountKey, GatheredYear> years = new LinkedHashMap<>();
  private int count;

  Gatherer(CitedPolicies policies) {
    this.policies = policies;
  }

  /** Begins anew. */
  Gatherer begin() {
    years.clear();
    count = 0;
    return this;
  }

  @Override
  public void accept(BookedEntry entry) {
    of(entry.key()).take(entry, count++);
  }

  /** What was gathered of an account. */
  GatheredYear of(AccountKey key) {
    return years.computeIfAbsent(key, account -> new GatheredYear(account, policies));
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
