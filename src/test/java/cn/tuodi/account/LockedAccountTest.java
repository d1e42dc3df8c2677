package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.operation.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the runbook says of an account that is locked finds who has it. */
class LockedAccountTest {

  private static final Pattern QUERY = Pattern.compile("(?s)```sql\\n(.*?);\\n```");

  @RegisterExtension
  static final BothDatabases databases = new BothDatabases();

  private static String query(String page) throws IOException {
    Matcher query = QUERY.matcher(Files.readString(Path.of("docs/operate", page)));
    assertTrue(query.find());
    return query.group(1);
  }

  @Test
  @DisplayName("The query of the runbook names the session that holds an account, who waits for it, and how to end it")
  void locked() throws Exception {
    assertEquals(query("runbook.md"), query("runbook.zh-CN.md"));
    Books books = databases.books(BothDatabases.Kind.POSTGRESQL);
    books.settlements().settle(BothDatabases.claim("K0", "K", 9_000, 1), BothDatabases.WRITER, "li");
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Connection holding = databases.connection(BothDatabases.Kind.POSTGRESQL);
        Connection asking = databases.connection(BothDatabases.Kind.POSTGRESQL);
        Statement asked = asking.createStatement()) {
      asked.execute("set application_name = 'asking'");
      assertFalse(asked.executeQuery(query("runbook.md")).next(), "nobody holds anything");
      holding.setAutoCommit(false);
      long pid;
      try (Statement statement = holding.createStatement()) {
        statement.executeQuery("select 1 from account where person_id = 'K' for update").next();
        ResultSet self = statement.executeQuery("select pg_backend_pid()");
        self.next();
        pid = self.getLong(1);
      }
      Future<Settled> waiting = other.submit(() -> BothDatabases.settled(books.settlements(),
          BothDatabases.claim("K1", "K", 9_000, 2)));
      RunningService.waitUntil("the holder is seen with who waits", () -> isSeen(asked, pid));
      try (ResultSet ended = asked.executeQuery("select pg_terminate_backend(" + pid + ")")) {
        assertTrue(ended.next() && ended.getBoolean(1));
      }
      assertTrue(waiting.get(1, TimeUnit.MINUTES).isNew());
    } finally {
      other.shutdownNow();
    }
  }

  private static boolean isSeen(Statement asked, long pid) {
    try (ResultSet row = asked.executeQuery(query("runbook.md"))) {
      return row.next() && row.getLong("pid") == pid && row.getString("state").equals("idle in transaction")
          && row.getLong("waiting") > 0;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
