package cn.tuodi.account;

import cn.tuodi.account.book.Amounts;
import cn.tuodi.account.book.Bill;
import cn.tuodi.account.book.Entry;
import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import java.util.function.Consumer;
import java.util.function.Function;

/** Decides bills of a year again, one after the other, and finds those that change by it. Nothing is written. */
final class YearOrder {

  private final AssistanceDecider decider;
  private final Function<Decision, String> writer;
  private final int year;
  private Consumer<Entry> changes = entry -> {};
  private Amounts accumulated;

  /**
   * Begins at some place of a year.
   *
   * @param decider decides each bill by the policy of now
   * @param writer writes a decision as it is answered
   * @param year the calendar year
   * @param accumulated what has accumulated before the first bill to be decided again
   */
  YearOrder(AssistanceDecider decider, Function<Decision, String> writer, int year, Amounts accumulated) {
    this.decider = decider;
    this.writer = writer;
    this.year = year;
    this.accumulated = accumulated;
  }

  /** Decides a claim where the year stands, and goes on from there. */
  Decision decide(Claim claim) {
    Outcome outcome = decider.decide(claim.continuing(accumulated.yearToDate(year)));
    if (outcome instanceof Refusal refusal) {
      throw new SettlementRefused(refusal, claim.claimId());
    }
    Decision decision = (Decision) outcome;
    accumulated = accumulated.plus(Amounts.of(decision));
    return decision;
  }

  /** Tells what changes to a receiver, in the order of the year. */
  YearOrder telling(Consumer<Entry> receiver) {
    changes = receiver;
    return this;
  }

  /** Decides a bill again at its place; it changes where it comes to something else. */
  void again(Bill bill) {
    Bill next = decidedAgain(bill, bill.claim(), bill.sequence());
    if (!next.amounts().equals(bill.amounts())) {
      changes.accept(new Entry(bill, next));
    }
  }

  /** Decides a bill again by corrected facts or at another place; it changes in any case. */
  void corrected(Bill bill, Claim facts, int place) {
    changes.accept(new Entry(bill, decidedAgain(bill, facts, place)));
  }

  /** Takes a bill back; the year goes on without it. */
  void reversed(Bill bill) {
    changes.accept(new Entry(bill, bill.reversed()));
  }

  private Bill decidedAgain(Bill bill, Claim facts, int place) {
    Decision decision = decide(facts);
    return bill.decidedAgain(decision, writer.apply(decision), place);
  }
}
