package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request with a key is done once for a day, which is one and the same for all replicas. */
class KeyedRequestsTest {

  @RegisterExtension
  static final BothDatabases databases = new BothDatabases();

  private final AtomicInteger done = new AtomicInteger();

  /** A request to a replica whose clock goes wrong by so many days; what comes of it. */
  private String asked(BothDatabases.Kind kind, int days) {
    Books books = new Books(databases.books(kind).transactions(), new BookingRules(BothDatabases.DECIDER,
        Clock.offset(Clock.systemUTC(), Duration.ofDays(days)), BookingRules.NONE_CLOSED));
    return new KeyedRequests(books).once(new KeyedRequests.Key("li", "key", "fingerprint"),
        within -> new KeyedRequests.Answer(200, "done " + done.incrementAndGet(), "K")).body();
  }

  private static void age(BothDatabases.Kind kind, int hours) throws SQLException {
    try (Connection connection = databases.connection(kind); Statement statement = connection.createStatement()) {
      assertEquals(1, statement.executeUpdate("update answer set answered_at = current_timestamp - interval '" + hours
          + "' hour where request_key = 'key'"));
    }
  }

  private static long kept(BothDatabases.Kind kind) throws SQLException {
    try (Connection connection = databases.connection(kind)) {
      return BothDatabases.count(connection, "select count(*) from answer where request_key = 'key'");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Replicas whose clocks differ by days answer the same request alike, for a day by the clock of the database")
  void day(BothDatabases.Kind kind) throws SQLException {
    assertEquals("done 1", asked(kind, -3));
    assertEquals("done 1", asked(kind, 0));
    assertEquals("done 1", asked(kind, 3));
    age(kind, 23);
    assertEquals("done 1", asked(kind, 3));
    age(kind, 25);
    assertEquals("done 2", asked(kind, -3), "a day later it is another request");
    assertEquals("done 2", asked(kind, 3));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Answers older than a day are forgotten, others not")
  void forgotten(BothDatabases.Kind kind) throws SQLException {
    asked(kind, 0);
    for (int hours : new int[] {23, 25}) {
      age(kind, hours);
      databases.books(kind).transactions().inTransaction(open -> {
        open.answers().forget(KeyedRequests.KEPT);
        return null;
      });
      assertEquals(hours == 23 ? 1 : 0, kept(kind));
    }
  }
}
