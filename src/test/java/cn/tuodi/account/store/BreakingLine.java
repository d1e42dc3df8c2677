package cn.tuodi.account.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** A line to a database that can be told to break in the middle of a commit. */
public final class BreakingLine implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final String COMMIT = "COMMIT";

  /** When the line breaks. */
  public enum Break {
    NEVER,
    /** The database is told neither of the commit nor that the line is broken. */
    BEFORE_COMMIT,
    /** The database has committed, and its answer gets lost. */
    AFTER_COMMIT
  }

  private final ServerSocket listening;
  private final int port;
  private final AtomicReference<Break> next = new AtomicReference<>(Break.NEVER);

  /** A line to a port of this machine. */
  public BreakingLine(int port) {
    try {
      this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.port = port;
    begin(this::accept);
  }

  /** Where it begins. */
  public int at() {
    return listening.getLocalPort();
  }

  /** The next commit breaks it, once. */
  public void breakNext(Break when) {
    next.set(when);
  }

  private void accept() throws IOException {
    while (true) {
      Socket caller = listening.accept();
      Socket database = new Socket(InetAddress.getLoopbackAddress(), port);
      begin(() -> forward(caller, database));
      begin(() -> back(database, caller));
    }
  }

  private void forward(Socket caller, Socket database) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (caller) {
      InputStream in = caller.getInputStream();
      OutputStream out = database.getOutputStream();
      for (int read; (read = in.read(buffer)) >= 0;) {
        boolean commits = new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains(COMMIT);
        Break when = commits ? next.getAndSet(Break.NEVER) : Break.NEVER;
        if (when == Break.BEFORE_COMMIT) {
          return;
        }
        if (when == Break.AFTER_COMMIT) {
          caller.close();
        }
        out.write(buffer, 0, read);
        out.flush();
        if (when == Break.AFTER_COMMIT) {
          // What the database answers is read to its end, so that it has committed.
          database.shutdownOutput();
          return;
        }
      }
    }
  }

  private static void back(Socket database, Socket caller) throws IOException {
    byte[] buffer = new byte[BUFFER];
    InputStream in = database.getInputStream();
    OutputStream out = caller.getOutputStream();
    for (int read; (read = in.read(buffer)) >= 0;) {
      out.write(buffer, 0, read);
      out.flush();
    }
  }

  /** Something that ends where a connection does. */
  private interface Work {
    void run() throws IOException;
  }

  private static void begin(Work work) {
    Thread thread = new Thread(() -> {
      try {
        work.run();
      } catch (IOException e) {
        // The line was broken, or is closed.
      }
    });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
