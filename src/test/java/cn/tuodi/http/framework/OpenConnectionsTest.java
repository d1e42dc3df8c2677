package cn.tuodi.http.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Connections that somebody only holds. */
class OpenConnectionsTest {

  private static final int MOST = 80;
  private static final int CROWDED = 70;
  private static final int MOST_OF_ADDRESS = 40;

  private final AtomicLong now = new AtomicLong();
  private final OpenConnections connections = new OpenConnections(now::get);
  private final List<EmbeddedChannel> channels = new ArrayList<>();

  @AfterEach
  void close() {
    channels.forEach(EmbeddedChannel::finishAndReleaseAll);
  }

  @Test
  @DisplayName("Where there are nearly as many as may be, those that have been idle longest give way to a new one")
  void oldestGiveWay() {
    connections.limit(MOST);
    open(CROWDED);
    later(2);
    assertEquals(CROWDED, alive(), "all that may stand do");
    open(1);
    assertTrue(alive() < CROWDED && alive() > 0, "some gave way: " + alive());
    assertTrue(channels.get(CROWDED).isOpen(), "the new one stays");
  }

  @Test
  @DisplayName("Where a request is under way, or was a moment ago, a connection stays")
  void busyStay() {
    connections.limit(MOST);
    open(CROWDED);
    connections.asked(channels.get(0));
    connections.asked(channels.get(1));
    later(2);
    connections.answered(channels.get(1));
    open(1);
    assertTrue(alive() < CROWDED);
    assertTrue(channels.get(0).isOpen(), "still waits for its answer");
    assertTrue(channels.get(1).isOpen(), "was answered just now");
  }

  @Test
  @DisplayName("A new connection is given time to ask, however many there are")
  void newOnesStay() {
    connections.limit(MOST);
    open(2 * MOST);
    assertEquals(2 * MOST, alive());
  }

  @Test
  @DisplayName("A connection that is gone does not count")
  void gone() {
    connections.limit(MOST);
    open(CROWDED);
    later(2);
    channels.get(0).close();
    channels.get(0).runPendingTasks();
    open(1);
    assertEquals(CROWDED, alive());
  }

  @Test
  @DisplayName("An address that goes beyond its share loses its own connections that are idle, or its new one, and nobody else's")
  void oneAddress() throws UnknownHostException {
    connections.limitPerAddress(MOST_OF_ADDRESS);
    assertTrue(open("192.0.2.1"));
    later(2);
    for (int i = 0; i < MOST_OF_ADDRESS; i++) {
      assertTrue(open("192.0.2.2"));
    }
    assertFalse(open("192.0.2.2"), "none of its own could give way");
    assertTrue(open("192.0.2.3"), "others are let in");
    later(2);
    assertTrue(open("192.0.2.2"), "those of its own that are idle give way");
    assertEquals(3, alive());
    assertTrue(channels.get(0).isOpen(), "another's stays, although it has been idle for longer");
  }

  @Test
  @DisplayName("A network of IPv6 is one caller, whichever of its addresses are used; what is closed or was refused does not count")
  void oneNetwork() throws UnknownHostException {
    connections.limitPerAddress(2);
    assertTrue(open("2001:db8:1:2::1"));
    assertTrue(open("2001:db8:1:2:ffff::2"));
    assertTrue(open("2001:db8:1:3::1"));
    assertFalse(open("2001:db8:1:2::3"));
    channels.get(0).close();
    alive();
    assertTrue(open("2001:db8:1:2::3"));
    assertFalse(open("2001:db8:1:2::1"));
  }

  private boolean open(String address) throws UnknownHostException {
    InetSocketAddress there = new InetSocketAddress(InetAddress.getByName(address), 1);
    EmbeddedChannel channel = new EmbeddedChannel() {
      @Override
      protected SocketAddress remoteAddress0() {
        return there;
      }
    };
    channels.add(channel);
    boolean isLetIn = connections.opened(channel);
    if (!isLetIn) {
      channel.close();
    }
    return isLetIn;
  }

  private void later(int seconds) {
    now.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  private void open(int number) {
    for (int i = 0; i < number; i++) {
      EmbeddedChannel channel = new EmbeddedChannel();
      channels.add(channel);
      connections.opened(channel);
    }
  }

  private long alive() {
    channels.forEach(EmbeddedChannel::runPendingTasks);
    return channels.stream().filter(EmbeddedChannel::isOpen).count();
  }
}
