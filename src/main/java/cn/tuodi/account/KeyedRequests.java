package cn.tuodi.account;

import cn.tuodi.account.store.AccountTransaction;
import cn.tuodi.account.store.AnsweredRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Requests that carry a key of their own (Idempotency-Key). What is answered to one is kept in the transaction that does
 * it, so the same request again is answered alike, whatever became of the first answer.
 */
public final class KeyedRequests {

  /** How long an answer is kept. */
  public static final Duration KEPT = Duration.ofDays(1);

  private final Books books;

  /** Requests to a book. */
  public KeyedRequests(Books books) {
    this.books = books;
  }

  /**
   * A key, as a caller uses it.
   *
   * @param caller who asks; others may use the same key
   * @param key the key
   * @param fingerprint digest of the request: the key stands for this one only
   */
  public record Key(String caller, String key, String fingerprint) {}

  /**
   * An answer.
   *
   * @param status the status of HTTP
   * @param body the answer, in JSON
   * @param personId whose it is
   */
  public record Answer(int status, String body, String personId) {}

  /**
   * Answers a request, as before where it was answered within a day.
   *
   * @param key its key
   * @param work does what is asked
   * @throws SettlementRefused if the key was used for another request, or as {@code work} throws, which is not kept
   */
  public Answer once(Key key, Function<Books, Answer> work) {
    try {
      return books.transactions().inTransaction(open -> {
        Optional<Answer> before = before(open, key);
        if (before.isPresent()) {
          return before.get();
        }
        open.answers().forget(key.caller(), key.key());
        Answer answer = work.apply(books.within(open));
        open.answers().keep(key.caller(), key.key(),
            new AnsweredRequest(key.fingerprint(), answer.status(), answer.body(), answer.personId()));
        return answer;
      });
    } catch (SettlementRefused e) {
      // The same request may have come twice at once: what the other one has done is what stands in the way.
      return books.transactions().inTransaction(open -> before(open, key)).orElseThrow(() -> e);
    }
  }

  /** What was answered to the request within a day. */
  private static Optional<Answer> before(AccountTransaction open, Key key) {
    Optional<AnsweredRequest> before = open.answers().find(key.caller(), key.key(), KEPT);
    if (before.isPresent() && !before.get().fingerprint().equals(key.fingerprint())) {
      throw new SettlementRefused(SettlementRefusal.KEY_REUSED, null);
    }
    return before.map(answer -> new Answer(answer.status(), answer.body(), answer.personId()));
  }
}
