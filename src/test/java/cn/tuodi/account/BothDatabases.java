package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.account.store.AccountDatabase;
import cn.tuodi.account.store.AccountPlace;
import cn.tuodi.account.store.AccountsUnavailable;
import cn.tuodi.account.store.FactsCipher;
import cn.tuodi.account.store.RunningPostgres;
import cn.tuodi.account.store.Transactions;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.operation.RunningService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Year accounts on both databases, and what must hold in them whatever was done. */
final class BothDatabases implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  /** The core that keeps nothing. */
  static final AssistanceDecider DECIDER = new AssistanceDecider(BuiltEditions.CATALOGUE);
  /** Writes decisions as they are answered. */
  static final Function<Decision, String> WRITER =
      decision -> new String(Json.bytes(DecisionView.of(decision, Language.ZH)), StandardCharsets.UTF_8);
  /** Most that assistance pays in Nanning in a year. */
  static final Money CAP = Money.fen(3_000_000);

  private static final int CONNECTIONS = 8;
  private static final Executor WAITING = Executors.newCachedThreadPool(work -> {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  });

  private RunningPostgres postgres;
  private final Map<Kind, String> addresses = new EnumMap<>(Kind.class);
  private final Map<Kind, String> places = new EnumMap<>(Kind.class);
  private final Map<Kind, AccountDatabase> databases = new EnumMap<>(Kind.class);

  /** Where accounts lie. */
  enum Kind {
    POSTGRESQL,
    EMBEDDED
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    postgres = RunningPostgres.start();
    Path directory = Files.createTempDirectory("tuodi-accounts");
    addresses.put(Kind.POSTGRESQL, postgres.address());
    addresses.put(Kind.EMBEDDED,
        "jdbc:h2:file:" + directory.resolve("accounts") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
    places.put(Kind.POSTGRESQL, postgres.address());
    places.put(Kind.EMBEDDED, directory.toString());
    places.forEach((kind, place) -> databases.put(kind, open(place)));
  }

  /** A machine that is busy may need more than one attempt to reach a database that has just begun. */
  static AccountDatabase open(String place) {
    return open(new AccountPlace(place, null, null, CONNECTIONS, FactsCipher.NONE, true));
  }

  /** The same of a place with settings of its own. */
  static AccountDatabase open(AccountPlace database) {
    AtomicReference<AccountDatabase> opened = new AtomicReference<>();
    RunningService.waitUntil("the database is open", () -> {
      try {
        opened.set(AccountDatabase.open(database, waited -> {}));
        return true;
      } catch (AccountsUnavailable e) {
        return false;
      }
    });
    return opened.get();
  }

  /** One of them, opened once more with so many connections of its own. */
  AccountDatabase open(Kind kind, int connections) {
    return open(place(kind, connections));
  }

  /** Where one of them is, for so many connections. */
  AccountPlace place(Kind kind, int connections) {
    return new AccountPlace(places.get(kind), null, null, connections, FactsCipher.NONE, true);
  }

  /** The server. */
  RunningPostgres postgres() {
    return postgres;
  }

  /** A book of one of them. */
  Books books(Kind kind) {
    return books(databases.get(kind));
  }

  /** A book somewhere. */
  static Books books(Transactions transactions) {
    return books(transactions, BookingRules.NONE_CLOSED);
  }

  /** A book somewhere, closed through a year. */
  static Books books(Transactions transactions, int closedThrough) {
    return new Books(transactions, new BookingRules(DECIDER, Clock.systemUTC(), closedThrough));
  }

  /** A connection beside those of the service. */
  Connection connection(Kind kind) throws SQLException {
    return kind == Kind.EMBEDDED ? DriverManager.getConnection(addresses.get(kind), "", "")
        : DriverManager.getConnection(addresses.get(kind));
  }

  /** What must hold in every account. */
  void checkInvariants() throws SQLException {
    String sums = Amounts.COLUMNS.stream().map(c -> "sum(e." + c + ") <> a." + c).collect(Collectors.joining(" or "));
    String negative = Amounts.COLUMNS.stream().map(c -> "a." + c + " < 0").collect(Collectors.joining(" or "));
    for (Kind kind : Kind.values()) {
      try (Connection connection = connection(kind)) {
        assertEquals(0, count(connection, "select count(*) from (select a.account_id from account a join entry e on "
            + "e.account_id = a.account_id group by a.account_id having " + sums + ") x"), "balances are sums");
        assertEquals(0, count(connection, "select count(*) from account a where " + negative), "none is negative");
        assertEquals(0, count(connection, "select count(*) from account a where a.version <> (select count(*) from "
            + "booking b where b.account_id = a.account_id)"), "every booking is a version");
        assertEquals(0, count(connection, "select count(*) from account a where a.bills <> (select count(distinct "
            + "e.settlement_id) from entry e where e.account_id = a.account_id)"), "every bill is counted once");
        assertEquals(0,
            count(connection, "select count(*) from (select settlement_id from entry where claim_id is not null "
                + "group by settlement_id having max(claim_version) <> count(*)) x"),
            "versions of bills have no gap");
        assertEquals(0, count(connection, "select count(*) from booking b where (select count(*) from unnumbered u "
            + "where u.booking_id = b.booking_id) + (select count(*) from change c where c.booking_id = b.booking_id) "
            + "<> 1"), "every booking is a change, once");
        assertEquals(0, count(connection, "select count(*) from account a where a.province = '45' and a.inpatient_paid "
            + "+ a.major_paid > " + CAP.inFen()), "the cap of Guangxi holds");
      }
    }
  }

  /** A number that a statement tells. */
  static long count(Connection connection, String sql) throws SQLException {
    try (ResultSet result = connection.createStatement().executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** A person's account of 2023 in Guangxi. */
  static Account account(Books books, String person) {
    return account(books, new AccountKey(person, 2023, "45"));
  }

  /** An account. */
  static Account account(Books books, AccountKey key) {
    return books.transactions().inTransaction(open -> open.find(key)).orElseThrow();
  }

  /** All that was booked on a bill. */
  static List<BookedEntry> bill(Books books, String claimId) {
    return books.reading().bill(claimId, 0, Integer.MAX_VALUE, null).entries();
  }

  /** The bills of an account as they stood at a moment, the reversed ones too, in the order of the year. */
  static List<Bill> bills(Books books, Account account, Instant asOf) {
    List<BookedEntry> entries = new ArrayList<>();
    books.transactions().inTransaction(open -> {
      open.entries().each(account, asOf, entries::add);
      return null;
    });
    Map<String, Bill> latest = new LinkedHashMap<>();
    versions(entries).forEach(version -> latest.put(version.claimId(), version));
    return latest.values().stream().sorted(Comparator.comparingInt(Bill::sequence)).toList();
  }

  /** A version of a bill for each entry; what it comes to is the sum of the changes up to it. */
  static List<Bill> versions(List<BookedEntry> entries) {
    Map<String, Amounts> sums = new HashMap<>();
    return entries.stream().filter(entry -> entry.claimId() != null)
        .map(entry -> entry.bill(sums.merge(entry.claimId(), entry.change(), Amounts::plus))).toList();
  }

  /** Asserts why something is not booked. */
  static void assertRefused(SettlementRefusal reason, Runnable request) {
    assertEquals(reason, assertThrows(SettlementRefused.class, request::run).reason());
  }

  /** Settles a claim as soon as the database does. */
  static Settled settled(Settlements settlements, Claim claim) {
    AtomicReference<Settled> settled = new AtomicReference<>();
    RunningService.waitUntil("the claim is settled", () -> {
      try {
        settled.set(settlements.settle(claim, WRITER, null));
        return true;
      } catch (AccountsUnavailable e) {
        return false;
      }
    });
    return settled.get();
  }

  /** A claim of May 2023 in Nanning that leaves an amount in yuan to be assisted. */
  static Claim claim(String id, String person, int left, int day) {
    return read(json(id, person, left, day));
  }

  /** A claim in JSON. */
  static Claim read(String json) {
    return ClaimReader.read(json.getBytes(StandardCharsets.UTF_8), Language.EN);
  }

  /** The JSON of a {@link #claim}. */
  static String json(String id, String person, int left, int day) {
    return "{\"claimId\":\"" + id + "\",\"region\":\"450100\",\"serviceDate\":\""
        + LocalDate.of(2023, 5, day) + "\",\"person\":{"
        + (person == null ? "" : "\"personId\":\"" + person + "\",")
        + "\"identities\":[{\"type\":\"MINIMUM_LIVING\",\"recognisedOn\":\"2021-01-10\"}]},"
        + "\"care\":{\"type\":\"INPATIENT\"},\"costs\":{\"total\":" + (left + 10_000) + ",\"policyScope\":"
        + (left + 10_000) + ",\"advance\":0,\"overLimit\":0,\"selfPaid\":0},"
        + "\"payments\":{\"basicInsurance\":10000,\"criticalIllness\":0}}";
  }

  @Override
  public void afterEach(ExtensionContext context) throws SQLException {
    checkInvariants();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    databases.values().forEach(AccountDatabase::close);
    postgres.close();
  }

  /** What settling a claim would come to, once that is known. */
  static Preview preview(Settlements settlements, Claim claim, String by) {
    try {
      return settlements.preview(claim, by, WAITING, Runnable::run).toCompletableFuture().join();
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }
}
