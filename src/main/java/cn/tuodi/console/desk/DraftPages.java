package cn.tuodi.console.desk;

import cn.tuodi.access.Roles;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.DeskAccess;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.console.PageTemplates;
import cn.tuodi.console.PendingForm;
import cn.tuodi.console.ResultText;
import cn.tuodi.console.Upload;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.DraftStanding;
import cn.tuodi.desk.SavedName;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
import cn.tuodi.simulation.SimulationJob;
import cn.tuodi.simulation.SimulationJobs;
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

  /** What the page of a draft that cannot be read says that it saw. */
  private static final String DAMAGED = "damaged";

  private final Desk desk;
  private final DraftDifferences differences;
  private final SimulationJobs jobs;
  private final UploadHandler reception;
  private final DeskAccess access;

  DraftPages(Desk desk, DraftDifferences differences, SimulationJobs jobs, UploadHandler reception,
      DeskAccess access) {
    this.desk = desk;
    this.differences = differences;
    this.jobs = jobs;
    this.reception = reception;
    this.access = access;
  }

  /** The draft with what was found, what it changes and what may be done next; one that is damaged with the way out. */
  @GET
  @Operation(hidden = true)
  public Response draft(@PathParam("id") String id, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    return access.refusal(Roles.DRAFT, language).orElseGet(() -> {
      try {
        return shown(desk.work().viewed(id), language);
      } catch (DeskRefusal e) {
        if (e.reason() == DeskRefusal.Reason.DAMAGED) {
          return damaged(id, e, language);
        }
        throw e;
      }
    });
  }

  private Response shown(Draft draft, Language language) {
    Page page = Page.of(language, language.text("console.draft"), Page.Section.DESK, Addresses.draft(draft.id()));
    List<SimulationJob> simulations =
        jobs.all().stream().filter(job -> draft.id().equals(job.request().draft())).toList();
    DraftDifferences.Shown differences = this.differences.of(draft, language);
    DraftStanding standing = desk.work().standing(draft);
    Integer from = standing.stale() ? null : desk.work().madeFrom(draft);
    return Html.ok(page, DeskTemplates.draft(page, access.visitor(),
        DraftView.of(draft, standing, from, desk.stock(draft.edition()).names(), reception.editions(),
            others(draft), simulations, language),
        new ResultText(reception.editions(), language).of(draft.findings()), differences.changes(),
        differences.fault()));
  }

  private Response damaged(String id, DeskRefusal refusal, Language language) {
    Page page = Page.of(language, language.text("console.damaged-draft"), Page.Section.DESK, Addresses.draft(id));
    return Html.ok(page,
        DeskTemplates.draftDamaged(page, access.visitor(), Addresses.draft(id), language.of(refusal.zh(), refusal.en()),
            DeskView.tables(reception.editions(), desk::stock, language)));
  }

  /** Editions that a draft of one that is not in force can be simulated against. */
  private List<EditionDescription> others(Draft draft) {
    List<EditionDescription> inForce = reception.inForce();
    return inForce.stream().anyMatch(edition -> edition.id().equals(draft.edition())) ? List.of() : inForce;
  }

  /** Puts a mended workbook in place of its namesake. */
  @POST
  @Path("/workbooks")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public Response put(@PathParam("id") String id, @RestForm("workbook") String workbook,
      @RestForm("file") FileUpload file, @RestForm("seen") String seen, @RestForm(PendingForm.KEPT) String kept,
      @RestForm(PendingForm.KEPT_NAME) String keptName, @Context HttpHeaders headers)
      throws IOException {
    Optional<Upload> upload = Upload.of(file, kept, keptName);
    Optional<Response> refusal = access.refusal(Roles.DRAFT, Html.language(headers),
        PendingForm.of("workbook", workbook, "seen", seen).with(upload));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    EditionId edition = desk.draft(id).edition();
    if (upload.isPresent()) {
      Upload sent = upload.get();
      String chosen = workbook == null || workbook.isBlank() ? recognised(sent) : workbook;
      TableName name = TableName.of(edition + "/" + chosen).orElseThrow(NotFoundException::new);
      desk.work().put(id, name.workbook(), sent.content(), access.visitor().name(), moment(seen));
    }
    return Response.seeOther(URI.create(Addresses.draft(id))).build();
  }

  /** The workbook that a file is, of whatever edition: that it is the right one is checked when it is put. */
  private String recognised(Upload sent) {
    return reception.table(null, sent).map(TableName::workbook)
        .or(() -> SavedName.recognised(sent.name(), reception.editions()).map(SavedName.Recognised::workbook))
        .orElse("");
  }

  /** When the draft last changed as the page knew it; a page that does not say it knew nothing. */
  static Instant moment(String seen) {
    try {
      return seen == null || seen.isEmpty() ? null : Instant.parse(seen);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The same where nothing can be got back: who does not say what they saw saw the draft as it was made. */
  static Instant seen(Desk desk, String id, String seen) {
    Instant moment = moment(seen);
    return moment == null ? desk.draft(id).madeAt() : moment;
  }

  /** Puts a workbook in place of a draft that cannot be read. */
  @POST
  @Path("/replacement")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public Response replace(@PathParam("id") String id, @RestForm("table") String table,
      @RestForm("file") FileUpload file,
      @RestForm(PendingForm.KEPT) String kept, @RestForm(PendingForm.KEPT_NAME) String keptName,
      @Context HttpHeaders headers)
      throws IOException {
    Language language = Html.language(headers);
    Optional<Upload> upload = Upload.of(file, kept, keptName);
    Optional<Response> refusal = access.refusal(Roles.DRAFT, language, PendingForm.of("table", table).with(upload));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<TableName> name = upload.flatMap(sent -> reception.table(table, sent));
    if (name.isEmpty()) {
      Page page = Page.of(language, language.text("console.draft"), Page.Section.DESK, Addresses.draft(id));
      return Html.of(400, page, PageTemplates.message(page,
          upload.flatMap(sent -> reception.unreadable(sent, language))
              .orElse(language.text("console.choose-where-the-workbook-belongs-and"))));
    }
    desk.work().replace(id, name.get(), upload.get().content(), access.visitor().name());
    return Response.seeOther(URI.create(Addresses.draft(id))).build();
  }

  /** Finds out anew what is wrong with the draft. */
  @POST
  @Path("/check")
  @Operation(hidden = true)
  public Response check(@PathParam("id") String id, @Context HttpHeaders headers) {
    return access.refusal(Roles.DRAFT, Html.language(headers)).orElseGet(() -> {
      desk.work().recheck(id);
      return Response.seeOther(URI.create(Addresses.draft(id))).build();
    });
  }

  /** Makes what the draft changes hold from a day on. */
  @POST
  @Path("/from")
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @Operation(hidden = true)
  public Response from(@PathParam("id") String id, @RestForm("day") String day, @RestForm("seen") String seen,
      @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    return access.refusal(Roles.DRAFT, language, PendingForm.of("day", day, "seen", seen)).orElseGet(() -> {
      LocalDate from;
      try {
        from = LocalDate.parse(day == null ? "" : day.strip());
      } catch (DateTimeException e) {
        Page page = Page.of(language, language.text("console.draft"), Page.Section.DESK, Addresses.draft(id));
        return Html.of(400, page, PageTemplates.message(page, language.text("console.write-the-date-as-2026-01")));
      }
      desk.work().from(id, from, access.visitor().name(), seen(desk, id, seen));
      return Response.seeOther(URI.create(Addresses.draft(id))).build();
    });
  }

  /** Deletes the draft. */
  @POST
  @Path("/discard")
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @Operation(hidden = true)
  public Response discard(@PathParam("id") String id, @RestForm("seen") String seen, @Context HttpHeaders headers) {
    return access.refusal(Roles.DRAFT, Html.language(headers), PendingForm.of("seen", seen)).orElseGet(() -> {
      if (DAMAGED.equals(seen)) {
        desk.work().discardDamaged(id);
      } else {
        desk.discard(id, seen(desk, id, seen));
      }
      return Response.seeOther(URI.create(Addresses.DESK)).build();
    });
  }
}
