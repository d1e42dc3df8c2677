package cn.tuodi.console.desk;

import cn.tuodi.access.Roles;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.DeskAccess;
import cn.tuodi.console.Files;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.console.PendingForm;
import cn.tuodi.desk.DeskJson;
import cn.tuodi.desk.History;
import cn.tuodi.desk.Publisher;
import cn.tuodi.desk.file.DamagedFile;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.record.Publication;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** What was published, by whom, when and why, and the way back. */
@Path("/console/desk/history")
@Produces(MediaType.TEXT_HTML)
public final class HistoryPages {

  private final History history;
  private final Publisher publisher;
  private final CurrentCatalogue catalogue;
  private final DeskAccess access;

  HistoryPages(History history, Publisher publisher, CurrentCatalogue catalogue, DeskAccess access) {
    this.history = history;
    this.publisher = publisher;
    this.catalogue = catalogue;
    this.access = access;
  }

  /** All publications, the last first. */
  @GET
  @Operation(hidden = true)
  public Response history(@QueryParam("whole") boolean whole, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    Page page = Page.of(language, language.of("发布历史", "History"), Page.Section.DESK, Addresses.HISTORY);
    return Html.ok(page,
        DeskTemplates.history(page, access.visitor(),
            HistoryView.of(history.all(), whole, access.visitor(), editions(), language),
            DeskJson.of(history.damaged().stream().map(DamagedFile::finding).toList(), language)));
  }

  /** A workbook as it was published. */
  @GET
  @Path("/{number: \\d{1,9}}/workbooks/{workbook: .+\\.xlsx}")
  @Produces({Files.XLSX, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response workbook(@PathParam("number") int number, @PathParam("workbook") String workbook) {
    Publication publication = history.publication(number).publication();
    return Files.workbook(history.workbook(publication, workbook), new TableName(publication.edition(), workbook),
        editions(), "第" + number + "次发布");
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
      EditionId id = TableName.edition(edition == null ? "" : edition).orElseThrow(NotFoundException::new);
      String why = Files.text(reason) == null
          ? language.of("撤回第 " + after + " 次发布", "publication " + after + " undone") : Files.text(reason);
      publisher.again(id, version, after, new Publisher.Order(access.visitor().name(), why, null));
      return Response.seeOther(URI.create(Addresses.HISTORY)).build();
    });
  }

  private List<EditionDescription> editions() {
    return catalogue.get().editions().stream().map(Edition::description).toList();
  }
}
