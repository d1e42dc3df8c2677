package cn.tuodi.api;

import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.comparison.EditionComparison;
import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionFiles;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.http.JsonAnswers;
import cn.tuodi.http.RequestRefused;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.table.Finding;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What differs between a workbook and the one in force. */
@Path("/v1/desk/comparisons")
@Blocking
@Tag(name = "comparisons", description = "政策对比 / policy compared")
public final class WorkbookComparisonResource {

  private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final EditionFiles files;
  private final CurrentCatalogue catalogue;

  WorkbookComparisonResource(EditionFiles files, CurrentCatalogue catalogue) {
    this.files = files;
    this.catalogue = catalogue;
  }

  /** Compares a workbook with the one in force. */
  @POST
  @Consumes({WORKBOOK, MediaType.APPLICATION_OCTET_STREAM})
  @Produces({MediaType.APPLICATION_JSON, ComparisonResource.MARKDOWN, Json.PROBLEM})
  @Operation(operationId = "compareWorkbook", summary = "把一个工作簿与现行的对比 / compare a workbook with the one in force", description = "只读，不改变现行政策。 / Reads only; nothing in force changes.")
  @RequestBody(required = true, content = @Content(mediaType = WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "200", description = "差别 / what differs", content = {
      @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangesJson.class)),
      @Content(mediaType = ComparisonResource.MARKDOWN, schema = @Schema(implementation = String.class))})
  @APIResponse(responseCode = "400", description = "请求无效 / malformed request", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "404", description = "没有这个工作簿 / no such workbook", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "422", description = "工作簿有误 / the workbook is not sound", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response compareWorkbook(
      @QueryParam("table") @Parameter(required = true, example = "guangxi/2022/medical-assistance.xlsx") String table,
      byte[] workbook, @Context Request request, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    int edition = table == null ? -1 : table.indexOf('/', table.indexOf('/') + 1);
    EditionSources inForce =
        ComparisonResource.sources(files, catalogue, "table", edition < 0 ? table : table.substring(0, edition),
            language);
    String file = edition < 0 ? "" : table.substring(edition + 1);
    if (!inForce.workbooks().containsKey(file)) {
      throw new RequestRefused(Problem.of(404, "NOT_FOUND", language.text("api.no-such-workbook"),
          language.text("api.edition-has-no-workbook-there-are", inForce.name(), file,
              String.join(language.text("language.list-comma"), inForce.workbooks().keySet()))),
          Map.of());
    }
    CheckedEdition draft;
    try {
      draft = EditionChecker.check(inForce.withWorkbook(file, workbook));
    } catch (InvalidEdition e) {
      return JsonAnswers.problem(unsound(e.findings(), language), language);
    }
    return ComparisonResource.answer(EditionComparison.of(EditionChecker.check(inForce), draft), request, language);
  }

  /** A workbook that is not sound; each violation points at file, sheet and cell. */
  private static Problem unsound(List<Finding> findings, Language language) {
    Problem problem = Problem.of(422, "INVALID_WORKBOOK", language.text("api.the-workbook-is-not-sound"),
        language.text("api.finding-s-see-violations-file-sheet", findings.size()));
    return problem.with(findings.stream().map(finding -> finding.violation(language)).toList());
  }
}
