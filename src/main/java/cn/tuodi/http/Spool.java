package cn.tuodi.http;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Room in temporary files for bodies that are too large for memory. Nothing is left of a file when the process ends. */
final class Spool {

  private final long most;
  private final Path directory;
  private final AtomicLong held = new AtomicLong();

  /**
   * Room.
   *
   * @param most most bytes in all files together
   * @param directory where they lie
   */
  Spool(long most, Path directory) {
    this.most = most;
    this.directory = directory;
  }

  /** There is no room. */
  static final class Full extends IOException {

    @Serial
    private static final long serialVersionUID = 1;
  }

  /** A file without a content yet. */
  Kept begin() {
    return new Kept();
  }

  /** A body that is kept in a file. Its methods wait for the disk. */
  final class Kept implements AutoCloseable {

    private FileChannel channel;
    private long reserved;
    private boolean isClosed;

    private Kept() {}

    /**
     * Appends to the file.
     *
     * @throws Full if there is no room
     * @throws IOException if the file cannot be written, or is closed
     */
    synchronized void append(List<Buffer> parts) throws IOException {
      for (Buffer part : parts) {
        reserve(part.length());
        ByteBuffer bytes = ByteBuffer.wrap(part.getBytes());
        while (bytes.hasRemaining()) {
          open().write(bytes);
        }
      }
    }

    private void reserve(int length) throws Full {
      if (isClosed) {
        throw new Full();
      }
      if (held.addAndGet(length) > most) {
        held.addAndGet(-length);
        throw new Full();
      }
      reserved += length;
    }

    private FileChannel open() throws IOException {
      if (channel == null) {
        Path file = Files.createTempFile(directory, "upload", ".part");
        // The file has no name from here on, and is gone when it is closed, even where the process is killed.
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
      }
      return channel;
    }

    /**
     * What was written, from the beginning. To be called once.
     *
     * @throws IOException if the file is closed
     */
    synchronized InputStream content() throws IOException {
      channel.position(0);
      return Channels.newInputStream(channel);
    }

    /** Gives the room back. */
    @Override
    public synchronized void close() {
      if (isClosed) {
        return;
      }
      isClosed = true;
      held.addAndGet(-reserved);
      try {
        if (channel != null) {
          channel.close();
        }
      } catch (IOException e) {
        // Nothing that was written is needed any more.
      }
    }
  }
}
