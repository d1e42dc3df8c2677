package cn.tuodi.console;

import cn.tuodi.wire.Language;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Pages as HTTP responses, and the language that a reader has chosen. */
final class Html {

  static final String TYPE = MediaType.TEXT_HTML + ";charset=UTF-8";

  private static final String LANGUAGE = "lang";
  private static final int YEAR = 365 * 24 * 60 * 60;

  private Html() {}

  /** The language of a page: that of the link followed, else the one chosen earlier, else the one the browser prefers. */
  static Language language(HttpHeaders headers, UriInfo address) {
    String asked = address.getQueryParameters().getFirst(LANGUAGE);
    if (asked == null) {
      Cookie cookie = headers.getCookies().get(LANGUAGE);
      asked = cookie == null ? headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE) : cookie.getValue();
    }
    return Language.preferred(asked);
  }

  /** A page that was found. */
  static Response ok(Page page, TemplateInstance content) {
    return of(200, page, content);
  }

  /** A page. */
  static Response of(int status, Page page, TemplateInstance content) {
    return Response.status(status).entity(content.render()).type(TYPE)
        .header(HttpHeaders.CONTENT_LANGUAGE, page.language().tag()).header(HttpHeaders.CACHE_CONTROL, "no-store")
        .cookie(new NewCookie.Builder(LANGUAGE).value(page.language().tag()).path("/console").maxAge(YEAR)
            .httpOnly(true).sameSite(NewCookie.SameSite.LAX).build())
        .build();
  }
}
