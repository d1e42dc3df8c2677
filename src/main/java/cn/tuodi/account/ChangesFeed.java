package cn.tuodi.account;

import cn.tuodi.account.book.Change;
import cn.tuodi.account.store.Transactions;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Hands changes on to a receiver, in order and without a gap. How far they have come stands in the book: after a crash
 * what was handed on last may come again, nothing is left out, and of several replicas one hands on at a time.
 */
public final class ChangesFeed {

  private final Transactions transactions;

  /**
   * A feed.
   *
   * @param transactions the accounts
   */
  ChangesFeed(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Hands on what follows.
   *
   * @param receiver name of the receiver
   * @param most most changes to be handed on
   * @param sender takes them; what it throws leaves them to be handed on again
   * @return how many were handed on; none where there are none, or where somebody else is handing on
   */
  public int handOn(String receiver, int most, Consumer<List<Change>> sender) {
    long last = transactions.inTransaction(open -> open.handedOn(receiver));
    List<Change> next = transactions.inTransaction(open -> open.changes(last, most));
    if (next.isEmpty()) {
      return 0;
    }
    return transactions.inTransaction(open -> {
      OptionalLong own = open.lockHandedOn(receiver);
      if (own.isEmpty() || own.getAsLong() != last) {
        return 0;
      }
      sender.accept(next);
      open.handOn(receiver, next.get(next.size() - 1).number());
      return next.size();
    });
  }
}
