package cn.tuodi.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that are told where to listen, some of them stopped and started again. They lie below those that
 * the system gives to clients: one of these may be taken by any connection in between, even by one that tries to reach
 * the server while it is away.
 */
public final class FreePort {

  private static final int FIRST = 10_240;
  private static final int BEHIND_LAST = 32_768;
  private static final int TRIES = 100;

  private FreePort() {}

  /** A port that nobody listens on now. */
  public static int next() {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND_LAST);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // Somebody listens on it.
      }
    }
    throw new UncheckedIOException(new IOException("no free port between " + FIRST + " and " + BEHIND_LAST));
  }
}
