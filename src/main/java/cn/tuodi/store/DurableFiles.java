package cn.tuodi.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Files that are there whole or not at all, whenever the machine stops. */
final class DurableFiles {

  private static final Duration OLD = Duration.ofDays(1);

  private DurableFiles() {}

  /** Writes a file beside its place, brings it to the disk and moves it there in one step, over what was there. */
  static void replace(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Path written = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      write(written, content);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      force(file.getParent());
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /** Writes a new file and brings it to the disk. */
  static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Whether nobody can be writing a file or folder any more, in this process or another. */
  static boolean isOld(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(OLD));
  }

  /** Brings the names of a folder to the disk. */
  static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
