package cn.tuodi.http.framework;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ServerChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Sees to it that it is clear where a request ends. Keeps the length that a request states although it is sent in chunks,
 * so that it can be refused. The HTTP server would drop it and go on, while others on the way may go by it, and see another
 * request begin where this one does not end.
 */
public final class RequestFraming extends ChannelInitializerExtension {

  private static final String TLS = "ssl";
  private static final String DECODER = "httpDecoder";
  private static final String HANDLER = "handler";
  private static final String MALFORMED = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

  private static volatile HttpServerOptions options = new HttpServerOptions();

  /** Has the HTTP server know this class. To be called before it starts. */
  public static void install() {
    System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
  }

  /** Says how much of a request is read. To be called before the HTTP server listens. */
  static void readAs(HttpServerOptions server) {
    options = server;
  }

  @Override
  public void postInitializeServerChildChannel(Channel channel) {
    channel.pipeline().addFirst(new Replacement());
  }

  @Override
  public void postInitializeServerListenerChannel(ServerChannel channel) {
    channel.pipeline().addFirst(new Doorkeeper(OpenConnections.OF_SERVER, OperatorConnections.OF_MANAGEMENT));
  }

  /** Replaces the decoder just before the first bytes get there: no sooner is it there for sure. */
  private static final class Replacement extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
      ChannelPipeline pipeline = context.pipeline();
      if (pipeline.get(DECODER) != null) {
        pipeline.replace(DECODER, DECODER, new Decoder());
        pipeline.addAfter(DECODER, null, new MalformedChunks());
        pipeline.addAfter(DECODER, null, new Afterwards());
        pipeline.addBefore(HANDLER, null, new AtWork());
      } else if (pipeline.get(TLS) != null) {
        pipeline.addAfter(TLS, null, new Replacement());
      }
      context.fireChannelRead(bytes);
      pipeline.remove(this);
    }
  }

  private static final class Decoder extends VertxHttpRequestDecoder {

    private Decoder() {
      super(options);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
      // The length stays where it is.
    }
  }

  /**
   * Drops what is asked on a connection that is over. Who sends many requests at once would have all those routed that came
   * with the one that ended the connection, although nobody is there to be answered.
   */
  static final class Afterwards extends ChannelInboundHandlerAdapter {

    private boolean isOver;

    @Override
    public void channelRead(ChannelHandlerContext context, Object part) {
      isOver |= OpenConnections.isCut(context.channel())
          || part instanceof HttpMessage && Leftovers.isClosing(context.channel());
      if (isOver) {
        ReferenceCountUtil.release(part);
      } else {
        context.fireChannelRead(part);
      }
    }
  }

  /** Keeps a connection on which nothing moves because this program has not come to the end of what was asked. */
  private static final class AtWork extends ChannelInboundHandlerAdapter {

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (!(event instanceof IdleStateEvent) || !OpenConnections.OF_SERVER.isAtWork(context.channel())) {
        context.fireUserEventTriggered(event);
      }
    }
  }

  /** Answers what goes wrong in the middle of a body, for which the HTTP server would close the connection without a word. */
  private static final class MalformedChunks extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object part) {
      if (part instanceof HttpContent content && !(part instanceof HttpMessage)
          && content.decoderResult().isFailure()) {
        content.release();
        context.pipeline().context(DECODER).writeAndFlush(Unpooled.copiedBuffer(MALFORMED, StandardCharsets.US_ASCII))
            .addListener(ChannelFutureListener.CLOSE);
      } else {
        context.fireChannelRead(part);
      }
    }
  }
}
