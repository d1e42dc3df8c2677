package cn.tuodi.http;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bodies that are kept in a file, because they are too large for memory. */
public final class SpooledBody {

  private SpooledBody() {}

  /** There is no room for a body where temporary files lie, or nothing can be written there. */
  public static final class Unwritable extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    public Unwritable(IOException cause) {
      super(cause.toString(), cause);
    }
  }

  /**
   * Writes a body to a file.
   *
   * @param body the body
   * @param file the file
   * @param most most bytes
   * @throws ClientErrorException (413) if the body is larger
   * @throws Unwritable if the file cannot be written
   * @throws IOException if the body breaks off
   */
  public static void write(InputStream body, Path file, long most) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long written = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        written += read;
        if (written > most) {
          throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        write(out, buffer, read);
      }
    }
  }

  private static void write(OutputStream out, byte[] buffer, int length) throws Unwritable {
    try {
      out.write(buffer, 0, length);
    } catch (IOException e) {
      throw new Unwritable(e);
    }
  }
}
