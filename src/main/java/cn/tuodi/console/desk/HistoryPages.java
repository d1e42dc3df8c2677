package cn.tuodi.console.desk;

import cn.tuodi.access.Roles;
import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.comparison.EditionChanges;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.BeijingTime;
import cn.tuodi.console.DeskAccess;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Files;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.console.PendingForm;
import cn.tuodi.console.ResultText;
import cn.tuodi.desk.History;
import cn.tuodi.desk.Publisher;
import cn.tuodi.desk.file.DamagedFile;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.preview.Previews;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.PublicationEntry;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
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
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** What was published, by whom, when and why, and the way back. */
@Path("/console/desk/history")
@Produces(MediaType.TEXT_HTML)
public final class HistoryPages {

  private final History history;
  private final Publisher publisher;
  private final Previews previews;
  private final CurrentCatalogue catalogue;
  private final DeskAccess access;

  HistoryPages(History history, Publisher publisher, Previews previews, CurrentCatalogue catalogue,
      DeskAccess access) {
    this.history = history;
    this.previews = previews;
    this.publisher = publisher;
    this.catalogue = catalogue;
    this.access = access;
  }

  /** All publications, the last first. */
  @GET
  @Operation(hidden = true)
  public Response history(@QueryParam("whole") boolean whole, @QueryParam("made") int made,
      @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    Page page = Page.of(language, language.text("console.history"), Page.Section.DESK, Addresses.withQuery(
        Addresses.HISTORY, "whole", whole ? "true" : "", "made", made > 0 ? Integer.toString(made) : ""));
    List<PublicationEntry> all = history.all();
    return Html.ok(page,
        DeskTemplates.history(page, access.visitor(),
            HistoryView.of(history.byEdition(), whole, access.visitor(), editions(), language),
            made(all, made, language),
            new ResultText(editions(), language)
                .of(history.damaged().stream().map(DamagedFile::finding).distinct().toList())));
  }

  /** A workbook as it was published. */
  @GET
  @Path("/{number: \\d{1,9}}/workbooks/{workbook: .+\\.xlsx}")
  @Produces({Files.XLSX, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response workbook(@PathParam("number") int number, @PathParam("workbook") String workbook) {
    Publication publication = history.publication(number).publication();
    return Files.published(history.workbook(publication, workbook), new TableName(publication.edition(), workbook),
        editions(), "第" + number + "次发布");
  }

  /** One publication, with what it changed. */
  @GET
  @Path("/{number: \\d{1,9}}")
  @Operation(hidden = true)
  public Response published(@PathParam("number") int number, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    PublicationEntry entry = history.publication(number);
    Page page = Page.of(language, language.text("console.publication", number), Page.Section.DESK,
        Addresses.HISTORY + "/" + number);
    String days = "";
    ChangesJson changes = null;
    String fault = null;
    try {
      Optional<EditionChanges> differences = previews.changes(entry.publication());
      changes = differences.map(found -> ChangesJson.of(found, language)).orElse(null);
      days = previews.days(entry.publication()).told().in(language);
    } catch (DeskRefusal e) {
      fault = language.of(e.zh(), e.en());
    }
    return Html.ok(page, DeskTemplates.published(page, access.visitor(),
        PublishedView.of(entry, days, access.visitor(), editions(), language), changes, fault));
  }

  /** What is said of a publication that was just made; nothing where there is none of that number. */
  private String made(List<PublicationEntry> all, int number, Language language) {
    return all.stream().filter(entry -> entry.publication().number() == number).findFirst().map(entry -> {
      String what = DisplayNames.edition(entry.publication().edition(), editions(), language);
      String from = BeijingTime.of(entry.publication().effectiveFrom());
      return switch (entry.place()) {
        case PENDING -> language.text("console.published-publication-in-force-from", what, number, from);
        case WITHDRAWN -> language.text("console.published-publication-nothing-in-force", what, number);
        case IN_FORCE, PAST, NEVER -> language.text("console.published-publication-in-force-now", what, number);
      };
    }).orElse("");
  }

  /** Asks whether an earlier version is to be put back in force, and on what ground. */
  @GET
  @Path("/undo")
  @Operation(hidden = true)
  public Response confirm(@QueryParam("edition") String edition, @QueryParam("version") int version,
      @QueryParam("after") int after, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    return access.refusal(Roles.PUBLISH, language)
        .orElseGet(() -> asked(200, new Undoing(id(edition), version, after, ""), language));
  }

  /** What a person wants to put back. */
  private record Undoing(EditionId edition, int version, int after, String fault) {}

  private Response asked(int status, Undoing undoing, Language language) {
    Page page = Page.of(language, language.text("console.confirm"), Page.Section.DESK,
        Addresses.undo(undoing.edition().toString(), undoing.version(), undoing.after()));
    return Html.of(status, page, DeskTemplates.undo(page, access.visitor(),
        UndoView.of(history.of(undoing.edition()), undoing.version(), undoing.after(),
            DisplayNames.edition(undoing.edition(), editions(), language),
            history.putBackWith(undoing.edition(), undoing.version())
                .map(other -> DisplayNames.edition(other, editions(), language)).orElse(""),
            language),
        undoing.fault()));
  }

  private static EditionId id(String edition) {
    return TableName.edition(edition == null ? "" : edition).orElseThrow(NotFoundException::new);
  }

  /** Puts an earlier version back in force, at once. */
  @POST
  @Path("/undo")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
  @Operation(hidden = true)
  public Response undo(@RestForm("edition") String edition, @RestForm("version") int version,
      @RestForm("after") int after, @RestForm("reason") String reason, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    PendingForm unsent = PendingForm.of("edition", edition, "version", Integer.toString(version), "after",
        Integer.toString(after), "reason", reason);
    return access.refusal(Roles.PUBLISH, language, unsent).orElseGet(() -> {
      EditionId id = id(edition);
      String why = Files.text(reason);
      if (why == null) {
        return asked(400, new Undoing(id, version, after,
            language.text("console.say-on-what-ground-such-as")), language);
      }
      int made =
          publisher.again(id, version, after, new Publisher.Order(access.visitor().name(), why, null, null)).number();
      return Response.seeOther(URI.create(Addresses.made(made))).build();
    });
  }

  private List<EditionDescription> editions() {
    return catalogue.get().editions().stream().map(Edition::description).toList();
  }
}
