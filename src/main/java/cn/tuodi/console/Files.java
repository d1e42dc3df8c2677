package cn.tuodi.console;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Texts that forms send, and files that are saved. */
final class Files {

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final int LONGEST = 200;

  private Files() {}

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
        .build();
  }
}
