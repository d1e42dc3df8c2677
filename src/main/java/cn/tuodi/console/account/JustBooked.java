package cn.tuodi.console.account;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.console.Addresses;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a browser keeps from a booking to the page that follows, which says it once: what is told was booked, on the account
 * that is shown.
 */
final class JustBooked {

  /** The cookie. */
  static final String NAME = "booked";

  private static final int SECONDS = 60;
  /** Others may have booked in between. */
  private static final int MAX_LATER = 20;

  private JustBooked() {}

  /** An answer that has the next page say that a booking was made. */
  static Response noted(Response.ResponseBuilder answer, AccountKey key, long version) {
    return answer.cookie(cookie(mark(key, version), SECONDS)).build();
  }

  /** The same answer, after which nothing is said any more. */
  static Response said(Response answer) {
    return Response.fromResponse(answer).cookie(cookie("", 0)).build();
  }

  /** The booking of an account that was made just now; empty where it was none of this account. */
  static Optional<GatheredYear.Booking> of(String mark, GatheredYear year) {
    List<GatheredYear.Booking> bookings = year.bookings();
    return bookings.subList(Math.max(0, bookings.size() - MAX_LATER), bookings.size()).stream()
        .filter(booking -> mark(year.key(), booking.version()).equals(mark)).findFirst();
  }

  private static String mark(AccountKey key, long version) {
    return UUID.nameUUIDFromBytes((key.province() + " " + key.year() + " " + version + " " + key.personId())
        .getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static NewCookie cookie(String value, int seconds) {
    return new NewCookie.Builder(NAME).value(value).path(Addresses.ACCOUNTS).maxAge(seconds).httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX).build();
  }
}
