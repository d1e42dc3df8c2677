package cn.tuodi.console;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Locale;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Files and texts that forms send, and files that are saved. */
final class Files {

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final int LONGEST = 200;

  private Files() {}

  static byte[] content(FileUpload file) throws IOException {
    return java.nio.file.Files.readAllBytes(file.uploadedFile());
  }

  /** A file that comes with a form, kept beyond the request. */
  static java.nio.file.Path kept(FileUpload file) throws IOException {
    java.nio.file.Path kept = java.nio.file.Files.createTempFile("portfolio", ".claims");
    java.nio.file.Files.copy(file.uploadedFile(), kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return kept;
  }

  static boolean isCsv(FileUpload file) {
    return file.fileName() != null && file.fileName().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  /** A line of text without control characters, at most 200 characters; null where there is none. */
  static String text(String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String text = typed.replaceAll("\\p{Cntrl}", " ").strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  static Response workbook(byte[] content, String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return Response.ok(content, XLSX).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
