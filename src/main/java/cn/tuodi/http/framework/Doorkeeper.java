package cn.tuodi.http.framework;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets connections in no faster than the loops that serve them take them on. Those for which the loops have no time wait
 * in the operating system, which bounds them; before the loops they would pile up without end, and whoever is served by
 * these would wait for all of them.
 */
final class Doorkeeper extends ChannelInboundHandlerAdapter {

  /** Connections that wait to be taken on. */
  static final int MAX_WAITING = 128;

  private final OpenConnections connections;
  private final OperatorConnections operators;
  private final AtomicInteger waiting = new AtomicInteger();

  Doorkeeper(OpenConnections connections, OperatorConnections operators) {
    this.connections = connections;
    this.operators = operators;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object accepted) {
    Channel connection = (Channel) accepted;
    if (operators.concerns(connection)) {
      operators.opened(connection);
    } else if (!connections.opened(connection)) {
      connection.unsafe().closeForcibly();
      return;
    }
    Channel door = context.channel();
    Arrival arrival = new Arrival(door);
    connection.pipeline().addLast(arrival);
    connection.closeFuture().addListener(gone -> arrival.tell());
    if (waiting.incrementAndGet() >= MAX_WAITING) {
      door.config().setAutoRead(false);
      // All may have arrived in between, and nobody would open the door again.
      open(door);
    }
    context.fireChannelRead(accepted);
  }

  private void open(Channel door) {
    if (waiting.get() <= MAX_WAITING / 2 && !door.config().isAutoRead()) {
      door.config().setAutoRead(true);
    }
  }

  /** Tells when a connection is served by its loop, or is gone before. */
  private final class Arrival extends ChannelInboundHandlerAdapter {

    private final AtomicBoolean told = new AtomicBoolean();
    private final Channel door;

    private Arrival(Channel door) {
      this.door = door;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      tell();
      context.fireChannelActive();
      context.pipeline().remove(this);
    }

    private void tell() {
      if (told.compareAndSet(false, true)) {
        waiting.decrementAndGet();
        open(door);
      }
    }
  }
}
