package cn.tuodi.desk;

import cn.tuodi.comparison.ServiceDays;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.inforce.Version;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Message;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days of service that a publication changes, and how many of them are past on the day from which it is in force.
 *
 * @param days the days
 * @param from the day from which it is in force, in Beijing
 * @param past how many of the days come before that
 */
public record ChangedDays(ServiceDays days, LocalDate from, long past) {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  /** Days that are past from a moment on. */
  public static ChangedDays of(ServiceDays days, Instant moment) {
    LocalDate from = LocalDate.ofInstant(moment, BEIJING);
    return new ChangedDays(days, from, days.before(from));
  }

  /**
   * The days that a version changes of what is in force now; all its days where nothing is, or nobody knows what.
   *
   * @param edition its edition
   * @param version the version, or null for none any more
   * @param moment from when it is in force
   */
  static ChangedDays of(PolicyStore store, EditionId edition, Version version, Instant moment) throws IOException {
    Version before = store.state().unavailable().contains(edition) ? null : store.version(edition).orElse(null);
    return of(store.loader().days(before, version), moment);
  }

  /**
   * Refuses to change days that are past unless somebody says why.
   *
   * @param reason why, or null
   */
  void requireReason(String reason) {
    if (past > 0 && reason == null) {
      throw new DeskRefusal(Reason.PAST_DAYS_CHANGED, Message.of("desk.days-already-past-change", days.told(), past));
    }
  }
}
