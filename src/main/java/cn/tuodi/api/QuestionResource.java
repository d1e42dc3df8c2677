package cn.tuodi.api;

import cn.tuodi.access.Deciding;
import cn.tuodi.answer.MissingFact;
import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.application.ApplicationAnswer;
import cn.tuodi.application.ApplicationDecider;
import cn.tuodi.application.ApplicationJson;
import cn.tuodi.application.ApplicationReader;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.household.HouseholdReader;
import cn.tuodi.household.RecognitionAnswer;
import cn.tuodi.household.RecognitionDecider;
import cn.tuodi.household.RecognitionJson;
import cn.tuodi.http.JsonAnswers;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.premium.PremiumAnswer;
import cn.tuodi.premium.PremiumDecider;
import cn.tuodi.premium.PremiumJson;
import cn.tuodi.premium.PremiumReader;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The other questions that the policies answer: applications, recognitions, premiums. */
@Path("/v1")
@NonBlocking
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
@Deciding
@Tag(name = "questions", description = "依申请、认定与参保 / applications, recognitions and enrolments")
@APIResponse(responseCode = "400", description = "请求无效 / malformed request", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "413", description = "请求过大 / request too large", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "422", description = "无法回答 / cannot be answered", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "401", description = "需要登录（仅在要求角色 decide 时） / log in (only where the role decide is asked for)", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
@APIResponse(responseCode = "403", description = "没有权限（仅在要求角色 decide 时） / not permitted (only where the role decide is asked for)", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
public final class QuestionResource {

  private final ApplicationDecider applications;
  private final RecognitionDecider recognitions;
  private final PremiumDecider premiums;

  QuestionResource(CurrentCatalogue current) {
    this.applications = new ApplicationDecider(current);
    this.recognitions = new RecognitionDecider(current);
    this.premiums = new PremiumDecider(current);
  }

  /** Proposes assistance on application. */
  @POST
  @Path("/applications")
  @Operation(operationId = "apply", summary = "依申请救助的建议 / propose assistance on application")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Application")))
  @APIResponse(responseCode = "200", description = "建议 / the proposal", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ApplicationJson.class)))
  public Response apply(byte[] body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    return answer(applications.decide(ApplicationReader.read(body, language)), language,
        answer -> ApplicationJson.of((ApplicationAnswer) answer, language));
  }

  /** Tests whether illness has impoverished a household. */
  @POST
  @Path("/recognitions/illness-impoverished")
  @Operation(operationId = "recognise", summary = "因病致贫认定 / whether illness has impoverished a household")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "HouseholdFacts")))
  @APIResponse(responseCode = "200", description = "认定 / the recognition", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RecognitionJson.class)))
  public Response recognise(byte[] body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    return answer(recognitions.decide(HouseholdReader.read(body, language)), language,
        answer -> RecognitionJson.of((RecognitionAnswer) answer, language));
  }

  /** Answers what a premium costs and who pays it. */
  @POST
  @Path("/enrolments")
  @Operation(operationId = "enrol", summary = "参保资助、财政补助和等待期 / premium subsidy, fiscal shares, waiting period")
  @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PremiumQuestion")))
  @APIResponse(responseCode = "200", description = "回答 / the answer", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PremiumJson.class)))
  public Response enrol(byte[] body, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    return answer(premiums.decide(PremiumReader.read(body, language)), language,
        answer -> PremiumJson.of((PremiumAnswer) answer, language));
  }

  private static Response answer(Outcome outcome, Language language, Function<Outcome, Object> shown) {
    if (outcome instanceof Refusal refusal) {
      return JsonAnswers.problem(Problem.refused(refusal, null, language), language);
    }
    if (outcome instanceof MissingFact missing) {
      throw InvalidRequest.missing(missing.pointer(), language);
    }
    return JsonAnswers.ok(shown.apply(outcome), language);
  }
}
