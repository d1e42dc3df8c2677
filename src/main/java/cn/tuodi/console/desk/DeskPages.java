package cn.tuodi.console.desk;

import cn.tuodi.console.Addresses;
import cn.tuodi.console.DeskAccess;
import cn.tuodi.console.Files;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.console.PageTemplates;
import cn.tuodi.console.PendingForm;
import cn.tuodi.console.Upload;
import cn.tuodi.console.Visitor;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DraftList;
import cn.tuodi.language.Language;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The desk: what is in force and worked on, and workbooks to be checked. */
@Path("/console/desk")
@Produces(MediaType.TEXT_HTML)
public final class DeskPages {

  private final PolicyStore store;
  private final Desk desk;
  private final UploadHandler reception;
  private final DeskAccess access;

  DeskPages(PolicyStore store, Desk desk, UploadHandler reception, DeskAccess access) {
    this.store = store;
    this.desk = desk;
    this.reception = reception;
    this.access = access;
  }

  /** What is in force, and for who may see them the drafts. */
  @GET
  @Operation(hidden = true)
  public Response desk(@Context HttpHeaders headers, @Context UriInfo address) {
    if (!address.getRequestUri().getPath().endsWith("/")) {
      return Response.seeOther(URI.create(Addresses.DESK)).build();
    }
    Language language = Html.language(headers);
    Page page = page(language);
    Visitor visitor = access.visitor();
    Optional<DraftList> drafts =
        visitor.drafts() || visitor.publishes() ? Optional.of(desk.drafts()) : Optional.empty();
    return Html.ok(page,
        DeskTemplates.desk(page, visitor,
            DeskView.of(store.state(), reception.editions(), desk::stock, drafts, language)));
  }

  /** Checks a workbook, shows what was found, or gives the workbook back with it; keeps it as a draft if asked to. */
  @POST
  @Path("/workbooks")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces({MediaType.TEXT_HTML, Files.XLSX})
  @Operation(hidden = true)
  public Response check(@RestForm("table") String table, @RestForm("file") FileUpload file,
      @RestForm("note") String note, @RestForm("then") String then, @RestForm(PendingForm.KEPT) String kept,
      @RestForm(PendingForm.KEPT_NAME) String keptName, @Context HttpHeaders headers)
      throws IOException {
    Language language = Html.language(headers);
    Optional<Upload> upload = Upload.of(file, kept, keptName);
    Optional<TableName> name = upload.flatMap(sent -> reception.table(table, sent));
    if (name.isEmpty()) {
      String why = upload.isEmpty() ? language.text("console.choose-a-file")
          : reception.unreadable(upload.get(), language)
              .orElse(language.text("console.neither-the-content-nor-the-name-of"));
      return Html.of(400, page(language), PageTemplates.message(page(language), why));
    }
    Optional<String> misnamed = reception.misnamed(name.get(), upload.get(), language);
    if (misnamed.isPresent()) {
      return Html.of(400, page(language), PageTemplates.message(page(language), misnamed.get()));
    }
    PendingForm unsent = PendingForm.of("table", table, "note", note, "then", then).with(upload);
    return reception.receive(new UploadHandler.Delivery(name.get().edition(),
        Map.of(name.get().workbook(), upload.get().content()), note, then), unsent, language);
  }

  static Page page(Language language) {
    return Page.of(language, language.text("console.policy-desk"), Page.Section.DESK, Addresses.DESK);
  }
}
