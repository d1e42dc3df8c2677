package cn.tuodi.account;

import cn.tuodi.account.store.AnsweredRequest;
import java.time.Duration;
import java.time.Instant;
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
   */
  public record Answer(int status, String body) {}

  /**
   * Answers a request, as before where it was answered within a day.
   *
   * @param key its key
   * @param work does what is asked
   * @throws SettlementRefused if the key was used for another request, or as {@code work} throws, which is not kept
   */
  public Answer once(Key key, Function<Books, Answer> work) {
    return books.transactions().inTransaction(open -> {
      Instant now = books.rules().now();
      Optional<AnsweredRequest> before = open.answered(key.caller(), key.key());
      if (before.isPresent() && before.get().at().plus(KEPT).isBefore(now)) {
        open.forgetAnswer(key.caller(), key.key());
      } else if (before.isPresent()) {
        if (!before.get().fingerprint().equals(key.fingerprint())) {
          throw new SettlementRefused(SettlementRefusal.KEY_REUSED, null);
        }
        return new Answer(before.get().status(), before.get().body());
      }
      Answer answer = work.apply(books.within(open));
      open.answer(key.caller(), key.key(), new AnsweredRequest(key.fingerprint(), answer.status(), answer.body(), now));
      return answer;
    });
  }
}
