package cn.tuodi.console;

import cn.tuodi.access.Roles;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionId;
import cn.tuodi.store.CheckResult;
import cn.tuodi.store.Desk;
import cn.tuodi.wire.DeskJson;
import cn.tuodi.wire.Language;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/** What becomes of workbooks that a form brings: kept as a draft, given back with comments, or only checked. */
@ApplicationScoped
final class Reception {

  private static final String AGAIN = "again";

  private final Desk desk;
  private final CurrentCatalogue catalogue;
  private final Access access;
  private final RoutingContext request;

  Reception(Desk desk, CurrentCatalogue catalogue, Access access, RoutingContext request) {
    this.desk = desk;
    this.catalogue = catalogue;
    this.access = access;
    this.request = request;
  }

  /**
   * Workbooks of one edition.
   *
   * @param edition where they belong
   * @param workbooks the files by their names within the edition
   * @param note what a draft is about, or null
   * @param then what is to become of them: {@code draft}, {@code annotated} or {@code findings}
   */
  record Delivery(EditionId edition, Map<String, byte[]> workbooks, String note, String then) {}

  /**
   * Takes workbooks.
   *
   * @param delivery the workbooks and what is to become of them
   * @param unsent what was filled in, for somebody who has to log in first
   */
  Response receive(Delivery delivery, Unsent unsent, Language language) {
    if ("draft".equals(delivery.then())) {
      return access.refusal(Roles.DRAFT, language, unsent).orElseGet(() -> kept(delivery));
    }
    CheckResult result = desk.check(delivery.edition(), delivery.workbooks(), access.client());
    if ("annotated".equals(delivery.then()) && delivery.workbooks().size() == 1) {
      String workbook = delivery.workbooks().keySet().iterator().next();
      return Files.workbook(desk.annotated(workbook, delivery.workbooks().get(workbook), result.findings(),
          access.client()), workbook);
    }
    // What was sent goes along when the language is changed, so that it is checked again and nothing is lost.
    Page page = unsent.dropped() ? DeskPages.page(language)
        : new Page(language, language.of("检查结果", "What the check found"), Page.Section.DESK, request.normalizedPath(),
            AGAIN);
    return Html.of(result.isSound() ? 200 : 422, page,
        Templates.check(page, names(delivery, language), DeskJson.of(result, language), unsent));
  }

  private String names(Delivery delivery, Language language) {
    String edition = catalogue.get().named(delivery.edition()).map(Edition::description)
        .map(known -> language.of(known.name(), known.nameEn())).orElse(delivery.edition().toString());
    return edition + language.of("：", ": ") + delivery.workbooks().keySet().stream()
        .map(workbook -> WorkbookNames.of(workbook, language)).collect(Collectors.joining(language.of("、", ", ")));
  }

  private Response kept(Delivery delivery) {
    String id = desk.begin(delivery.edition(), delivery.workbooks(), access.visitor().name(),
        Files.text(delivery.note())).id();
    return Response.seeOther(URI.create(Addresses.draft(id))).build();
  }
}
