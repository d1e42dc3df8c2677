package cn.tuodi.http;

import cn.tuodi.access.Logins;
import cn.tuodi.http.framework.OpenConnections;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Has bodies arrive, after it is known that there is somebody who takes them and that the sender may, and before anybody
 * waits for them; then gives the request its turn.
 */
final class BodyIntake {

  /** After those who ask for roles. */
  private static final int PRIORITY = Priorities.AUTHORIZATION + 500;
  private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Logger LOG = Logger.getLogger(BodyIntake.class);

  private final RequestLimits limits;
  private final Uploads uploads;
  private final Workers workers;
  private final UnreadAnswers unread;
  private final boolean takesUploads;

  BodyIntake(RequestLimits limits, Uploads uploads, Workers workers, UnreadAnswers unread, Logins logins) {
    this.limits = limits;
    this.uploads = uploads;
    this.workers = workers;
    this.unread = unread;
    this.takesUploads = logins.takesUploads();
  }

  /** Waits for nothing: this is an event loop. */
  @ServerRequestFilter(nonBlocking = true, priority = PRIORITY)
  public void take(ResteasyReactiveContainerRequestContext context) {
    ResteasyReactiveRequestContext rest = (ResteasyReactiveRequestContext) context.getServerRequestContext();
    RoutingContext request = rest.unwrap(RoutingContext.class);
    Traffic traffic = Traffic.of(request);
    if (!takesUploads && isUpload(traffic, request.request())) {
      throw new RequestRefused(switchedOff(request), Map.of());
    }
    boolean isBlocking = !rest.getTarget().getLazyMethod().isNonBlocking;
    if (traffic.isStream() || !ArrivingBody.isAnnounced(request.request())) {
      if (isBlocking && traffic != Traffic.BATCH) {
        rest.suspend();
        ask(workers.turns(traffic), rest, request);
      }
      return;
    }
    rest.suspend();
    if (traffic == Traffic.DESK) {
      sender(request, isKnown -> upload(rest, request, isKnown));
    } else {
      ArrivingBody.collect(request.request(), limits.most(request),
          new Received(rest, request, isBlocking ? workers.turns(traffic) : null));
    }
  }

  private void upload(ResteasyReactiveRequestContext rest, RoutingContext request, boolean isKnown) {
    Uploads.Room room = uploads.room(isKnown);
    Spool.Kept file = room.spool().begin();
    Executor disk = uploads.disk();
    if (room.places().take(request, () -> disk.execute(file::close))) {
      ArrivingBody.collect(request.request(), limits.most(request), file, disk,
          new Received(rest, request, room.turns()) {
            @Override
            public void noRoom(IOException reason) {
              room.places().makeRoom();
              super.noRoom(reason);
            }
          });
    } else {
      rest.resume(Overload.refusal(request, Overload.LATER));
    }
  }

  private void ask(Turns turns, ResteasyReactiveRequestContext rest, RoutingContext request) {
    OpenConnections.OF_SERVER.worksOn(request);
    turns.ask(new Turn(rest, request, unread));
  }

  /** Who brings nothing that could tell who they are is not asked; whoever cannot be made out is nobody. */
  private static void sender(RoutingContext request, Consumer<Boolean> then) {
    HttpServerRequest http = request.request();
    if (!http.headers().contains(HttpHeaders.AUTHORIZATION) && !http.headers().contains(HttpHeaders.COOKIE)) {
      then.accept(false);
      return;
    }
    QuarkusHttpUser.getSecurityIdentity(request, null).subscribe()
        .with(person -> then.accept(!person.isAnonymous()), failure -> then.accept(false));
  }

  private static boolean isUpload(Traffic traffic, HttpServerRequest request) {
    return (traffic == Traffic.DESK || traffic == Traffic.PORTFOLIO) && !WITHOUT_BODY.contains(request.method());
  }

  private static Problem switchedOff(RoutingContext request) {
    Language language = Language.preferred(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    return Problem.of(403, "UPLOADS_SWITCHED_OFF",
        language.text("http.uploads-and-simulations-are-switched-off"),
        language.text("http.other-machines-can-reach-this-service"));
  }

  /** A request whose turn it is, or was not in time. */
  private record Turn(ResteasyReactiveRequestContext rest, RoutingContext request, UnreadAnswers unread)
      implements
        Turns.Waiter {

    @Override
    public void go(Executor turn) {
      if (unread.leaveNoRoomFor(request)) {
        turn.execute(() -> rest.resume(Overload.refusal(request, Overload.SOON)));
      } else {
        rest.resume(turn);
      }
    }

    @Override
    public void tooLate() {
      rest.resume(Overload.refusal(request, Overload.LATER));
    }
  }

  /** A request whose body has arrived, or not. */
  private class Received implements ArrivingBody.Receiver {

    private final ResteasyReactiveRequestContext rest;
    private final RoutingContext request;
    private final Turns turns;

    /** Without turns, what is to be done waits for nothing. */
    private Received(ResteasyReactiveRequestContext rest, RoutingContext request, Turns turns) {
      this.rest = rest;
      this.request = request;
      this.turns = turns;
    }

    @Override
    public void received(InputStream body) {
      rest.setInputStream(body);
      if (turns == null) {
        rest.resume();
      } else {
        ask(turns, rest, request);
      }
    }

    @Override
    public void tooLarge() {
      rest.resume(new RequestRefused(limits.tooLarge(request), Map.of()));
    }

    @Override
    public void noRoom(IOException reason) {
      if (reason instanceof Spool.Full) {
        rest.resume(Overload.refusal(request, Overload.LATER));
      } else {
        LOG.warn("an upload cannot be kept: " + reason);
        rest.resume(Uploads.noRoom(request));
      }
    }
  }
}
