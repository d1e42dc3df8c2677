package cn.tuodi.spreadsheet.archive;

import cn.tuodi.language.Message;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The parts of a zip archive as its central directory has them. The directory and the parts fill the file: nothing stands
 * before, between, behind or over one another, so that no two programs can see different archives in it.
 */
public final class Archive {

  private static final int BUFFER = 8192;

  private final byte[] content;
  private final Map<String, ArchiveEntry> entries = new LinkedHashMap<>();

  private Archive(byte[] content) {
    this.content = content;
  }

  /**
   * Opens an archive and unpacks all of it once, to see that it is what its directory says.
   *
   * @throws UnreadableWorkbook if it is not, or larger than allowed
   */
  static Archive open(byte[] content) throws UnreadableWorkbook {
    Archive archive = new Archive(content);
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    for (ArchiveEntry entry : ArchiveDirectory.read(bytes)) {
      if (entry.isFolder()) {
        continue;
      }
      if (archive.entries.put(key(entry.name()), entry) != null) {
        throw UnreadableWorkbook
            .disordered(Message.of("spreadsheet.has-the-part-twice", UnreadableWorkbook.shown(entry.name())));
      }
    }
    long unpacked = 0;
    for (ArchiveEntry entry : archive.entries.values()) {
      unpacked += entry.size();
      if (unpacked > Limits.MAX_UNPACKED) {
        throw tooLarge();
      }
    }
    for (ArchiveEntry entry : archive.entries.values()) {
      archive.verify(entry);
    }
    return archive;
  }

  private static UnreadableWorkbook tooLarge() {
    return new UnreadableWorkbook(Message.of("spreadsheet.the-file-unpacks-to-more-than"));
  }

  /** Names of parts differ in more than the size of letters and the kind of slash. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('\\', '/');
  }

  public Collection<ArchiveEntry> entries() {
    return entries.values();
  }

  /** The part of a name, or null. */
  ArchiveEntry find(String name) {
    return entries.get(key(name));
  }

  /** The unpacked bytes of a part. */
  public InputStream stream(ArchiveEntry entry) {
    ByteArrayInputStream packed = new ByteArrayInputStream(content, entry.offset(), entry.packedSize());
    return entry.isDeflated() ? new Unpacking(packed, new Inflater(true)) : packed;
  }

  public byte[] bytes(ArchiveEntry entry) throws UnreadableWorkbook {
    try (InputStream in = stream(entry)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw damaged(entry);
    }
  }

  private void verify(ArchiveEntry entry) throws UnreadableWorkbook {
    CRC32 sum = new CRC32();
    long size = 0;
    byte[] buffer = new byte[BUFFER];
    try (Unpacking in = new Unpacking(new ByteArrayInputStream(content, entry.offset(), entry.packedSize()),
        entry.isDeflated() ? new Inflater(true) : null)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sum.update(buffer, 0, read);
        size += read;
        if (size > entry.size()) {
          throw size > Limits.MAX_UNPACKED ? tooLarge() : damaged(entry);
        }
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException();
        }
      }
      if (size != entry.size() || sum.getValue() != entry.checksum() || !in.isUsedUp(entry.packedSize())) {
        throw damaged(entry);
      }
    } catch (IOException e) {
      throw damaged(entry);
    }
  }

  private static UnreadableWorkbook damaged(ArchiveEntry entry) {
    String name = UnreadableWorkbook.shown(entry.name());
    return UnreadableWorkbook.of(Message.of("spreadsheet.the-part-is-damaged-download-or", name));
  }

  /** Unpacks a part, where it is packed, and gives back at once what that took. */
  private static final class Unpacking extends FilterInputStream {

    private final Inflater inflater;

    Unpacking(InputStream packed, Inflater inflater) {
      super(inflater == null ? packed : new InflaterInputStream(packed, inflater, BUFFER));
      this.inflater = inflater;
    }

    boolean isUsedUp(int packedSize) {
      return inflater == null || inflater.finished() && inflater.getBytesRead() == packedSize;
    }

    @Override
    public void close() throws IOException {
      super.close();
      if (inflater != null) {
        inflater.end();
      }
    }
  }
}
