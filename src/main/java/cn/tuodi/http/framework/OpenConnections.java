package cn.tuodi.http.framework;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The connections to the HTTP server. Where nearly as many stand as may, those on which nothing has been asked for longest
 * give way to new ones, so that whoever only holds connections keeps nobody else out.
 */
public final class OpenConnections {

  /** Those of this program; known before there are beans. */
  public static final OpenConnections OF_SERVER = new OpenConnections(System::nanoTime);

  private static final AttributeKey<Connection> CONNECTION =
      AttributeKey.valueOf(OpenConnections.class, "connection");
  private static final AttributeKey<Boolean> CUT = AttributeKey.valueOf(OpenConnections.class, "cut");
  /** A new one is given time to ask. */
  private static final long MIN_IDLE = Duration.ofSeconds(1).toNanos();
  /** Part of the connections, of eight, from which on some give way. */
  private static final int CROWDED = 7;
  private static final int EIGHTHS = 8;
  /** How many give way at once, so that not each new one has all looked at. */
  private static final int AT_ONCE = 64;

  private final LongSupplier clock;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private volatile int most = Integer.MAX_VALUE;
  private volatile int otherPort = -1;

  /**
   * No connections.
   *
   * @param clock nanoseconds
   */
  OpenConnections(LongSupplier clock) {
    this.clock = clock;
  }

  /** One connection, how many requests on it are under way, and since when there have been none. */
  private static final class Connection {
    private final Channel channel;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile long idleSince;

    private Connection(Channel channel, long now) {
      this.channel = channel;
      this.idleSince = now;
    }
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
      Channel channel = ((ConnectionBase) request.request().connection()).channel();
      OF_SERVER.asked(channel);
      request.addEndHandler(end -> OF_SERVER.answered(channel));
      request.next();
    }
  }

  /** Says how many connections there may be. */
  void limit(int mostConnections) {
    most = mostConnections * CROWDED / EIGHTHS;
  }

  /** Connections to this port count for nothing here: another server of this program has it. */
  public void passOver(int port) {
    otherPort = port;
  }

  /** A connection was made. */
  void opened(Channel channel) {
    if (channel.localAddress() instanceof InetSocketAddress here && here.getPort() == otherPort) {
      return;
    }
    Connection connection = new Connection(channel, clock.getAsLong());
    channel.attr(CONNECTION).set(connection);
    open.add(connection);
    channel.closeFuture().addListener(closed -> open.remove(connection));
    if (open.size() > most) {
      makeRoom();
    }
  }

  /** Something was asked on a connection. */
  void asked(Channel channel) {
    Connection connection = channel.attr(CONNECTION).get();
    if (connection != null) {
      connection.underWay.incrementAndGet();
    }
  }

  /** What was asked on a connection has been answered. */
  void answered(Channel channel) {
    Connection connection = channel.attr(CONNECTION).get();
    if (connection != null) {
      connection.idleSince = clock.getAsLong();
      connection.underWay.decrementAndGet();
    }
  }

  private synchronized void makeRoom() {
    long now = clock.getAsLong();
    open.stream().filter(connection -> connection.underWay.get() == 0 && now - connection.idleSince > MIN_IDLE)
        .sorted(Comparator.comparingLong(connection -> connection.idleSince - now)).limit(AT_ONCE)
        .forEach(connection -> {
          open.remove(connection);
          cut(connection.channel);
        });
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
