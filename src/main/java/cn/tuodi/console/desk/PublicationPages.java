package cn.tuodi.console.desk;

import cn.tuodi.access.Roles;
import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.BeijingTime;
import cn.tuodi.console.DeskAccess;
import cn.tuodi.console.Files;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.console.PageTemplates;
import cn.tuodi.console.PendingForm;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.Publisher;
import cn.tuodi.desk.preview.Previews;
import cn.tuodi.desk.preview.PublicationPreview;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.DeskRefusal.Reason;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.language.Language;
import cn.tuodi.simulation.SimulationJobs;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** A draft is published: what that does is looked at first, and confirmed. */
@Path("/console/desk/drafts/{id}/publication")
@Produces(MediaType.TEXT_HTML)
public final class PublicationPages {

  private final Desk desk;
  private final Publisher publisher;
  private final Previews previews;
  private final SimulationJobs jobs;
  private final UploadHandler reception;
  private final DeskAccess access;

  PublicationPages(Desk desk, Publisher publisher, Previews previews, SimulationJobs jobs, UploadHandler reception,
      DeskAccess access) {
    this.desk = desk;
    this.publisher = publisher;
    this.previews = previews;
    this.jobs = jobs;
    this.reception = reception;
    this.access = access;
  }

  /** What publishing does: which rows and days of service it changes, examples, simulations. */
  @GET
  @Operation(hidden = true)
  public Response summary(@PathParam("id") String id, @QueryParam("from") String from, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    return access.refusal(Roles.DRAFT, language).orElseGet(() -> {
      try {
        return shown(200, desk.work().viewed(id), new SummaryView.Typed(text(from), "", ""), "", language);
      } catch (DateTimeException e) {
        return undated(id, language);
      }
    });
  }

  private static String text(String typed) {
    return typed == null ? "" : typed.strip();
  }

  private static Response undated(String id, Language language) {
    Page page = Page.of(language, language.text("console.not-published"), Page.Section.DESK, Addresses.draft(id));
    return Html.of(400, page, PageTemplates.message(page, language.text("console.write-the-date-as-2026-01")));
  }

  private Response shown(int status, Draft draft, SummaryView.Typed typed, String fault, Language language) {
    PublicationPreview preview = previews.of(draft, moment(typed.from()));
    Page page = Page.of(language, language.text("console.look-before-publishing"), Page.Section.DESK,
        Addresses.withQuery(Addresses.draft(draft.id()) + "/publication", "from", typed.from()));
    List<DraftView.SimulationLine> simulations =
        jobs.all().stream().filter(job -> draft.id().equals(job.request().draft()))
            .map(job -> DraftView.SimulationLine.of(job, language)).toList();
    ChangesJson changes = preview.changes() == null ? null : ChangesJson.of(preview.changes(), language);
    return Html.of(status, page, DeskTemplates.publication(page, access.visitor(),
        SummaryView.of(preview, publisher.mayPublish(draft, access.visitor().name()), typed, reception.editions(),
            simulations, language),
        changes, fault));
  }

  /** The beginning of a day in Beijing; null where none is stated. */
  private static Instant moment(String from) {
    return from.isEmpty() ? null : BeijingTime.startOf(LocalDate.parse(from));
  }

  /** Publishes the draft, at once or from a day. */
  @POST
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @Operation(hidden = true)
  public Response publish(@PathParam("id") String id, @RestForm("reason") String reason, @RestForm("from") String from,
      @RestForm("pastReason") String pastReason, @RestForm("seen") String seen, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    return access.refusal(Roles.PUBLISH, language,
        PendingForm.of("reason", reason, "from", from, "pastReason", pastReason, "seen", seen)).orElseGet(() -> {
          SummaryView.Typed typed = new SummaryView.Typed(text(from), text(reason), text(pastReason));
          try {
            return published(id, seen, typed, language);
          } catch (DateTimeException e) {
            return undated(id, language);
          }
        });
  }

  private Response published(String id, String seen, SummaryView.Typed typed, Language language) {
    Instant effectiveFrom = moment(typed.from());
    String reason = Files.text(typed.reason());
    if (reason == null) {
      return shown(400, desk.work().viewed(id), typed, language.text("console.say-what-it-is-published-on"), language);
    }
    try {
      int made = publisher.publish(id, DraftPages.seen(desk, id, seen),
          new Publisher.Order(access.visitor().name(), reason, effectiveFrom, Files.text(typed.pastReason()))).number();
      return Response.seeOther(URI.create(Addresses.made(made))).build();
    } catch (DeskRefusal e) {
      if (e.reason() == Reason.PAST_DAYS_CHANGED) {
        return shown(409, desk.work().viewed(id), typed, language.text("console.say-why-past-days-change"), language);
      }
      throw e;
    }
  }
}
