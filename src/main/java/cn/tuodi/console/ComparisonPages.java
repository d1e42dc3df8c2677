package cn.tuodi.console;

import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.comparison.EditionComparison;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.EditionFiles;
import cn.tuodi.edition.EditionId;
import cn.tuodi.edition.EditionSources;
import cn.tuodi.wire.Language;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Two editions side by side. */
@Path("/console/comparison")
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
    Page page = Page.of(language, language.of("对比", "Compare"), Page.Section.POLICIES,
        Addresses.CONSOLE + "/comparison");
    Optional<EditionSources> before = sources(from);
    Optional<EditionSources> after = sources(to);
    ChangesJson changes = before.isEmpty() || after.isEmpty() ? null
        : ChangesJson.of(EditionComparison.of(EditionChecker.check(before.get()), EditionChecker.check(after.get())),
            language);
    return Html.ok(page, Templates.comparison(page, options(from, language), options(to, language), changes));
  }

  private Optional<EditionSources> sources(String name) {
    return name == null ? Optional.empty() : EditionId.parsed(name).flatMap(files::of);
  }

  private List<Option> options(String chosen, Language language) {
    return catalogue.get().editions().stream().map(Edition::description)
        .map(edition -> new Option(edition.id().toString(), language.of(edition.name(), edition.nameEn()),
            edition.id().toString().equals(chosen)))
        .toList();
  }
}
