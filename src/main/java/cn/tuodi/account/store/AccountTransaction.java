package cn.tuodi.account.store;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.account.book.Booking;
import cn.tuodi.account.book.Change;
import cn.tuodi.account.book.Posting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** What is read and written in one transaction. For one thread, until it is committed or given up. */
public final class AccountTransaction {

  /** So many entries are told at once, so that there is room for all of them; of one booking in any case. */
  private static final int MAX_TOLD = 2_000;
  /** So many bookings are numbered by one who reads changes, so that nobody waits long. */
  private static final int MAX_NUMBERED = 5_000;

  private final Statements statements;
  private final FactsCipher cipher;
  private final AccountLocks locks;
  private final BookingWriter writer;
  private final EntryRows entries;
  private final AnswerRows answers;
  private boolean hasBooked;

  /**
   * A transaction.
   *
   * @param statements its statements
   * @param cipher hides facts
   * @param watch is told how long an account was waited for
   */
  AccountTransaction(Statements statements, FactsCipher cipher, AccountWatch watch) {
    this.statements = statements;
    this.cipher = cipher;
    this.locks = new AccountLocks(statements, cipher.marks(), watch);
    this.writer = new BookingWriter(statements, cipher);
    this.entries = new EntryRows(statements, cipher);
    this.answers = new AnswerRows(statements, cipher);
  }

  /**
   * The account of a key, opened where there is none, and locked until the transaction ends; empty where it was erased.
   *
   * @param key the account
   * @param claimId the bill that is asked about, or null
   */
  public Optional<LockedAccount> lock(AccountKey key, String claimId) {
    Wanted wanted = new Wanted(key, claimId);
    return Optional.ofNullable(lock(List.of(wanted)).get(wanted));
  }

  /**
   * Accounts, opened where there are none, and locked until the transaction ends. Those that were erased are missing. A
   * bill that is settled by another at this moment may be missed; its booking then fails.
   */
  public Map<Wanted, LockedAccount> lock(List<Wanted> wanted) {
    return locks.lock(wanted);
  }

  /** The same, without waiting for those that somebody else has locked: they are missing, too. */
  public Map<Wanted, LockedAccount> lockFree(List<Wanted> wanted) {
    return locks.lockFree(wanted);
  }

  /**
   * Accounts as they stand, in the order in which they are wanted; without locking them and, where the database takes
   * several at once, in one statement.
   */
  public List<StandingAccount> standing(List<Wanted> wanted) {
    return locks.standing(wanted);
  }

  /** An account without locking it; empty where nothing was ever booked. */
  public Optional<Account> find(AccountKey key) {
    return statements.first("select " + AccountRows.COLUMNS + AccountRows.OF_KEY, AccountRows::account, key.personId(),
        key.year(),
        key.province());
  }

  /** The accounts of a person in a year, by province. */
  public List<Account> accounts(String personId, int year) {
    return statements.all("select " + AccountRows.COLUMNS + " from account where person_id = ? and service_year = ? "
        + "order by province", AccountRows::account, personId, year);
  }

  /** All accounts of a person on which something was booked, the last year first. */
  public List<Account> accounts(String personId) {
    return statements.all("select " + AccountRows.COLUMNS + " from account where person_id = ? and version > 0 "
        + "order by service_year desc, province", AccountRows::account, personId);
  }

  /** The account in which a bill stands. */
  public Optional<AccountKey> accountOf(String claimId) {
    return statements.first("select a.person_id, a.service_year, a.province from entry e join account a "
        + "on a.account_id = e.account_id where e.claim_id = ? and e.claim_version = 1",
        row -> new AccountKey(row.getString(1), row.getInt(2), row.getString(3)), claimId);
  }

  /** Whether anything was booked in it. */
  boolean hasBooked() {
    return hasBooked;
  }

  /** What was booked. */
  public EntryRows entries() {
    return entries;
  }

  /** What had accumulated elsewhere before the first bill; empty where no opening was booked. */
  public Optional<Amounts> opening(Account account) {
    return statements.all("select " + AccountRows.AMOUNTS + " from entry where account_id = ? and claim_id is null",
        row -> AccountRows.amounts(row, 1), account.id()).stream().reduce(Amounts::plus);
  }

  /** The number of the last booking that has one; 0 where none has. */
  public long lastNumber() {
    return statements.first("select last_number from change_head", row -> row.getLong(1)).orElseThrow();
  }

  /** Fails where what was written first or last on a claim cannot be read with the keys that there are. */
  void requireReadable() {
    for (String order : List.of("asc", "desc")) {
      statements.first("select claim from entry where claim is not null order by entry_id " + order + " limit 1",
          row -> String.valueOf(cipher.read(row.getString(1))));
    }
  }

  /**
   * Writes bookings and moves the balances by their entries.
   *
   * @param postings bookings on accounts that are locked, those of one account in their order
   */
  public void book(List<Posting> postings) {
    hasBooked = true;
    writer.write(postings);
  }

  /**
   * Begins a booking that may have more entries than there is room for.
   *
   * @param account the account, locked
   * @param booking the booking without its entries
   */
  public OpenBooking begin(Account account, Booking booking) {
    hasBooked = true;
    return writer.begin(account, booking);
  }

  /**
   * What was booked after a number, in the order of changes. Bookings get their numbers here, from one reader at a time:
   * who sees a number sees every smaller one, and none comes in between later. They are told in brief, and fewer of them
   * where they have changed many bills.
   */
  public List<Change> changes(long after, int most) {
    number();
    return told(after, Math.addExact(after, most));
  }

  /** Gives bookings that have none their numbers in the order of changes; one does so at a time. */
  public void number() {
    long last = statements.first("select last_number from change_head for update", row -> row.getLong(1)).orElseThrow();
    int numbered = statements.update("insert into change (number, booking_id) select ? + row_number() over "
        + "(order by booking_id), booking_id from (select booking_id from unnumbered order by booking_id limit "
        + MAX_NUMBERED + ") next", last);
    if (numbered > 0) {
      statements.update("delete from unnumbered where booking_id in (select booking_id from change where number > ?)",
          last);
      statements.update("update change_head set last_number = ?", last + numbered);
    }
  }

  private List<Change> told(long after, long until) {
    Map<Long, List<BookedEntry>> changes = new LinkedHashMap<>();
    AtomicInteger told = new AtomicInteger();
    entries.ofChanges(after, until, numbered -> {
      if (!changes.containsKey(numbered.number()) && told.get() >= MAX_TOLD) {
        return false;
      }
      changes.computeIfAbsent(numbered.number(), number -> new ArrayList<>()).add(numbered.entry().brief());
      told.incrementAndGet();
      return true;
    });
    return changes.entrySet().stream().map(change -> new Change(change.getKey(), change.getValue())).toList();
  }

  /** Up to which number changes were handed on to a receiver, who is noted as one. */
  public long handedOn(String receiver) {
    String known = "select last_number from handed_on where receiver = ?";
    Optional<Long> last = statements.first(known, row -> row.getLong(1), receiver);
    if (last.isEmpty()) {
      statements.update("insert into handed_on values (?, 0) on conflict do nothing", receiver);
    }
    return last.orElse(0L);
  }

  /** The same, for nobody else until the transaction ends; empty where somebody else has it. */
  public OptionalLong lockHandedOn(String receiver) {
    return statements.all("select last_number from handed_on where receiver = ? for update skip locked",
        row -> row.getLong(1), receiver).stream().mapToLong(Long::longValue).findFirst();
  }

  /** Changes were handed on to a receiver up to a number. */
  public void handOn(String receiver, long last) {
    statements.update("update handed_on set last_number = ? where receiver = ?", last, receiver);
  }

  /** What was booked in periods, added up. */
  public SumRows sums() {
    return new SumRows(statements);
  }

  /** What was answered to requests with a key. */
  public AnswerRows answers() {
    return answers;
  }

  /**
   * Erases whose an account was and what the claims were. Amounts, and who has booked, read and erased them when, stay.
   *
   * @param account the account, locked
   * @param by who erases, or null
   * @param reason why, or null
   */
  public void erase(Account account, String by, String reason) {
    AccountKey key = account.key();
    String mark = cipher.marks().of(key.personId());
    statements.update("update entry set claim = null, decision = null, claim_id = case when claim_id is null then null "
        + "else 'erased-' || cast(entry_id as varchar) end where account_id = ?", account.id());
    statements.update("update booking set claim_id = null, reason = null where account_id = ?", account.id());
    statements.update("delete from answer where person_id = ? or person_id is null", key.personId());
    statements.update("update reading set person_id = ?, claim_id = null where person_id = ? and service_year = ?",
        mark,
        key.personId(), key.year());
    statements.update("update account set person_id = ? where account_id = ?", mark, account.id());
    // Nobody keeps anything of the person any more: whatever year was looked for, or none.
    statements.update("update reading set person_id = ?, claim_id = null where person_id = ? and not exists (select 1 "
        + "from account where person_id = ?)", mark, key.personId(), key.personId());
    statements.update("insert into erasure (person_id, service_year, province, reason, erased_by, erased_at) values "
        + "(?, ?, ?, ?, ?, " + statements.clock() + ")", mark, key.year(), key.province(), reason, by);
  }

  /**
   * Notes that something of a person was read.
   *
   * @param personId whose it is
   * @param year the year, or null
   * @param claimId the bill, or null
   * @param by who reads, or null
   */
  public void read(String personId, Integer year, String claimId, String by) {
    statements.update("insert into reading (person_id, service_year, claim_id, read_by, read_at) values "
        + "(?, ?, ?, ?, " + statements.clock() + ")", personId, year, claimId, by);
  }
}
