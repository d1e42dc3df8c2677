package cn.tuodi.api;

import cn.tuodi.access.Operating;
import cn.tuodi.desk.CheckClient;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.DeskJson;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.CheckResult;
import cn.tuodi.http.JsonAnswers;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checks of workbooks, and what is in force. Changes nothing. */
@Path("/v1/desk")
@Blocking
@Tag(name = "desk", description = "政策工作台：检查、草稿、发布、退回 / the policy desk: check, draft, publish, undo")
public final class DeskResource {

  private final PolicyStore store;
  private final Desk desk;
  private final SecurityIdentity person;
  private final RoutingContext request;

  DeskResource(PolicyStore store, Desk desk, SecurityIdentity person, RoutingContext request) {
    this.store = store;
    this.desk = desk;
    this.person = person;
    this.request = request;
  }

  /** What is in force, and what is not although it should be. */
  @GET
  @Path("/state")
  @Operating
  @Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
  @Operation(operationId = "deskState", summary = "各版本的来源和生效情况 / what is in force, where it comes from, and what is not sound")
  @APIResponse(responseCode = "200", description = "状态 / the state", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DeskJson.StoreJson.class)))
  public Response state(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    return JsonAnswers.ok(DeskJson.of(store.state(), language), language);
  }

  /** Checks a workbook in place of its namesake. */
  @POST
  @Path("/checks")
  @Consumes({Workbooks.XLSX, MediaType.APPLICATION_OCTET_STREAM})
  @Produces({MediaType.APPLICATION_JSON, Workbooks.XLSX, Json.PROBLEM})
  @Operation(operationId = "check", summary = "检查一个工作簿，不影响现行政策 / check a workbook without touching what is in force", description = "按整个版本检查：格式、数值、条款、缺口和重叠。Accept 为 xlsx 时返回原工作簿，问题写在单元格批注和“检查结果”表中。 / Checks it within its whole edition: layout, values, provisions, gaps and overlaps. With Accept: xlsx the same workbook comes back with findings as comments on the cells and in the sheet 检查结果.")
  @RequestBody(required = true, content = @Content(mediaType = Workbooks.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "200", description = "检查结果，或带批注的工作簿 / what was found, or the workbook with comments", content = {
      @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DeskJson.CheckJson.class)),
      @Content(mediaType = Workbooks.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))})
  @APIResponse(responseCode = "400", description = "请求无效 / malformed request", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "413", description = "文件过大 / file too large", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "503", description = "繁忙，请稍后再试 / busy, try again later", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response check(byte[] body,
      @Parameter(required = true, description = "工作簿的位置 / where the workbook belongs", example = "guangxi/2022/medical-assistance.xlsx") @QueryParam("table") String table,
      @Context HttpHeaders headers) {
    Language language = Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    TableName name = Workbooks.name(table, language);
    CheckClient client = new CheckClient(isKnown(), request.response()::closed);
    CheckResult result = desk.check(name, body, client);
    if (Workbooks.wanted(headers)) {
      return Workbooks.answer(desk.annotated(name.workbook(), body, result.findings(), client), name, store.current(),
          "批注");
    }
    return JsonAnswers.ok(DeskJson.of(result, language), language);
  }

  /** Whether the caller has logged in. A check is open to anybody: whoever cannot be made out is a stranger. */
  private boolean isKnown() {
    try {
      return !person.isAnonymous();
    } catch (AuthenticationFailedException | AuthenticationCompletionException | OIDCException e) {
      return false;
    }
  }
}
