package cn.tuodi.console;

import cn.tuodi.access.Roles;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionDescription;
import cn.tuodi.store.CheckResult;
import cn.tuodi.store.Desk;
import cn.tuodi.store.DeskRefusal;
import cn.tuodi.store.Draft;
import cn.tuodi.store.PolicyStore;
import cn.tuodi.store.TableName;
import cn.tuodi.table.AnnotatedWorkbook;
import cn.tuodi.wire.DeskJson;
import cn.tuodi.wire.Language;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The desk: what is in force and worked on, and workbooks to be checked. */
@Path("/console/desk")
@Produces(MediaType.TEXT_HTML)
public final class DeskPages {

  private final PolicyStore store;
  private final CurrentCatalogue catalogue;
  private final Desk desk;
  private final Access access;

  DeskPages(PolicyStore store, CurrentCatalogue catalogue, Desk desk, Access access) {
    this.store = store;
    this.catalogue = catalogue;
    this.desk = desk;
    this.access = access;
  }

  /** What is in force, and for who may see them the drafts. */
  @GET
  @Operation(hidden = true)
  public Response desk(@Context HttpHeaders headers, @Context UriInfo address) {
    if (!address.getRequestUri().getPath().endsWith("/")) {
      return Response.seeOther(URI.create(Addresses.DESK)).build();
    }
    Language language = Html.language(headers, address);
    Page page = page(language);
    Visitor visitor = access.visitor();
    List<Draft> drafts = visitor.drafts() || visitor.publishes() ? desk.drafts() : List.of();
    return Html.ok(page, Templates.desk(page, visitor, DeskView.of(store.state(), editions(), drafts, language)));
  }

  /** Checks a workbook, shows what was found, or gives the workbook back with it; keeps it as a draft if asked to. */
  @POST
  @Path("/workbooks")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces({MediaType.TEXT_HTML, Files.XLSX})
  @Operation(hidden = true)
  public Response check(@RestForm("table") String table, @RestForm("file") FileUpload file,
      @RestForm("note") String note, @RestForm("then") String then, @RestForm(Unsent.KEPT) String kept,
      @RestForm(Unsent.KEPT_NAME) String keptName, @Context HttpHeaders headers, @Context UriInfo address)
      throws IOException {
    Language language = Html.language(headers, address);
    Optional<TableName> name = TableName.of(table == null ? "" : table);
    Optional<Upload> upload = Upload.of(file, kept, keptName);
    if (name.isEmpty() || upload.isEmpty()) {
      return Html.of(400, page(language),
          Templates.message(page(language),
              language.of("请选择工作簿的位置和文件。", "Choose where the workbook belongs, and a file.")));
    }
    byte[] content = upload.get().content();
    if ("draft".equals(then)) {
      Unsent unsent = Unsent.of("table", table, "note", note, "then", then).with(upload);
      return access.refusal(Roles.DRAFT, language, unsent).orElseGet(() -> Response.seeOther(URI.create(Addresses
          .draft(desk.begin(name.get(), content, access.visitor().name(), Files.text(note)).id()))).build());
    }
    CheckResult result = desk.check(name.get(), content);
    if ("annotated".equals(then)) {
      return Files.workbook(AnnotatedWorkbook.of(name.get().workbook(), content, result.findings()),
          name.get().workbook());
    }
    Page page = page(language);
    return Html.of(result.isSound() ? 200 : 422, page,
        Templates.check(page, access.visitor(), table, DeskJson.of(result, language)));
  }

  @ServerExceptionMapper
  Response refused(DeskRefusal refusal, HttpHeaders headers, UriInfo address) {
    return Refusals.page(refusal, headers, address);
  }

  @ServerExceptionMapper
  Response missing(NotFoundException e, HttpHeaders headers, UriInfo address) {
    return Refusals.missing(headers, address);
  }

  private List<EditionDescription> editions() {
    return catalogue.get().editions().stream().map(Edition::description).toList();
  }

  private static Page page(Language language) {
    return Page.of(language, language.of("政策工作台", "Policy desk"), Page.Section.DESK, Addresses.DESK);
  }
}
