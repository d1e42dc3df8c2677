package cn.tuodi.api;

import cn.tuodi.access.Deciding;
import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.batch.Batch;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.http.JsonAnswers;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.observation.DecisionMeters;
import cn.tuodi.observation.Intake;
import cn.tuodi.replay.Replay;
import cn.tuodi.replay.ReplayJson;
import cn.tuodi.replay.ReplayReader;
import cn.tuodi.replay.ReplayRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Decisions on claims. */
@Path("/v1/decisions")
@Deciding
@Tag(name = "decisions", description = "单据待遇核定 / decisions on claims")
@APIResponse(responseCode = "401", description = "需要登录（仅在要求角色 decide 时） / log in (only where the role decide is asked for)", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "403", description = "没有权限（仅在要求角色 decide 时） / not permitted (only where the role decide is asked for)", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
public final class DecisionResource {

  private static final String TRACE = "trace";

  private static final List<Variant> LINES = Variant.mediaTypes(Stream
      .of(Json.LINES, Json.LINES_NDJSON, Json.LINES_JSONL, Json.LINES_JSONLINES).map(MediaType::valueOf)
      .toArray(MediaType[]::new)).build();

  private final AssistanceDecider decider;
  private final DecisionMeters meters;

  DecisionResource(AssistanceDecider decider, DecisionMeters meters) {
    this.decider = decider;
    this.meters = meters;
  }

  /** Decides one claim. Takes microseconds and waits for nothing, so it runs on the event loop. */
  @POST
  @NonBlocking
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
  @Operation(operationId = "decide", summary = "核定一份单据 / decide one claim")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Claim")))
  @APIResponse(responseCode = "200", description = "核定结果 / the decision", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DecisionJson.class)))
  @APIResponse(responseCode = "400", description = "请求无效 / malformed request", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "413", description = "请求过大 / request too large", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "422", description = "无法核定 / cannot be decided", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @Parameter(name = TRACE, in = ParameterIn.QUERY, description = "列出触发的规则 / list the rules that fired", schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  public Response decide(byte[] body,
      @Context UriInfo address,
      @Parameter(description = "zh（默认）或 en / zh (default) or en") @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    boolean traced = flag(TRACE, address, language);
    Claim claim = ClaimReader.read(body, language);
    Outcome outcome = meters.timed(() -> decider.decide(claim, traced));
    meters.answered(Intake.REQUEST, outcome);
    if (outcome instanceof Decision decision) {
      return JsonAnswers.ok(DecisionView.of(decision, language), language);
    }
    return JsonAnswers.problem(Problem.refused((Refusal) outcome, claim.claimId(), language), language);
  }

  /** Decides a claim again and compares; the comparison of what a caller may send can take longer than a decision. */
  @POST
  @Path("/replay")
  @Blocking
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
  @Operation(operationId = "replay", summary = "重新核定一份单据，与原决定比较 / decide a claim again and compare with an earlier decision", description = "按现行政策内容重新核定，逐项列出与原结果的差异及其条款和表格行。政策内容（contentHash）相同时，结果编号可表明单据事实是否相同。 / Decides the claim by the policy content in force and lists every difference with its provision and table row. Under the same contentHash the decision id tells whether the facts are the same.")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ReplayRequest")))
  @APIResponse(responseCode = "200", description = "比较结果 / the comparison", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReplayJson.class)))
  @APIResponse(responseCode = "400", description = "请求无效 / malformed request", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "413", description = "请求过大 / request too large", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "422", description = "无法核定 / cannot be decided", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response replay(byte[] body,
      @Parameter(description = "zh（默认）或 en / zh (default) or en") @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    ReplayRequest request = ReplayReader.read(body, language);
    Outcome outcome = meters.timed(() -> decider.decide(request.claim()));
    meters.answered(Intake.REPLAY, outcome);
    if (outcome instanceof Decision decision) {
      return JsonAnswers.ok(Replay.of(decision, request.earlier(), language), language);
    }
    return JsonAnswers.problem(Problem.refused((Refusal) outcome, request.claim().claimId(), language), language);
  }

  /** A parameter that is true or false, false where it is not given. */
  private static boolean flag(String name, UriInfo address, Language language) {
    List<String> values = address.getQueryParameters().get(name);
    if (values == null) {
      return false;
    }
    String value = values.get(0);
    if (values.size() > 1 || !value.equals("true") && !value.equals("false")) {
      throw InvalidRequest.parameter(name, language.text("api.query-parameter-is-true-or-false", name));
    }
    return value.equals("true");
  }

  /** Decides a stream of claims. Some clients cannot send a type with "json" in its name but as JSON: bytes will do. */
  @POST
  @Path("/batch")
  @Blocking
  @Consumes({Json.LINES, Json.LINES_NDJSON, Json.LINES_JSONL, Json.LINES_JSONLINES,
      MediaType.APPLICATION_OCTET_STREAM})
  @Produces({Json.LINES, Json.LINES_NDJSON, Json.LINES_JSONL, Json.LINES_JSONLINES, Json.PROBLEM})
  @Operation(operationId = "decideBatch", summary = "逐行核定一批单据 / decide a stream of claims, one a line", description = "每行一份单据（Claim），按顺序每行返回一份核定结果（Decision）或一个问题（Problem，有 code 的即是）；边读边写，请边发送边接收，行数不限，每行不超过 64 KB。同一 personId 的相邻单据自动累计。 / A line is a Claim; each is answered by a line in the same order, a Decision or a Problem (the one that has code), streamed: read while you send. Any number of lines, each of at most 64 KB. Consecutive claims of one personId accumulate.")
  @RequestBody(required = true, content = {
      @Content(mediaType = Json.LINES, schema = @Schema(type = SchemaType.STRING)),
      @Content(mediaType = Json.LINES_NDJSON, schema = @Schema(type = SchemaType.STRING)),
      @Content(mediaType = Json.LINES_JSONL, schema = @Schema(type = SchemaType.STRING)),
      @Content(mediaType = Json.LINES_JSONLINES, schema = @Schema(type = SchemaType.STRING)),
      @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(type = SchemaType.STRING))})
  @APIResponse(responseCode = "200", description = "每行一份核定结果或问题 / a decision or problem a line", content = @Content(mediaType = Json.LINES, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "400", description = "请求无效，或没有一行单据 / malformed request, or not a line in it", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @Parameter(name = TRACE, in = ParameterIn.QUERY, description = "列出触发的规则 / list the rules that fired", schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  public Response batch(InputStream body,
      @Context UriInfo address, @Context Request request,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) throws IOException {
    Language language = Language.preferred(acceptLanguage);
    boolean traced = flag(TRACE, address, language);
    Batch.Opened batch = new Batch(decider, meters, language, traced).open(body);
    if (batch.isEmpty()) {
      throw InvalidRequest.empty(language);
    }
    Variant form = request.selectVariant(LINES);
    StreamingOutput answers = batch::answer;
    return Response.ok(answers, form == null ? MediaType.valueOf(Json.LINES) : form.getMediaType())
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag()).build();
  }
}
