package cn.tuodi.spreadsheet.archive;

import cn.tuodi.language.Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the central directory of a zip archive, also of those beyond the old limits (zip64) and of streamed ones. */
final class ArchiveDirectory {

  /** With it begins all that can follow a part. */
  private static final short MARK = 0x4b50;
  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int DESCRIPTOR = 0x08074b50;
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int END_LENGTH = 22;
  private static final int END_64_LENGTH = 56;
  private static final int LOCATOR_64_LENGTH = 20;
  private static final int CENTRAL_LENGTH = 46;
  private static final int LOCAL_LENGTH = 30;
  private static final int MAX_COMMENT = 0xffff;
  private static final int ZIP_64 = 1;
  private static final long IN_ZIP_64 = 0xffffffffL;
  private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
  private static final int STREAMED = 1 << 3;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private final ByteBuffer bytes;

  private ArchiveDirectory(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** The entries of an archive, in the order of its directory. */
  static List<ArchiveEntry> read(ByteBuffer bytes) throws UnreadableWorkbook {
    try {
      return new ArchiveDirectory(bytes).entries();
    } catch (IndexOutOfBoundsException e) {
      throw UnreadableWorkbook.disordered(Message.of("spreadsheet.has-a-damaged-directory"));
    }
  }

  private List<ArchiveEntry> entries() throws UnreadableWorkbook {
    int end = end();
    long count = bytes.getShort(end + 10) & 0xffff;
    long size = bytes.getInt(end + 12) & IN_ZIP_64;
    long start = bytes.getInt(end + 16) & IN_ZIP_64;
    int directoryEnd = end;
    int locator = end - LOCATOR_64_LENGTH;
    if (locator >= 0 && bytes.getInt(locator) == LOCATOR_64) {
      int end64 = place(bytes.getLong(locator + 8));
      if (bytes.getInt(end64) != END_64 || end64 + 12 + bytes.getLong(end64 + 4) != locator
          || end64 + END_64_LENGTH > locator) {
        throw UnreadableWorkbook.disordered(Message.of("spreadsheet.has-a-damaged-directory"));
      }
      count = known(count, 0xffff, bytes.getLong(end64 + 32));
      size = known(size, IN_ZIP_64, bytes.getLong(end64 + 40));
      start = known(start, IN_ZIP_64, bytes.getLong(end64 + 48));
      directoryEnd = end64;
    }
    if (bytes.getShort(end + 4) != 0 || bytes.getShort(end + 6) != 0) {
      throw UnreadableWorkbook.disordered(Message.of("spreadsheet.is-split-into-volumes"));
    }
    if (start + size != directoryEnd) {
      throw foreignBytes();
    }
    if (count > Limits.MAX_PARTS) {
      throw new UnreadableWorkbook(Message.of("spreadsheet.the-workbook-has-more-than-parts", Limits.MAX_PARTS));
    }
    List<ArchiveEntry> entries = new ArrayList<>();
    int at = place(start);
    for (int i = 0; i < count; i++) {
      at = entry(at, entries);
    }
    if (at != directoryEnd) {
      throw UnreadableWorkbook.disordered(Message.of("spreadsheet.has-a-damaged-directory"));
    }
    checkGaps(entries, place(start));
    return entries;
  }

  private static long known(long value, long unknown, long value64) throws UnreadableWorkbook {
    if (value != unknown && value != value64) {
      throw UnreadableWorkbook.disordered(Message.of("spreadsheet.has-a-directory-that-contradicts-itself"));
    }
    return value64;
  }

  private static UnreadableWorkbook foreignBytes() {
    return UnreadableWorkbook.disordered(Message.of("spreadsheet.has-foreign-data-before-between-or"));
  }

  private int place(long offset) throws UnreadableWorkbook {
    if (offset < 0 || offset > bytes.limit()) {
      throw UnreadableWorkbook.cutShort();
    }
    return (int) offset;
  }

  /** Where the end record begins, which with its comment is the last of the file. */
  private int end() throws UnreadableWorkbook {
    int first = Math.max(0, bytes.limit() - END_LENGTH - MAX_COMMENT);
    for (int at = bytes.limit() - END_LENGTH; at >= first; at--) {
      if (bytes.getInt(at) == END) {
        if (at + END_LENGTH + (bytes.getShort(at + 20) & 0xffff) != bytes.limit()) {
          throw foreignBytes();
        }
        return at;
      }
    }
    throw UnreadableWorkbook.cutShort();
  }

  private int entry(int at, List<ArchiveEntry> entries) throws UnreadableWorkbook {
    if (bytes.getInt(at) != CENTRAL) {
      throw UnreadableWorkbook.disordered(Message.of("spreadsheet.has-a-damaged-directory"));
    }
    int flags = bytes.getShort(at + 8);
    int method = bytes.getShort(at + 10) & 0xffff;
    long packed = bytes.getInt(at + 20) & IN_ZIP_64;
    long size = bytes.getInt(at + 24) & IN_ZIP_64;
    int nameLength = bytes.getShort(at + 28) & 0xffff;
    int extraLength = bytes.getShort(at + 30) & 0xffff;
    int commentLength = bytes.getShort(at + 32) & 0xffff;
    long header = bytes.getInt(at + 42) & IN_ZIP_64;
    String name = name(at + CENTRAL_LENGTH, nameLength);
    if ((flags & ENCRYPTED) != 0) {
      throw new UnreadableWorkbook(Message.of("spreadsheet.the-archive-has-a-password-remove"));
    }
    if (method != STORED && method != DEFLATED) {
      throw UnreadableWorkbook
          .disordered(Message.of("spreadsheet.has-the-part-packed-by-method", UnreadableWorkbook.shown(name), method));
    }
    int extra = at + CENTRAL_LENGTH + nameLength;
    Extra zip64 = new Extra(extra, extraLength);
    long fullSize = size == IN_ZIP_64 ? zip64.next() : size;
    long fullPacked = packed == IN_ZIP_64 ? zip64.next() : packed;
    long fullHeader = header == IN_ZIP_64 ? zip64.next() : header;
    if (fullPacked < 0 || fullPacked > bytes.limit() || fullSize < 0) {
      throw UnreadableWorkbook.cutShort();
    }
    entries.add(located(name, flags, method, bytes.getInt(at + 16) & IN_ZIP_64, (int) fullPacked, fullSize,
        place(fullHeader)));
    return extra + extraLength + commentLength;
  }

  /** The entry, where its own header says the same as the directory. */
  private ArchiveEntry located(String name, int flags, int method, long checksum, int packed, long size, int header)
      throws UnreadableWorkbook {
    int nameLength = bytes.getShort(header + 26) & 0xffff;
    boolean streamed = (flags & STREAMED) != 0;
    long localPacked = bytes.getInt(header + 18) & IN_ZIP_64;
    long localSize = bytes.getInt(header + 22) & IN_ZIP_64;
    boolean same = bytes.getInt(header) == LOCAL && (bytes.getShort(header + 8) & 0xffff) == method
        && (bytes.getShort(header + 6) & (ENCRYPTED | STREAMED)) == (flags & (ENCRYPTED | STREAMED))
        && name.equals(name(header + LOCAL_LENGTH, nameLength))
        && isSame(localPacked, packed, streamed) && isSame(localSize, size, streamed);
    if (!same) {
      String shown = UnreadableWorkbook.shown(name);
      throw UnreadableWorkbook.disordered(Message.of("spreadsheet.has-the-part-otherwise-than-its", shown));
    }
    int offset = header + LOCAL_LENGTH + nameLength + (bytes.getShort(header + 28) & 0xffff);
    int end = place((long) offset + packed);
    if (streamed) {
      end += descriptor(end, checksum, packed, size);
    }
    return new ArchiveEntry(name, method == DEFLATED, checksum, packed, size, header, offset, end);
  }

  private static boolean isSame(long local, long central, boolean streamed) {
    return local == central || local == IN_ZIP_64 || streamed && local == 0;
  }

  /** The length of what follows a streamed part: sizes of four or eight bytes, with a signature or without. */
  private int descriptor(int at, long checksum, long packed, long size) throws UnreadableWorkbook {
    for (int signature : new int[] {4, 0}) {
      if (signature > 0 && bytes.getInt(at) != DESCRIPTOR || (bytes.getInt(at + signature) & IN_ZIP_64) != checksum) {
        continue;
      }
      int sizes = at + signature + 4;
      if ((bytes.getInt(sizes) & IN_ZIP_64) == packed && (bytes.getInt(sizes + 4) & IN_ZIP_64) == size
          && bytes.getShort(sizes + 8) == MARK) {
        return signature + 12;
      }
      if (bytes.getLong(sizes) == packed && bytes.getLong(sizes + 8) == size && bytes.getShort(sizes + 16) == MARK) {
        return signature + 20;
      }
    }
    throw foreignBytes();
  }

  private static void checkGaps(List<ArchiveEntry> entries, int directory) throws UnreadableWorkbook {
    List<ArchiveEntry> inOrder = new ArrayList<>(entries);
    inOrder.sort(Comparator.comparingInt(ArchiveEntry::header));
    int at = 0;
    for (ArchiveEntry entry : inOrder) {
      if (entry.header() != at) {
        throw foreignBytes();
      }
      at = entry.end();
    }
    if (at != directory) {
      throw foreignBytes();
    }
  }

  private String name(int at, int length) throws UnreadableWorkbook {
    if (length > Limits.MAX_PART_NAME) {
      throw UnreadableWorkbook.disordered(Message.of("spreadsheet.has-a-part-whose-name-is", Limits.MAX_PART_NAME));
    }
    byte[] name = new byte[length];
    for (int i = 0; i < length; i++) {
      name[i] = bytes.get(at + i);
    }
    // What every part that is read is called is ASCII; of others the name is only compared and shown.
    return new String(name, StandardCharsets.UTF_8);
  }

  /** The sizes that stand in the extra field for zip64, one after the other. */
  private final class Extra {

    private int at;
    private int end;

    Extra(int start, int length) {
      for (int field = start; field + 4 <= start + length; field += 4 + (bytes.getShort(field + 2) & 0xffff)) {
        if (bytes.getShort(field) == ZIP_64) {
          at = field + 4;
          end = Math.min(at + (bytes.getShort(field + 2) & 0xffff), start + length);
          return;
        }
      }
    }

    long next() throws UnreadableWorkbook {
      if (at + 8 > end) {
        throw UnreadableWorkbook.disordered(Message.of("spreadsheet.has-a-damaged-directory"));
      }
      at += 8;
      return bytes.getLong(at - 8);
    }
  }
}
