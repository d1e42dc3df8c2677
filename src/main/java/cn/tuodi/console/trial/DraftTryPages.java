package cn.tuodi.console.trial;

import cn.tuodi.access.Roles;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.Area;
import cn.tuodi.console.Areas;
import cn.tuodi.console.DeskAccess;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Examples;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.console.PendingForm;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.preview.PreviewJson;
import cn.tuodi.desk.preview.Previews;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page on which somebody tries a claim on a draft, beside the policy in force. */
@Path("/console/desk/drafts/{id}/try")
@Produces(MediaType.TEXT_HTML)
public final class DraftTryPages {

  private static final String FORM = "claim";
  private static final int MALFORMED = 400;

  private final Desk desk;
  private final Previews previews;
  private final DeskAccess access;

  DraftTryPages(Desk desk, Previews previews, DeskAccess access) {
    this.desk = desk;
    this.previews = previews;
    this.access = access;
  }

  /** The form, filled in with an example of the edition. */
  @GET
  @Operation(hidden = true)
  public Response form(@PathParam("id") String id, @QueryParam("example") String example,
      @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    return access.refusal(Roles.DRAFT, language).orElseGet(() -> {
      Draft draft = desk.work().viewed(id);
      Examples.Example chosen = Examples.find(example).or(() -> Examples.firstOf(draft.edition().toString()))
          .orElseGet(() -> Examples.all().get(1));
      return answer(draft, FormValues.of(ClaimForm.LAYOUT, chosen.claim()), chosen.id(), language);
    });
  }

  /** The form as it was sent, with both answers or what is wrong with it. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response decide(@PathParam("id") String id, MultivaluedMap<String, String> sent,
      @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    return access.refusal(Roles.DRAFT, language, PendingForm.of(sent)).orElseGet(() -> {
      FormValues filled = FormValues.of(ClaimForm.LAYOUT, sent);
      TryPages.completeYear(filled);
      return answer(desk.work().viewed(id), filled, null, language);
    });
  }

  private Response answer(Draft draft, FormValues filled, String example, Language language) {
    String address = Addresses.draft(draft.id());
    Page page = new Page(language, language.text("console.try-one-claim"), Page.Section.DESK, address + "/try", FORM);
    List<EditionDescription> editions = desk.editions();
    TriedDraft tried = new TriedDraft(DisplayNames.edition(draft.edition(), editions, language), address);
    List<Area> places = Areas.within(editions.stream().map(EditionDescription::areaCode).toList());
    List<Examples.Choices> examples = Examples.choices(example, editions.stream().collect(Collectors
        .toMap(edition -> edition.id().toString(), edition -> language.of(edition.name(), edition.nameEn()))),
        language);
    FormValues.Request request = filled.request();
    try {
      Claim claim = ClaimReader.read(Json.bytes(request.json()), language);
      ComparedAnswers answers =
          ComparedAnswers.of(PreviewJson.of(previews.trial(draft, claim), claim.claimId(), language), language);
      return Html.ok(page, TrialTemplates.tryDraft(page, access.visitor(), tried,
          FormView.of(ClaimForm.LAYOUT, filled, places, language), examples, answers));
    } catch (InvalidRequest e) {
      List<FieldFault> faults = FieldFaults.of(ClaimForm.LAYOUT, filled, e.violations(), request, language);
      return Html.of(MALFORMED, page, TrialTemplates.tryDraft(page, access.visitor(), tried,
          FormView.of(ClaimForm.LAYOUT, filled, faults, places, language), examples, null));
    }
  }
}
