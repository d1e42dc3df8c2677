package cn.tuodi.console;

import cn.tuodi.desk.Desk;
import cn.tuodi.http.ProblemForm;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Whatever goes wrong with a page, wherever it is found out, becomes a page in the language that the reader has chosen.
 * Programs that ask for JSON get the problem itself.
 */
@ApplicationScoped
final class ErrorPages {

  /** After the request has its name, before anything refuses it. */
  private static final int PRIORITY = 1900;
  private static final String REQUEST_ID = "X-Request-Id";

  private ErrorPages() {}

  static void register(@Observes Filters filters, Desk desk) {
    filters.register(request -> prepare(request, desk), PRIORITY);
  }

  private static void prepare(RoutingContext request, Desk desk) {
    String path = request.normalizedPath();
    if (path.equals(Addresses.CONSOLE) || path.startsWith(Addresses.CONSOLE + "/")) {
      Language language = Html.language(request);
      // From here on the choice stands for what the browser prefers.
      request.request().headers().set(HttpHeaders.ACCEPT_LANGUAGE, language.tag());
      if (wantsPage(request.request())) {
        ProblemForm form = (problem, inLanguage) -> page(problem, inLanguage, request, desk);
        form.applyTo(request);
      }
    }
    request.next();
  }

  private static boolean wantsPage(HttpServerRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    String types = accepted == null ? "" : accepted.toLowerCase(Locale.ROOT);
    return types.contains("text/html") || !types.contains("json");
  }

  private static ProblemForm.Written page(Problem problem, Language language, RoutingContext request, Desk store) {
    boolean desk = request.normalizedPath().startsWith(Addresses.CONSOLE + "/desk");
    boolean accounts = request.normalizedPath().startsWith(Addresses.ACCOUNTS);
    boolean shown = request.request().method().equals(HttpMethod.GET);
    String home = desk ? Addresses.DESK : accounts ? Addresses.ACCOUNTS : Addresses.CONSOLE;
    ResultText plain = new ResultText(store.editions(), language);
    ErrorAdvice told = ErrorAdvice.on(problem, shown, language).with(plain);
    ErrorAdvice advice = accounts ? told.onAccounts(problem, language) : told;
    Page page = Page.of(language, advice.title(),
        desk ? Page.Section.DESK : accounts ? Page.Section.ACCOUNTS : Page.Section.POLICIES,
        shown ? request.normalizedPath() : home);
    List<String> details = problem.violations() == null ? List.of()
        : problem.violations().stream().map(violation -> plain.of(violation.message())).toList();
    String id = problem.status() == 500 ? request.response().headers().get(REQUEST_ID) : null;
    return new ProblemForm.Written(Html.TYPE,
        PageTemplates.error(page, advice, details, id).render().getBytes(StandardCharsets.UTF_8));
  }
}
