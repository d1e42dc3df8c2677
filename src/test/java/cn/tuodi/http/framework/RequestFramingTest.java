package cn.tuodi.http.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is asked on a connection that is over. */
class RequestFramingTest {

  private static final AttributeKey<Boolean> CLOSING = AttributeKey.valueOf(Leftovers.class, "closing");

  private final EmbeddedChannel channel = new EmbeddedChannel(new RequestFraming.Afterwards());

  @Test
  @DisplayName("While a connection goes on, everything is passed on")
  void goesOn() {
    FullHttpRequest request = request();
    channel.writeInbound(request);
    assertSame(request, channel.readInbound());
  }

  @Test
  @DisplayName("After a connection was cut nothing is passed on, although the loop has not closed it yet, and all is given back")
  void cut() {
    OpenConnections.cut(channel);
    FullHttpRequest next = request();
    HttpContent content = new DefaultHttpContent(Unpooled.buffer().writeByte(1));
    channel.pipeline().fireChannelRead(next);
    channel.pipeline().fireChannelRead(content);
    assertNull(channel.readInbound());
    assertEquals(0, next.refCnt());
    assertEquals(0, content.refCnt());
  }

  @Test
  @DisplayName("After a request has ended its connection the rest of its body is passed on, what is asked next is not")
  void ended() {
    channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
    channel.readInbound();
    channel.attr(CLOSING).set(true);
    LastHttpContent rest = new DefaultLastHttpContent(Unpooled.buffer().writeByte(1));
    channel.writeInbound(rest);
    assertSame(rest, channel.readInbound());
    FullHttpRequest next = request();
    HttpContent more = new DefaultHttpContent(Unpooled.buffer().writeByte(1));
    channel.writeInbound(next, more);
    assertNull(channel.readInbound());
    assertEquals(0, next.refCnt());
    assertEquals(0, more.refCnt());
  }

  private static FullHttpRequest request() {
    return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/", Unpooled.buffer().writeByte(1));
  }
}
