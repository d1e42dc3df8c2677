package cn.tuodi.api;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bodies that are kept in a temporary file, because they are too large for memory. */
final class SpooledBody {

  private SpooledBody() {}

  /**
   * Writes a body to a temporary file.
   *
   * @param body the body
   * @param most most bytes
   * @throws ClientErrorException (413) if the body is larger
   */
  static Path of(InputStream body, long most) throws IOException {
    Path file = Files.createTempFile("portfolio", ".tmp");
    boolean whole = false;
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      long written = 0;
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        written += read;
        if (written > most) {
          throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        out.write(buffer, 0, read);
      }
      whole = true;
      return file;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }
}
