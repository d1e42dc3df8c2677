package cn.tuodi.http.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Connections that somebody only holds to the management port. */
class OperatorConnectionsTest {

  private static final String PROBE = "192.0.2.1";
  private static final String HOLDER = "192.0.2.2";

  private final AtomicLong now = new AtomicLong();
  private final OperatorConnections connections = new OperatorConnections(now::get);
  private final List<EmbeddedChannel> channels = new ArrayList<>();

  @AfterEach
  void close() {
    channels.forEach(EmbeddedChannel::finishAndReleaseAll);
  }

  @Test
  @DisplayName("Where there are as many as may be, one of the address with most gives way, however long another is idle")
  void mostGiveWay() throws UnknownHostException {
    EmbeddedChannel probe = ask(open(PROBE));
    EmbeddedChannel first = open(HOLDER);
    for (int i = 2; i < OperatorConnections.MOST; i++) {
      open(HOLDER);
    }
    assertEquals(OperatorConnections.MOST, alive());
    for (int i = 0; i < 2 * OperatorConnections.MOST; i++) {
      EmbeddedChannel latest = open(i % 2 == 0 ? HOLDER : PROBE);
      alive();
      assertTrue(latest.isOpen(), "a new one is let in");
      assertEquals(OperatorConnections.MOST, alive());
      assertFalse(first.isOpen(), "the one that was idle longest");
      if (i < OperatorConnections.MOST / 2) {
        assertTrue(probe.isOpen(), "nobody takes from who has less");
      }
    }
  }

  @Test
  @DisplayName("Of one address those that wait for an answer give way last, those that were answered latest before them")
  void order() throws UnknownHostException {
    EmbeddedChannel waits = open(HOLDER);
    connections.asked(waits);
    EmbeddedChannel answered = open(HOLDER);
    for (int i = 2; i < OperatorConnections.MOST; i++) {
      open(HOLDER);
    }
    ask(answered);
    for (int i = 2; i < OperatorConnections.MOST; i++) {
      ask(open(PROBE + i % 5));
      alive();
      assertTrue(waits.isOpen() && answered.isOpen());
    }
    assertEquals(OperatorConnections.MOST, alive());
  }

  @Test
  @DisplayName("Who asks nothing is not waited for; who has asked is")
  void silent() throws UnknownHostException {
    EmbeddedChannel silent = open(HOLDER);
    EmbeddedChannel asked = ask(open(HOLDER));
    EmbeddedChannel waits = open(HOLDER);
    connections.asked(waits);
    now.set(OperatorConnections.LONGEST_SILENCE.toNanos());
    connections.sweep();
    assertEquals(3, alive());
    now.addAndGet(1_000_000_000);
    EmbeddedChannel latest = open(HOLDER);
    connections.sweep();
    assertEquals(3, alive());
    assertFalse(silent.isOpen());
    assertTrue(asked.isOpen() && waits.isOpen() && latest.isOpen());
  }

  private EmbeddedChannel ask(EmbeddedChannel channel) {
    now.incrementAndGet();
    connections.asked(channel);
    connections.answered(channel);
    return channel;
  }

  private EmbeddedChannel open(String address) throws UnknownHostException {
    now.incrementAndGet();
    InetSocketAddress there = new InetSocketAddress(InetAddress.getByName(address), 1);
    EmbeddedChannel channel = new EmbeddedChannel() {
      @Override
      protected SocketAddress remoteAddress0() {
        return there;
      }
    };
    channels.add(channel);
    connections.opened(channel);
    return channel;
  }

  private long alive() {
    channels.forEach(EmbeddedChannel::runPendingTasks);
    return channels.stream().filter(EmbeddedChannel::isOpen).count();
  }
}
