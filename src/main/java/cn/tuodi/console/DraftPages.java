package cn.tuodi.console;

import cn.tuodi.access.Roles;
import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.comparison.EditionComparison;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.EditionDescription;
import cn.tuodi.edition.EditionFiles;
import cn.tuodi.edition.EditionSources;
import cn.tuodi.edition.InvalidEdition;
import cn.tuodi.simulation.SimulationJob;
import cn.tuodi.simulation.SimulationJobs;
import cn.tuodi.store.Desk;
import cn.tuodi.store.DeskRefusal;
import cn.tuodi.store.Draft;
import cn.tuodi.store.Publisher;
import cn.tuodi.store.TableName;
import cn.tuodi.table.AnnotatedWorkbook;
import cn.tuodi.wire.DeskJson;
import cn.tuodi.wire.Language;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A draft on its way: findings, difference, simulation, publication. */
@Path("/console/desk/drafts/{id}")
@Produces(MediaType.TEXT_HTML)
public final class DraftPages {

  private final Desk desk;
  private final Publisher publisher;
  private final EditionFiles files;
  private final SimulationJobs jobs;
  private final CurrentCatalogue catalogue;
  private final Access access;

  DraftPages(Desk desk, Publisher publisher, EditionFiles files, SimulationJobs jobs, CurrentCatalogue catalogue,
      Access access) {
    this.desk = desk;
    this.publisher = publisher;
    this.files = files;
    this.jobs = jobs;
    this.catalogue = catalogue;
    this.access = access;
  }

  /** The draft with what was found, what it changes and what may be done next. */
  @GET
  @Operation(hidden = true)
  public Response draft(@PathParam("id") String id, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    return access.refusal(Roles.DRAFT, language).orElseGet(() -> {
      Draft draft = desk.draft(id);
      Page page = Page.of(language, language.of("草稿", "Draft"), Page.Section.DESK, Addresses.draft(id));
      List<SimulationJob> simulations =
          jobs.all().stream().filter(job -> id.equals(job.request().draft())).toList();
      Differences differences = differences(draft, language);
      return Html.ok(page,
          Templates.draft(page, access.visitor(),
              DraftView.of(draft, desk.workbooks(draft.edition()), others(draft), simulations, language),
              DeskJson.of(draft.findings(), language), differences.changes(), differences.fault()));
    });
  }

  /** What a draft changes, or why that cannot be told; both null where there is nothing to tell. */
  private record Differences(ChangesJson changes, String fault) {}

  private Differences differences(Draft draft, Language language) {
    Optional<EditionSources> inForce = draft.isSound() ? files.of(draft.edition()) : Optional.empty();
    if (inForce.isEmpty()) {
      return new Differences(null, null);
    }
    try {
      return new Differences(ChangesJson.of(EditionComparison.of(EditionChecker.check(inForce.get()),
          EditionChecker.check(desk.sources(draft))), language), null);
    } catch (DeskRefusal e) {
      return new Differences(null, language.of(e.zh(), e.en()));
    } catch (InvalidEdition e) {
      return new Differences(null, language.of("检查之后，现行版本或程序已有变化，草稿不再合格。请重新上传工作簿，查看问题。",
          "What is in force, or the application, has changed since the check, and the draft is no longer sound. Upload "
              + "the workbook again to see what is found."));
    }
  }

  /** Editions that a draft of one that is not in force can be simulated against. */
  private List<EditionDescription> others(Draft draft) {
    return catalogue.get().named(draft.edition()).isPresent() ? List.of()
        : catalogue.get().editions().stream().map(Edition::description).toList();
  }

  /** Puts a mended workbook in place of its namesake. */
  @POST
  @Path("/workbooks")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public Response put(@PathParam("id") String id, @RestForm("workbook") String workbook,
      @RestForm("file") FileUpload file, @RestForm(Unsent.KEPT) String kept,
      @RestForm(Unsent.KEPT_NAME) String keptName, @Context HttpHeaders headers)
      throws IOException {
    Optional<Upload> upload = Upload.of(file, kept, keptName);
    Optional<Response> refusal = access.refusal(Roles.DRAFT, Html.language(headers),
        Unsent.of("workbook", workbook).with(upload));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    TableName name = TableName.of(desk.draft(id).edition() + "/" + workbook).orElseThrow(NotFoundException::new);
    upload.ifPresent(sent -> desk.put(id, name.workbook(), sent.content()));
    return Response.seeOther(URI.create(Addresses.draft(id))).build();
  }

  /** A workbook of the draft, with what was found as comments if asked to. */
  @GET
  @Path("/workbooks/{workbook: .+\\.xlsx}")
  @Produces({Files.XLSX, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response workbook(@PathParam("id") String id, @PathParam("workbook") String workbook,
      @QueryParam("annotated") boolean annotated, @Context HttpHeaders headers) {
    return access.refusal(Roles.DRAFT, Html.language(headers)).orElseGet(() -> {
      Draft draft = desk.draft(id);
      byte[] content = desk.workbook(draft, workbook);
      return Files.workbook(annotated ? AnnotatedWorkbook.of(workbook, content, draft.findings()) : content, workbook);
    });
  }

  /** Publishes the draft, at once or from a day. */
  @POST
  @Path("/publication")
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @Operation(hidden = true)
  public Response publish(@PathParam("id") String id, @RestForm("reason") String reason, @RestForm("from") String from,
      @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    return access.refusal(Roles.PUBLISH, language, Unsent.of("reason", reason, "from", from)).orElseGet(() -> {
      Page page = Page.of(language, language.of("不能发布", "Not published"), Page.Section.DESK, Addresses.draft(id));
      if (Files.text(reason) == null) {
        return Html.of(400, page, Templates.message(page, language.of("请写明发布的理由。", "Say why it is published.")));
      }
      Instant effectiveFrom;
      try {
        effectiveFrom = from == null || from.isBlank() ? null : Moments.startOf(LocalDate.parse(from.strip()));
      } catch (DateTimeException e) {
        return Html.of(400, page,
            Templates.message(page, language.of("生效日期应形如 2026-01-01。", "Write the date as 2026-01-01.")));
      }
      publisher.publish(id, new Publisher.Order(access.visitor().name(), Files.text(reason), effectiveFrom));
      return Response.seeOther(URI.create(Addresses.HISTORY)).build();
    });
  }

  /** Deletes the draft. */
  @POST
  @Path("/discard")
  @Operation(hidden = true)
  public Response discard(@PathParam("id") String id, @Context HttpHeaders headers) {
    return access.refusal(Roles.DRAFT, Html.language(headers)).orElseGet(() -> {
      desk.discard(id);
      return Response.seeOther(URI.create(Addresses.DESK)).build();
    });
  }
}
