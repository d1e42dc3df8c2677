package cn.tuodi.account.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Statements on one connection. What fails is told as {@link FailedStatement}. */
final class Statements {

  private static final int ROWS_AT_ONCE = 50;
  /** The SQLSTATE of a character that a database does not keep. */
  private static final String NOT_IN_REPERTOIRE = "22021";

  private final Connection connection;
  private final boolean takeArrays;

  /**
   * Statements.
   *
   * @param connection the connection
   * @param takeArrays whether the database does as much at once as columns of values tell
   */
  Statements(Connection connection, boolean takeArrays) {
    this.connection = connection;
    this.takeArrays = takeArrays;
  }

  /** Reads one row. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /**
   * As many values of one type as rows are meant.
   *
   * @param type the type of the database
   * @param values the values
   */
  record Column(String type, Object[] values) {

    static <T> Column of(String type, List<T> rows, Function<T, ?> value) {
      return new Column(type, rows.stream().map(value).toArray());
    }
  }

  /** What tells the time at this moment by the clock of the database, which is one for all replicas. */
  String clock() {
    return takeArrays ? "clock_timestamp()" : "current_timestamp";
  }

  /** Whether the database takes {@link Column}s. */
  boolean takeArrays() {
    return takeArrays;
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

  /** Takes rows one by one. */
  interface Taker {
    /** Takes a row; whether more are wanted. */
    boolean take(ResultSet row) throws SQLException;
  }

  /** Hands rows on as they come from the database, which keeps those that are not wanted yet. */
  void each(String sql, Taker taker, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      fill(statement, values);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next() && taker.take(result)) {
          // The taker has it.
        }
      }
    } catch (SQLException e) {
      throw new FailedStatement(e);
    }
  }

  /** Writes rows by the same statement. */
  void write(String sql, List<Object[]> rows) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : rows) {
        fill(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
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

  private void fill(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Column column) {
        for (Object text : column.values()) {
          storable(text);
        }
        statement.setArray(i + 1, connection.createArrayOf(column.type(), column.values()));
      } else {
        statement.setObject(i + 1, storable(values[i]));
      }
    }
  }

  /**
   * PostgreSQL keeps no text with this character, and its driver gives up the connection over one; an embedded database
   * would take it.
   */
  private static Object storable(Object value) throws SQLException {
    if (value instanceof String text && text.indexOf('\0') >= 0) {
      throw new SQLException("no database keeps U+0000 in a text", NOT_IN_REPERTOIRE);
    }
    return value;
  }
}
