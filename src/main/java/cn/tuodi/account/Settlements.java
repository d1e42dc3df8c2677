package cn.tuodi.account;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.store.StandingAccount;
import cn.tuodi.account.store.Transactions;
import cn.tuodi.account.store.Wanted;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Settles claims into year accounts. Everything that changes an account is done with its row locked, in one transaction:
 * two at once on one account follow each other. The order of a year is the order of booking, until
 * {@link Corrections#resettle} puts it into that of service dates.
 *
 * <p>Every method throws {@link SettlementRefused} where the request cannot be booked, and
 * {@link cn.tuodi.account.store.AccountsUnavailable} where the database fails; either way nothing of it stands, or all
 * of it does and the same request again finds it.
 */
public final class Settlements {

  private final Transactions transactions;
  private final BookingRules rules;
  private final JointSettlements together;
  private final JointReading reading;

  /**
   * Settlements.
   *
   * @param transactions the accounts
   * @param rules what holds for all bookings
   * @param together settles what comes at once
   * @param reading reads for those who look at once
   */
  Settlements(Transactions transactions, BookingRules rules, JointSettlements together, JointReading reading) {
    this.transactions = transactions;
    this.rules = rules;
    this.together = together;
    this.reading = reading;
  }

  /**
   * Decides a claim from its account and books it. The same claim again is answered as the bill stands.
   *
   * @param claim the claim, with a person and without a year-to-date
   * @param writer writes the decision as it is to be answered
   * @param by who settles, or null
   */
  public Settled settle(Claim claim, Function<Decision, String> writer, String by) {
    rules.check(claim);
    return together.settle(new SettlementRequest(claim, writer, by));
  }

  /**
   * The same for whoever must not wait: while somebody else keeps the account, no thread does.
   *
   * @param executor where it is done
   */
  public CompletionStage<Settled> settle(Claim claim, Function<Decision, String> writer, String by, Executor executor) {
    rules.check(claim);
    return together.settle(new SettlementRequest(claim, writer, by), executor);
  }

  /**
   * Settles claims one after the other, each as {@link #settle} would, in as few transactions as can be.
   *
   * @param requests the claims, in the order in which they are to be booked
   * @return what has become of each, in that order
   */
  public List<SettlementOutcome> settle(List<SettlementRequest> requests) {
    return together.settleInOrder(requests);
  }

  /**
   * Says what {@link #settle} would book now (预结算); nothing is booked. Whoever asks does not wait: the claim is decided by
   * whoever hears where its account stands.
   *
   * @param claim the claim, with a person and without a year-to-date
   * @param by who looks, which is noted, or null
   * @param waiting where the database is waited for
   * @param deciding where the claim is decided
   */
  public CompletionStage<Preview> preview(Claim claim, String by, Executor waiting, Executor deciding) {
    rules.check(claim);
    AccountKey key = AccountKey.of(claim);
    rules.check(key, claim.claimId());
    return reading.standing(new Wanted(key, claim.claimId()), by, waiting).thenComposeAsync(
        standing -> standing.isBillKnown()
            ? CompletableFuture.supplyAsync(() -> settled(claim, standing), waiting)
            : CompletableFuture.completedFuture(decided(claim, standing)),
        deciding);
  }

  private Preview settled(Claim claim, StandingAccount standing) {
    checkErased(claim, standing);
    Bill bill = transactions.inTransaction(open -> rules.known(open, claim));
    return new Preview(standing.account(), null, bill.decision());
  }

  private Preview decided(Claim claim, StandingAccount standing) {
    checkErased(claim, standing);
    Account account = standing.account();
    return new Preview(account, rules.decided(claim, account), null);
  }

  private static void checkErased(Claim claim, StandingAccount standing) {
    if (standing.isErased()) {
      throw new SettlementRefused(SettlementRefusal.YEAR_ERASED, claim.claimId());
    }
  }
}
