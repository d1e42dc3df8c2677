package cn.tuodi.api;

import cn.tuodi.access.PersonName;
import cn.tuodi.access.Roles;
import cn.tuodi.desk.CheckClient;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.DeskJson;
import cn.tuodi.desk.DraftUpdate;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.http.JsonAnswers;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.json.WireType;
import cn.tuodi.language.Language;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Drafts: workbooks that are worked on and not in force. */
@Path("/v1/desk/drafts")
@Blocking
@RolesAllowed({Roles.DRAFT, Roles.PUBLISH})
@Tag(name = "desk")
@APIResponse(responseCode = "401", description = "需要登录 / log in", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "403", description = "没有权限或未开启 / not permitted, or switched off", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
public final class DraftResource {

  private static final int MAX_NOTE = 200;
  private static final int CONFLICT = 409;
  private static final String MINE = "mine";
  private static final String THEIRS = "theirs";
  /** What the parameter means that says which draft a caller knows. */
  static final String SEEN =
      "所见草稿的 changedAt；其后草稿若又有修改则拒绝 / changedAt of the draft as you know it; refused where it changed since";

  private final Desk desk;
  private final CurrentCatalogue current;
  private final SecurityIdentity person;

  DraftResource(Desk desk, CurrentCatalogue current, SecurityIdentity person) {
    this.desk = desk;
    this.current = current;
    this.person = person;
  }

  /** All drafts. */
  @GET
  @Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
  @Operation(operationId = "drafts", summary = "全部草稿，最近修改的在前 / all drafts, the last changed first", description = "无法读取的草稿列在最后：只有编号和 findings，后者写明文件和处理办法。 / Drafts that cannot be read come last, with their id only, and findings that name the file and what to do.")
  @APIResponse(responseCode = "200", description = "草稿 / drafts", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.ARRAY, implementation = DeskJson.DraftJson.class)))
  public Response drafts(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    return JsonAnswers.ok(DeskJson.of(desk.drafts(), language), language);
  }

  /** Keeps a workbook as a new draft. */
  @POST
  @RolesAllowed(Roles.DRAFT)
  @Consumes({Workbooks.XLSX, MediaType.APPLICATION_OCTET_STREAM})
  @Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
  @Operation(operationId = "beginDraft", summary = "上传一个工作簿，存为草稿 / upload a workbook and keep it as a draft", description = "有问题的工作簿也会保存，改正后用 PUT 替换。草稿以上传时的现行版本为基础。 / One with findings is kept, too: mend it and PUT it in its place. A draft rests on what is in force when it is made.")
  @RequestBody(required = true, content = @Content(mediaType = Workbooks.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "201", description = "草稿 / the draft", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DeskJson.DraftJson.class)))
  @APIResponse(responseCode = "409", description = "没有可写的政策目录，或草稿过多 / no directory that can be written, or too many drafts", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response begin(byte[] body,
      @Parameter(required = true, description = "工作簿的位置 / where the workbook belongs", example = "guangxi/2022/medical-assistance.xlsx") @QueryParam("table") String table,
      @Parameter(description = "说明，最多 200 字 / what it is about, at most 200 characters", schema = @Schema(type = SchemaType.STRING, maxLength = 200)) @QueryParam("note") String note,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    TableName name = Workbooks.name(table, language);
    if (note != null && (note.length() > MAX_NOTE || !WireType.isVisible(note))) {
      throw InvalidRequest.parameter("note", language.text("api.note-has-at-most-characters-and-none", MAX_NOTE));
    }
    Draft draft = desk.begin(name, body, PersonName.of(person), note);
    return Response.fromResponse(JsonAnswers.ok(json(draft, language), language)).status(Response.Status.CREATED)
        .location(URI.create("/v1/desk/drafts/" + draft.id())).build();
  }

  /** A draft. */
  @GET
  @Path("/{id}")
  @Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
  @Operation(operationId = "draft", summary = "一份草稿 / a draft")
  @APIResponse(responseCode = "200", description = "草稿 / the draft", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DeskJson.DraftJson.class)))
  @APIResponse(responseCode = "404", description = "没有这份草稿 / no such draft", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response draft(@PathParam("id") String id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    return JsonAnswers.ok(json(desk.work().viewed(id), language), language);
  }

  /** Deletes a draft. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.DRAFT)
  @Produces(Json.PROBLEM)
  @Operation(operationId = "discardDraft", summary = "删除草稿 / delete a draft")
  @APIResponse(responseCode = "204", description = "已删除 / deleted")
  @APIResponse(responseCode = "404", description = "没有这份草稿 / no such draft", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "409", description = "DRAFT_CHANGED 草稿又有人修改过 / somebody changed the draft since", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response discard(@PathParam("id") String id,
      @Parameter(description = SEEN, schema = @Schema(type = SchemaType.STRING, format = "date-time")) @QueryParam("seen") String seen,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    desk.discard(id, moment(seen, Language.preferred(acceptLanguage)));
    return Response.noContent().build();
  }

  /** Puts a workbook into a draft. */
  @PUT
  @Path("/{id}/tables/{workbook: .+\\.xlsx}")
  @RolesAllowed(Roles.DRAFT)
  @Consumes({Workbooks.XLSX, MediaType.APPLICATION_OCTET_STREAM})
  @Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
  @Operation(operationId = "putDraftTable", summary = "替换或增加草稿中的工作簿 / replace a workbook of a draft, or add one")
  @RequestBody(required = true, content = @Content(mediaType = Workbooks.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "200", description = "草稿 / the draft", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DeskJson.DraftJson.class)))
  @APIResponse(responseCode = "404", description = "没有这份草稿 / no such draft", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "409", description = "DRAFT_CHANGED 草稿又有人修改过 / somebody changed the draft since", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response put(@PathParam("id") String id,
      @PathParam("workbook") @Parameter(example = "medical-assistance.xlsx") String workbook, byte[] body,
      @Parameter(description = SEEN, schema = @Schema(type = SchemaType.STRING, format = "date-time")) @QueryParam("seen") String seen,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    TableName name =
        TableName.of(desk.draft(id).edition() + "/" + workbook).orElseThrow(NotFoundException::new);
    return JsonAnswers.ok(
        json(desk.work().put(id, name.workbook(), body, PersonName.of(person), moment(seen, language)), language),
        language);
  }

  /** Finds out anew what is wrong with a draft. */
  @POST
  @Path("/{id}/check")
  @RolesAllowed(Roles.DRAFT)
  @Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
  @Operation(operationId = "recheckDraft", summary = "重新检查草稿 / check a draft again", description = "查看草稿时，凡依据有变也会自动重新检查。 / A draft that is looked at is checked again by itself where what its findings rest on has changed.")
  @APIResponse(responseCode = "200", description = "草稿 / the draft", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DeskJson.DraftJson.class)))
  @APIResponse(responseCode = "404", description = "没有这份草稿 / no such draft", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response check(@PathParam("id") String id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    return JsonAnswers.ok(json(desk.work().recheck(id), language), language);
  }

  /** Brings a draft up to what is in force. */
  @POST
  @Path("/{id}/update")
  @RolesAllowed(Roles.DRAFT)
  @Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
  @Operation(operationId = "updateDraft", summary = "把草稿更新到现行版本 / bring a draft up to what is in force", description = "以现行版本为底，把草稿的改动逐格、逐行放上去。两边都改过同一处时，未写明 conflicts 的返回 409，列出各处。 / The changes of the draft are put on top of what is in force, cell by cell and row by row. Where both sides changed the same, 409 lists the places unless conflicts says which side holds.")
  @APIResponse(responseCode = "200", description = "草稿 / the draft", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DeskJson.DraftJson.class)))
  @APIResponse(responseCode = "404", description = "没有这份草稿 / no such draft", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "409", description = "DRAFT_CONFLICTS 两边都改过同一处，DRAFT_CHANGED 刚才又有变化 / both sides changed the same, or something has just changed", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response update(@PathParam("id") String id,
      @Parameter(description = "两边都改过的地方：mine 用草稿的，theirs 用现行的 / where both sides changed the same: mine keeps the draft's, theirs what is in force", schema = @Schema(enumeration = {
          "mine", "theirs"})) @QueryParam("conflicts") String conflicts,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    if (conflicts != null && !conflicts.equals(MINE) && !conflicts.equals(THEIRS)) {
      throw InvalidRequest.parameter("conflicts",
          language.text("api.conflicts-is-mine-or-theirs"));
    }
    DraftUpdate plan = desk.work().update(id, Map.of(), null, PersonName.of(person));
    if (!plan.conflicts().isEmpty() && conflicts == null) {
      return JsonAnswers.problem(conflicting(plan, language), language);
    }
    Map<String, Boolean> answers = plan.conflicts().stream()
        .collect(Collectors.toMap(DraftUpdate.Place::key, place -> MINE.equals(conflicts), (one, other) -> one));
    DraftUpdate update = desk.work().update(id, answers, plan.state(), PersonName.of(person));
    if (!update.state().equals(plan.state())) {
      throw DeskRefusal.draftChanged();
    }
    return JsonAnswers.ok(json(update.draft(), language), language);
  }

  private static Problem conflicting(DraftUpdate plan, Language language) {
    String places = plan.conflicts().stream().map(place -> place.workbook() + (place.conflict().sheet() == null ? ""
        : " [" + place.conflict().sheet() + "] " + place.conflict().cell() + ": " + place.conflict().mine() + " / "
            + place.conflict().theirs()))
        .collect(Collectors.joining("; "));
    return Problem.of(CONFLICT, "DRAFT_CONFLICTS", language.text("api.refused"),
        language.text("api.changed-in-the-draft-and-in", places));
  }

  /** A workbook of a draft. */
  @GET
  @Path("/{id}/tables/{workbook: .+\\.xlsx}")
  @Produces({Workbooks.XLSX, Json.PROBLEM})
  @Operation(operationId = "draftTable", summary = "下载草稿中的工作簿 / download a workbook of a draft")
  @APIResponse(responseCode = "200", description = "工作簿 / the workbook", content = @Content(mediaType = Workbooks.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", description = "没有这份草稿或工作簿 / no such draft or workbook", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response table(@PathParam("id") String id,
      @PathParam("workbook") @Parameter(example = "medical-assistance.xlsx") String workbook,
      @Parameter(description = "带检查批注 / with what was found as comments") @DefaultValue("false") @QueryParam("annotated") boolean annotated) {
    Draft draft = annotated ? desk.work().viewed(id) : desk.draft(id);
    byte[] content = desk.workbook(draft, workbook);
    TableName name = new TableName(draft.edition(), workbook);
    return annotated
        ? Workbooks.answer(desk.annotated(workbook, content, draft.findings(), CheckClient.STAFF), name, current,
            "草稿-批注")
        : Workbooks.answer(content, name, current, "草稿");
  }

  /** When the draft last changed as the caller knows it. */
  static Instant moment(String seen, Language language) {
    try {
      return seen == null ? null : Instant.parse(seen);
    } catch (DateTimeException e) {
      throw InvalidRequest.parameter("seen", language.text("api.seen-should-be-changedat-of-the"));
    }
  }

  private DeskJson.DraftJson json(Draft draft, Language language) {
    return DeskJson.of(draft, desk.work().standing(draft).stale(), language);
  }
}
