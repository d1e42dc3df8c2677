package cn.tuodi.console.policies;

import cn.tuodi.console.Addresses;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.proof.ProvisionTests;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
import cn.tuodi.table.Sheet;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Pages that show the policies: editions along the years, their tables and their provisions. */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
public final class PolicyPages {

  private static final int MAX_SEARCH = 100;

  private final CurrentCatalogue catalogue;
  private final CheckedWorkbooks workbooks;
  private final ProvisionTests proofs = ProvisionTests.load();

  PolicyPages(CurrentCatalogue catalogue, CheckedWorkbooks workbooks) {
    this.catalogue = catalogue;
    this.workbooks = workbooks;
  }

  /** All editions along the years, by region. */
  @GET
  @Operation(hidden = true)
  public Response timeline(@Context HttpHeaders headers) {
    Language language = Html.language(headers);
    Page page = page(language, language.text("console.policies-2"), Addresses.CONSOLE);
    workbooks.prepare(catalogue.get().editions().stream().map(Edition::description).toList());
    return Html.ok(page, PolicyTemplates.timeline(page, EditionTimeline.of(catalogue.get(), language)));
  }

  /** One edition with its instruments and tables. */
  @GET
  @Path("/policies/{region}/{year}")
  @Operation(hidden = true)
  public Response edition(@PathParam("region") String region, @PathParam("year") String year,
      @Context HttpHeaders headers) {
    EditionDescription edition = edition(region, year);
    Language language = Html.language(headers);
    EditionView view = EditionView.of(edition, workbooks.of(edition), language);
    Page page = page(language, view.name(), view.address());
    return Html.ok(page, PolicyTemplates.edition(page, view));
  }

  /** One table of an edition as a spreadsheet shows it. */
  @GET
  @Path("/policies/{region}/{year}/tables/{workbook}/{sheet}")
  @Operation(hidden = true)
  public Response table(@PathParam("region") String region, @PathParam("year") String year,
      @PathParam("workbook") String workbook, @PathParam("sheet") String sheetName, @Context HttpHeaders headers) {
    EditionDescription edition = edition(region, year);
    Language language = Html.language(headers);
    Sheet sheet = workbooks.find(edition, workbook, sheetName).orElseThrow(NotFoundException::new);
    EditionView view = EditionView.of(edition, workbooks.of(edition), language);
    TableView table = TableView.of(edition, sheet, language);
    Page page = page(language, language.text("language.two-clauses", table.title(), view.name()),
        Addresses.sheet(edition.id(), workbook, sheetName));
    return Html.ok(page, PolicyTemplates.table(page, view, table));
  }

  /** The provision register of an edition, or the part of it that is asked for. */
  @GET
  @Path("/policies/{region}/{year}/provisions")
  @Operation(hidden = true)
  public Response register(@PathParam("region") String region, @PathParam("year") String year,
      @QueryParam("words") @DefaultValue("") String words, @QueryParam("status") @DefaultValue("") String status,
      @QueryParam("matter") @DefaultValue("") String matter, @Context HttpHeaders headers) {
    EditionDescription edition = edition(region, year);
    Language language = Html.language(headers);
    EditionView view = EditionView.of(edition, language);
    String wanted = words.length() > MAX_SEARCH ? words.substring(0, MAX_SEARCH) : words;
    Page page = page(language, language.text("console.provision-register", view.name()),
        Addresses.withQuery(view.register(), "words", wanted, "status", status, "matter", matter));
    return Html.ok(page,
        PolicyTemplates.register(page, view,
            RegisterView.of(edition, workbooks.cases(edition), proofs, language, wanted.strip(), status, matter)));
  }

  private static Page page(Language language, String title, String address) {
    return Page.of(language, title, Page.Section.POLICIES, address);
  }

  private EditionDescription edition(String region, String year) {
    if (!year.matches("\\d{4}")) {
      throw new NotFoundException();
    }
    return catalogue.get().named(new EditionId(region, Integer.parseInt(year))).map(Edition::description)
        .orElseThrow(NotFoundException::new);
  }
}
