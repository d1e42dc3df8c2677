package cn.tuodi.account.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures of the databases by their states. */
class AccountFailureTest {

  @ParameterizedTest
  @CsvSource({", NO_CONNECTION_FREE", "53300, NO_CONNECTION_FREE", "08001, UNREACHABLE", "57P01, UNREACHABLE",
      "90067, UNREACHABLE", "55P03, LOCKED", "HYT00, LOCKED", "57014, SLOW", "25006, READ_ONLY", "53100, NO_ROOM",
      "42501, NOT_PERMITTED", "28P01, NOT_PERMITTED", "XX000, OTHER", "HY000, OTHER",
      "90098, NO_ROOM"})
  @DisplayName("What an operator has to do other things about has other names")
  void named(String state, AccountFailure failure) {
    assertEquals(failure, AccountFailure.of(new SQLException("said by the database", state)));
  }

  @Test
  @DisplayName("What the embedded database could not write is told apart from what else it has no name for")
  void unwritten() {
    assertEquals(AccountFailure.NO_ROOM, AccountFailure.of(new SQLException("general error", "HY000",
        new IllegalStateException("writing failed", new IOException("no space left on device")))));
  }
}
