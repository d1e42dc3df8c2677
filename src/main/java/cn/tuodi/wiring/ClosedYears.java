package cn.tuodi.wiring;

import cn.tuodi.account.BookingRules;
import java.time.LocalDate;
import org.jboss.logging.Logger;

/** The setting that says through which year nothing is booked any more: a mistyped one must not stop all bookings. */
final class ClosedYears {

  private static final Logger LOG = Logger.getLogger(ClosedYears.class);
  private static final int FIRST = 2000;

  private ClosedYears() {}

  /**
   * The last closed year.
   *
   * @param stated the year as it is configured, or {@link BookingRules#NONE_CLOSED}
   * @param today the day in Beijing
   * @throws IllegalStateException if it is no year that can be closed, with what to do
   */
  static int through(int stated, LocalDate today) {
    if (stated != BookingRules.NONE_CLOSED && (stated < FIRST || stated > today.getYear())) {
      throw new IllegalStateException("tuodi.accounts.closed-through 应为已经开始的年度，例如 " + (today.getYear() - 1)
          + "，而不是 " + stated + " / tuodi.accounts.closed-through should be a year that has begun, such as "
          + (today.getYear() - 1) + ", not " + stated);
    }
    if (stated == today.getYear()) {
      LOG.warnf("tuodi.accounts.closed-through is this year, %d: bills of it are not booked any more", stated);
    } else if (stated != BookingRules.NONE_CLOSED) {
      LOG.infof("year accounts are closed through %d", stated);
    }
    return stated;
  }
}
