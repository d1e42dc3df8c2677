package cn.tuodi.http;

import cn.tuodi.http.framework.OpenConnections;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Answers that wait in memory until their callers read them. Whoever asks on without reading is cut off. Where all
 * together are too many, nothing large is answered, and who has not read for a while is cut off to make room; claims,
 * whose answers are small, go on.
 */
@ApplicationScoped
final class UnreadAnswers {

  /** Before a request takes a place. */
  private static final int PRIORITY = 1600;
  private static final long SWEEP_MILLISECONDS = 500;
  /** Bytes of an answer that are worth a look; less than that, the operating system takes. */
  private static final long LARGE = 16 * 1024;
  private static final long MIN_WAIT = Duration.ofSeconds(1).toNanos();
  /** Between two looks at all answers: under a flood, each request would have one of its own. */
  private static final long BETWEEN = Duration.ofMillis(50).toNanos();

  private final long most;
  private final LongSupplier clock;
  private final AtomicLong held = new AtomicLong();
  private final Set<Unread> answers = ConcurrentHashMap.newKeySet();
  private final AtomicLong lastRoomMade;

  @Inject
  UnreadAnswers(HttpSettings settings, Vertx vertx) {
    this(settings.largestUnread(), System::nanoTime);
    long longest = settings.longestUpload().toNanos();
    vertx.setPeriodic(SWEEP_MILLISECONDS, timer -> cutOff(longest));
  }

  /**
   * Answers that nobody sweeps.
   *
   * @param most bytes that may wait until nothing large is answered
   * @param clock tells how long answers have waited, in nanoseconds
   */
  UnreadAnswers(long most, LongSupplier clock) {
    this.most = most;
    this.clock = clock;
    this.lastRoomMade = new AtomicLong(clock.getAsLong() - BETWEEN);
  }

  /** Bytes that wait on a connection, and since when. */
  private record Unread(Channel channel, long bytes, long since) {}

  void register(@Observes Filters filters) {
    filters.register(this::admit, PRIORITY);
  }

  private void admit(RoutingContext request) {
    Channel channel = ((ConnectionBase) request.request().connection()).channel();
    if (!channel.isWritable()) {
      OpenConnections.cut(channel);
    } else if (leaveNoRoomFor(request)) {
      makeRoom();
      // What else was asked with it would be refused, too, at the cost of being routed here.
      request.response().putHeader(HttpHeaders.CONNECTION, "close");
      Overload.end(request, Overload.SOON);
    } else {
      request.addEndHandler(end -> count(channel, request.response().bytesWritten()));
      request.next();
    }
  }

  /** Whether there is no room for the answer of a request now. */
  boolean leaveNoRoomFor(RoutingContext request) {
    return isFull() && mayBeLarge(request);
  }

  /** Whether more waits to be read than may. */
  boolean isFull() {
    return held.get() > most;
  }

  private static boolean mayBeLarge(RoutingContext request) {
    return switch (Traffic.of(request)) {
      case SINGLE, ACCOUNT -> request.request().method().name().equals("GET");
      case OPERATIONS, BATCH, LARGE -> false;
      case DOCUMENT, PORTFOLIO, COMPARISON, DESK, PAGE -> true;
    };
  }

  /**
   * Counts an answer until it has gone out or the connection is gone. It is counted at once, on whatever thread this is:
   * before the loop comes to writing it, it may have let a thousand others in.
   */
  void count(Channel channel, long bytes) {
    if (bytes > LARGE) {
      Unread unread = new Unread(channel, bytes, clock.getAsLong());
      answers.add(unread);
      held.addAndGet(bytes);
      // Nothing, which is written when all before it is.
      channel.eventLoop().execute(() -> channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
        answers.remove(unread);
        held.addAndGet(-bytes);
      }));
    }
  }

  /** Cuts off who has not read for a while, unless that was just done. */
  void makeRoom() {
    long now = clock.getAsLong();
    long before = lastRoomMade.get();
    if (now - before >= BETWEEN && lastRoomMade.compareAndSet(before, now)) {
      cutOff(MIN_WAIT);
    }
  }

  /** Closes the connections of those who have not read for longer than a number of nanoseconds. */
  void cutOff(long wait) {
    long now = clock.getAsLong();
    for (Unread unread : answers) {
      if (now - unread.since() > wait) {
        OpenConnections.cut(unread.channel());
      }
    }
  }
}
