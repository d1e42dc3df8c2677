package cn.tuodi.account.store;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Locks accounts, opening those that are not there. Everybody locks in the same order, so that nobody waits in a circle. */
final class AccountLocks {

  private static final Comparator<Wanted> ORDER =
      Comparator.comparing(Wanted::key, Comparator.comparing(AccountKey::personId).thenComparing(AccountKey::year)
          .thenComparing(AccountKey::province));
  /**
   * With the account comes whether the id of a claim is taken: one round trip less. Asked for by the whole unique key, it
   * is looked up there even while the database has no statistics of the table, which then reads all of it for less.
   */
  private static final String KNOWN =
      ", (select entry_id from entry where claim_id = %s and claim_version = 1) as known";
  private static final String ONE =
      "select " + AccountRows.COLUMNS + String.format(KNOWN, "?") + AccountRows.OF_KEY + " for update";
  private static final String FREE = " skip locked";
  /** Each row is looked up by itself, whatever a planner thinks of the size of the table. */
  private static final String ALL = "select a.*" + String.format(KNOWN, "k.claim_id") + ", k.n from unnest("
      + "cast(? as text[]), cast(? as integer[]), cast(? as text[]), cast(? as text[])) with ordinality "
      + "as k (person_id, service_year, province, claim_id, n) cross join lateral (select " + AccountRows.COLUMNS
      + " from account where account.person_id = k.person_id and account.service_year = k.service_year "
      + "and account.province = k.province for update%s) a";
  /** All that a preview needs to know, in one statement. */
  private static final String STANDING_ONE = "select " + AccountRows.COLUMNS + String.format(KNOWN, "?")
      + ", exists (select 1 from account where person_id = any(?) and service_year = ? and province = ?) as erased "
      + "from (select 1) as one left join account on person_id = ? and service_year = ? and province = ?";
  /** The same of several, each looked up by itself: what only asks whether a row exists reads all rows instead. */
  private static final String STANDING_ALL = "select a.*" + String.format(KNOWN, "k.claim_id")
      + ", (select account_id from account where account.person_id = any(string_to_array(k.erased, ',')) and "
      + "account.service_year = k.service_year and account.province = k.province limit 1) is not null as erased from unnest("
      + "cast(? as text[]), cast(? as integer[]), cast(? as text[]), cast(? as text[]), cast(? as text[])) "
      + "with ordinality as k (person_id, service_year, province, claim_id, erased, n) left join lateral (select "
      + AccountRows.COLUMNS + " from account where account.person_id = k.person_id and "
      + "account.service_year = k.service_year and account.province = k.province limit 1) a on true order by k.n";
  private static final String NOTHING = "0" + ", 0".repeat(1 + Amounts.COLUMNS.size());
  private static final String OPENED =
      "insert into account (person_id, service_year, province, version, bills, " + AccountRows.AMOUNTS + ") ";
  /** What was erased does not begin anew. */
  private static final String UNLESS_ERASED = " where not exists (select 1 from account where person_id = any(%s) and "
      + "service_year = %s and province = %s) on conflict do nothing";
  private static final String OPEN_ONE =
      OPENED + "select cast(? as varchar), cast(? as integer), cast(? as varchar), " + NOTHING
          + String.format(UNLESS_ERASED, "?", "?", "?");
  private static final String OPEN_ALL = OPENED + "select k.person_id, k.service_year, k.province, " + NOTHING
      + " from unnest(cast(? as text[]), cast(? as integer[]), cast(? as text[]), cast(? as text[])) "
      + "as k (person_id, service_year, province, erased)"
      + String.format(UNLESS_ERASED, "string_to_array(k.erased, ',')", "k.service_year", "k.province");

  private final Statements statements;
  private final PersonMarks marks;
  private final AccountWatch watch;

  /**
   * Locks.
   *
   * @param statements statements of the transaction
   * @param marks what is left of persons who were erased
   * @param watch is told how long accounts were waited for
   */
  AccountLocks(Statements statements, PersonMarks marks, AccountWatch watch) {
    this.statements = statements;
    this.marks = marks;
    this.watch = watch;
  }

  /** The accounts that are wanted, each at its place; those that were erased are missing. */
  Map<Wanted, LockedAccount> lock(List<Wanted> wanted) {
    return lock(wanted, "");
  }

  /** The same; those that somebody else has locked are missing, too, and nobody waits for them. */
  Map<Wanted, LockedAccount> lockFree(List<Wanted> wanted) {
    return lock(wanted, FREE);
  }

  private Map<Wanted, LockedAccount> lock(List<Wanted> wanted, String which) {
    List<Wanted> inOrder = wanted.stream().sorted(ORDER).toList();
    Map<Wanted, LockedAccount> locked = new HashMap<>();
    locked(inOrder, which, locked);
    List<Wanted> missing = inOrder.stream().filter(one -> !locked.containsKey(one)).toList();
    if (!missing.isEmpty()) {
      open(missing.stream().map(Wanted::key).distinct().toList());
      locked(missing, which, locked);
    }
    return locked;
  }

  private void locked(List<Wanted> wanted, String which, Map<Wanted, LockedAccount> locked) {
    long since = System.nanoTime();
    try {
      lockAll(wanted, which, locked);
    } finally {
      watch.waited(Duration.ofNanos(System.nanoTime() - since));
    }
  }

  private void lockAll(List<Wanted> wanted, String which, Map<Wanted, LockedAccount> locked) {
    if (statements.takeArrays()) {
      statements.all(String.format(ALL, which), row -> locked.put(wanted.get(row.getInt("n") - 1),
          new LockedAccount(AccountRows.account(row), row.getObject("known") != null)),
          texts(wanted, one -> one.key().personId()), years(wanted.stream().map(Wanted::key).toList()),
          texts(wanted, one -> one.key().province()), texts(wanted, Wanted::claimId));
    } else {
      wanted.forEach(one -> one(one, which).ifPresent(account -> locked.put(one, account)));
    }
  }

  /** Accounts as they stand, without locking them. */
  List<StandingAccount> standing(List<Wanted> wanted) {
    if (wanted.size() == 1 || !statements.takeArrays()) {
      return wanted.stream().map(this::standing).toList();
    }
    Iterator<Wanted> inOrder = wanted.iterator();
    return statements.all(STANDING_ALL, row -> standing(row, inOrder.next().key()),
        texts(wanted, one -> one.key().personId()), years(wanted.stream().map(Wanted::key).toList()),
        texts(wanted, one -> one.key().province()), texts(wanted, Wanted::claimId),
        texts(wanted, one -> erased(one.key())));
  }

  private StandingAccount standing(Wanted wanted) {
    AccountKey key = wanted.key();
    return statements.first(STANDING_ONE, row -> standing(row, key), wanted.claimId(), marks(key),
        key.year(), key.province(), key.personId(), key.year(), key.province()).orElseThrow();
  }

  private static StandingAccount standing(ResultSet row, AccountKey key) throws SQLException {
    return new StandingAccount(row.getObject("account_id") == null ? Account.empty(key) : AccountRows.account(row),
        row.getObject("known") != null, row.getBoolean("erased"));
  }

  private Optional<LockedAccount> one(Wanted wanted, String which) {
    AccountKey key = wanted.key();
    return statements.first(ONE + which,
        row -> new LockedAccount(AccountRows.account(row), row.getObject("known") != null), wanted.claimId(),
        key.personId(), key.year(), key.province());
  }

  private void open(List<AccountKey> keys) {
    if (statements.takeArrays()) {
      statements.update(OPEN_ALL, texts(keys, AccountKey::personId), years(keys), texts(keys, AccountKey::province),
          texts(keys, this::erased));
      return;
    }
    List<Object> values = new ArrayList<>();
    for (AccountKey key : keys) {
      values.clear();
      values.addAll(List.of(key.personId(), key.year(), key.province(), marks(key), key.year(),
          key.province()));
      statements.update(OPEN_ONE, values.toArray());
    }
  }

  /** All that may be left of an id, as an array. */
  private Statements.Column marks(AccountKey key) {
    return texts(marks.all(key.personId()), mark -> mark);
  }

  /** The same as a text. */
  private String erased(AccountKey key) {
    return String.join(",", marks.all(key.personId()));
  }

  private static <T> Statements.Column texts(List<T> of, Function<T, String> text) {
    return Statements.Column.of("text", of, text);
  }

  private static Statements.Column years(List<AccountKey> keys) {
    return Statements.Column.of("integer", keys, AccountKey::year);
  }
}
