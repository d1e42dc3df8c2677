package cn.tuodi.spark;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** A compressed file of lines. */
final class LineOutput implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final OutputStream out;

  LineOutput(OutputStream out) throws IOException {
    this.out = new BufferedOutputStream(new GZIPOutputStream(out, BUFFER), BUFFER);
  }

  void line(byte[] line) throws IOException {
    out.write(line);
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
