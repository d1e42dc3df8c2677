package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.PersonChange;
import cn.tuodi.account.store.AccountCheck;
import cn.tuodi.account.store.AccountDatabase;
import cn.tuodi.account.store.AccountPlace;
import cn.tuodi.account.store.BookDifference;
import cn.tuodi.account.store.BookDifference.Rule;
import cn.tuodi.account.store.FactsCipher;
import cn.tuodi.account.store.RunningPostgres;
import cn.tuodi.command.Commands;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command accounts-check finds nothing in a book that was booked, and everything that is altered beside it. */
class AccountsCheckTest {

  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final BookingRules.Request WHY = new BookingRules.Request("li", "refund");

  @TempDir
  Path directory;

  /** What somebody does to a row, and what is found then. */
  private record Damage(Rule rule, String statement) {}

  private static final List<Damage> DAMAGES = List.of(
      new Damage(Rule.BALANCE, "update account set line_medical_assistance = line_medical_assistance + 1 where "
          + "person_id = 'ann'"),
      new Damage(Rule.VERSION, "update account set version = version + 1 where person_id = 'ann'"),
      new Damage(Rule.BOOKING_ORDER, "update booking set account_version = 90 where booking_id = (select "
          + "max(booking_id) from booking where kind = 'SETTLEMENT')"),
      new Damage(Rule.BILLS, "update account set bills = bills + 1 where person_id = 'ann'"),
      new Damage(Rule.BILL_ORDER, "update entry set sequence = 9 where claim_id = 'a3'"),
      new Damage(Rule.BILL_VERSIONS, "update entry set claim_version = 9 where claim_id = 'a1' and claim_version = 2"),
      new Damage(Rule.DECISION, "update entry set decision = (select e.decision from entry e where e.claim_id = 'b1') "
          + "where claim_id = 'a3' and claim_version = 1"),
      new Damage(Rule.ACCUMULATION, "update entry set burden = burden + 1 where claim_id = 'a3' and claim_version = 1"),
      new Damage(Rule.CLAIM, "update entry set claim = (select e.claim from entry e where e.claim_id = 'a2' and "
          + "e.claim_version = 1) where claim_id = 'a4'"),
      new Damage(Rule.CLAIM, "update entry set decision = replace(decision, '\"a4\"', '\"a3\"') where claim_id = 'a4'"),
      new Damage(Rule.PERSON, "update account set person_id = 'eve' where person_id = 'bob'"),
      new Damage(Rule.CLAIM, "update account set province = '52' where person_id = 'bob'"),
      new Damage(Rule.FACTS, "update entry set claim = '{}' where claim_id = 'a4'"),
      new Damage(Rule.FACTS, "update entry set claim = null where claim_id = 'a3' and claim_version = 1"),
      new Damage(Rule.ENTRY_ACCOUNT, "update entry set account_id = (select account_id from account where person_id = "
          + "'bob') where claim_id = 'a3' and claim_version = 1"),
      new Damage(Rule.CHANGE_OF_BOOKING, "delete from unnumbered where booking_id = (select min(booking_id) from "
          + "unnumbered)"),
      new Damage(Rule.CHANGE_NUMBERS, "update change set number = 900 where number = 3"),
      new Damage(Rule.CHANGE_NUMBERS, "update change_head set last_number = last_number + 1"));

  /** Where copies of a book come from. */
  private interface Spare {
    AccountPlace copy() throws IOException;

    default String addressOf(AccountPlace copy) {
      return copy.isEmbedded() ? embedded(Path.of(copy.database())) : copy.database();
    }
  }

  private static AccountPlace place(String database) {
    return new AccountPlace(database, null, null, 2, FactsCipher.NONE, true);
  }

  private static String embedded(Path directory) {
    return "jdbc:h2:file:" + directory.resolve("accounts") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
  }

  @Test
  @DisplayName("PostgreSQL: what was booked, corrected and erased agrees; every altered row is told")
  void postgresql() throws SQLException, IOException {
    try (RunningPostgres postgres = RunningPostgres.start()) {
      booked(place(postgres.address()));
      int[] copies = {0};
      assertFound(place(postgres.address()), () -> place(postgres.copied("copy" + copies[0]++)));
    }
  }

  @Test
  @DisplayName("Embedded: what was booked, corrected and erased agrees; every altered row is told")
  void embedded() throws SQLException, IOException {
    Path book = Files.createDirectory(directory.resolve("book"));
    booked(place(book.toString()));
    assertFound(place(book.toString()), () -> {
      Path copy = Files.createTempDirectory(directory, "copy");
      Files.copy(book.resolve("accounts.mv.db"), copy.resolve("accounts.mv.db"));
      return place(copy.toString());
    });
  }

  @Test
  @DisplayName("Decisions that are encrypted are read with their key, an altered one is told, and without the key nothing is said to agree")
  void encrypted() throws SQLException {
    AccountPlace place = new AccountPlace(directory.toString(), null, null, 2, FactsCipher.of(List.of(KEY)), true);
    booked(place);
    assertEquals(Set.of(), found(place));
    StringWriter out = new StringWriter();
    assertEquals(Commands.FAILED, run(out), out::toString);
    assertTrue(out.toString().contains("tuodi.accounts.keys lacks the key"), out::toString);
    assertEquals(Commands.SOUND, run(out, "--without-decisions"), out::toString);
    alter(embedded(directory),
        "update entry set decision = substring(decision from 1 for 60) || 'AAAA' || substring(decision from 65) where "
            + "claim_id = 'a3' and claim_version = 1");
    assertEquals(Set.of(Rule.FACTS), found(place));
  }

  @Test
  @DisplayName("The command tells the account that differs by its number, and the person only where that is asked for")
  void command() throws SQLException {
    StringWriter out = new StringWriter();
    assertEquals(Commands.FAILED, run(out), out::toString);
    assertTrue(out.toString().contains("accounts-schema"), out::toString);
    booked(place(directory.toString()));
    out.getBuffer().setLength(0);
    assertEquals(Commands.SOUND, run(out), out::toString);
    assertTrue(out.toString().startsWith("没有差异：3 个账户，"), out::toString);
    alter(embedded(directory),
        "update account set burden = burden + 100 where person_id = 'bob'");
    out.getBuffer().setLength(0);
    assertEquals(Commands.FOUND, run(out, "--language", "en"), out::toString);
    assertTrue(
        out.toString().matches("(?s)account \\d+ \\(2023, province 45\\): the balance burden is [\\d.]+, the sum "
            + "of its entries [\\d.]+\\R1 thing\\(s\\) differ, .*"),
        out::toString);
    assertFalse(out.toString().contains("bob"), out::toString);
    assertEquals(Commands.FOUND, run(out, "--with-persons"), out::toString);
    assertTrue(out.toString().contains("[bob]"), out::toString);
    alter(embedded(directory), "update account set burden = burden - 100, person_id = 'eve' where person_id = 'bob'");
    out.getBuffer().setLength(0);
    assertEquals(Commands.FOUND, run(out, "--language", "en"), out::toString);
    assertTrue(
        out.toString().matches("(?s)(account \\d+ \\(2023, province 45\\): what was claimed in settlement \\S+ is "
            + "of another person \\(--with-persons tells the ids\\)\\R){2}2 thing\\(s\\) differ, .*"),
        out::toString);
    out.getBuffer().setLength(0);
    assertEquals(Commands.FOUND, run(out, "--with-persons"), out::toString);
    assertTrue(out.toString().contains("属于其他人员：写有 bob，应为 eve [eve]"), out::toString);
  }

  private int run(StringWriter out, String... arguments) {
    PrintWriter told = new PrintWriter(out, true);
    return Commands.run(told, told, Stream.concat(Stream.of("accounts-check", "--database", directory.toString()),
        Arrays.stream(arguments)).toArray(String[]::new));
  }

  /** An opening, settlements, a reversal that changes later bills, a year decided again, an erased person, changes. */
  private static void booked(AccountPlace place) {
    try (AccountDatabase database = BothDatabases.open(place)) {
      Books books = BothDatabases.books(database);
      Settlements settlements = books.settlements();
      for (int day = 1; day <= 4; day++) {
        settlements.settle(BothDatabases.claim("a" + day, "ann", 20_000, day), BothDatabases.WRITER, "li");
      }
      settlements.settle(BothDatabases.claim("b1", "bob", 3_000, 1), BothDatabases.WRITER, "li");
      settlements.settle(BothDatabases.claim("c2", "cid", 3_000, 2), BothDatabases.WRITER, "li");
      settlements.settle(BothDatabases.claim("c1", "cid", 4_000, 1), BothDatabases.WRITER, "li");
      Corrections corrections = books.corrections(BothDatabases.WRITER);
      assertTrue(corrections.reverse("a1", false, WHY).entries().size() > 1);
      corrections.resettle(new AccountKey("cid", 2023, "45"), PersonChange.NONE, false, WHY);
      BothDatabases.books(database, 2023).corrections(BothDatabases.WRITER).erase("cid", 2023, WHY);
      assertTrue(books.reading().changes(0, 100, null).size() > 5);
      settlements.settle(BothDatabases.claim("b2", "bob", 3_000, 2), BothDatabases.WRITER, "li");
    }
  }

  private static void assertFound(AccountPlace place, Spare spare) throws SQLException, IOException {
    assertEquals(Set.of(), found(place));
    Set<Rule> left = EnumSet.allOf(Rule.class);
    for (Damage damage : DAMAGES) {
      AccountPlace copy = spare.copy();
      alter(spare.addressOf(copy), damage.statement());
      Set<Rule> found = found(copy);
      assertTrue(found.contains(damage.rule()), () -> damage + ": " + found);
      left.remove(damage.rule());
    }
    assertEquals(Set.of(), left);
  }

  private static void alter(String address, String statement) throws SQLException {
    try (Connection connection = address.startsWith("jdbc:h2:") ? DriverManager.getConnection(address, "", "")
        : DriverManager.getConnection(address); Statement sql = connection.createStatement()) {
      assertEquals(1, Math.min(1, sql.executeUpdate(statement)), statement);
    }
  }

  private static Set<Rule> found(AccountPlace place) {
    List<BookDifference> found = new ArrayList<>();
    AccountCheck.run(place, true, found::add);
    return found.stream().map(BookDifference::rule).collect(Collectors.toSet());
  }
}
