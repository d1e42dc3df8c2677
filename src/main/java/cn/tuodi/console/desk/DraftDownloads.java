package cn.tuodi.console.desk;

import cn.tuodi.access.Roles;
import cn.tuodi.comparison.ChangesCsv;
import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.comparison.ChangesMarkdown;
import cn.tuodi.comparison.EditionChanges;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.DeskAccess;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Files;
import cn.tuodi.console.Html;
import cn.tuodi.console.PendingForm;
import cn.tuodi.desk.CheckClient;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.json.Json;
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
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** What a draft has to be saved: its workbooks, files that were replaced, and what it changes. */
@Path("/console/desk/drafts/{id}")
public final class DraftDownloads {

  private static final String CSV = "text/csv;charset=UTF-8";
  private static final String MARKDOWN = "text/markdown;charset=UTF-8";

  private final Desk desk;
  private final DraftDifferences differences;
  private final UploadHandler reception;
  private final DeskAccess access;

  DraftDownloads(Desk desk, DraftDifferences differences, UploadHandler reception, DeskAccess access) {
    this.desk = desk;
    this.differences = differences;
    this.reception = reception;
    this.access = access;
  }

  /** A workbook of the draft, with what was found as comments if asked to. */
  @GET
  @Path("/workbooks/{workbook: .+\\.xlsx}")
  @Produces({Files.XLSX, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response workbook(@PathParam("id") String id, @PathParam("workbook") String workbook,
      @QueryParam("annotated") boolean annotated, @Context HttpHeaders headers) {
    return access.refusal(Roles.DRAFT, Html.language(headers)).orElseGet(() -> {
      Draft draft = annotated ? desk.work().viewed(id) : desk.draft(id);
      byte[] content = desk.workbook(draft, workbook);
      TableName table = new TableName(draft.edition(), workbook);
      return annotated
          ? Files.workbook(desk.annotated(workbook, content, draft.findings(), CheckClient.STAFF), table,
              reception.editions(), "草稿-批注")
          : Files.workbook(content, table, reception.editions(), "草稿");
    });
  }

  /** A file that was replaced. */
  @GET
  @Path("/earlier/{digest: [0-9a-f]+}")
  @Produces({Files.XLSX, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response earlier(@PathParam("id") String id, @PathParam("digest") String digest,
      @Context HttpHeaders headers) {
    return access.refusal(Roles.DRAFT, Html.language(headers)).orElseGet(() -> {
      Draft draft = desk.draft(id);
      Draft.Earlier file = desk.work().earlier(draft, digest);
      return Files.workbook(desk.work().content(draft, file), new TableName(draft.edition(), file.workbook()),
          reception.editions(), "草稿");
    });
  }

  /** Puts a file that was replaced back into the draft. */
  @POST
  @Path("/earlier/{digest: [0-9a-f]+}")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response restore(@PathParam("id") String id, @PathParam("digest") String digest,
      @RestForm("seen") String seen, @Context HttpHeaders headers) {
    return access.refusal(Roles.DRAFT, Html.language(headers), PendingForm.of("seen", seen)).orElseGet(() -> {
      desk.work().restore(id, digest, access.visitor().name(), DraftPages.moment(seen));
      return Response.seeOther(URI.create(Addresses.draft(id))).build();
    });
  }

  /** What the draft changes, as Markdown, as a table, or as JSON. */
  @GET
  @Path("/changes.{form: md|csv|json}")
  @Produces({MARKDOWN, CSV, MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response changes(@PathParam("id") String id, @PathParam("form") String form, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    return access.refusal(Roles.DRAFT, language).orElseGet(() -> {
      Draft draft = desk.work().viewed(id);
      EditionChanges changes = differences.changes(draft).orElseThrow(NotFoundException::new);
      String plain = draft.edition().region() + "." + draft.edition().year() + ".changes." + form;
      String name = language.text("console.changes",
          DisplayNames.edition(draft.edition(), reception.editions(), Language.ZH).replaceAll("[\\s/]", ""), form);
      return switch (form) {
        case "md" -> Files.saved(ChangesMarkdown.of(changes, language).getBytes(StandardCharsets.UTF_8), MARKDOWN,
            plain, name);
        case "csv" -> Files.saved(ChangesCsv.of(changes, language), CSV, plain, name);
        default -> Files.saved(Json.bytes(ChangesJson.of(changes, language)), MediaType.APPLICATION_JSON, plain, name);
      };
    });
  }
}
