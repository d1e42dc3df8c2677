package cn.tuodi.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * A body on its way. It is collected without a thread that waits for it: in memory while it is small, in a file from then
 * on where there is one.
 */
final class ArrivingBody {

  /** Most bytes of a body in memory, where there is a file. */
  private static final int MAX_IN_MEMORY = 32 * 1024;

  private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final HttpServerRequest request;
  private final long most;
  private final Spool.Kept file;
  private final Executor disk;
  private final Receiver receiver;
  private final Context context = Vertx.currentContext();
  private List<Buffer> parts = new ArrayList<>();
  private long length;
  private int inMemory;
  private boolean isInFile;
  private boolean isOver;

  /** Who is told how it went, on the event loop of the request. */
  interface Receiver {

    /** All is there. */
    void received(InputStream body);

    /** It is larger than it may be. */
    void tooLarge();

    /** There is no room to keep it. */
    void noRoom(IOException reason);
  }

  private ArrivingBody(HttpServerRequest request, long most, Spool.Kept file, Executor disk, Receiver receiver) {
    this.request = request;
    this.most = most;
    this.file = file;
    this.disk = disk;
    this.receiver = receiver;
  }

  /** Whether a body comes with a request, and there is something of it to read. */
  static boolean isAnnounced(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return !WITHOUT_BODY.contains(request.method()) && !request.isEnded()
        && (length == null ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING) : !"0".equals(length));
  }

  /** Collects a body in memory. */
  static void collect(HttpServerRequest request, long most, Receiver receiver) {
    new ArrivingBody(request, most, null, null, receiver).begin();
  }

  /** Collects a body in memory while it is small, otherwise in a file that is written by other threads. */
  static void collect(HttpServerRequest request, long most, Spool.Kept file, Executor disk, Receiver receiver) {
    new ArrivingBody(request, most, file, disk, receiver).begin();
  }

  private void begin() {
    request.handler(this::take);
    request.endHandler(end -> complete());
    request.exceptionHandler(gone -> isOver = true);
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
    request.resume();
  }

  private void take(Buffer part) {
    if (isOver) {
      return;
    }
    length += part.length();
    if (length > most) {
      isOver = true;
      parts.clear();
      receiver.tooLarge();
      return;
    }
    parts.add(part);
    inMemory += part.length();
    if (file != null && inMemory > MAX_IN_MEMORY) {
      moveToFile(() -> {});
    }
  }

  /** Nothing more is read until what is there is written. */
  private void moveToFile(Runnable then) {
    request.pause();
    List<Buffer> moved = parts;
    parts = new ArrayList<>();
    inMemory = 0;
    isInFile = true;
    disk.execute(() -> {
      try {
        file.append(moved);
        context.runOnContext(written -> {
          then.run();
          request.resume();
        });
      } catch (IOException e) {
        context.runOnContext(failed -> fail(e));
      }
    });
  }

  private void complete() {
    if (isOver) {
      return;
    }
    if (!isInFile) {
      isOver = true;
      receiver.received(new ByteArrayInputStream(joined()));
    } else if (!parts.isEmpty()) {
      moveToFile(this::complete);
    } else {
      isOver = true;
      try {
        receiver.received(file.content());
      } catch (IOException e) {
        receiver.noRoom(e);
      }
    }
  }

  private byte[] joined() {
    byte[] joined = new byte[(int) length];
    int at = 0;
    for (Buffer part : parts) {
      part.getBytes(joined, at);
      at += part.length();
    }
    parts = List.of();
    return joined;
  }

  private void fail(IOException reason) {
    if (!isOver) {
      isOver = true;
      receiver.noRoom(reason);
      request.resume();
    }
  }
}
