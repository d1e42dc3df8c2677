package cn.tuodi.http.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Connections that wait for the loops that are to serve them. */
class DoorkeeperTest {

  private final OpenConnections connections = new OpenConnections(() -> 0);
  private final Loops loops = new Loops();
  private final EmbeddedChannel door = new EmbeddedChannel(
      new Doorkeeper(connections, new OperatorConnections(() -> 0)), loops);
  private final List<EmbeddedChannel> made = new ArrayList<>();

  /** What takes connections on, when it is told to. */
  private static final class Loops extends ChannelInboundHandlerAdapter {

    private final Deque<Channel> waiting = new ArrayDeque<>();

    @Override
    public void channelRead(ChannelHandlerContext context, Object connection) {
      waiting.add((Channel) connection);
    }

    private void takeOn(int number) {
      for (int i = 0; i < number; i++) {
        waiting.remove().pipeline().fireChannelActive();
      }
    }
  }

  @AfterEach
  void close() {
    made.forEach(EmbeddedChannel::finishAndReleaseAll);
    door.finishAndReleaseAll();
  }

  @Test
  @DisplayName("While too many wait for the loops nobody is let in, and again when half of them are served")
  void lets() {
    come(Doorkeeper.MAX_WAITING - 1);
    assertTrue(door.config().isAutoRead());
    come(1);
    assertFalse(door.config().isAutoRead());
    loops.takeOn(Doorkeeper.MAX_WAITING / 2 - 1);
    assertFalse(door.config().isAutoRead());
    loops.takeOn(1);
    assertTrue(door.config().isAutoRead());
    come(Doorkeeper.MAX_WAITING / 2);
    assertFalse(door.config().isAutoRead());
  }

  @Test
  @DisplayName("However many came, the door stands open as long as the loops keep up")
  void keepsUp() {
    for (int i = 0; i < 3 * Doorkeeper.MAX_WAITING; i++) {
      come(1);
      loops.takeOn(1);
    }
    assertTrue(door.config().isAutoRead());
  }

  @Test
  @DisplayName("Who may not come in is sent away, waits for no loop and counts for nothing")
  void sentAway() {
    connections.limitPerAddress(0);
    come(2 * Doorkeeper.MAX_WAITING);
    assertEquals(0, loops.waiting.size());
    assertTrue(made.stream().noneMatch(EmbeddedChannel::isOpen));
    assertTrue(door.config().isAutoRead());
  }

  private void come(int number) {
    for (int i = 0; i < number; i++) {
      EmbeddedChannel connection = new EmbeddedChannel();
      made.add(connection);
      door.writeInbound(connection);
    }
  }
}
