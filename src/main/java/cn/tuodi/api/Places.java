package cn.tuodi.api;

import cn.tuodi.observation.ProblemMeters;
import cn.tuodi.wire.Language;
import cn.tuodi.wire.Problem;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places for requests under way. A place is free again when the answer is written or the connection is gone, and where a
 * request has not arrived within its time: whoever sends byte by byte does not keep a place that others need.
 */
final class Places {

  private static final int TIMEOUT = 408;

  private final int most;
  private final long longestReceipt;
  private final AtomicInteger taken = new AtomicInteger();
  private final Set<Place> places = ConcurrentHashMap.newKeySet();

  /**
   * Places.
   *
   * @param most how many there are
   * @param longestReceipt time within which a request must have arrived, in nanoseconds
   */
  Places(int most, long longestReceipt) {
    this.most = most;
    this.longestReceipt = longestReceipt;
  }

  private record Place(RoutingContext request, Context context, long since) {}

  /** Gives a request a place if one is free. */
  boolean take(RoutingContext request) {
    if (taken.incrementAndGet() > most) {
      taken.decrementAndGet();
      return false;
    }
    Place place = new Place(request, Vertx.currentContext(), System.nanoTime());
    places.add(place);
    request.addEndHandler(end -> free(place));
    return true;
  }

  int taken() {
    return taken.get();
  }

  /** To be called every now and then. Not every connection that breaks off is told to the request's own handlers. */
  void sweep() {
    long now = System.nanoTime();
    for (Place place : places) {
      HttpServerResponse response = place.request().response();
      if (response.ended() || response.closed()) {
        free(place);
      } else if (now - place.since() > longestReceipt && !place.request().request().isEnded()) {
        place.context().runOnContext(nothing -> giveUp(place.request()));
      }
    }
  }

  private void free(Place place) {
    if (places.remove(place)) {
      taken.decrementAndGet();
    }
  }

  private static void giveUp(RoutingContext request) {
    HttpServerResponse response = request.response();
    if (request.request().isEnded() || response.ended()) {
      return;
    }
    Language language = Language.preferred(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    Problem problem = Problem.of(TIMEOUT, "INVALID_REQUEST", language.of("请求未按时送达", "Request not received in time"),
        language.of("请一次发送完整的请求。", "Send the whole request at once."));
    ProblemMeters.count(problem.code());
    response.putHeader(HttpHeaders.CONNECTION, "close");
    ProblemForm.end(request, problem, language);
  }
}
