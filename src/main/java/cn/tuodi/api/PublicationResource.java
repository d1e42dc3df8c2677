package cn.tuodi.api;

import cn.tuodi.access.PersonName;
import cn.tuodi.access.Roles;
import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.comparison.EditionChanges;
import cn.tuodi.desk.AuditLine;
import cn.tuodi.desk.DeskJson;
import cn.tuodi.desk.History;
import cn.tuodi.desk.PublicationOrder;
import cn.tuodi.desk.PublicationReader;
import cn.tuodi.desk.Publisher;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.preview.Previews;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.PublicationEntry;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.http.JsonAnswers;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Publications: what was and is in force, by whom, when and why, and the way back. */
@Path("/v1/desk")
@Blocking
@Tag(name = "desk")
public final class PublicationResource {

  private static final String CSV = "text/csv";

  private final Publisher publisher;
  private final History history;
  private final Previews previews;
  private final CurrentCatalogue current;
  private final SecurityIdentity person;

  PublicationResource(Publisher publisher, History history, Previews previews, CurrentCatalogue current,
      SecurityIdentity person) {
    this.publisher = publisher;
    this.history = history;
    this.previews = previews;
    this.current = current;
    this.person = person;
  }

  /** Publishes a draft. */
  @POST
  @Path("/publications")
  @RolesAllowed(Roles.PUBLISH)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
  @Operation(operationId = "publish", summary = "发布草稿，立即或自某时起启用 / publish a draft, at once or from a time on", description = "检查并编译后一步写入；返回时新内容已生效（或已排定）。出错则不作任何更改。 / Checked and compiled, then written in one step; in force (or scheduled) when this answers. Nothing is changed where anything is wrong.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PublicationOrder")))
  @APIResponse(responseCode = "201", description = "发布 / the publication", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DeskJson.PublicationJson.class)))
  @APIResponse(responseCode = "400", description = "请求无效 / malformed request", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "401", description = "需要登录 / log in", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "403", description = "没有权限或未开启 / not permitted, or switched off", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "404", description = "没有这份草稿 / no such draft", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "409", description = "DRAFT_CHANGED 草稿又有人修改过、BASE_CHANGED 依据已变、PUBLICATION_PENDING 有待生效的发布、PAST_DAYS_CHANGED 会改变已过的就医日期而未写 pastReason、NOTHING_CHANGED 没有变化、STORE_READ_ONLY 目录只读 / the draft or its ground has changed, a publication waits, days of service that are past would change and pastReason is missing, nothing would change, the directory is read-only", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "422", description = "有问题，不能发布 / not sound", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response publish(byte[] body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    PublicationOrder order = PublicationReader.publication(body, language);
    return made(publisher.publish(order.draft(), order.seen(), by(order)), language);
  }

  /** Puts an earlier version back in force. */
  @POST
  @Path("/undo")
  @RolesAllowed(Roles.PUBLISH)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
  @Operation(operationId = "undo", summary = "退回任一早先版本，立即启用 / put any earlier version back in force, at once", description = "作为一次新的发布记入历史；待生效的发布不再启用。 / Noted as a publication of its own; one that waits for its time no longer comes into force.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "UndoOrder")))
  @APIResponse(responseCode = "201", description = "发布 / the publication", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DeskJson.PublicationJson.class)))
  @APIResponse(responseCode = "400", description = "请求无效 / malformed request", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "401", description = "需要登录 / log in", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "403", description = "没有权限或未开启 / not permitted, or switched off", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "404", description = "没有这个版本 / no such version", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "409", description = "其后已有新的发布，或没有变化 / something was published since, or nothing would change", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response undo(byte[] body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    PublicationOrder order = PublicationReader.undoing(body, language);
    return made(publisher.again(order.edition(), order.version(), order.after(), by(order)), language);
  }

  private Publisher.Order by(PublicationOrder order) {
    return new Publisher.Order(PersonName.of(person), order.reason(), order.effectiveFrom(), order.pastReason());
  }

  private Response made(Publication publication, Language language) {
    return Response.fromResponse(JsonAnswers.ok(DeskJson.of(history.publication(publication.number())), language))
        .status(Response.Status.CREATED).location(URI.create("/v1/desk/publications/" + publication.number())).build();
  }

  /** What was published. */
  @GET
  @Path("/history")
  @Produces({MediaType.APPLICATION_JSON, Json.LINES, CSV, Json.PROBLEM})
  @Operation(operationId = "history", summary = "发布历史，最近的在前；未登录者看不到人名 / what was published, the last first; without names for who is not logged in", description = "以 application/x-ndjson 或 text/csv 请求时，返回供审计的全部历史：自第 1 次起每个序号一行，含记录摘要和链，缺失的序号也在其中。 / Asked for as application/x-ndjson or text/csv, the whole history for auditors: a line for every number from the first, with digests of records and their chain, missing numbers included.")
  @APIResponse(responseCode = "200", description = "发布 / publications", content = {
      @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.ARRAY, implementation = DeskJson.PublicationJson.class)),
      @Content(mediaType = Json.LINES, schema = @Schema(implementation = AuditLine.class)),
      @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))})
  public Response history(
      @Parameter(description = "只列一个版本 / of one edition only", example = "guangxi/2022") @QueryParam("edition") String edition,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage, @Context HttpHeaders headers) {
    Language language = Language.preferred(acceptLanguage);
    switch (form(headers)) {
      case Json.LINES -> {
        return Response.ok(AuditLine.json(auditLines()), Json.LINES).build();
      }
      case CSV -> {
        return Response.ok(AuditLine.csv(auditLines()), CSV + ";charset=UTF-8")
            .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"history.csv\"").build();
      }
      default -> {
        return listed(edition, language);
      }
    }
  }

  /** The form that is asked for: JSON unless another is preferred by name. */
  private static String form(HttpHeaders headers) {
    for (MediaType accepted : headers.getAcceptableMediaTypes()) {
      for (String form : List.of(MediaType.APPLICATION_JSON, Json.LINES, CSV)) {
        if (accepted.isCompatible(MediaType.valueOf(form))) {
          return form;
        }
      }
    }
    return MediaType.APPLICATION_JSON;
  }

  private Response listed(String edition, Language language) {
    List<PublicationEntry> entries = edition == null ? history.all() : history.of(edition(edition, language));
    List<DeskJson.PublicationJson> all = new ArrayList<>(entries.stream().map(this::shown).toList());
    all.addAll(DeskJson.damaged(history.damaged(), all, language));
    return JsonAnswers.ok(all, language);
  }

  private List<AuditLine> auditLines() {
    return history.audit().stream().map(AuditLine::of).map(line -> mayKnow() ? line : line.withoutName()).toList();
  }

  private boolean mayKnow() {
    return person.hasRole(Roles.DRAFT) || person.hasRole(Roles.PUBLISH);
  }

  /** One publication. */
  @GET
  @Path("/publications/{number: \\d{1,9}}")
  @Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
  @Operation(operationId = "publication", summary = "一次发布 / one publication")
  @APIResponse(responseCode = "200", description = "发布 / the publication", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DeskJson.PublicationJson.class)))
  @APIResponse(responseCode = "404", description = "没有这个版本 / no such version", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response publication(@PathParam("number") int number,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    return JsonAnswers.ok(shown(history.publication(number)), Language.preferred(acceptLanguage));
  }

  /** What a publication changed. */
  @GET
  @Path("/publications/{number: \\d{1,9}}/changes")
  @Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
  @Operation(operationId = "publicationChanges", summary = "某次发布改了什么 / what a publication changed", description = "与该版本上一次发布比较；首次发布与程序和目录中的内容比较。 / Compared with the publication of the edition before it, the first with what application and directory hold.")
  @APIResponse(responseCode = "200", description = "差异 / the differences", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangesJson.class)))
  @APIResponse(responseCode = "404", description = "没有这个版本，或此前没有可比的内容 / no such version, or nothing before it to compare with", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "409", description = "DAMAGED 工作簿缺失，或本程序不能读懂 / workbooks are missing, or this program cannot read what they say", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response changes(@PathParam("number") int number,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    EditionChanges changes =
        previews.changes(history.publication(number).publication()).orElseThrow(NotFoundException::new);
    return JsonAnswers.ok(ChangesJson.of(changes, language), language);
  }

  /** A workbook as it was published. */
  @GET
  @Path("/publications/{number: \\d{1,9}}/tables/{workbook: .+\\.xlsx}")
  @Produces({Workbooks.XLSX, Json.PROBLEM})
  @Operation(operationId = "publicationTable", summary = "下载某次发布的工作簿 / download a workbook as it was published")
  @APIResponse(responseCode = "200", description = "工作簿 / the workbook", content = @Content(mediaType = Workbooks.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", description = "没有这个版本或工作簿 / no such version or workbook", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response table(@PathParam("number") int number,
      @PathParam("workbook") @Parameter(example = "medical-assistance.xlsx") String workbook) {
    Publication publication = history.publication(number).publication();
    return Workbooks.published(history.workbook(publication, workbook), new TableName(publication.edition(), workbook),
        current, "第" + number + "次发布");
  }

  private DeskJson.PublicationJson shown(PublicationEntry entry) {
    DeskJson.PublicationJson publication = DeskJson.of(entry);
    return mayKnow() ? publication : publication.withoutName();
  }

  private static EditionId edition(String edition, Language language) {
    return TableName.edition(edition).orElseThrow(() -> InvalidRequest.parameter("edition",
        language.text("api.edition-should-be-like-guangxi-2022")));
  }
}
