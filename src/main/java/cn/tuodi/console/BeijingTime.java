package cn.tuodi.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as staff read them: those of Beijing. */
public final class BeijingTime {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private BeijingTime() {}

  public static String of(Instant instant) {
    return instant == null ? "" : MINUTES.format(instant.atZone(BEIJING));
  }

  /** The beginning of a day. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(BEIJING).toInstant();
  }
}
