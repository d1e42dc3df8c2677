package cn.tuodi.intake;

import cn.tuodi.account.Books;
import cn.tuodi.account.Settled;
import cn.tuodi.account.SettlementOutcome;
import cn.tuodi.account.SettlementRefused;
import cn.tuodi.account.SettlementRequest;
import cn.tuodi.account.YearAccounts;
import cn.tuodi.account.book.BookingKind;
import cn.tuodi.account.json.AccountProblems;
import cn.tuodi.account.json.AccountView;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.Claim;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.observation.Failures;
import cn.tuodi.observation.SettlementMeters;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Settles the claims of messages into year accounts, where that is switched on: each is answered as
 * {@code POST /v1/settlements} would answer it. A claim that comes again is the same settlement.
 */
@Singleton
final class SettledClaims {

  private static final Logger LOG = Logger.getLogger(SettledClaims.class);

  private final YearAccounts accounts;
  private final SettlementMeters meters;

  SettledClaims(YearAccounts accounts, SettlementMeters meters) {
    this.accounts = accounts;
    this.meters = meters;
  }

  /** A message with its claim; the decision where this is what has settled it. */
  private record Pending(ClaimMessage message, Claim claim, AtomicReference<Decision> decision) {

    private SettlementRequest request() {
      return new SettlementRequest(claim, decided -> {
        decision.set(decided);
        return new String(Json.bytes(DecisionView.of(decided, message.language())), StandardCharsets.UTF_8);
      }, message.record().topic());
    }
  }

  /**
   * The answers to messages, in their order.
   *
   * @param messages the messages
   * @param answering makes answers
   * @throws cn.tuodi.account.store.AccountsUnavailable if claims cannot be settled now
   */
  List<Answer> answers(List<ClaimMessage> messages, Answering answering) {
    Books books = accounts.books().orElseThrow();
    Answer[] answers = new Answer[messages.size()];
    List<Pending> pending = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      ClaimMessage message = messages.get(i);
      answers[i] = answering.read(message, claim -> {
        pending.add(new Pending(message, claim, new AtomicReference<>()));
        return null;
      });
      if (answers[i] == null) {
        places.add(i);
      }
    }
    List<SettlementOutcome> outcomes = books.settlements().settle(pending.stream().map(Pending::request).toList());
    for (int i = 0; i < outcomes.size(); i++) {
      answers[places.get(i)] = answer(pending.get(i), outcomes.get(i), answering);
    }
    return List.of(answers);
  }

  private Answer answer(Pending pending, SettlementOutcome outcome, Answering answering) {
    ClaimMessage message = pending.message();
    try {
      Settled settled = outcome.settled();
      if (settled.isNew()) {
        meters.booked(BookingKind.SETTLEMENT, 0);
      } else {
        meters.repeated();
      }
      return answering.decided(message, pending.claim(), Json.bytes(AccountView.of(settled)),
          settled.isNew() ? pending.decision().get() : null);
    } catch (SettlementRefused e) {
      return answering.deadLetter(message, AccountProblems.of(e, message.language()));
    } catch (RuntimeException e) {
      return answering.deadLetter(message,
          Problem.failed(Failures.log(LOG, "a claim was not settled", e), message.language()));
    }
  }
}
