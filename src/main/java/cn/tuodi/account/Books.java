package cn.tuodi.account;

import cn.tuodi.account.store.AccountTransaction;
import cn.tuodi.account.store.Transactions;
import cn.tuodi.assistance.Decision;
import java.util.function.Function;

/** The book of year accounts: everything that can be done with it. */
public final class Books {

  private final Transactions transactions;
  private final BookingRules rules;
  private final JointSettlements together;
  private final JointReading reading;
  private final ReadingRoom room;
  private final OwnTransactions places;

  /**
   * A book.
   *
   * @param transactions where it is done
   * @param rules what holds for all bookings
   */
  public Books(Transactions transactions, BookingRules rules) {
    this(transactions, rules, new ReadingRoom(), new OwnTransactions(transactions.atOnce()));
  }

  private Books(Transactions transactions, BookingRules rules, ReadingRoom room, OwnTransactions places) {
    this.room = room;
    this.places = places;
    this.transactions = transactions;
    this.rules = rules;
    this.together = new JointSettlements(transactions, rules);
    this.reading = new JointReading(transactions);
  }

  /** Where it is done. */
  public Transactions transactions() {
    return transactions;
  }

  /** What holds for all bookings. */
  public BookingRules rules() {
    return rules;
  }

  /** Room for what is told of years at once. */
  public ReadingRoom room() {
    return room;
  }

  /** Places for requests that have a transaction of their own. */
  public OwnTransactions places() {
    return places;
  }

  /** Settles claims. */
  public Settlements settlements() {
    return new Settlements(transactions, rules, together, reading);
  }

  /** Corrects what was settled; decisions are written by the writer given. */
  public Corrections corrections(Function<Decision, String> writer) {
    return new Corrections(transactions, rules, writer);
  }

  /** Reads accounts. */
  public AccountReading reading() {
    return new AccountReading(transactions);
  }

  /** Hands changes on. */
  public ChangesFeed feed() {
    return new ChangesFeed(transactions);
  }

  /** The same book within a transaction that is under way. */
  Books within(AccountTransaction open) {
    return new Books(new Within(open, transactions.atOnce()), rules, room, places);
  }

  private record Within(AccountTransaction open, int atOnce) implements Transactions {

    @Override
    public <T> T inTransaction(Function<AccountTransaction, T> work) {
      return work.apply(open);
    }

    @Override
    public <T> T inOneStatement(Function<AccountTransaction, T> work) {
      return work.apply(open);
    }
  }
}
