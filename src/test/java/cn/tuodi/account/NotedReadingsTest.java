package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.PersonChange;
import cn.tuodi.claim.Claim;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who looks at what a correction would change is noted, whatever comes of it. */
class NotedReadingsTest {

  @RegisterExtension
  static final BothDatabases databases = new BothDatabases();

  private static List<String> readings(BothDatabases.Kind kind, String reader) throws SQLException {
    List<String> readings = new ArrayList<>();
    try (Connection connection = databases.connection(kind);
        ResultSet row = connection.createStatement().executeQuery(
            "select person_id, service_year, claim_id from reading where read_by = '" + reader
                + "' order by reading_id")) {
      while (row.next()) {
        readings.add(row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
      }
    }
    return readings;
  }

  private static BookingRules.Request by(String reader, Integer seen) {
    return new BookingRules.Request(reader, "refund", seen);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A correction that is only looked at is noted where it is refused once the account was read, and where nothing would change")
  void refused(BothDatabases.Kind kind) throws SQLException {
    Books books = databases.books(kind);
    Claim first = BothDatabases.claim("V-1", "V", 9_000, 1);
    books.settlements().settle(first, BothDatabases.WRITER, null);
    books.settlements().settle(BothDatabases.claim("V-2", "V", 9_000, 2), BothDatabases.WRITER, null);
    Corrections corrections = books.corrections(BothDatabases.WRITER);
    corrections.reverse("V-2", false, by("chen", null));
    BothDatabases.assertRefused(SettlementRefusal.CLAIM_REVERSED,
        () -> corrections.reverse("V-2", true, by("zhao", null)));
    BothDatabases.assertRefused(SettlementRefusal.ACCOUNT_CHANGED,
        () -> corrections.reverse("V-1", true, by("zhao", 1)));
    BothDatabases.assertRefused(SettlementRefusal.VERSION_PASSED, () -> corrections.replace(
        BothDatabases.claim("V-1", "V", 8_000, 1), 7, true, by("zhao", null)));
    BothDatabases.assertRefused(SettlementRefusal.ANOTHER_ACCOUNT, () -> corrections.replace(
        BothDatabases.claim("V-1", "W", 8_000, 1), 1, true, by("zhao", null)));
    assertEquals(0, corrections.replace(first, 1, true, by("zhao", null)).count());
    AccountKey key = new AccountKey("V", 2023, "45");
    BothDatabases.assertRefused(SettlementRefusal.ACCOUNT_CHANGED,
        () -> corrections.resettle(key, PersonChange.NONE, true, by("zhao", 1)));
    assertEquals(List.of("V 2023 V-2", "V 2023 V-1", "V 2023 V-1", "V 2023 V-1", "V 2023 V-1", "V 2023 null"),
        readings(kind, "zhao"));
    long version = BothDatabases.account(books, "V").version();
    assertEquals(3, version, "looking books nothing");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Where no account was read, and where a booking is refused, nothing is noted")
  void unread(BothDatabases.Kind kind) throws SQLException {
    Books books = databases.books(kind);
    books.settlements().settle(BothDatabases.claim("X-1", "X", 9_000, 1), BothDatabases.WRITER, null);
    Corrections corrections = books.corrections(BothDatabases.WRITER);
    BothDatabases.assertRefused(SettlementRefusal.CLAIM_UNKNOWN,
        () -> corrections.reverse("X-9", true, by("qian", null)));
    BothDatabases.assertRefused(SettlementRefusal.ACCOUNT_UNKNOWN,
        () -> corrections.resettle(new AccountKey("nobody", 2023, "45"), PersonChange.NONE, true, by("qian", null)));
    BothDatabases.assertRefused(SettlementRefusal.ACCOUNT_CHANGED,
        () -> corrections.reverse("X-1", false, by("qian", 0)));
    assertEquals(List.of(), readings(kind, "qian"));
  }
}
