package cn.tuodi.http;

import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.observation.ProblemMeters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places for requests under way. A place is free again when the answer is written or the connection is gone. Whoever
 * sends slowly does not keep a place that others need: where all are taken, the next request takes that of a slow one.
 */
final class RequestSlots {

  private static final int TIMEOUT = 408;

  private final int most;
  private final Patience patience;
  private final AtomicInteger taken = new AtomicInteger();
  private final Set<Place> places = ConcurrentHashMap.newKeySet();

  /**
   * Places.
   *
   * @param most how many there are
   * @param patience how long senders are waited for
   */
  RequestSlots(int most, Patience patience) {
    this.most = most;
    this.patience = patience;
  }

  /** A place that a request has. */
  private static final class Place {

    private final RoutingContext request;
    private final Context context;
    private final Runnable whenFree;
    private final long since = System.nanoTime();
    private long windowSince = since;
    private long movedBefore;
    private int slowWindows;
    private volatile boolean slow;

    private Place(RoutingContext request, Runnable whenFree) {
      this.request = request;
      this.context = Vertx.currentContext();
      this.whenFree = whenFree;
    }

    private boolean isOver() {
      return request.response().ended() || request.response().closed();
    }

    /** Whether nothing more is to be sent. */
    private boolean isReceived() {
      return !ArrivingBody.isAnnounced(request.request());
    }

    /** Looks at what moved since the window began, where it is over. */
    private void look(Patience patience, long now) {
      if (now - windowSince < patience.window()) {
        return;
      }
      long moved = request.request().bytesRead() + (patience.isTwoWay() ? request.response().bytesWritten() : 0);
      slow = (patience.isTwoWay() || !isReceived()) && patience.isSlow(moved - movedBefore, now - windowSince);
      slowWindows = slow ? slowWindows + 1 : 0;
      windowSince = now;
      movedBefore = moved;
    }
  }

  /** Gives a request a place if one is free or kept by a slow sender. */
  boolean take(RoutingContext request) {
    return take(request, () -> {});
  }

  /**
   * Gives a request a place if one is free or kept by a slow sender.
   *
   * @param request the request
   * @param whenFree what is to be given back with the place; called once, on any thread
   */
  boolean take(RoutingContext request, Runnable whenFree) {
    if (taken.incrementAndGet() > most && !makeRoom()) {
      taken.decrementAndGet();
      return false;
    }
    Place place = new Place(request, whenFree);
    places.add(place);
    request.addEndHandler(end -> free(place));
    return true;
  }

  int taken() {
    return taken.get();
  }

  /** Has a slow sender, if there is one, give way; whether there was one. */
  boolean makeRoom() {
    for (Place place : places) {
      if (place.slow && free(place)) {
        giveUp(place);
        return true;
      }
    }
    return false;
  }

  /** To be called every now and then. Not every connection that breaks off is told to the request's own handlers. */
  void sweep() {
    long now = System.nanoTime();
    for (Place place : places) {
      if (place.isOver()) {
        free(place);
        continue;
      }
      place.look(patience, now);
      boolean tooLong = now - place.since > patience.longest() || place.slowWindows >= patience.mostSlowWindows();
      if (tooLong && !place.isReceived() && free(place)) {
        giveUp(place);
      }
    }
  }

  private boolean free(Place place) {
    if (places.remove(place)) {
      taken.decrementAndGet();
      place.whenFree.run();
      return true;
    }
    return false;
  }

  private static void giveUp(Place place) {
    place.context.runOnContext(nothing -> end(place));
  }

  private static void end(Place place) {
    if (place.isOver()) {
      return;
    }
    HttpServerResponse response = place.request.response();
    if (response.headWritten()) {
      // Whatever has been answered stands; that it is not all shows in that it does not end properly.
      place.request.request().connection().close();
      return;
    }
    Language language = Language.preferred(place.request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    Problem problem = Problem.of(TIMEOUT, "INVALID_REQUEST", language.text("http.request-not-received-in-time"),
        language.text("http.send-the-whole-request-at-once"));
    ProblemMeters.count(problem.code());
    response.putHeader(HttpHeaders.CONNECTION, "close");
    ProblemForm.end(place.request, problem, language);
  }
}
