package cn.tuodi.console.trial;

import cn.tuodi.access.Logins;
import cn.tuodi.access.Roles;
import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.Area;
import cn.tuodi.console.Areas;
import cn.tuodi.console.DeskAccess;
import cn.tuodi.console.Examples;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.console.PendingForm;
import cn.tuodi.console.policies.CheckedWorkbooks;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.CurrentCatalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The page on which somebody tries a claim. What is filled in becomes the same JSON that the interface takes, and goes
 * through the same reader and the same decider.
 */
@Path("/console/try")
@Produces(MediaType.TEXT_HTML)
public final class TryPages {

  private static final String FORM = "claim";
  private static final String YEAR_TO_DATE = "/yearToDate/";
  private static final int YEAR_DIGITS = 4;
  private static final int MALFORMED = 400;

  private final CurrentCatalogue catalogue;
  private final CheckedWorkbooks workbooks;
  private final DeskAccess access;
  private final boolean guarded;

  TryPages(CurrentCatalogue catalogue, CheckedWorkbooks workbooks, DeskAccess access, Logins logins) {
    this.catalogue = catalogue;
    this.workbooks = workbooks;
    this.access = access;
    this.guarded = logins.guardsDeciding();
  }

  /** The form, filled in with an example and its answer. */
  @GET
  @Operation(hidden = true)
  public Response form(@QueryParam("example") String example, @QueryParam("edition") String edition,
      @Context HttpHeaders headers, @Context UriInfo address) {
    Language language = Html.language(headers);
    Examples.Example chosen = Examples.find(example).or(() -> edition == null ? Optional.empty()
        : Examples.firstOf(edition)).orElseGet(() -> Examples.all().get(1));
    FormValues filled = FormValues.of(ClaimForm.LAYOUT, chosen.claim());
    return refusal(language, PendingForm.NOTHING).orElseGet(() -> answer(filled, chosen.id(), language, address));
  }

  /** The form as it was sent, with its answer or what is wrong with it. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response decide(MultivaluedMap<String, String> sent, @Context HttpHeaders headers,
      @Context UriInfo address) {
    FormValues filled = FormValues.of(ClaimForm.LAYOUT, sent);
    completeYear(filled);
    Language language = Html.language(headers);
    return refusal(language, PendingForm.of(sent))
        .orElseGet(() -> answer(filled, null, language, address));
  }

  /** Nobody is asked who they are while deciding is open. */
  private Optional<Response> refusal(Language language, PendingForm unsent) {
    return guarded ? access.refusal(Roles.DECIDE, language, unsent) : Optional.empty();
  }

  /** Where one figure of the year to date is stated, those that are not are zero. */
  static void completeYear(FormValues filled) {
    if (!filled.hasAny(YEAR_TO_DATE)) {
      return;
    }
    String day = filled.value("/serviceDate");
    if (day.length() > YEAR_DIGITS) {
      filled.otherwise(YEAR_TO_DATE + "year", day.substring(0, YEAR_DIGITS));
    }
    ClaimForm.LAYOUT.fields().stream()
        .filter(field -> field.pointer().startsWith(YEAR_TO_DATE) && field.kind() == Field.Kind.AMOUNT)
        .forEach(field -> filled.otherwise(field.pointer(), "0"));
  }

  private Response answer(FormValues filled, String example, Language language, UriInfo address) {
    Page page =
        new Page(language, language.text("console.try-a-claim"), Page.Section.TRY, Addresses.TRY, FORM);
    FormValues.Request request = filled.request();
    List<Examples.Choices> examples = Examples.choices(example, names(language), language);
    // One snapshot, so that the chart is of the policy that decided the claim.
    Catalogue snapshot = catalogue.get();
    List<Area> places = Areas.within(snapshot.editions().stream().map(edition -> edition.description().areaCode())
        .toList());
    AssistanceDecider decider = new AssistanceDecider(snapshot);
    try {
      Claim claim = ClaimReader.read(Json.bytes(request.json()), language);
      Outcome outcome = decider.decide(claim);
      if (outcome instanceof Decision decision) {
        AnswerView answer = AnswerViews.of(decision, request.json(), CommandLine.curl(address, "/v1/decisions",
            request.json()), new References(decision.edition(), workbooks, language), language);
        ChartView chart = ChartView.of(Sweep.of(decider, claim), claim, language);
        FormView form = FormView.of(ClaimForm.LAYOUT, filled, places, language);
        return Html.ok(page, TrialTemplates.tryClaim(page, form, examples, answer, chart));
      }
      Refusal refusal = (Refusal) outcome;
      List<FieldFault> faults = List.of(Objections.of(refusal, claim, snapshot, language));
      return Html.of(Problem.refused(refusal, claim.claimId(), language).status(), page, TrialTemplates.tryClaim(page,
          FormView.of(ClaimForm.LAYOUT, filled, faults, places, language), examples, null, null));
    } catch (InvalidRequest e) {
      List<FieldFault> faults = FieldFaults.of(ClaimForm.LAYOUT, filled, e.violations(), request, language);
      return Html.of(MALFORMED, page, TrialTemplates.tryClaim(page,
          FormView.of(ClaimForm.LAYOUT, filled, faults, places, language), examples, null, null));
    }
  }

  /** What editions are called, by their names in addresses. */
  private Map<String, String> names(Language language) {
    return catalogue.get().editions().stream().map(Edition::description).collect(Collectors
        .toMap(edition -> edition.id().toString(), edition -> language.of(edition.name(), edition.nameEn())));
  }
}
