package cn.tuodi.console;

import cn.tuodi.store.DeskRefusal;
import cn.tuodi.wire.Language;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What the desk refuses, as a page. */
final class Refusals {

  private Refusals() {}

  static Response page(DeskRefusal refusal, HttpHeaders headers, UriInfo address) {
    Language language = Html.language(headers, address);
    Page page = Page.of(language, language.of("不能执行", "Refused"), Page.Section.DESK, Addresses.DESK);
    return Html.of(status(refusal.reason()), page, Templates.message(page, language.of(refusal.zh(), refusal.en())));
  }

  static Response missing(HttpHeaders headers, UriInfo address) {
    Language language = Html.language(headers, address);
    Page page = Page.of(language, language.of("没有这一页", "No such page"), Page.Section.DESK, Addresses.DESK);
    return Html.of(404, page, Templates.message(page,
        language.of("它可能已被删除或发布。", "It may have been deleted or published.")));
  }

  private static int status(DeskRefusal.Reason reason) {
    return switch (reason) {
      case NO_SUCH_DRAFT, NO_SUCH_VERSION, NO_SUCH_TABLE -> 404;
      case NOT_SOUND -> 422;
      case TIME_PAST -> 400;
      case BUSY, STORE_FAILED -> 503;
      case NO_STORE, STORE_READ_ONLY, TOO_MANY_DRAFTS, BASE_CHANGED, PUBLICATION_PENDING, NOTHING_CHANGED -> 409;
    };
  }
}
