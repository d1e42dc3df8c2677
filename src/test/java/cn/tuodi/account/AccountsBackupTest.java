package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.store.AccountDatabase;
import cn.tuodi.account.store.RunningPostgres;
import cn.tuodi.account.store.RunningPostgres.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The script for back-ups proves the copy, and not only the database that it was taken of. */
class AccountsBackupTest {

  private static final BookingRules.Request WHY = new BookingRules.Request("li", "refund");

  @RegisterExtension
  static final BothDatabases databases = new BothDatabases();

  @TempDir
  Path directory;

  private static Books booked(String person) {
    Books books = databases.books(BothDatabases.Kind.POSTGRESQL);
    for (int day = 1; day <= 3; day++) {
      books.settlements().settle(BothDatabases.claim(person + day, person, 30_000, day), BothDatabases.WRITER, "li");
    }
    return books;
  }

  private String copy(String name) {
    return directory.resolve(name).toString();
  }

  private static void assertSaid(int code, String text, Said said) {
    assertEquals(code, said.code(), said::text);
    assertTrue(said.text().contains(text), said::text);
  }

  @Test
  @DisplayName("A back-up restored into a new database gives equal accounts, which go on where they were")
  void restored() {
    Books books = booked("U");
    books.corrections(BothDatabases.WRITER).reverse("U1", false, WHY);
    RunningPostgres postgres = databases.postgres();
    assertSaid(0, "次记账", postgres.backup("backup", "@postgres", copy("whole")));
    assertSaid(0, "一致", postgres.backup("verify", copy("whole")));
    String address = postgres.made("restored");
    assertSaid(0, "次记账", postgres.backup("restore", copy("whole"), "@restored"));
    assertSaid(2, "已有账户", postgres.backup("restore", copy("whole"), "@restored"));
    try (AccountDatabase copy = BothDatabases.open(address)) {
      Books restored = BothDatabases.books(copy);
      assertEquals(BothDatabases.account(books, "U"), BothDatabases.account(restored, "U"));
      assertEquals(BothDatabases.bill(books, "U2"), BothDatabases.bill(restored, "U2"));
      assertEquals(books.reading().changes(0, 1_000, null), restored.reading().changes(0, 1_000, null));
      assertTrue(
          restored.settlements().settle(BothDatabases.claim("U4", "U", 30_000, 4), BothDatabases.WRITER, null).isNew());
    }
  }

  @Test
  @DisplayName("A copy that was cut off or altered is told, before anything of it is restored")
  void damaged() throws IOException {
    booked("D");
    RunningPostgres postgres = databases.postgres();
    assertSaid(0, "次记账", postgres.backup("backup", "@postgres", copy("sound")));
    byte[] bytes = Files.readAllBytes(Path.of(copy("sound")));
    Files.write(Path.of(copy("short")), Arrays.copyOf(bytes, bytes.length / 2));
    bytes[bytes.length / 3] ^= 1;
    Files.write(Path.of(copy("altered")), bytes);
    postgres.made("damaged");
    for (String name : new String[] {"short", "altered"}) {
      assertSaid(2, ".sums", postgres.backup("verify", copy(name)));
      Files.copy(Path.of(copy("sound.sums")), Path.of(copy(name + ".sums")));
      assertEquals(1, postgres.backup("verify", copy(name)).code());
      assertEquals(1, postgres.backup("restore", copy(name), "@damaged").code());
    }
    assertSaid(0, "次记账", postgres.backup("restore", copy("sound"), "@damaged"));
  }

  @Test
  @DisplayName("A copy that lacks what the database held is told, and not kept")
  void incomplete() throws IOException {
    booked("I");
    Path program = directory.resolve("pg_dump");
    Files.writeString(program, "#!/bin/sh\nPATH=${PATH#*:} exec pg_dump --exclude-table-data=entry \"$@\"\n");
    assertTrue(program.toFile().setExecutable(true));
    Said said = databases.postgres().said(Map.of("PATH", directory + ":" + System.getenv("PATH")),
        RunningPostgres.BACKUP, "backup", "@postgres", copy("incomplete"));
    assertSaid(1, "entry", said);
    assertFalse(Files.exists(Path.of(copy("incomplete"))));
  }

  @Test
  @DisplayName("A database whose balances or versions are not those of its bookings is told; one without accounts, in words")
  void wrong() throws SQLException {
    booked("W");
    RunningPostgres postgres = databases.postgres();
    postgres.made("without");
    assertSaid(2, "there are no tables of year accounts", postgres.backup("backup", "@without", copy("without")));
    administer("update account set burden = burden + 1 where person_id = 'W'");
    assertSaid(1, "余额", postgres.backup("backup", "@postgres", copy("balance")));
    administer("update account set burden = burden - 1, version = version + 1 where person_id = 'W'");
    assertSaid(1, "版本", postgres.backup("backup", "@postgres", copy("version")));
    administer("update account set version = version - 1 where person_id = 'W'");
    assertSaid(0, "次记账", postgres.backup("backup", "@postgres", copy("right")));
  }

  private static void administer(String sql) throws SQLException {
    try (Connection connection = databases.connection(BothDatabases.Kind.POSTGRESQL);
        Statement statement = connection.createStatement()) {
      assertEquals(1, statement.executeUpdate(sql));
    }
  }
}
