package cn.tuodi.console;

import cn.tuodi.json.InvalidRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * A file that a form sends: chosen by the person, or handed back to the person before and now sent again.
 *
 * @param name its name
 * @param content what is in it
 */
public record Upload(String name, byte[] content) {

  /** A file that a form sends, or empty where none was chosen; one that holds nothing was chosen nevertheless. */
  public static Optional<Upload> of(FileUpload file, String kept, String keptName) throws IOException {
    String chosen = file == null || file.fileName() == null ? "" : file.fileName();
    if (file != null && (file.size() > 0 || !chosen.isEmpty())) {
      return Optional.of(new Upload(chosen,
          java.nio.file.Files.readAllBytes(file.uploadedFile())));
    }
    if (kept == null || kept.isEmpty() && (keptName == null || keptName.isEmpty())) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Upload(keptName == null ? "" : keptName, Base64.getDecoder().decode(kept)));
    } catch (IllegalArgumentException e) {
      throw InvalidRequest.parameter(PendingForm.KEPT, "Base64");
    }
  }

  /** Whether it is a table with commas, by its name. */
  public boolean isCsv() {
    return name.toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  /** Writes what is in it to a file that outlives the request. */
  public java.nio.file.Path keptIn(java.nio.file.Path file) throws IOException {
    return java.nio.file.Files.write(file, content);
  }
}
