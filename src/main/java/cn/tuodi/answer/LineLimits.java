package cn.tuodi.answer;

import cn.tuodi.money.Money;
import java.util.ArrayList;
import java.util.List;

/** Applies limits to a line, in order, and keeps what each did. */
public final class LineLimits {

  private final List<Limit> limits = new ArrayList<>(3);

  /** What a yearly cap leaves of an amount. */
  public Money cap(LimitName name, Money cap, Money usedBefore, Money amount) {
    Money left = cap.minus(usedBefore).atLeastZero();
    limits.add(new Limit(name, cap, usedBefore, amount.exceeds(left)));
    return amount.min(left);
  }

  /** What the cap of one bill leaves of an amount. */
  public Money ofBill(Money cap, Money amount) {
    limits.add(new Limit(LimitName.BILL_CAP, cap, Money.ZERO, amount.exceeds(cap)));
    return amount.min(cap);
  }

  /** What the burden left allows of an amount; recorded only where it binds. */
  public Money burden(Money left, Money amount) {
    if (amount.exceeds(left)) {
      limits.add(new Limit(LimitName.BURDEN_LEFT, left, Money.ZERO, true));
    }
    return amount.min(left);
  }

  /** The limits applied, in order. */
  public List<Limit> list() {
    return limits;
  }
}
