package cn.tuodi.account;

import cn.tuodi.account.book.Account;
import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.account.book.Entry;
import cn.tuodi.account.book.Posting;
import cn.tuodi.account.store.AccountTransaction;
import cn.tuodi.account.store.LockedAccount;
import cn.tuodi.account.store.Wanted;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settles claims of different ids in one transaction, each where its account stands after those before it. */
final class SettlementRound {

  private final AccountTransaction open;
  private final BookingRules rules;
  private final Map<AccountKey, Account> standing = new HashMap<>();
  private final List<Posting> postings = new ArrayList<>();

  /**
   * A round.
   *
   * @param open the transaction
   * @param rules what holds for all bookings
   */
  SettlementRound(AccountTransaction open, BookingRules rules) {
    this.open = open;
    this.rules = rules;
  }

  /**
   * What becomes of each claim, in their order.
   *
   * @param patient whether to wait for accounts that others have locked; otherwise there is no outcome for their claims,
   *     but null
   */
  List<SettlementOutcome> settle(List<SettlementRequest> requests, boolean patient) {
    List<Wanted> wanted = requests.stream().filter(this::isOfAnAccount).map(SettlementRound::wanted).toList();
    Map<Wanted, LockedAccount> locked = patient ? open.lock(wanted) : open.lockFree(wanted);
    List<SettlementOutcome> outcomes = new ArrayList<>();
    for (SettlementRequest request : requests) {
      try {
        rules.check(request.claim());
        outcomes.add(outcome(request, locked.get(wanted(request)), patient));
      } catch (SettlementRefused e) {
        outcomes.add(SettlementOutcome.of(e));
      }
    }
    if (!postings.isEmpty()) {
      open.book(postings);
    }
    return outcomes;
  }

  private SettlementOutcome outcome(SettlementRequest request, LockedAccount locked, boolean patient) {
    if (rules.isClosed(request.account())) {
      return SettlementOutcome.of(rules.settledBefore(open, request.claim()));
    }
    // What is missing is locked by somebody else or was erased, which who waits for it is told.
    return locked == null && !patient ? null : SettlementOutcome.of(settled(request, locked));
  }

  private boolean isOfAnAccount(SettlementRequest request) {
    try {
      rules.checkSettled(request.claim());
      return true;
    } catch (SettlementRefused e) {
      return false;
    }
  }

  private static Wanted wanted(SettlementRequest request) {
    return new Wanted(request.account(), request.claim().claimId());
  }

  private Settled settled(SettlementRequest request, LockedAccount locked) {
    Claim claim = request.claim();
    AccountKey key = AccountKey.of(claim);
    if (locked == null) {
      throw new SettlementRefused(SettlementRefusal.YEAR_ERASED, claim.claimId());
    }
    if (locked.isBillKnown()) {
      return new Settled(key, rules.known(open, claim), false);
    }
    Account account = standing.getOrDefault(key, locked.account());
    rules.checkRoom(account, claim.claimId());
    rules.checkDay(claim);
    Decision decision = rules.year(key, request.writer(), account.balance()).decide(claim);
    Bill bill = Bill.first(account, decision, request.writer().apply(decision));
    Posting posting = new Posting(account, rules.booking(BookingKind.SETTLEMENT, claim.claimId(),
        new BookingRules.Request(request.by(), null), List.of(new Entry(null, bill))));
    postings.add(posting);
    standing.put(key, posting.after());
    return new Settled(key, bill, true);
  }
}
