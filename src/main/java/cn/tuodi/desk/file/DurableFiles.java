package cn.tuodi.desk.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Files that are there whole or not at all, whenever the machine stops. */
public final class DurableFiles {

  /** Folder of the store itself below the directory of policies. */
  public static final String OWN = ".tuodi";

  private static final Duration OLD = Duration.ofDays(1);

  private DurableFiles() {}

  /** Writes a file beside its place, brings it to the disk and moves it there in one step, over what was there. */
  public static void replace(Path file, byte[] content) throws IOException {
    createDirectories(file.getParent());
    Path written = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      write(written, content);
      move(written, file);
      force(file.getParent());
    } finally {
      delete(written);
    }
  }

  /** Writes a new file and brings it to the disk. */
  public static void write(Path file, byte[] content) throws IOException {
    StoreAccess.write("write", () -> {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
    });
  }

  /** Moves a file or folder in one step; one that nobody waits for any more is not moved. */
  public static void move(Path from, Path to) throws IOException {
    StoreAccess.write("move", () -> {
      if (Thread.currentThread().isInterrupted()) {
        throw new ClosedByInterruptException();
      }
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    });
  }

  /** Brings the names of a folder to the disk. */
  public static void force(Path folder) throws IOException {
    StoreAccess.write("force", () -> {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    });
  }

  /** Makes a folder and those above it. */
  public static void createDirectories(Path folder) throws IOException {
    StoreAccess.write("createDirectories", () -> Files.createDirectories(folder));
  }

  /** Deletes a file or an empty folder, if it is there. */
  public static void delete(Path file) throws IOException {
    StoreAccess.write("delete", () -> Files.deleteIfExists(file));
  }

  /** Makes a file as old as a moment. */
  static void touch(Path file, Instant now) throws IOException {
    StoreAccess.write("touch", () -> Files.setLastModifiedTime(file, FileTime.from(now)));
  }

  /** What a file holds, up to some bytes. A pipe or a device, which nobody can read to its end, is no file. */
  public static byte[] read(Path file, int most) throws IOException {
    return StoreAccess.read(() -> {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new IOException("no file");
      }
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes(most);
      }
    });
  }

  /** What lies in a folder, by name; nothing where there is no such folder. */
  public static List<Path> list(Path folder) throws IOException {
    return StoreAccess.read(() -> {
      try (Stream<Path> list = Files.list(folder)) {
        return list.sorted().toList();
      } catch (NoSuchFileException e) {
        return List.of();
      }
    });
  }

  /** Whether something of a name is there, be it a link that leads nowhere. */
  public static boolean exists(Path file) throws IOException {
    return StoreAccess.read(() -> Files.exists(file, LinkOption.NOFOLLOW_LINKS));
  }

  /** Size and time of a file, which are others as a rule once it is changed; empty where there is no such file. */
  static String mark(Path file) throws IOException {
    return StoreAccess.read(() -> {
      try {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.isRegularFile() ? attributes.size() + " " + attributes.lastModifiedTime() : "";
      } catch (NoSuchFileException e) {
        return "";
      }
    });
  }

  /** Whether a file can be written, or files put into a folder. */
  public static boolean isWritable(Path file) {
    try {
      return StoreAccess.read(() -> Files.isWritable(file));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The time by the clock of the disk, which need not be this machine's.
   *
   * @param folder a folder that can be written
   */
  public static Instant now(Path folder) throws IOException {
    Path probe = folder.resolve(".now-" + UUID.randomUUID());
    try {
      write(probe, new byte[0]);
      return StoreAccess.read(() -> Files.getLastModifiedTime(probe).toInstant());
    } finally {
      delete(probe);
    }
  }

  /** Whether nobody can be writing a file or folder any more, in this process or another. */
  public static boolean isOld(Path file, Instant now) throws IOException {
    return StoreAccess.read(() -> Files.getLastModifiedTime(file).toInstant()).isBefore(now.minus(OLD));
  }
}
