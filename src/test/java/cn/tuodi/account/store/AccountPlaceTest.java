package cn.tuodi.account.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where accounts are kept, as it is set. */
class AccountPlaceTest {

  private static AccountPlace of(String database) {
    return new AccountPlace(database, null, null, 1, FactsCipher.NONE, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql://tuodi:secret@db:5432/tuodi", "jdbc:mysql://db/tuodi", "postgres://db/tuodi",
      "https://db/tuodi", "JDBC:POSTGRESQL://db/tuodi"})
  @DisplayName("The address of a database that is not known is refused, and never becomes a directory")
  void unknownDatabase(String database) {
    String said = assertThrows(IllegalArgumentException.class, () -> of(database)).getMessage();
    assertEquals("tuodi.accounts.database is a directory or begins with jdbc:postgresql://, and not with "
        + database.substring(0, database.indexOf(':') + 1), said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/var/lib/tuodi/accounts", "accounts", "C:\\tuodi", "./a:b"})
  @DisplayName("Anything else is a directory")
  void directory(String database) {
    assertTrue(of(database).isEmbedded());
    assertFalse(of("jdbc:postgresql://db/tuodi").isEmbedded());
  }
}
