package cn.tuodi.account.json;

import cn.tuodi.account.store.AccountFailure;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;

/** Why the database of accounts does not do what is asked, as callers are told: what they can do, and nothing of its inside. */
public final class FailureTexts {

  private static final int UNAVAILABLE = 503;

  private FailureTexts() {}

  /** The problem of a failure, in a language. */
  public static Problem of(AccountFailure failure, Language language) {
    String code = failure == AccountFailure.KEY_UNKNOWN ? "ACCOUNTS_KEY_UNKNOWN" : "ACCOUNTS_UNAVAILABLE";
    return Problem.of(UNAVAILABLE, code, language.text("account.accounts-are-not-available"),
        language.text("account.send-it-again-unchanged", why(failure, language)));
  }

  private static String why(AccountFailure failure, Language language) {
    return switch (failure) {
      case NOT_OPEN, UNREACHABLE -> language.text("account.the-database-does-not-answer");
      case NO_CONNECTION_FREE -> language.text("account.no-connection-is-free");
      case LOCKED -> language.text("account.the-account-is-locked");
      case SLOW, OTHER -> language.text("account.the-database-did-not-answer-in-time");
      case READ_ONLY, NO_ROOM, NOT_PERMITTED -> language.text("account.the-database-takes-no-bookings");
      case KEY_UNKNOWN -> language.text("account.a-key-is-missing");
      case SCHEMA_TOO_OLD, SCHEMA_TOO_NEW -> language.text("account.the-tables-are-of-another-version");
    };
  }
}
