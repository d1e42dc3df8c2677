package cn.tuodi.api;

import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.comparison.ChangesMarkdown;
import cn.tuodi.comparison.EditionChanges;
import cn.tuodi.comparison.EditionComparison;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionFiles;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.http.JsonAnswers;
import cn.tuodi.http.RequestRefused;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What differs between two editions. */
@Path("/v1/policies/comparison")
@Blocking
@Tag(name = "comparisons", description = "政策对比 / policy compared")
public final class ComparisonResource {

  /** Media type of Markdown. */
  static final String MARKDOWN = "text/markdown";

  private static final List<Variant> FORMS =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(MARKDOWN)).build();

  private final EditionFiles files;
  private final CurrentCatalogue catalogue;

  ComparisonResource(EditionFiles files, CurrentCatalogue catalogue) {
    this.files = files;
    this.catalogue = catalogue;
  }

  /** Compares two editions. */
  @GET
  @Produces({MediaType.APPLICATION_JSON, MARKDOWN})
  @Operation(operationId = "comparePolicies", summary = "对比两个政策版本 / compare two editions", description = "按行的含义对比，不看行的位置；text/markdown 用于评审。 / Rows are compared by what they mean, not by where they stand; text/markdown is for reviews.")
  @APIResponse(responseCode = "200", description = "差别 / what differs", content = {
      @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangesJson.class)),
      @Content(mediaType = MARKDOWN, schema = @Schema(implementation = String.class))})
  @APIResponse(responseCode = "400", description = "请求无效 / malformed request", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "404", description = "没有这个版本 / no such edition", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response compare(@QueryParam("from") @Parameter(required = true, example = "guangxi/2021") String from,
      @QueryParam("to") @Parameter(required = true, example = "guangxi/2022") String to, @Context Request request,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    EditionSources before = sources(files, catalogue, "from", from, language);
    EditionSources after = sources(files, catalogue, "to", to, language);
    return answer(EditionComparison.of(EditionChecker.check(before), EditionChecker.check(after)), request, language);
  }

  /**
   * The files of an edition that a parameter names.
   *
   * @throws InvalidRequest if it names none
   * @throws RequestRefused if there is no such edition
   */
  static EditionSources sources(EditionFiles files, CurrentCatalogue catalogue, String parameter, String name,
      Language language) {
    Optional<EditionId> id = EditionId.parsed(name);
    if (id.isEmpty()) {
      throw InvalidRequest.parameter(parameter,
          language.text("api.should-name-an-edition-such-as"));
    }
    return files.of(id.get()).orElseThrow(() -> UnknownEdition.of(name, catalogue.get(), language));
  }

  /** A comparison in the form that the caller prefers. */
  static Response answer(EditionChanges changes, Request request, Language language) {
    Variant form = request.selectVariant(FORMS);
    if (form != null && MARKDOWN.equals(form.getMediaType().toString())) {
      return Response.ok(ChangesMarkdown.of(changes, language).getBytes(StandardCharsets.UTF_8))
          .type(MARKDOWN + "; charset=UTF-8").header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
          .header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }
    return JsonAnswers.ok(ChangesJson.of(changes, language), language);
  }
}
