package cn.tuodi.account.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Whether a user who does not own the tables may do with them what bookings need: a grant that is missing is told when the
 * database is opened, and not by the first person whose bill needs it.
 */
final class AccountGrants {

  private static final Map<String, List<String>> NEEDED = new TreeMap<>(Map.ofEntries(
      Map.entry("account", List.of("SELECT", "INSERT", "UPDATE")),
      Map.entry("booking", List.of("SELECT", "INSERT", "UPDATE")),
      Map.entry("entry", List.of("SELECT", "INSERT", "UPDATE")),
      Map.entry("unnumbered", List.of("SELECT", "INSERT", "DELETE")),
      Map.entry("change", List.of("SELECT", "INSERT")),
      Map.entry("change_head", List.of("SELECT", "UPDATE")),
      Map.entry("answer", List.of("SELECT", "INSERT", "DELETE")),
      Map.entry("reading", List.of("SELECT", "INSERT", "UPDATE")),
      Map.entry("handed_on", List.of("SELECT", "INSERT", "UPDATE")),
      Map.entry("erasure", List.of("INSERT")),
      Map.entry("schema_serves", List.of("SELECT")),
      Map.entry("flyway_schema_history", List.of("SELECT"))));
  private static final String SEQUENCE = "booking_number";
  /** Tables that are not there yet are for the check of the schema to tell. */
  private static final String MAY = "select c.relname, case when c.relkind = 'S' then has_sequence_privilege(c.oid, ?) "
      + "when ? = 'DELETE' then has_table_privilege(c.oid, ?) else has_any_column_privilege(c.oid, ?) end "
      + "from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = current_schema() and c.relname = ?";

  private AccountGrants() {}

  /**
   * Refuses a user who lacks a grant.
   *
   * @throws AccountsUnavailable if one is missing; its reason names all of them
   */
  static void check(DataSource connections) {
    try (Connection connection = connections.getConnection()) {
      List<String> missing = missing(connection);
      String user = connection.getMetaData().getUserName();
      connection.rollback();
      if (!missing.isEmpty()) {
        throw new AccountsUnavailable(AccountFailure.NOT_PERMITTED, "the user " + user + " lacks "
            + String.join(", ", missing) + ": run kubernetes/accounts-grants.sql as who owns the tables");
      }
    } catch (SQLException e) {
      throw new AccountsUnavailable(e);
    }
  }

  private static List<String> missing(Connection connection) throws SQLException {
    List<String> missing = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement("select current_schema()");
        ResultSet row = statement.executeQuery()) {
      if (!row.next() || row.getString(1) == null) {
        return List.of("USAGE on the schema");
      }
    }
    for (Map.Entry<String, List<String>> table : NEEDED.entrySet()) {
      for (String privilege : table.getValue()) {
        if (!isGranted(connection, table.getKey(), privilege)) {
          missing.add(privilege + " on " + table.getKey());
        }
      }
    }
    if (!isGranted(connection, SEQUENCE, "USAGE")) {
      missing.add("USAGE on sequence " + SEQUENCE);
    }
    return missing;
  }

  private static boolean isGranted(Connection connection, String name, String privilege)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MAY)) {
      for (int i = 1; i <= 4; i++) {
        statement.setString(i, privilege);
      }
      statement.setString(5, name);
      try (ResultSet row = statement.executeQuery()) {
        return !row.next() || row.getBoolean(2);
      }
    }
  }
}
