package cn.tuodi.assistance;

import cn.tuodi.answer.LimitName;
import cn.tuodi.answer.Payer;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.answer.Source;
import cn.tuodi.money.Money;
import cn.tuodi.money.Schedule;

/** Terms of top-up assistance (倾斜救助). */
public final class TopUpStep extends Step {

  private final AssistedStep assisted;
  private final PayoutLine line;

  TopUpStep(AssistedStep assisted, Money eligible, Schedule schedule, Money cap, Payer payer,
      Source source) {
    super(assisted.file(), assisted.standing());
    this.assisted = assisted;
    this.line = assisted.topUpLine(eligible, schedule, cap, source).paidBy(payer);
  }

  /** The line: the share of what counts towards it above the threshold of the year, within the cap. */
  public PayoutLine line() {
    return line;
  }

  /** Whether it was the cap of top-up assistance, and no cap before it, that held back what the person still has to pay. */
  public boolean isReliefDue() {
    return line.isBoundBy(LimitName.ANNUAL_CAP) && !assisted.isCapReached() && assisted.isReliefPointedOut();
  }
}
