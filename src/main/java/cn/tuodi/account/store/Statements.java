package cn.tuodi.account.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements on one connection. What fails is told as {@link FailedStatement}. */
final class Statements {

  private final Connection connection;
  private final boolean takesSeveral;

  /**
   * Statements.
   *
   * @param connection the connection
   * @param takesSeveral whether the database takes several statements at once
   */
  Statements(Connection connection, boolean takesSeveral) {
    this.connection = connection;
    this.takesSeveral = takesSeveral;
  }

  /** Reads one row. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Statements that are sent together, in their order. */
  static final class Script {

    private final List<String> statements = new ArrayList<>();
    private final List<List<Object>> values = new ArrayList<>();

    /** Adds a statement. */
    Script then(String sql, Object... arguments) {
      statements.add(sql);
      List<Object> stated = new ArrayList<>();
      for (Object argument : arguments) {
        stated.add(argument);
      }
      values.add(stated);
      return this;
    }
  }

  <T> Optional<T> first(String sql, Row<T> read, Object... values) {
    return all(sql, read, values).stream().findFirst();
  }

  <T> List<T> all(String sql, Row<T> read, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, values);
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(read.of(result));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new FailedStatement(e);
    }
  }

  int update(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new FailedStatement(e);
    }
  }

  /** Runs a script, in one round trip where the database takes that; how many rows its last statement has changed. */
  int run(Script script) {
    if (!takesSeveral) {
      int changed = 0;
      for (int i = 0; i < script.statements.size(); i++) {
        changed = update(script.statements.get(i), script.values.get(i).toArray());
      }
      return changed;
    }
    try (PreparedStatement statement = connection.prepareStatement(String.join("; ", script.statements))) {
      List<Object> values = new ArrayList<>();
      script.values.forEach(values::addAll);
      fill(statement, values.toArray());
      statement.execute();
      int changed = statement.getUpdateCount();
      for (int i = 1; i < script.statements.size(); i++) {
        statement.getMoreResults();
        changed = statement.getUpdateCount();
      }
      return changed;
    } catch (SQLException e) {
      throw new FailedStatement(e);
    }
  }

  private static void fill(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
