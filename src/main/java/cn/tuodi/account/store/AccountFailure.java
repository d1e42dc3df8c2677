package cn.tuodi.account.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Why the database of accounts does not do what is asked. */
public enum AccountFailure {
  /** It was not opened since the start. */
  NOT_OPEN,
  /** Nobody answers at its address, or the connection broke. */
  UNREACHABLE,
  /** All connections are in use, here or there. */
  NO_CONNECTION_FREE,
  /** Somebody else keeps an account locked for longer than is waited. */
  LOCKED,
  /** It takes longer than is waited. */
  SLOW,
  /** It only reads. */
  READ_ONLY,
  /** It has no room on its disk, or its storage fails. */
  NO_ROOM,
  /** It does not permit this user what is asked. */
  NOT_PERMITTED,
  /** What it holds was hidden with a key that is not among those that there are. */
  KEY_UNKNOWN,
  /** Its tables lack what this program needs. */
  SCHEMA_TOO_OLD,
  /** Its tables are of a later program and do not serve this one any more. */
  SCHEMA_TOO_NEW,
  /** Anything else. */
  OTHER;

  /** States of PostgreSQL and of the embedded database by how they begin; the longest one that fits counts. */
  private static final Map<AccountFailure, List<String>> STATES = Map.of(
      UNREACHABLE, List.of("08", "57P", "90067", "90121"),
      NO_CONNECTION_FREE, List.of("53300"),
      LOCKED, List.of("55P03", "HYT00"),
      SLOW, List.of("57014"),
      READ_ONLY, List.of("25006", "90097"),
      NO_ROOM, List.of("53100", "58030", "90028", "90031", "90098"),
      NOT_PERMITTED, List.of("42501", "28", "90096"));

  private static final String GENERAL = "HY000";

  /** Why a statement or a connection failed. */
  static AccountFailure of(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null) {
      // Who has waited in vain for a connection is told of no state.
      return NO_CONNECTION_FREE;
    }
    if (state.equals(GENERAL) && isOfStorage(failure)) {
      return NO_ROOM;
    }
    return STATES.entrySet().stream().filter(known -> known.getValue().stream().anyMatch(state::startsWith))
        .map(Map.Entry::getKey).findFirst().orElse(OTHER);
  }

  /** The embedded database says so of whatever it has no name for. */
  private static boolean isOfStorage(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> cause instanceof IOException);
  }

  /** Whether nothing is booked while it lasts, although what is read may be answered. */
  boolean isOfWriting() {
    return this == READ_ONLY || this == NO_ROOM || this == NOT_PERMITTED;
  }
}
