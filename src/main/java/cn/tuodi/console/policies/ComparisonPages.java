package cn.tuodi.console.policies;

import cn.tuodi.api.UnknownEdition;
import cn.tuodi.comparison.ChangesCsv;
import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.comparison.ChangesMarkdown;
import cn.tuodi.comparison.EditionChanges;
import cn.tuodi.comparison.EditionComparison;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.Attachment;
import cn.tuodi.console.Html;
import cn.tuodi.console.Option;
import cn.tuodi.console.Page;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionFiles;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.language.Language;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Two editions side by side. */
@Path(Addresses.COMPARISON)
@Produces(MediaType.TEXT_HTML)
public final class ComparisonPages {

  private final CurrentCatalogue catalogue;
  private final EditionFiles files;

  ComparisonPages(CurrentCatalogue catalogue, EditionFiles files) {
    this.catalogue = catalogue;
    this.files = files;
  }

  /** What differs between two editions, once two are chosen. */
  @GET
  @Operation(hidden = true)
  public Response compare(@QueryParam("from") String from, @QueryParam("to") String to,
      @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    Page page = Page.of(language, language.text("console.compare"), Page.Section.POLICIES,
        Addresses.withQuery(Addresses.COMPARISON, "from", from, "to", to));
    ChangesJson changes = changes(from, to, language).map(found -> ChangesJson.of(found, language)).orElse(null);
    return Html.ok(page,
        PolicyTemplates.comparison(page, options(chosen(from, 0), language), options(chosen(to, 1), language), changes,
            Addresses.withQuery(Addresses.COMPARISON + "/changes.csv", "from", from, "to", to),
            Addresses.withQuery(Addresses.COMPARISON + "/changes.md", "from", from, "to", to)));
  }

  /** What differs, for a spreadsheet. */
  @GET
  @Path("/changes.csv")
  @Produces({Attachment.CSV, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response csv(@QueryParam("from") String from, @QueryParam("to") String to, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    EditionChanges changes = changes(from, to, language).orElseThrow(NotFoundException::new);
    return Attachment.of(ChangesCsv.of(changes, language), Attachment.CSV, "changes.csv",
        name(changes, language) + ".csv");
  }

  /** What differs, for a text. */
  @GET
  @Path("/changes.md")
  @Produces({Attachment.MARKDOWN, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response markdown(@QueryParam("from") String from, @QueryParam("to") String to,
      @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    EditionChanges changes = changes(from, to, language).orElseThrow(NotFoundException::new);
    return Attachment.of(ChangesMarkdown.of(changes, language).getBytes(StandardCharsets.UTF_8), Attachment.MARKDOWN,
        "changes.md", name(changes, language) + ".md");
  }

  private static String name(EditionChanges changes, Language language) {
    return language.text("console.policies", language.of(changes.before().name(), changes.before().nameEn()),
        language.of(changes.after().name(), changes.after().nameEn())).replaceAll("[\\s/,]+", "-");
  }

  private Optional<EditionChanges> changes(String from, String to, Language language) {
    return sources(from, language).flatMap(before -> sources(to, language)
        .map(after -> EditionComparison.of(EditionChecker.check(before), EditionChecker.check(after))));
  }

  /** The files of an edition, once one is named. */
  private Optional<EditionSources> sources(String name, Language language) {
    return name == null || name.isEmpty() ? Optional.empty()
        : Optional.of(EditionId.parsed(name).flatMap(files::of)
            .orElseThrow(() -> UnknownEdition.of(name, catalogue.get(), language)));
  }

  /** What is chosen, or to begin with an edition of the region that has two, and the one after it. */
  private String chosen(String stated, int place) {
    if (stated != null) {
      return stated;
    }
    List<EditionDescription> editions = catalogue.get().editions().stream().map(Edition::description)
        .sorted(Comparator.comparing(EditionDescription::from)).toList();
    return editions.stream().map(edition -> editions.stream()
        .filter(other -> other.id().region().equals(edition.id().region())).map(other -> other.id().toString())
        .toList())
        .filter(region -> region.size() > 1).findFirst().map(region -> region.get(region.size() - 2 + place))
        .orElse(null);
  }

  private List<Option> options(String chosen, Language language) {
    return catalogue.get().editions().stream().map(Edition::description)
        .map(edition -> new Option(edition.id().toString(), language.of(edition.name(), edition.nameEn()),
            edition.id().toString().equals(chosen)))
        .toList();
  }
}
