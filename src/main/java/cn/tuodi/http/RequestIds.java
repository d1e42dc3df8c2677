package cn.tuodi.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.MDC;

/**
 * Gives every request a name that the caller, the log and whatever lies between can agree on: {@code X-Request-Id} as
 * the caller states it, or one that is made. It goes back with the answer and stands on every line of the log.
 */
@ApplicationScoped
final class RequestIds {

  static final String HEADER = "X-Request-Id";
  private static final String LOGGED = "requestId";
  private static final int LONGEST = 64;
  /** Before everything else, so that a request that is refused has its name, too. */
  private static final int PRIORITY = 2000;

  private RequestIds() {}

  static void register(@Observes Filters filters) {
    filters.register(RequestIds::name, PRIORITY);
  }

  private static void name(RoutingContext context) {
    give(context);
    context.next();
  }

  /** Gives a request its name. */
  static void give(RoutingContext context) {
    String stated = context.request().getHeader(HEADER);
    String id = stated != null && isWellFormed(stated) ? stated : made();
    MDC.put(LOGGED, id);
    context.response().putHeader(HEADER, id);
  }

  /** Letters, digits and a few signs only: nothing that a log or a header could be broken with. */
  static boolean isWellFormed(String id) {
    if (id.isEmpty() || id.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (!letter && !(c >= '0' && c <= '9') && "-_.:".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String made() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return Long.toHexString(random.nextLong() | Long.MIN_VALUE) + Long.toHexString(random.nextLong() | Long.MIN_VALUE);
  }
}
