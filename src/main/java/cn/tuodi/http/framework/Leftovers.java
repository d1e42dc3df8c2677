package cn.tuodi.http.framework;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is still to come of a body when its request has been answered. Many a caller reads no answer before all is sent:
 * so it is taken and dropped, up to a size and for a while; then the connection is closed. It is closed as well where the
 * answer says so, which the HTTP server does only if the request said it.
 */
@ApplicationScoped
public final class Leftovers {

  /** Most bytes that are dropped. */
  public static final long MOST = 64L * 1024 * 1024;

  /** After the request has its name, before anything answers it. */
  private static final int PRIORITY = 1950;
  private static final long MAX_MILLISECONDS = 10_000;
  private static final long LINGERING_MILLISECONDS = 2_000;
  private static final String CLOSE = "close";
  private static final AttributeKey<Boolean> CLOSING = AttributeKey.valueOf(Leftovers.class, "closing");

  private Leftovers() {}

  static void register(@Observes Filters filters) {
    filters.register(request -> {
      clearAfterAnswer(request);
      request.next();
    }, PRIORITY);
  }

  /** Whether a request came on a connection that an earlier one has ended. */
  public static boolean isClosing(HttpServerRequest request) {
    return isClosing(((ConnectionBase) request.connection()).channel());
  }

  /** Whether an earlier request has ended a connection. */
  static boolean isClosing(Channel channel) {
    return channel.hasAttr(CLOSING);
  }

  /** Has what is left of a request's body dropped, and its connection closed if need be, when its answer is written. */
  public static void clearAfterAnswer(RoutingContext request) {
    request.addEndHandler(end -> {
      // Where the connection broke off nothing more comes, and whoever reads the body is to be told so.
      if (end.succeeded()) {
        clear(request);
      }
    });
  }

  private static void clear(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpConnection connection = request.connection();
    boolean isLast = CLOSE.equalsIgnoreCase(context.response().headers().get(HttpHeaders.CONNECTION));
    if (isLast) {
      ((ConnectionBase) connection).channel().attr(CLOSING).set(true);
    }
    if (!request.isEnded()) {
      drop(request, isLast, context.vertx());
    } else if (isLast) {
      connection.close();
    }
  }

  private static void drop(HttpServerRequest request, boolean isLast, Vertx vertx) {
    HttpConnection connection = request.connection();
    AtomicLong dropped = new AtomicLong();
    long timer =
        vertx.setTimer(isLast ? LINGERING_MILLISECONDS : MAX_MILLISECONDS, late -> connection.close());
    request.handler(part -> {
      if (dropped.addAndGet(part.length()) > MOST) {
        connection.close();
      }
    });
    request.endHandler(end -> {
      vertx.cancelTimer(timer);
      if (isLast) {
        connection.close();
      }
    });
    request.exceptionHandler(gone -> vertx.cancelTimer(timer));
    request.resume();
  }
}
