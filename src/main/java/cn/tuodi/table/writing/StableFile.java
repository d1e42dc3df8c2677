package cn.tuodi.table.writing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A file packed so that the same content is the same bytes, whenever it is written. */
public final class StableFile {

  private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

  private StableFile() {}

  /** The same parts packed so. */
  public static byte[] of(byte[] packed) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(packed));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        ZipEntry written = new ZipEntry(entry.getName());
        written.setTimeLocal(EARLIEST);
        out.putNextEntry(written);
        out.write(in.readAllBytes());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
