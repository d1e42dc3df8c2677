package cn.tuodi.account.store;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Amounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/** How accounts stand in rows of the database. */
final class AccountRows {

  /** The columns of amounts. */
  static final String AMOUNTS = String.join(", ", Amounts.COLUMNS);
  /** The columns of an account. */
  static final String COLUMNS = "account_id, person_id, service_year, province, version, bills, " + AMOUNTS;
  /** Which row is the account of a key. */
  static final String OF_KEY = " from account where person_id = ? and service_year = ? and province = ?";

  private static final int FIRST_BALANCE = 7;

  private AccountRows() {}

  /** The columns of amounts, each as a pattern has it. */
  static String listed(String pattern) {
    return Amounts.COLUMNS.stream().map(column -> String.format(pattern, column)).collect(Collectors.joining(", "));
  }

  /** An account. */
  static Account account(ResultSet row) throws SQLException {
    return new Account(row.getLong(1), new AccountKey(row.getString(2), row.getInt(3), row.getString(4)),
        row.getLong(5), row.getInt(6), amounts(row, FIRST_BALANCE));
  }

  /** Amounts, from a column on. */
  static Amounts amounts(ResultSet row, int from) throws SQLException {
    long[] fen = new long[Amounts.COLUMNS.size()];
    for (int i = 0; i < fen.length; i++) {
      fen[i] = row.getLong(from + i);
    }
    return Amounts.of(fen);
  }

  /** A moment as databases take it. */
  static OffsetDateTime time(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
