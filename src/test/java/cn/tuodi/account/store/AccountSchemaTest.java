package cn.tuodi.account.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountSchemaTest {

  private static final Path STEPS = Path.of("src/main/resources/account/migrations");

  @TempDir
  Path directory;

  @Test
  @DisplayName("The latest step is the last one that there is")
  void latest() throws IOException {
    try (Stream<Path> files = Files.list(STEPS)) {
      int last = files.map(file -> file.getFileName().toString()).mapToInt(
          name -> Integer.parseInt(name.substring(1, name.indexOf("__")))).max().orElseThrow();
      assertEquals(Integer.toString(last), AccountSchema.LATEST);
    }
  }

  @Test
  @DisplayName("A step that was not finished is seen, also where it is the latest")
  void unfinished() throws SQLException {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:file:" + directory.resolve("accounts") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
    AccountSchema.migrate(database);
    assertEquals(0, AccountSchema.migrate(database));
    AccountSchema.check(database);
    try (Connection connection = DriverManager.getConnection(database.getURL());
        Statement statement = connection.createStatement()) {
      statement.execute("update \"flyway_schema_history\" set \"success\" = false where \"version\" = '"
          + AccountSchema.LATEST + "'");
    }
    assertThrows(RuntimeException.class, () -> AccountSchema.migrate(database));
  }
}
