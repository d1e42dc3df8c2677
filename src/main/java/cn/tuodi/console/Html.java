package cn.tuodi.console;

import cn.tuodi.language.Language;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/** Pages as HTTP responses, and the language that a reader has chosen. */
public final class Html {

  static final String TYPE = MediaType.TEXT_HTML + ";charset=UTF-8";

  private static final String LANGUAGE = "lang";
  private static final int YEAR = 365 * 24 * 60 * 60;

  private Html() {}

  /** The language of a page: that of the link followed, else the one chosen earlier, else the one the browser prefers. */
  public static Language language(RoutingContext request) {
    String asked = request.queryParams().get(LANGUAGE);
    if (asked == null) {
      Cookie cookie = request.request().getCookie(LANGUAGE);
      asked = cookie == null ? request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE) : cookie.getValue();
    }
    return Language.preferred(asked);
  }

  /** The same, once the request has been through the filter that finds it out. */
  public static Language language(HttpHeaders headers) {
    return Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /** A page that was found. */
  public static Response ok(Page page, TemplateInstance content) {
    return of(200, page, content);
  }

  /** A page. */
  public static Response of(int status, Page page, TemplateInstance content) {
    return Response.status(status).entity(content.render()).type(TYPE)
        .header(HttpHeaders.CONTENT_LANGUAGE, page.language().tag())
        .cookie(new NewCookie.Builder(LANGUAGE).value(page.language().tag()).path("/console").maxAge(YEAR)
            .httpOnly(true).sameSite(NewCookie.SameSite.LAX).build())
        .build();
  }
}
