package cn.tuodi.api;

import cn.tuodi.access.PersonName;
import cn.tuodi.access.Roles;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.DeskJson;
import cn.tuodi.desk.preview.PreviewJson;
import cn.tuodi.desk.preview.Previews;
import cn.tuodi.desk.record.Draft;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a draft would do, before anybody publishes it, and from which day on it is to hold. */
@Path("/v1/desk/drafts")
@Blocking
@RolesAllowed({Roles.DRAFT, Roles.PUBLISH})
@Tag(name = "desk")
@APIResponse(responseCode = "401", description = "需要登录 / log in", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "403", description = "没有权限或未开启 / not permitted, or switched off", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "404", description = "没有这份草稿 / no such draft", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "422", description = "有问题，改正后才能预览、试算或分行 / not sound", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
public final class PreviewResource {

  private final Desk desk;
  private final Previews previews;
  private final SecurityIdentity person;

  PreviewResource(Desk desk, Previews previews, SecurityIdentity person) {
    this.desk = desk;
    this.previews = previews;
    this.person = person;
  }

  /** What publishing the draft would do. */
  @GET
  @Path("/{id}/preview")
  @Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
  @Operation(operationId = "previewPublication", summary = "发布前核对：改什么、改哪些就医日期、算例 / what publishing would do: changes, days of service, worked examples", description = "不作任何更改。 / Changes nothing.")
  @APIResponse(responseCode = "200", description = "预览 / the preview", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PreviewJson.Preview.class)))
  @APIResponse(responseCode = "400", description = "请求无效 / malformed request", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response preview(@PathParam("id") String id,
      @Parameter(description = "启用时间；不填则为现在 / from when it would be in force; now where it is left out", schema = @Schema(type = SchemaType.STRING, format = "date-time")) @QueryParam("effectiveFrom") String effectiveFrom,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    return JsonAnswers.ok(
        PreviewJson.of(previews.of(desk.work().viewed(id), moment(effectiveFrom, language)), language),
        language);
  }

  private static Instant moment(String effectiveFrom, Language language) {
    try {
      return effectiveFrom == null ? null : OffsetDateTime.parse(effectiveFrom).toInstant();
    } catch (DateTimeException e) {
      throw InvalidRequest.parameter("effectiveFrom", language.text("desk.a-time-with-its-zone-such"));
    }
  }

  /** Decides one claim by the draft and by what is in force. */
  @POST
  @Path("/{id}/decisions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
  @Operation(operationId = "decideByDraft", summary = "一份单据按草稿试算，与现行政策逐项对照 / decide a claim by a draft, beside the policy in force", description = "按草稿发布后的全部版本核定；单据的地区和日期不属于草稿版本的，两个结果相同。不作任何更改。 / Decides by the editions as they would be with the draft published: a claim of a place or day that the draft does not cover is decided the same by both. Changes nothing.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Claim")))
  @APIResponse(responseCode = "200", description = "两个结果及差异 / both results and their differences", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PreviewJson.TrialJson.class)))
  @APIResponse(responseCode = "400", description = "请求无效 / malformed request", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "413", description = "请求过大 / request too large", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response decide(@PathParam("id") String id, byte[] body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    Claim claim = ClaimReader.read(body, language);
    return JsonAnswers.ok(
        PreviewJson.of(previews.trial(desk.work().viewed(id), claim), claim.claimId(), language), language);
  }

  /** Makes what the draft changes hold from a day on. */
  @POST
  @Path("/{id}/from")
  @RolesAllowed(Roles.DRAFT)
  @Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
  @Operation(operationId = "dateDraft", summary = "草稿的改动自某日起执行 / make what a draft changes hold from a day on", description = "所改的行分为两行：现行的到前一日止，草稿的自这一日起。替换前的文件保留在草稿中。 / The rows that change are divided: those in force end the day before, those of the draft begin on the day. The files before stay with the draft.")
  @APIResponse(responseCode = "200", description = "草稿 / the draft", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DeskJson.DraftJson.class)))
  @APIResponse(responseCode = "400", description = "请求无效 / malformed request", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "409", description = "DRAFT_CHANGED 草稿又有人修改过、NOTHING_CHANGED 没有可分行的改动 / somebody changed the draft since, or nothing can be divided at that day", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response from(@PathParam("id") String id,
      @Parameter(required = true, description = "第一个就医日期 / the first day of service", schema = @Schema(type = SchemaType.STRING, format = "date"), example = "2026-12-01") @QueryParam("day") String day,
      @Parameter(description = DraftResource.SEEN, schema = @Schema(type = SchemaType.STRING, format = "date-time")) @QueryParam("seen") String seen,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    Draft draft = desk.work().from(id, day(day, language), PersonName.of(person), DraftResource.moment(seen, language));
    return JsonAnswers.ok(DeskJson.of(draft, desk.work().standing(draft).stale(), language), language);
  }

  private static LocalDate day(String day, Language language) {
    try {
      return LocalDate.parse(day == null ? "" : day);
    } catch (DateTimeException e) {
      throw InvalidRequest.parameter("day", language.text("api.day-should-be-like-2026-12-01"));
    }
  }
}
