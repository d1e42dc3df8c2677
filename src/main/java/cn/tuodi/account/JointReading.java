package cn.tuodi.account;

import cn.tuodi.account.store.AccountTransaction;
import cn.tuodi.account.store.StandingAccount;
import cn.tuodi.account.store.Transactions;
import cn.tuodi.account.store.Wanted;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Reads where accounts stand, for all {@link Rounds who ask at once} in one statement. */
final class JointReading {

  private final Transactions transactions;
  private final Rounds<Asked, StandingAccount> rounds;

  /**
   * Reading of a book.
   *
   * @param transactions the accounts
   */
  JointReading(Transactions transactions) {
    this.transactions = transactions;
    this.rounds = new Rounds<>(this::standing, Rounds.Turns.any(), 1, 1);
  }

  private record Asked(Wanted wanted, String by) {}

  /**
   * Where an account stands.
   *
   * @param wanted the account, and the bill that is asked about
   * @param by who looks, which is noted, or null
   * @param executor where the database is waited for
   */
  CompletionStage<StandingAccount> standing(Wanted wanted, String by, Executor executor) {
    return rounds.join(new Asked(wanted, by), executor);
  }

  private List<Supplier<StandingAccount>> standing(List<Asked> round, boolean patient) {
    List<Wanted> wanted = round.stream().map(Asked::wanted).toList();
    List<StandingAccount> accounts = round.stream().allMatch(asked -> asked.by() == null)
        ? transactions.inOneStatement(open -> open.standing(wanted))
        : transactions.inTransaction(open -> {
          List<StandingAccount> standing = open.standing(wanted);
          for (int i = 0; i < round.size(); i++) {
            // Of whom was erased nothing is told, and no id is noted anew.
            if (round.get(i).by() != null && !standing.get(i).isErased()) {
              note(open, round.get(i));
            }
          }
          return standing;
        });
    return accounts.stream().<Supplier<StandingAccount>>map(account -> () -> account).toList();
  }

  private void note(AccountTransaction open, Asked asked) {
    open.read(asked.wanted().key().personId(), asked.wanted().key().year(), asked.wanted().claimId(), asked.by());
  }
}
