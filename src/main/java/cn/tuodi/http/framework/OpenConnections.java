package cn.tuodi.http.framework;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The connections to the port for callers. Where nearly as many stand as may, those on which nothing has been asked for longest
 * give way to new ones, so that whoever only holds connections keeps nobody else out. One address has no more than its
 * share: whoever goes beyond it takes from itself only.
 */
public final class OpenConnections {

  /** Those of this program; known before there are beans. */
  public static final OpenConnections OF_SERVER = new OpenConnections(System::nanoTime);

  private static final AttributeKey<Connection> CONNECTION =
      AttributeKey.valueOf(OpenConnections.class, "connection");
  private static final AttributeKey<Boolean> CUT = AttributeKey.valueOf(OpenConnections.class, "cut");
  /** A new one is given time to ask. */
  private static final long MIN_IDLE = Duration.ofSeconds(1).toNanos();
  /** Whatever is asked for is done by then; what is not hangs. */
  private static final long MAX_WORK = Duration.ofMinutes(5).toNanos();
  /** Part of the connections, of eight, from which on some give way. */
  private static final int CROWDED = 7;
  private static final int EIGHTHS = 8;
  /** How many give way at once, so that not each new one has all looked at. */
  private static final int AT_ONCE = 64;
  /** Until all are looked at again when none could give way: under a flood, each new one would have that done. */
  private static final long BETWEEN = Duration.ofMillis(50).toNanos();
  /** Bytes of an address that are one caller's: all of an older one, the network of a newer one. */
  private static final int OF_CALLER = 8;

  private final LongSupplier clock;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final Map<ByteBuffer, Integer> ofCallers = new ConcurrentHashMap<>();
  private volatile int most = Integer.MAX_VALUE;
  private volatile int mostOfCaller = Integer.MAX_VALUE;
  private long inVainAt;

  /**
   * No connections.
   *
   * @param clock nanoseconds
   */
  OpenConnections(LongSupplier clock) {
    this.clock = clock;
    this.inVainAt = clock.getAsLong() - BETWEEN;
  }

  /** One connection, how many requests on it are under way, and since when there have been none. */
  private static final class Connection {
    private final Channel channel;
    private final ByteBuffer caller;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile long idleSince;
    /** What has arrived and is being worked on, and since when. */
    private volatile RoutingContext work;
    private volatile long workSince;

    private Connection(Channel channel, long now) {
      this.channel = channel;
      this.caller = caller(channel);
      this.idleSince = now;
    }
  }

  /** Who is at the other end: an address, or a network of the newer ones. */
  static ByteBuffer caller(Channel channel) {
    byte[] address = channel.remoteAddress() instanceof InetSocketAddress there && !there.isUnresolved()
        ? there.getAddress().getAddress()
        : new byte[0];
    return ByteBuffer.wrap(address, 0, Math.min(OF_CALLER, address.length));
  }

  /** Sees when something is asked on a connection, and how many there may be. */
  @ApplicationScoped
  static final class Watch {

    /** Before anything else. */
    private static final int PRIORITY = 3000;

    void register(@Observes Filters filters,
        @ConfigProperty(name = "quarkus.http.limits.max-connections") int mostConnections) {
      OF_SERVER.limit(mostConnections);
      filters.register(Watch::ask, PRIORITY);
    }

    private static void ask(RoutingContext request) {
      Channel channel = channel(request);
      OF_SERVER.asked(channel);
      request.addEndHandler(end -> OF_SERVER.answered(channel));
      request.next();
    }
  }

  private static Channel channel(RoutingContext request) {
    return ((ConnectionBase) request.request().connection()).channel();
  }

  /** Says how many connections there may be. */
  void limit(int mostConnections) {
    most = mostConnections * CROWDED / EIGHTHS;
  }

  /** Says how many connections there may be from one address. */
  public void limitPerAddress(int mostOfAddress) {
    mostOfCaller = mostOfAddress;
  }

  /**
   * A connection was made, which is not registered with a loop yet.
   *
   * @return whether it may stand; if not, whoever made it has too many, none of which can give way
   */
  boolean opened(Channel channel) {
    Connection connection = new Connection(channel, clock.getAsLong());
    if (ofCallers.merge(connection.caller, 1, Integer::sum) > mostOfCaller
        && !makeRoom(other -> other.caller.equals(connection.caller))) {
      leave(connection);
      return false;
    }
    channel.attr(CONNECTION).set(connection);
    open.add(connection);
    channel.closeFuture().addListener(closed -> {
      open.remove(connection);
      leave(connection);
    });
    if (open.size() > most) {
      makeRoom(other -> other != connection);
    }
    return true;
  }

  private void leave(Connection connection) {
    ofCallers.computeIfPresent(connection.caller, (caller, number) -> number == 1 ? null : number - 1);
  }

  /** Something was asked on a connection. */
  void asked(Channel channel) {
    Connection connection = channel.attr(CONNECTION).get();
    if (connection != null) {
      connection.underWay.incrementAndGet();
    }
  }

  /**
   * A request has arrived as a whole, and waits for its turn or has it: what follows takes as long as it takes, and its
   * caller is not to blame that nothing moves on the connection.
   */
  public void worksOn(RoutingContext request) {
    Connection connection = channel(request).attr(CONNECTION).get();
    if (connection != null) {
      connection.workSince = clock.getAsLong();
      connection.work = request;
      request.addEndHandler(end -> connection.work = null);
    }
  }

  /** Whether something that was asked on a connection is being worked on, of which no answer has begun. */
  boolean isAtWork(Channel channel) {
    Connection connection = channel.attr(CONNECTION).get();
    RoutingContext work = connection == null ? null : connection.work;
    return work != null && !work.response().headWritten() && clock.getAsLong() - connection.workSince < MAX_WORK;
  }

  /** What was asked on a connection has been answered. */
  void answered(Channel channel) {
    Connection connection = channel.attr(CONNECTION).get();
    if (connection != null) {
      connection.idleSince = clock.getAsLong();
      connection.underWay.decrementAndGet();
    }
  }

  /** Has some of those who may be asked to give way; whether there were any. */
  private synchronized boolean makeRoom(Predicate<Connection> mayGiveWay) {
    long now = clock.getAsLong();
    if (now - inVainAt < BETWEEN) {
      return false;
    }
    List<Connection> idle = open.stream().filter(mayGiveWay)
        .filter(connection -> connection.underWay.get() == 0 && now - connection.idleSince > MIN_IDLE)
        .filter(connection -> connection.channel.isRegistered())
        .sorted(Comparator.comparingLong(connection -> connection.idleSince - now)).limit(AT_ONCE).toList();
    idle.forEach(connection -> {
      open.remove(connection);
      cut(connection.channel);
    });
    if (idle.isEmpty()) {
      inVainAt = now;
    }
    return !idle.isEmpty();
  }

  /** Whether a connection was cut, although its loop may not have come to closing it. */
  static boolean isCut(Channel channel) {
    return channel.hasAttr(CUT) && channel.attr(CUT).get() != null;
  }

  /**
   * Closes a connection at once. The usual way waits until all that is written has been read, which need never be, and
   * keeps a note of each time that it is asked. A loop that is busy comes to it late, and is told but once until then.
   */
  public static void cut(Channel channel) {
    if (channel.attr(CUT).compareAndSet(null, true)) {
      channel.eventLoop().execute(() -> {
        if (channel.isOpen()) {
          channel.unsafe().close(channel.voidPromise());
        }
      });
    }
  }
}
