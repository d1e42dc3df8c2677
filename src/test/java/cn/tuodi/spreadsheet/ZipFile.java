package cn.tuodi.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Writes zip archives in all the ways in which programs write them, and in some in which none should. */
public final class ZipFile {

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private boolean stored;
  private boolean streamed;
  private boolean signed = true;
  private boolean zip64;
  private byte[] before = {};
  private byte[] between = {};
  private byte[] behind = {};
  private String localName;
  private int wrongChecksum;
  private int flags;
  private int method = -1;
  private byte[] twice;

  /** The parts of an archive, to be written anew. */
  public static ZipFile of(byte[] archive) {
    ZipFile file = new ZipFile();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        file.parts.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** One part more, or another in its place. */
  public ZipFile with(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  /** One part more, or another in its place. */
  public ZipFile with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** A part with its text changed. */
  public ZipFile change(String name, UnaryOperator<String> change) {
    String before = new String(parts.get(name), StandardCharsets.UTF_8);
    String after = change.apply(before);
    if (after.equals(before)) {
      throw new IllegalArgumentException("nothing changes in " + name);
    }
    return with(name, after);
  }

  /** One part less. */
  public ZipFile without(String name) {
    parts.remove(name);
    return this;
  }

  /** The text of a part. */
  public String text(String name) {
    return new String(parts.get(name), StandardCharsets.UTF_8);
  }

  /** Parts are not packed. */
  public ZipFile stored() {
    stored = true;
    return this;
  }

  /** Sizes follow the parts. */
  public ZipFile streamed(boolean withSignature) {
    streamed = true;
    signed = withSignature;
    return this;
  }

  /** Sizes have eight bytes. */
  public ZipFile zip64() {
    zip64 = true;
    return this;
  }

  public ZipFile before(byte[] bytes) {
    before = bytes;
    return this;
  }

  public ZipFile between(byte[] bytes) {
    between = bytes;
    return this;
  }

  public ZipFile behind(byte[] bytes) {
    behind = bytes;
    return this;
  }

  /** The header before the last part gives it another name than the directory. */
  public ZipFile lastLocallyCalled(String name) {
    localName = name;
    return this;
  }

  public ZipFile wrongChecksum() {
    wrongChecksum = 1;
    return this;
  }

  public ZipFile flags(int set) {
    flags = set;
    return this;
  }

  public ZipFile method(int number) {
    method = number;
    return this;
  }

  /** The first part stands twice in the directory, the second time with other content. */
  public ZipFile firstAgain(byte[] content) {
    twice = content;
    return this;
  }

  /** The archive. */
  public byte[] bytes() {
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    out.writeBytes(before);
    int count = 0;
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      count++;
      boolean last = count == parts.size();
      add(part.getKey(), last && localName != null ? localName : part.getKey(), part.getValue(), directory);
      if (count == 1) {
        out.writeBytes(between);
      }
    }
    if (twice != null) {
      count++;
      String first = parts.keySet().iterator().next();
      add(first, first, twice, directory);
    }
    int start = out.size();
    out.writeBytes(directory.toByteArray());
    int size = directory.size();
    if (zip64) {
      int end64 = out.size();
      write(56, buffer -> buffer.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45).putInt(0)
          .putInt(0));
      out.writeBytes(numbers(parts.size(), parts.size(), size, start));
      out.writeBytes(ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putInt(0x07064b50).putInt(0).putLong(end64)
          .putInt(1).array());
    }
    int entries = zip64 ? 0xffff : count;
    out.writeBytes(ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN).putInt(0x06054b50).putInt(0)
        .putShort((short) entries).putShort((short) entries).putInt(zip64 ? -1 : size).putInt(zip64 ? -1 : start)
        .putShort((short) 0).array());
    out.writeBytes(behind);
    return out.toByteArray();
  }

  private void write(int length, UnaryOperator<ByteBuffer> fields) {
    ByteBuffer buffer = fields.apply(ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN));
    out.write(buffer.array(), 0, buffer.position());
  }

  private static byte[] numbers(long... numbers) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long number : numbers) {
      buffer.putLong(number);
    }
    return buffer.array();
  }

  private void add(String name, String local, byte[] content, ByteArrayOutputStream directory) {
    CRC32 sum = new CRC32();
    sum.update(content);
    int checksum = (int) sum.getValue() ^ wrongChecksum;
    byte[] packed = stored ? content : deflated(content);
    int general = flags | (streamed ? 8 : 0);
    int how = method >= 0 ? method : stored ? 0 : 8;
    int header = out.size();
    byte[] localBytes = local.getBytes(StandardCharsets.UTF_8);
    ByteBuffer fields = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN).putInt(0x04034b50).putShort((short) 20)
        .putShort((short) general).putShort((short) how).putInt(0).putInt(streamed ? 0 : checksum)
        .putInt(streamed ? 0 : zip64 ? -1 : packed.length).putInt(streamed ? 0 : zip64 ? -1 : content.length)
        .putShort((short) localBytes.length).putShort((short) 0);
    out.writeBytes(fields.array());
    out.writeBytes(localBytes);
    out.writeBytes(packed);
    if (streamed) {
      ByteBuffer descriptor = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
      if (signed) {
        descriptor.putInt(0x08074b50);
      }
      descriptor.putInt(checksum);
      if (zip64) {
        descriptor.putLong(packed.length).putLong(content.length);
      } else {
        descriptor.putInt(packed.length).putInt(content.length);
      }
      out.write(descriptor.array(), 0, descriptor.position());
    }
    byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
    byte[] extra = zip64 ? ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 1)
        .putShort((short) 16).putLong(content.length).putLong(packed.length).array() : new byte[0];
    directory.writeBytes(ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN).putInt(0x02014b50)
        .putShort((short) 20).putShort((short) 20).putShort((short) general).putShort((short) how).putInt(0)
        .putInt(checksum).putInt(zip64 ? -1 : packed.length).putInt(zip64 ? -1 : content.length)
        .putShort((short) nameBytes.length).putShort((short) extra.length).putShort((short) 0).putShort((short) 0)
        .putShort((short) 0).putInt(0).putInt(header).array());
    directory.writeBytes(nameBytes);
    directory.writeBytes(extra);
  }

  private static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return packed.toByteArray();
  }
}
