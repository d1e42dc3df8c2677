package cn.tuodi.console.simulation;

import cn.tuodi.access.Roles;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.Attachment;
import cn.tuodi.console.DeskAccess;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.console.PageTemplates;
import cn.tuodi.console.PendingForm;
import cn.tuodi.console.Upload;
import cn.tuodi.console.WorkbookNames;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.inforce.ApplicationFiles;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.language.Language;
import cn.tuodi.simulation.PolicySide;
import cn.tuodi.simulation.SimulationCsv;
import cn.tuodi.simulation.SimulationJob;
import cn.tuodi.simulation.SimulationJobs;
import cn.tuodi.simulation.SimulationRequest;
import cn.tuodi.simulation.portfolio.PortfolioSource;
import cn.tuodi.simulation.portfolio.PortfolioTemplate;
import cn.tuodi.simulation.portfolio.SampleSettings;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What a draft does to a portfolio of claims. */
@Path("/console/desk/simulations")
@Produces(MediaType.TEXT_HTML)
public final class SimulationPages {

  private static final int MAX_SAMPLED = 1_000_000;
  private static final int BAD_REQUEST = 400;
  private static final int TOO_MANY = 429;

  private final Desk desk;
  private final CurrentCatalogue catalogue;
  private final SimulationJobs jobs;
  private final DeskAccess access;

  SimulationPages(Desk desk, CurrentCatalogue catalogue, SimulationJobs jobs, DeskAccess access) {
    this.desk = desk;
    this.catalogue = catalogue;
    this.jobs = jobs;
    this.access = access;
  }

  /**
   * Begins a simulation of a draft: uploaded claims, or a sample. It is compared with what is in force of its edition, or
   * where nothing is, with the edition that was chosen.
   */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public Response begin(@RestForm("draft") String id, @RestForm("sample") int sample, @RestForm("seed") long seed,
      @RestForm("against") String against, @RestForm("file") FileUpload file, @RestForm(PendingForm.KEPT) String kept,
      @RestForm(PendingForm.KEPT_NAME) String keptName, @Context HttpHeaders headers)
      throws IOException {
    Language language = Html.language(headers);
    Optional<Upload> upload = Upload.of(file, kept, keptName);
    Optional<Response> refusal = access.refusal(Roles.DRAFT, language, PendingForm.of("draft", id, "sample",
        Integer.toString(sample), "seed", Long.toString(seed), "against", against).with(upload));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Draft draft = desk.draft(id == null ? "" : id);
    Edition own = catalogue.get().named(draft.edition()).orElse(null);
    Edition other = own != null ? own
        : EditionId.parsed(against).flatMap(catalogue.get()::named).orElse(null);
    if (other == null) {
      return message(BAD_REQUEST, language.text("console.nothing-of-this-edition-is-in"), language);
    }
    EditionSources sources = desk.sources(draft);
    String name = other.id().toString();
    try (SimulationJobs.Place place = jobs.place().orElse(null)) {
      if (place == null) {
        return message(TOO_MANY, language.text("console.too-many-simulations-run-and-wait-try"), language);
      }
      java.nio.file.Path spooled = upload.isEmpty() ? null : upload.get().keptIn(place.file());
      PortfolioSource source = spooled == null
          ? PortfolioSource.sample(sample(draft, other, Math.max(1, Math.min(sample, MAX_SAMPLED)), seed))
          : PortfolioSource.file(upload.get().isCsv() ? PortfolioSource.Kind.CSV : PortfolioSource.Kind.NDJSON,
              spooled, language);
      SimulationJob job = place.begin(new SimulationRequest(name, language.text("console.draft-2"),
          () -> new PolicySide(name, other, own == null),
          () -> new PolicySide(language.text("console.draft-2"), ApplicationFiles.load().compiled(sources).load(),
              own == null),
          source, spooled, id, language));
      return Response.seeOther(URI.create(Addresses.simulation(job.id()))).build();
    }
  }

  /** A sample at the place of the edition; of a draft that only sets the standards of one area, in that area. */
  private static SampleSettings sample(Draft draft, Edition edition, int claims, long seed) {
    SampleSettings settings = SampleSettings.of(edition.description(), claims, seed);
    Set<String> areas = draft.workbooks().keySet().stream().map(file -> WorkbookNames.area(file).orElse(""))
        .collect(Collectors.toSet());
    String area = areas.size() == 1 ? areas.iterator().next() : "";
    return area.isEmpty() || area.equals(edition.description().areaCode()) ? settings : settings.in(area);
  }

  /** How far a simulation is, and its result once it is done. */
  @GET
  @Path("/{id}")
  @Operation(hidden = true)
  public Response simulation(@PathParam("id") String id, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    return access.refusal(Roles.DRAFT, language).orElseGet(() -> {
      SimulationJob job = jobs.find(id).orElseThrow(NotFoundException::new);
      Page page = Page.of(language, language.text("console.simulation-2"), Page.Section.DESK, Addresses.simulation(id));
      return Html.ok(page,
          SimulationTemplates.simulation(page, SimulationView.of(job, other(job, language), language)));
    });
  }

  /** What the edition is called that a draft is compared with. */
  private String other(SimulationJob job, Language language) {
    return EditionId.parsed(job.request().from()).flatMap(catalogue.get()::named).map(Edition::description)
        .map(edition -> language.of(edition.name(), edition.nameEn())).orElse(job.request().from());
  }

  /** The result as a table. */
  @GET
  @Path("/{id}/result.csv")
  @Produces({Attachment.CSV, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response csv(@PathParam("id") String id, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    return access.refusal(Roles.DRAFT, language).orElseGet(() -> {
      SimulationJob job = jobs.find(id).filter(found -> found.state() == SimulationJob.State.DONE)
          .orElseThrow(NotFoundException::new);
      return Attachment.of(SimulationCsv.of(job.result(language)), Attachment.CSV, "simulation.csv",
          language.text("console.simulation-csv-2"));
    });
  }

  /** A file of claims to begin with. */
  @GET
  @Path("/template.csv")
  @Produces({Attachment.CSV, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response template(@Context HttpHeaders headers) {
    return Attachment.of(PortfolioTemplate.csv(), Attachment.CSV, "claims.csv",
        Html.language(headers).text("console.claims-csv"));
  }

  /** What the columns of such a file mean. */
  @GET
  @Path("/columns.csv")
  @Produces({Attachment.CSV, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response columns(@Context HttpHeaders headers) {
    Language language = Html.language(headers);
    return Attachment.of(PortfolioTemplate.columns(language), Attachment.CSV, "columns.csv",
        language.text("console.columns-csv"));
  }

  /** Cancels a simulation that runs, and forgets one that has ended. */
  @POST
  @Path("/{id}/cancel")
  @Operation(hidden = true)
  public Response cancel(@PathParam("id") String id, @Context HttpHeaders headers) {
    return access.refusal(Roles.DRAFT, Html.language(headers)).orElseGet(() -> {
      SimulationJob job = jobs.find(id).orElseThrow(NotFoundException::new);
      jobs.remove(job);
      return Response.seeOther(URI.create(Addresses.draft(job.request().draft()))).build();
    });
  }

  private static Response message(int status, String text, Language language) {
    Page page = Page.of(language, language.text("console.simulation-2"), Page.Section.DESK, Addresses.DESK);
    return Html.of(status, page, PageTemplates.message(page, text));
  }
}
