package cn.tuodi.http.framework;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The connections to the management port. There are few of them, and who asks for health must be let in: so a new one
 * always is, and where there are too many, one of the caller who has most gives way. Those on which nothing has been asked
 * for longest are first. Who asks nothing is not waited for.
 */
public final class OperatorConnections {

  /** Those of this program; known before there are beans. */
  public static final OperatorConnections OF_MANAGEMENT = new OperatorConnections(System::nanoTime);

  /** How many may stand. */
  static final int MOST = 128;
  /** How long a caller may take until the first request is there. */
  static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

  private static final AttributeKey<Connection> CONNECTION =
      AttributeKey.valueOf(OperatorConnections.class, "connection");

  private final LongSupplier clock;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private volatile int port = -1;

  /**
   * No connections.
   *
   * @param clock nanoseconds
   */
  OperatorConnections(LongSupplier clock) {
    this.clock = clock;
  }

  private static final class Connection {
    private final Channel channel;
    private final ByteBuffer caller;
    private volatile boolean hasAsked;
    private volatile boolean isBusy;
    private volatile long idleSince;

    private Connection(Channel channel, long now) {
      this.channel = channel;
      this.caller = OpenConnections.caller(channel);
      this.idleSince = now;
    }
  }

  /** Says which port it is. */
  public void listenAt(int managementPort) {
    port = managementPort;
  }

  /** Whether a connection is one to the management port. */
  boolean concerns(Channel channel) {
    return channel.localAddress() instanceof InetSocketAddress here && here.getPort() == port;
  }

  /** A connection was made, which is not registered with a loop yet. */
  synchronized void opened(Channel channel) {
    Connection connection = new Connection(channel, clock.getAsLong());
    channel.attr(CONNECTION).set(connection);
    open.add(connection);
    channel.closeFuture().addListener(closed -> open.remove(connection));
    while (open.size() > MOST) {
      Optional<Connection> first = firstToGiveWay(connection);
      if (first.isEmpty()) {
        return;
      }
      cut(first.get());
    }
  }

  private Optional<Connection> firstToGiveWay(Connection latest) {
    Map<ByteBuffer, Long> ofCallers =
        open.stream().collect(Collectors.groupingBy(connection -> connection.caller, Collectors.counting()));
    long now = clock.getAsLong();
    return open.stream().filter(connection -> connection != latest && connection.channel.isRegistered())
        .min(Comparator.<Connection>comparingLong(connection -> -ofCallers.getOrDefault(connection.caller, 0L))
            .thenComparing(connection -> connection.isBusy)
            .thenComparingLong(connection -> connection.idleSince - now));
  }

  private void cut(Connection connection) {
    open.remove(connection);
    OpenConnections.cut(connection.channel);
  }

  /** Notes that something is asked on a connection, and when it has been answered. */
  public void watch(RoutingContext request) {
    Channel channel = ((ConnectionBase) request.request().connection()).channel();
    asked(channel);
    request.addEndHandler(end -> answered(channel));
  }

  /** Something was asked on a connection. */
  void asked(Channel channel) {
    Connection connection = channel.attr(CONNECTION).get();
    if (connection != null) {
      connection.hasAsked = true;
      connection.isBusy = true;
    }
  }

  /** What was asked on a connection has been answered. */
  void answered(Channel channel) {
    Connection connection = channel.attr(CONNECTION).get();
    if (connection != null) {
      connection.idleSince = clock.getAsLong();
      connection.isBusy = false;
    }
  }

  /** Closes those on which no request has come in time. To be called again and again. */
  public void sweep() {
    long now = clock.getAsLong();
    open.stream().filter(connection -> !connection.hasAsked && connection.channel.isRegistered())
        .filter(connection -> now - connection.idleSince > LONGEST_SILENCE.toNanos()).forEach(this::cut);
  }
}
