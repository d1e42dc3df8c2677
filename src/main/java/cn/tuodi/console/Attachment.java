package cn.tuodi.console;

import cn.tuodi.desk.SavedName;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

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
    return Response.ok(content, type + ";charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, SavedName.disposition(plain, name)).build();
  }
}
