package cn.tuodi.assistance;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.Notice;
import cn.tuodi.answer.NoticeCode;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.answer.Source;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.YearToDate;
import cn.tuodi.money.Money;

/** Everything is paid that is paid; rows may ask what is left to the person. */
public final class ConcludedStep extends AfterInsuranceStep {

  private final SettledStep settled;

  ConcludedStep(SettledStep settled) {
    super(settled.file(), settled.standing());
    this.settled = settled;
  }

  @Override
  SettledStep settled() {
    return settled;
  }

  /**
   * Cost of the year that insurance, assistance and top-up assistance left, this claim included, in fen. What institutions
   * bear and other insurance pays is not in the sums of the year, and takes no part.
   */
  public long getYearLeft() {
    YearToDate before = claim().yearToDate();
    Money paid = before.topUpPaid().plus(paid(Benefit.MEDICAL_ASSISTANCE)).plus(paid(Benefit.TOP_UP_ASSISTANCE));
    for (CareType care : CareType.values()) {
      if (care == care.countedAs()) {
        paid = paid.plus(before.assistancePaid().of(care));
      }
    }
    return Money.fen(getBurden()).minus(paid).atLeastZero().inFen();
  }

  private Money paid(Benefit benefit) {
    PayoutLine line = ledger().line(benefit);
    return line == null ? Money.ZERO : line.amount();
  }

  @Override
  public void warn(Source row) {
    ledger().notice(
        Notice.info(NoticeCode.BURDEN_WARNING, row).about(Money.fen(getBurden()), Money.fen(getYearLeft())));
  }
}
