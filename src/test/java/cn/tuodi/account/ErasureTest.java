package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.PersonChange;
import cn.tuodi.account.store.AccountDatabase;
import cn.tuodi.account.store.AccountPlace;
import cn.tuodi.account.store.FactsCipher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of a person who was erased nothing is left by which to find the id, and it is known who has erased what. */
class ErasureTest {

  private static final String FIRST = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String SECOND = "HxECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final BookingRules.Request WHY = new BookingRules.Request("li", "retention is over");

  @RegisterExtension
  static final BothDatabases databases = new BothDatabases();

  private static AccountDatabase open(String... keys) {
    return BothDatabases.open(new AccountPlace(databases.postgres().address(), null, null, 2,
        keys.length == 0 ? FactsCipher.NONE : FactsCipher.of(List.of(keys)), true));
  }

  private static String text(BothDatabases.Kind kind, String sql) throws SQLException {
    try (Connection connection = databases.connection(kind);
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }

  private static void eraseNew(AccountDatabase database, String person) {
    Books books = BothDatabases.books(database, 2023);
    BothDatabases.books(database).settlements().settle(BothDatabases.claim(person + "-1", person, 9_000, 1),
        BothDatabases.WRITER, null);
    books.corrections(BothDatabases.WRITER).erase(person, 2023, WHY);
  }

  private static void assertErased(AccountDatabase database, String person) {
    Settlements settlements = BothDatabases.books(database).settlements();
    BothDatabases.assertRefused(SettlementRefusal.YEAR_ERASED,
        () -> settlements.settle(BothDatabases.claim(person + "-2", person, 9_000, 1), BothDatabases.WRITER, null));
    BothDatabases.assertRefused(SettlementRefusal.YEAR_ERASED,
        () -> BothDatabases.preview(settlements, BothDatabases.claim(person + "-2", person, 9_000, 1), null));
  }

  @Test
  @DisplayName("With a key, an id cannot be found by trying; it is known again by that key, another one before it, and from before")
  void keyed() throws SQLException, NoSuchAlgorithmException {
    try (AccountDatabase plain = open();
        AccountDatabase keyed = open(FIRST);
        AccountDatabase rotated = open(SECOND, FIRST)) {
      eraseNew(plain, "450101199001010010");
      eraseNew(keyed, "450101199001010029");
      eraseNew(rotated, "450101199001010037");
      String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
          .digest("450101199001010029".getBytes(StandardCharsets.UTF_8)));
      assertEquals("0", text(BothDatabases.Kind.POSTGRESQL,
          "select count(*) from account where person_id = 'erased-" + digest + "'"));
      assertErased(plain, "450101199001010010");
      assertErased(keyed, "450101199001010010");
      assertErased(keyed, "450101199001010029");
      for (String person : List.of("450101199001010010", "450101199001010029", "450101199001010037")) {
        assertErased(rotated, person);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("What stands in place of erased ids is nobody's id: it is not settled, not found, not corrected, not erased again")
  void reserved(BothDatabases.Kind kind) throws SQLException {
    Books books = databases.books(kind);
    books.settlements().settle(BothDatabases.claim("R-1", "R", 9_000, 1), BothDatabases.WRITER, null);
    Books closed = BothDatabases.books(books.transactions(), 2023);
    closed.corrections(BothDatabases.WRITER).erase("R", 2023, WHY);
    String person =
        text(kind, "select max(person_id) from account where account_id = (select account_id from entry where "
            + "claim_id = (select max(claim_id) from entry where claim_id like 'erased-%'))");
    String bill = text(kind, "select max(claim_id) from entry where claim_id like 'erased-%'");
    for (String[] ids : new String[][] {{bill, "S"}, {"erased-x", "S"}, {"S-1", "erased-x"}}) {
      assertRefused(SettlementRefusal.ID_RESERVED, () -> books.settlements()
          .settle(BothDatabases.claim(ids[0], ids[1], 9_000, 1), BothDatabases.WRITER, null));
    }
    AccountKey mark = new AccountKey(person, 2023, "45");
    Corrections corrections = books.corrections(BothDatabases.WRITER);
    assertRefused(SettlementRefusal.CLAIM_UNKNOWN, () -> corrections.reverse(bill, true, WHY));
    assertRefused(SettlementRefusal.ID_RESERVED, () -> corrections.resettle(mark, PersonChange.NONE, true, WHY));
    assertRefused(SettlementRefusal.ACCOUNT_UNKNOWN,
        () -> closed.corrections(BothDatabases.WRITER).erase(person, 2023, WHY));
    assertRefused(SettlementRefusal.CLAIM_UNKNOWN, () -> books.reading().bill(bill, 0, 1, null));
    assertRefused(SettlementRefusal.ACCOUNT_UNKNOWN, () -> books.reading().provinces(person, 2023));
    assertRefused(SettlementRefusal.YEAR_ERASED, () -> books.settlements()
        .settle(BothDatabases.claim("R-2", "R", 9_000, 2), BothDatabases.WRITER, null));
  }

  private static void assertRefused(SettlementRefusal refusal, Executable work) {
    assertEquals(refusal, assertThrows(SettlementRefused.class, work).reason());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Who has erased what when and why stays, and who had read it, without the id of the person or of a bill")
  void noted(BothDatabases.Kind kind) throws SQLException {
    Books books = databases.books(kind);
    books.settlements().settle(BothDatabases.claim("N-1", "N", 9_000, 1), BothDatabases.WRITER, null);
    books.reading().bill("N-1", 0, 100, "wang");
    BothDatabases.books(books.transactions(), 2023).corrections(BothDatabases.WRITER).erase("N", 2023, WHY);
    String note = "from erasure where erased_by = 'li' and service_year = 2023 and province = '45' and "
        + "reason = 'retention is over' and erased_at <= current_timestamp";
    String mark = text(kind, "select max(person_id) " + note + " and person_id in (select person_id from reading "
        + "where read_by = 'wang' and claim_id is null)");
    assertTrue(mark.startsWith("erased-"), mark);
    assertEquals("1", text(kind, "select count(*) from account where person_id = '" + mark + "'"));
    assertEquals("0", text(kind, "select count(*) from reading where person_id = 'N' or claim_id = 'N-1'"));
    assertNotEquals("0", text(kind, "select count(*) " + note));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Nobody is left in the notes of readers who is erased: whoever looked for all years, previews, or had no year noted")
  void unnoted(BothDatabases.Kind kind) throws SQLException {
    Books books = databases.books(kind);
    Books closed = BothDatabases.books(books.transactions(), 2023);
    String inNotes = "select count(*) from reading where person_id = 'U'";
    String noYear = inNotes + " and service_year is null";
    books.settlements().settle(BothDatabases.claim("U-1", "U", 9_000, 1), BothDatabases.WRITER, null);
    books.settlements().settle(BothDatabases.read(BothDatabases.json("U-2", "U", 9_000, 1).replace("2023-", "2022-")),
        BothDatabases.WRITER, null);
    assertEquals(2, books.reading().ofPerson("U", "zhou").size());
    assertEquals("2 0", text(kind, inNotes) + " " + text(kind, noYear));
    // As versions before noted it; and a year of which there is no account.
    books.transactions().inTransaction(open -> {
      open.read("U", null, null, "zhou");
      return null;
    });
    assertThrows(SettlementRefused.class, () -> BothDatabases.preview(books.settlements(),
        BothDatabases.read(BothDatabases.json("U-3", "U", 9_000, 1).replace("2023-", "2001-")), "zhou"));
    closed.corrections(BothDatabases.WRITER).erase("U", 2023, WHY);
    assertEquals("3 1", text(kind, inNotes) + " " + text(kind, noYear), "another year is still kept");
    closed.corrections(BothDatabases.WRITER).erase("U", 2022, WHY);
    assertEquals("0", text(kind, inNotes));
    BothDatabases.assertRefused(SettlementRefusal.YEAR_ERASED, () -> BothDatabases.preview(books.settlements(),
        BothDatabases.claim("U-4", "U", 9_000, 1), "zhou"));
    assertEquals("0", text(kind, inNotes));
  }
}
