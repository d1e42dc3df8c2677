package cn.tuodi.api;

import cn.tuodi.access.Roles;
import cn.tuodi.access.Simulating;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.http.JsonAnswers;
import cn.tuodi.http.SpooledBody;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.simulation.DraftSources;
import cn.tuodi.simulation.SimulationCsv;
import cn.tuodi.simulation.SimulationJob;
import cn.tuodi.simulation.SimulationJobJson;
import cn.tuodi.simulation.SimulationJobs;
import cn.tuodi.simulation.SimulationRequest;
import cn.tuodi.simulation.portfolio.PortfolioSource;
import cn.tuodi.simulation.portfolio.SampleSettings;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Portfolios of claims under two policies. */
@Path("/v1/desk/simulations")
@Blocking
@Simulating
@Tag(name = "simulations", description = "政策模拟 / policy simulated")
public final class SimulationResource {

  private static final String CSV = "text/csv";
  private static final String ADDRESS = "/v1/desk/simulations/";
  private static final long MAX_SAMPLED = 10_000_000;
  private static final Logger LOG = Logger.getLogger(SimulationResource.class);
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final int RETRY_SECONDS = 10;
  private static final List<Variant> FORMS =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(CSV)).build();

  private final CurrentCatalogue catalogue;
  private final DraftSources drafts;
  private final SimulationJobs jobs;
  private final SecurityIdentity person;
  private final long largest;

  SimulationResource(CurrentCatalogue catalogue, DraftSources drafts, SimulationJobs jobs, SecurityIdentity person,
      @ConfigProperty(name = "tuodi.simulation.largest-portfolio", defaultValue = "1073741824") long largest) {
    this.catalogue = catalogue;
    this.drafts = drafts;
    this.jobs = jobs;
    this.person = person;
    this.largest = largest;
  }

  /** Begins a simulation. */
  @POST
  @Consumes({Json.LINES, CSV, MediaType.WILDCARD})
  @Produces({MediaType.APPLICATION_JSON, Json.PROBLEM})
  @Operation(operationId = "simulate", summary = "开始一次模拟 / begin a simulation", description = "同一批单据在两个政策下各算一遍。单据随请求上传（NDJSON 或 CSV），或用 sample 指定生成多少份模拟单据。 / The same claims decided under two policies. They come with the request (NDJSON or CSV), or sample says how many synthetic ones are generated.")
  @RequestBody(content = {@Content(mediaType = Json.LINES, schema = @Schema(type = SchemaType.STRING)),
      @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))})
  @APIResponse(responseCode = "202", description = "已开始，见 Location / begun, see Location", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SimulationJobJson.class)))
  @APIResponse(responseCode = "400", description = "请求无效 / malformed request", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "401", description = "需要登录 / log in first", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "403", description = "没有权限 / without the role", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "404", description = "没有这个版本或草稿 / no such edition or draft", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "413", description = "请求过大 / request too large", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "429", description = "排队的模拟过多 / too many simulations wait", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "503", description = "没有存放单据的空间 / no room for the claims", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response begin(@QueryParam("from") @Parameter(example = "guangxi/2021") String from,
      @QueryParam("to") @Parameter(example = "guangxi/2022") String to,
      @QueryParam("draft") @Parameter(description = "草稿编号，代替 to / id of a draft, instead of to") String draft,
      @QueryParam("dates") @Parameter(description = "AS_STATED：只算版本适用范围内的单据；AS_IF_IN_FORCE：假设版本在单据的地区和日期有效 / AS_STATED: only claims that the edition covers; AS_IF_IN_FORCE: as if it were in force at their place and on their day", schema = @Schema(type = SchemaType.STRING, enumeration = {
          "AS_STATED", "AS_IF_IN_FORCE"})) String dates,
      @QueryParam("sample") @Parameter(description = "生成的模拟单据数 / number of synthetic claims", schema = @Schema(type = SchemaType.INTEGER, format = "int32", minimum = "1", maximum = ""
          + MAX_SAMPLED)) String sample,
      @QueryParam("seed") @Parameter(description = "抽样编号，默认 1 / seed of the sample, 1 by default", schema = @Schema(type = SchemaType.INTEGER, format = "int64", defaultValue = "1")) String seed,
      InputStream body, @Context HttpHeaders headers) throws IOException {
    Language language = Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    SimulationParameters parameters =
        SimulationParameters.of(from, to, draft, dates, catalogue.get(), drafts, language);
    // Before anything of the body is read: a place is what bounds the bytes that are kept.
    try (SimulationJobs.Place place = jobs.place().orElse(null)) {
      if (place == null) {
        return tooMany(language);
      }
      PortfolioSource source;
      java.nio.file.Path spooled = null;
      if (sample != null) {
        requireNothingSent(body, language);
        long claims = number("sample", sample, 1, MAX_SAMPLED, language);
        long seeded = seed == null ? 1 : number("seed", seed, Long.MIN_VALUE, Long.MAX_VALUE, language);
        source = PortfolioSource.sample(SampleSettings.of(parameters.edition().description(), claims, seeded));
      } else {
        spooled = spooled(place, body);
        source = source(spooled, headers.getMediaType(), language);
      }
      return accepted(place.begin(new SimulationRequest(parameters.from(), parameters.to(), parameters.beforeSide(),
          parameters.afterSide(), source, spooled, draft, language)), language);
    } catch (SpooledBody.Unwritable e) {
      LOG.warn("a portfolio cannot be kept: " + e.getMessage());
      return later(Problem.of(UNAVAILABLE, "NO_ROOM", language.text("api.no-room-for-the-claims"),
          language.text("api.the-directory-of-temporary-files-is")),
          language);
    }
  }

  private java.nio.file.Path spooled(SimulationJobs.Place place, InputStream body) throws IOException {
    java.nio.file.Path file;
    try {
      file = place.file();
    } catch (IOException e) {
      throw new SpooledBody.Unwritable(e);
    }
    SpooledBody.write(body, file, largest);
    return file;
  }

  /** Claims that were sent beside a sample would go unsaid. */
  private static void requireNothingSent(InputStream body, Language language) throws IOException {
    if (body.read() >= 0) {
      throw InvalidRequest.parameter("sample", language.text("api.claims-came-with-the-request-either"));
    }
  }

  private static PortfolioSource source(java.nio.file.Path spooled, MediaType type, Language language)
      throws IOException {
    PortfolioSource.Kind kind =
        type != null && type.isCompatible(MediaType.valueOf(CSV)) ? PortfolioSource.Kind.CSV
            : PortfolioSource.Kind.NDJSON;
    if (Files.size(spooled) == 0) {
      throw InvalidRequest.parameter("sample", language.text("api.send-claims-ndjson-or-csv-or"));
    }
    return PortfolioSource.file(kind, spooled, language);
  }

  private static long number(String parameter, String text, long least, long most, Language language) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw InvalidRequest.parameter(parameter, language.text("api.should-be-a-whole-number-from", least, most));
  }

  private static Response accepted(SimulationJob job, Language language) {
    return Response.status(Response.Status.ACCEPTED).location(URI.create(ADDRESS + job.id()))
        .entity(Json.bytes(SimulationJobJson.brief(job, language))).type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag()).build();
  }

  private static Response tooMany(Language language) {
    return later(Problem.of(TOO_MANY, "TOO_MANY_SIMULATIONS", language.text("api.too-many-simulations"),
        language.text("api.simulations-arrive-wait-or-run-wait", SimulationJobs.MAX_AT_ONCE)),
        language);
  }

  private static Response later(Problem problem, Language language) {
    return Response.fromResponse(JsonAnswers.problem(problem, language)).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .build();
  }

  /** All simulations that are known, without results. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "simulations", summary = "全部模拟 / all simulations")
  @APIResponse(responseCode = "200", description = "模拟 / simulations", content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = SimulationJobJson.class)))
  public Response all(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    return JsonAnswers.ok(
        jobs.all().stream().filter(this::isShown).map(job -> SimulationJobJson.brief(job, language)).toList(),
        language);
  }

  /** One simulation with its progress, and its result once it is done. */
  @GET
  @Path("/{id}")
  @Produces({MediaType.APPLICATION_JSON, CSV})
  @Operation(operationId = "simulation", summary = "模拟的进度和结果 / progress and result of a simulation", description = "结果也可取 text/csv。 / The result is there as text/csv, too.")
  @APIResponse(responseCode = "200", description = "模拟 / the simulation", content = {
      @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SimulationJobJson.class)),
      @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))})
  @APIResponse(responseCode = "404", description = "没有这次模拟 / no such simulation", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "409", description = "尚无结果 / no result yet", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response one(@PathParam("id") String id, @Context Request request,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
    Language language = Language.preferred(acceptLanguage);
    SimulationJob job = shown(id);
    Variant form = request.selectVariant(FORMS);
    if (form == null || !CSV.equals(form.getMediaType().toString())) {
      return JsonAnswers.ok(SimulationJobJson.of(job, language), language);
    }
    if (job.state() != SimulationJob.State.DONE) {
      return JsonAnswers.problem(Problem.of(Response.Status.CONFLICT.getStatusCode(), "NO_RESULT",
          language.text("api.no-result-yet"),
          language.text("api.the-simulation-is", job.state())), language);
    }
    return Response.ok(SimulationCsv.of(job.result(language))).type(CSV + "; charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"simulation-" + job.id() + ".csv\"")
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
  }

  /** Cancels a simulation that has not ended, and forgets one that has. */
  @DELETE
  @Path("/{id}")
  @Operation(operationId = "cancelSimulation", summary = "取消或删除一次模拟 / cancel or forget a simulation")
  @APIResponse(responseCode = "204", description = "已取消或删除 / cancelled or forgotten")
  @APIResponse(responseCode = "404", description = "没有这次模拟 / no such simulation", content = @Content(mediaType = Json.PROBLEM, schema = @Schema(implementation = Problem.class)))
  public Response remove(@PathParam("id") String id) {
    jobs.remove(shown(id));
    return Response.noContent().build();
  }

  private SimulationJob shown(String id) {
    return jobs.find(id).filter(this::isShown).orElseThrow(NotFoundException::new);
  }

  /** Simulations of drafts are for who sees drafts. */
  private boolean isShown(SimulationJob job) {
    return job.request().draft() == null || person.hasRole(Roles.DRAFT) || person.hasRole(Roles.PUBLISH);
  }
}
