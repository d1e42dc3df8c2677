package cn.tuodi.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Answers that wait until their callers read them. */
class UnreadAnswersTest {

  private static final long MOST = 100_000;
  private static final long LARGE = 60_000;
  private static final long WAIT = 1_000;

  private final AtomicLong now = new AtomicLong();
  private final UnreadAnswers answers = new UnreadAnswers(MOST, now::get);
  private final Reader slow = new Reader();
  private final EmbeddedChannel channel = new EmbeddedChannel(slow);

  /** A caller who reads nothing until it is told to. */
  private static final class Reader extends ChannelOutboundHandlerAdapter {

    private Runnable write = () -> {};

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      Runnable before = write;
      write = () -> {
        before.run();
        context.writeAndFlush(message, promise);
      };
    }

    /** Like the HTTP server, which closes when all is read. */
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
      Runnable before = write;
      write = () -> {
        before.run();
        context.close(promise);
      };
    }

    void read() {
      write.run();
    }
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  @Test
  @DisplayName("Large answers count from the moment they are given until they are read, also before the loop comes to them")
  void counts() {
    answers.count(channel, LARGE);
    assertFalse(answers.isFull());
    answers.count(channel, LARGE);
    assertTrue(answers.isFull());
    channel.runPendingTasks();
    assertTrue(answers.isFull(), "the loop has written, nobody has read");
    slow.read();
    channel.runPendingTasks();
    assertFalse(answers.isFull());
  }

  @Test
  @DisplayName("What the operating system takes does not count, however many there are")
  void small() {
    for (int i = 0; i < 100; i++) {
      answers.count(channel, 16 * 1024);
    }
    assertFalse(answers.isFull());
  }

  @Test
  @DisplayName("Who has waited no longer than may be stays; who has waited longer is cut off, and no longer counts")
  void cutOff() {
    answers.count(channel, 2 * LARGE);
    channel.runPendingTasks();
    now.set(WAIT);
    answers.cutOff(WAIT);
    channel.runPendingTasks();
    assertTrue(channel.isOpen());
    now.set(WAIT + 1);
    answers.cutOff(WAIT);
    channel.runPendingTasks();
    assertFalse(channel.isOpen());
  }

  @Test
  @DisplayName("However many ask for room, who does not read is looked at now and then, and the loop is told once to cut them off")
  void makesRoomNowAndThen() {
    AtomicInteger told = new AtomicInteger();
    EmbeddedChannel busy = new EmbeddedChannel(new Reader()) {
      @Override
      public EventLoop eventLoop() {
        told.incrementAndGet();
        return super.eventLoop();
      }
    };
    answers.count(busy, 2 * LARGE);
    busy.runPendingTasks();
    now.set(Duration.ofSeconds(2).toNanos());
    told.set(0);
    for (int i = 0; i < 1000; i++) {
      now.addAndGet(Duration.ofMillis(1).toNanos());
      answers.makeRoom();
    }
    assertEquals(1, told.get());
    busy.runPendingTasks();
    assertFalse(busy.isOpen());
  }

  @Test
  @DisplayName("Who has read is not cut off for what they once had to read")
  void readInTime() {
    answers.count(channel, 2 * LARGE);
    channel.runPendingTasks();
    slow.read();
    channel.runPendingTasks();
    now.set(WAIT + 1);
    answers.cutOff(WAIT);
    channel.runPendingTasks();
    assertTrue(channel.isOpen());
  }

  @Test
  @DisplayName("What a connection that is gone would have read does not count")
  void gone() {
    EmbeddedChannel other = new EmbeddedChannel();
    other.close();
    answers.count(other, 2 * LARGE);
    assertTrue(answers.isFull());
    other.runPendingTasks();
    assertFalse(answers.isFull());
  }
}
