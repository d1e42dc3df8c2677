package cn.tuodi.console;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Files that are saved, by names that people recognise. */
public final class Attachment {

  public static final String CSV = "text/csv";
  public static final String MARKDOWN = "text/markdown";

  private Attachment() {}

  /**
   * A file to be saved.
   *
   * @param content what it holds
   * @param type its media type, a text in UTF-8
   * @param plain its name in ASCII, for programs that know no other
   * @param name its name
   */
  public static Response of(byte[] content, String type, String plain, String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return Response.ok(content, type + ";charset=UTF-8").header(HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded).build();
  }
}
