package cn.tuodi.account.store;

import java.time.Duration;
import java.util.Optional;

/** What was answered to requests that had a key of their own. How old an answer is, the clock of the database tells. */
public final class AnswerRows {

  private final Statements statements;
  private final FactsCipher cipher;

  /**
   * Answers.
   *
   * @param statements statements of the transaction
   * @param cipher hides facts
   */
  AnswerRows(Statements statements, FactsCipher cipher) {
    this.statements = statements;
    this.cipher = cipher;
  }

  /** What was answered to a request with a key, unless that is longer ago than answers are kept. */
  public Optional<AnsweredRequest> find(String caller, String key, Duration kept) {
    return statements.first("select fingerprint, status, body, person_id from answer where caller = ? and "
        + "request_key = ? and answered_at >= " + ago(kept),
        row -> new AnsweredRequest(row.getString(1), row.getInt(2), cipher.read(row.getString(3)), row.getString(4)),
        caller, key);
  }

  /** Keeps what is answered now to a request with a key; fails where another has done so meanwhile. */
  public void keep(String caller, String key, AnsweredRequest answer) {
    statements.update("insert into answer (caller, request_key, fingerprint, status, body, person_id, answered_at) "
        + "values (?, ?, ?, ?, ?, ?, " + statements.clock() + ")", caller, key, answer.fingerprint(), answer.status(),
        cipher.written(answer.body()), answer.personId());
  }

  /** Forgets what was answered to a request with a key. */
  public void forget(String caller, String key) {
    statements.update("delete from answer where caller = ? and request_key = ?", caller, key);
  }

  /** Forgets what was answered longer ago than answers are kept. */
  public void forget(Duration kept) {
    statements.update("delete from answer where answered_at < " + ago(kept));
  }

  /** The time at which the transaction began, so that what is older is found by the index. */
  private static String ago(Duration time) {
    return "current_timestamp - interval '" + time.toHours() + "' hour";
  }
}
