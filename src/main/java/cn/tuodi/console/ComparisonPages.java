package cn.tuodi.console;

import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.comparison.EditionComparison;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.EditionDescription;
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
import java.util.Comparator;
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
    return Html.ok(page,
        Templates.comparison(page, options(chosen(from, 0), language), options(chosen(to, 1), language), changes));
  }

  private Optional<EditionSources> sources(String name) {
    return name == null ? Optional.empty() : EditionId.parsed(name).flatMap(files::of);
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
