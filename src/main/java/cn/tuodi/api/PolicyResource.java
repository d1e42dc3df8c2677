package cn.tuodi.api;

import cn.tuodi.desk.Desk;
import cn.tuodi.desk.DeskJson;
import cn.tuodi.desk.SavedName;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.inforce.EditionState;
import cn.tuodi.desk.inforce.Origin;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.proof.ProvisionTests;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.http.JsonAnswers;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The editions of policy in force, and their provisions. */
@Path("/v1/policies")
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "policies", description = "政策版本与条款 / editions of policy and their provisions")
public final class PolicyResource {

  private static final List<Variant> FORMS =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(Json.LINES)).build();

  private final CurrentCatalogue current;
  private final PolicyStore store;
  private final Desk desk;
  private final ProvisionTests proofs = ProvisionTests.load();

  PolicyResource(CurrentCatalogue current, PolicyStore store, Desk desk) {
    this.current = current;
    this.store = store;
    this.desk = desk;
  }

  /** All editions. */
  @GET
  @Operation(operationId = "policies", summary = "全部政策版本 / all editions")
  @APIResponse(responseCode = "200", description = "政策版本 / editions", content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = PolicyJson.class)))
  public Response policies(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    return JsonAnswers.ok(
        current.get().editions().stream().map(edition -> policy(edition.description(), language)).toList(), language);
  }

  /** One edition. */
  @GET
  @Path("/{region}/{year}")
  @Operation(operationId = "policy", summary = "一个政策版本 / one edition")
  @APIResponse(responseCode = "200", description = "政策版本 / the edition", content = @Content(schema = @Schema(implementation = PolicyJson.class)))
  @APIResponse(responseCode = "404", description = "没有这个版本 / no such edition", content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
  public Response policy(@PathParam("region") @Parameter(example = "guangxi") String region,
      @PathParam("year") @Parameter(example = "2022", schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]{4}$")) String year,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    return JsonAnswers.ok(policy(named(region, year, language).description(), language), language);
  }

  private PolicyJson policy(EditionDescription edition, Language language) {
    return store.state().of(edition.id())
        .map(state -> PolicyJson.of(edition, language).in(DeskJson.of(state, language)))
        .orElseGet(() -> PolicyJson.of(edition, language));
  }

  /** A workbook in force. */
  @GET
  @Path("/{region}/{year}/tables/{workbook: .+\\.xlsx}")
  @Blocking
  @Produces({Workbooks.XLSX, Json.PROBLEM})
  @Operation(operationId = "policyTable", summary = "下载现行工作簿 / download a workbook in force")
  @APIResponse(responseCode = "200", description = "工作簿 / the workbook", content = @Content(mediaType = Workbooks.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", description = "没有这个工作簿 / no such workbook", content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
  public Response table(@PathParam("region") @Parameter(example = "guangxi") String region,
      @PathParam("year") @Parameter(example = "2022", schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]{4}$")) String year,
      @PathParam("workbook") @Parameter(example = "medical-assistance.xlsx") String workbook) {
    TableName table =
        TableName.of(region + "/" + year + "/" + workbook).orElseThrow(NotFoundException::new);
    boolean isPublished = store.state().of(table.edition()).map(EditionState::inForce)
        .filter(inForce -> inForce.origin() == Origin.PUBLICATION).isPresent();
    return isPublished ? Workbooks.published(desk.workbook(table), table, current, "")
        : Workbooks.answer(desk.workbook(table), table, current, "");
  }

  /** The provision register of an edition. */
  @GET
  @Path("/{region}/{year}/provisions")
  @Operation(operationId = "provisions", summary = "条款登记：出处、实现与测试 / the provision register: source, implementation and tests")
  @APIResponse(responseCode = "200", description = "条款登记 / the register", content = @Content(schema = @Schema(implementation = PolicyJson.Register.class)))
  @APIResponse(responseCode = "404", description = "没有这个版本 / no such edition", content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
  public Response provisions(@PathParam("region") @Parameter(example = "guangxi") String region,
      @PathParam("year") @Parameter(example = "2022", schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]{4}$")) String year,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    EditionDescription edition = named(region, year, Language.preferred(acceptLanguage)).description();
    return JsonAnswers.ok(PolicyJson.register(edition, proofs));
  }

  /** Claims to try a program with, as one array or a line each. */
  @GET
  @Path("/{region}/{year}/samples")
  @Blocking
  @Produces({MediaType.APPLICATION_JSON, Json.LINES, Json.PROBLEM})
  @Operation(operationId = "samples", summary = "样例单据及其应得的核定结果 / sample claims with the decisions to be expected")
  @APIResponse(responseCode = "200", description = "样例 / the samples", content = {
      @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.ARRAY, implementation = SampleJson.class)),
      @Content(mediaType = Json.LINES, schema = @Schema(type = SchemaType.STRING, format = "binary"))})
  @APIResponse(responseCode = "404", description = "没有这个版本 / no such edition", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response samples(@PathParam("region") @Parameter(example = "guangxi") String region,
      @PathParam("year") @Parameter(example = "2022", schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9]{4}$")) String year,
      @Context Request request,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    Edition edition = named(region, year, language);
    List<SampleJson> samples = Samples.of(edition, language);
    Variant form = request.selectVariant(FORMS);
    if (form == null || !Json.LINES.equals(form.getMediaType().toString())) {
      return saved(JsonAnswers.ok(samples, language), edition, language, "json");
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (SampleJson sample : samples) {
      lines.writeBytes(Json.bytes(sample));
      lines.write('\n');
    }
    return saved(Response.ok(lines.toByteArray(), Json.LINES).header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build(), edition, language, "ndjson");
  }

  /** Samples bear a name under which a browser keeps them. */
  private static Response saved(Response samples, Edition edition, Language language, String ending) {
    EditionDescription description = edition.description();
    String plain = description.id().toString().replace('/', '.') + ".samples." + ending;
    String name = language.text("api.samples", language.of(description.name(), description.nameEn()), ending);
    return Response.fromResponse(samples).header(HttpHeaders.CONTENT_DISPOSITION, SavedName.disposition(plain, name))
        .build();
  }

  private Edition named(String region, String year, Language language) {
    Catalogue catalogue = current.get();
    String name = region + "/" + year;
    return EditionId.parsed(name).flatMap(catalogue::named)
        .orElseThrow(() -> UnknownEdition.of(name, catalogue, language));
  }
}
