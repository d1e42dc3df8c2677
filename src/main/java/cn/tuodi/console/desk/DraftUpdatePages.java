package cn.tuodi.console.desk;

import cn.tuodi.access.Roles;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.DeskAccess;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.console.PendingForm;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.DraftUpdate;
import cn.tuodi.language.Language;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Brings a draft up to what is in force: what goes on top of it, and what a person has to decide. */
@Path("/console/desk/drafts/{id}/update")
@Produces(MediaType.TEXT_HTML)
public final class DraftUpdatePages {

  /** Before the name of a conflict in the name of a field. */
  private static final String ANSWER = "conflict:";
  private static final String MINE = "mine";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final Desk desk;
  private final UploadHandler reception;
  private final DeskAccess access;

  DraftUpdatePages(Desk desk, UploadHandler reception, DeskAccess access) {
    this.desk = desk;
    this.reception = reception;
    this.access = access;
  }

  /** What would become of the draft. */
  @GET
  @Operation(hidden = true)
  public Response look(@PathParam("id") String id, @QueryParam("from") String from, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    return access.refusal(Roles.DRAFT, language).orElseGet(
        () -> shown(200, desk.work().update(id, number(from), Map.of(), null, access.visitor().name()), from, Map.of(),
            false, language));
  }

  /** Brings the draft up, once every conflict is answered. */
  @POST
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
  @Operation(hidden = true)
  public Response update(@PathParam("id") String id, MultivaluedMap<String, String> form,
      @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    return access.refusal(Roles.DRAFT, language, PendingForm.of(form)).orElseGet(() -> {
      Map<String, Boolean> mine = new HashMap<>();
      form.forEach((name, values) -> {
        if (name.startsWith(ANSWER)) {
          mine.put(name.substring(ANSWER.length()), values.contains(MINE));
        }
      });
      String state = form.getFirst("state");
      String from = form.getFirst("from");
      DraftUpdate update =
          desk.work().update(id, number(from), mine, state == null ? "" : state, access.visitor().name());
      return update.done() ? Response.seeOther(URI.create(Addresses.draft(id))).build()
          : shown(409, update, from, mine, !update.state().equals(state), language);
    });
  }

  /** The earlier version that the draft was made from; null where none is named. */
  private static Integer number(String from) {
    if (from == null || from.isEmpty()) {
      return null;
    }
    if (!NUMBER.matcher(from).matches()) {
      throw new NotFoundException();
    }
    return Integer.valueOf(from);
  }

  private Response shown(int status, DraftUpdate update, String from, Map<String, Boolean> mine, boolean changed,
      Language language) {
    Page page = Page.of(language, language.text("console.bring-the-draft-up"), Page.Section.DESK,
        from == null ? Addresses.draft(update.draft().id()) + "/update"
            : Addresses.update(update.draft().id(), number(from)));
    return Html.of(status, page, DeskTemplates.draftUpdate(page, access.visitor(),
        DraftUpdateView.of(update, mine, changed, reception.editions(), language), from));
  }
}
