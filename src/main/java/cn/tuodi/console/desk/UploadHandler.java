package cn.tuodi.console.desk;

import cn.tuodi.access.Roles;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.DeskAccess;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Files;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.console.PendingForm;
import cn.tuodi.console.ResultText;
import cn.tuodi.console.Upload;
import cn.tuodi.console.WorkbookNames;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.DeskJson;
import cn.tuodi.desk.SavedName;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookMark;
import cn.tuodi.desk.record.CheckResult;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What becomes of workbooks that a form brings: kept as a draft, given back with comments, or only checked. */
@ApplicationScoped
final class UploadHandler {

  private static final String AGAIN = "again";
  private static final String ANNOTATED = "批注";

  private final Desk desk;
  private final CurrentCatalogue catalogue;
  private final CheckResults results;
  private final DeskAccess access;
  private final RoutingContext request;

  UploadHandler(Desk desk, CurrentCatalogue catalogue, CheckResults results, DeskAccess access,
      RoutingContext request) {
    this.desk = desk;
    this.catalogue = catalogue;
    this.results = results;
    this.access = access;
    this.request = request;
  }

  /**
   * Which workbook a file is: what was chosen, else what its content says, else what its name says.
   *
   * @param chosen path of the workbook, or empty where it is to be recognised
   * @param upload the file
   */
  Optional<TableName> table(String chosen, Upload upload) {
    if (chosen != null && !chosen.isBlank()) {
      return TableName.of(chosen);
    }
    Optional<SavedName.Recognised> named = SavedName.recognised(upload.name(), editions());
    Optional<SavedName.Recognised> seen = desk.recognised(upload.content(), access.client());
    EditionId edition = seen.map(SavedName.Recognised::edition)
        .or(() -> named.map(SavedName.Recognised::edition)).orElse(null);
    String workbook = seen.map(SavedName.Recognised::workbook)
        .or(() -> named.map(SavedName.Recognised::workbook)).orElse(null);
    return edition == null || workbook == null ? Optional.empty() : Optional.of(new TableName(edition, workbook));
  }

  /**
   * What to ask where the name of a file says another edition than was chosen, and its content does not say that it is the
   * one chosen, as with a year copied from another; empty where there is nothing to ask.
   */
  Optional<String> misnamed(TableName chosen, Upload upload, Language language) {
    EditionId named = SavedName.recognised(upload.name(), editions()).map(SavedName.Recognised::edition).orElse(null);
    if (named == null || named.equals(chosen.edition())) {
      return Optional.empty();
    }
    boolean told = desk.recognised(upload.content(), access.client()).map(SavedName.Recognised::edition)
        .filter(chosen.edition()::equals).isPresent();
    String is = DisplayNames.edition(named, editions(), language);
    String wanted = DisplayNames.edition(chosen.edition(), editions(), language);
    return told ? Optional.empty()
        : Optional.of(language.text("console.by-its-name-is-of-but", upload.name(), is, wanted));
  }

  /** Why a file cannot be read, in words for a page; empty where it can. */
  Optional<String> unreadable(Upload upload, Language language) {
    return desk.unreadable(upload.name(), upload.content(), access.client())
        .map(finding -> language.text("console.nothing-was-saved", upload.name(),
            language.of(finding.zh(), finding.en())));
  }

  /** The editions that there are, whether they can decide or not. */
  List<EditionDescription> editions() {
    return desk.editions();
  }

  /** The editions that decide. */
  List<EditionDescription> inForce() {
    return catalogue.get().editions().stream().map(Edition::description).toList();
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
  Response receive(Delivery delivery, PendingForm unsent, Language language) {
    if ("draft".equals(delivery.then())) {
      return access.refusal(Roles.DRAFT, language, unsent).orElseGet(() -> kept(delivery));
    }
    CheckResult result = desk.check(delivery.edition(), delivery.workbooks(), access.client());
    if ("annotated".equals(delivery.then())) {
      return annotated(delivery, result);
    }
    CheckResults.Kept checked =
        new CheckResults.Kept(delivery.edition(), Set.copyOf(delivery.workbooks().keySet()), result);
    // What was sent goes along when the language is changed, so that it is checked again; else the result is kept.
    Page page = unsent.dropped() ? page(language, Addresses.check(results.keep(checked)), null)
        : page(language, request.normalizedPath(), AGAIN);
    return Html.of(result.isSound() ? 200 : 422, page, checked(page, checked, unsent, language));
  }

  /** The page of a check. */
  static Page page(Language language, String address, String form) {
    return new Page(language, language.text("console.what-the-check-found"), Page.Section.DESK, address, form);
  }

  /** What a check found, as a page shows it. */
  TemplateInstance checked(Page page, CheckResults.Kept checked, PendingForm unsent, Language language) {
    return DeskTemplates.check(page, names(checked, language), DeskJson.of(checked.result(), language),
        new ResultText(editions(), language).of(checked.result().findings()), unsent);
  }

  /** The workbooks with what was found as comments; several in one archive. */
  private Response annotated(Delivery delivery, CheckResult result) {
    Map<String, byte[]> annotated = new TreeMap<>();
    delivery.workbooks().forEach((workbook, content) -> annotated.put(workbook,
        desk.annotated(workbook, content, result.findings(), access.client())));
    if (annotated.size() == 1) {
      String workbook = annotated.keySet().iterator().next();
      return Files.workbook(annotated.get(workbook), new TableName(delivery.edition(), workbook), editions(),
          ANNOTATED);
    }
    String edition = DisplayNames.edition(delivery.edition(), editions(), Language.ZH);
    Map<String, byte[]> named = new TreeMap<>();
    annotated.forEach((workbook, content) -> named.put(SavedName.of(edition, workbook, ANNOTATED),
        WorkbookMark.marked(content, new TableName(delivery.edition(), workbook))));
    return Files.archive(named, delivery.edition().toString().replace('/', '.') + ".zip", edition + "-" + ANNOTATED);
  }

  private String names(CheckResults.Kept checked, Language language) {
    return language.text("language.labelled", DisplayNames.edition(checked.edition(), editions(), language),
        checked.workbooks().stream().sorted().map(file -> WorkbookNames.of(file, language))
            .collect(Collectors.joining(language.text("language.list-comma"))));
  }

  private Response kept(Delivery delivery) {
    String id = desk.begin(delivery.edition(), delivery.workbooks(), access.visitor().name(),
        Files.text(delivery.note())).id();
    return Response.seeOther(URI.create(Addresses.draft(id))).build();
  }
}
