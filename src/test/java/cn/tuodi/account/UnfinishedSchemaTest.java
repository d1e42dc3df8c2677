package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.account.store.AccountDatabase;
import cn.tuodi.account.store.AccountPlace;
import cn.tuodi.account.store.AccountsUnavailable;
import cn.tuodi.account.store.FactsCipher;
import cn.tuodi.claim.Claim;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of an embedded database that were not finished, as where the disk was full while they were made. */
class UnfinishedSchemaTest {

  private static final Claim CLAIM = BothDatabases.claim("U-1", "U", 9_000, 1);

  @TempDir
  Path directory;
  private AccountPlace place;

  @BeforeEach
  void place() {
    place = new AccountPlace(directory.toString(), null, null, 2, FactsCipher.NONE, true);
  }

  @Test
  @DisplayName("Where nothing was booked they are made anew by themselves, and can be booked on")
  void anew() throws SQLException {
    BothDatabases.open(place).close();
    leaveUnfinished();
    try (AccountDatabase database = BothDatabases.open(place)) {
      assertTrue(BothDatabases.books(database).settlements().settle(CLAIM, BothDatabases.WRITER, null).isNew());
    }
  }

  @Test
  @DisplayName("Where anything was booked nothing is taken away, and they do not open")
  void booked() throws SQLException {
    try (AccountDatabase database = BothDatabases.open(place)) {
      BothDatabases.books(database).settlements().settle(CLAIM, BothDatabases.WRITER, null);
    }
    leaveUnfinished();
    assertThrows(AccountsUnavailable.class, () -> AccountDatabase.open(place, waited -> {}));
    assertEquals(1, number("select count(*) from booking"));
  }

  /** The last step counts as begun and not ended, and a table of it is gone. */
  private void leaveUnfinished() throws SQLException {
    try (Connection connection = connection(); Statement statement = connection.createStatement()) {
      statement.execute("update flyway_schema_history set success = false where installed_rank = "
          + "(select max(installed_rank) from flyway_schema_history)");
      if (number("select count(*) from booking") == 0) {
        statement.execute("drop table schema_serves");
      }
    }
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = connection()) {
      return BothDatabases.count(connection, sql);
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:h2:file:" + directory.resolve("accounts") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "", "");
  }
}
