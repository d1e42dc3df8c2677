package cn.tuodi.api;

import cn.tuodi.account.BookingRules;
import cn.tuodi.account.store.SumRows;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.language.Language;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Which bookings are added up, as query parameters state it.
 *
 * @param from the first day in Beijing
 * @param to the last day
 * @param province of the accounts of which province, or null for all
 * @param through the last number in the order of changes, or null
 */
record SumsParameters(LocalDate from, LocalDate to, String province, Long through) {

  private static final int MOST_DAYS = 366;
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern PROVINCE = Pattern.compile("[1-9]\\d");

  static SumsParameters read(String from, String to, String province, String through, Language language) {
    LocalDate first = day("from", from, language);
    LocalDate last = day("to", to, language);
    if (last.isBefore(first) || !last.isBefore(first.plusDays(MOST_DAYS))) {
      throw InvalidRequest.parameter("to", language.text("account.should-be-a-day-from-the-first-on", MOST_DAYS));
    }
    if (province != null && !PROVINCE.matcher(province).matches()) {
      throw InvalidRequest.parameter("province", language.text("account.should-be-a-province"));
    }
    return new SumsParameters(first, last, province,
        through == null ? null
            : AccountRequests.number("through", through, 0, 0, SettlementResource.MAX_NUMBER, language));
  }

  private static LocalDate day(String name, String text, Language language) {
    try {
      if (text != null && DAY.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw InvalidRequest.parameter(name, language.text("account.should-be-a-day"));
  }

  /** The moments at which these days begin and end. */
  SumRows.Asked asked() {
    return new SumRows.Asked(from.atStartOfDay(BookingRules.BEIJING).toInstant(),
        to.plusDays(1).atStartOfDay(BookingRules.BEIJING).toInstant(), province, through);
  }
}
