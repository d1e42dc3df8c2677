package cn.tuodi.console.desk;

import cn.tuodi.console.Addresses;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.console.PendingForm;
import cn.tuodi.language.Language;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a check found, once more: in the other language, where the files were too large to be sent along again. */
@Path("/console/desk/checks/{id}")
@Produces(MediaType.TEXT_HTML)
public final class CheckPages {

  private final CheckResults results;
  private final UploadHandler reception;

  CheckPages(CheckResults results, UploadHandler reception) {
    this.results = results;
    this.reception = reception;
  }

  /** The result. */
  @GET
  @Operation(hidden = true)
  public Response result(@PathParam("id") String id, @Context HttpHeaders headers) {
    Language language = Html.language(headers);
    CheckResults.Kept kept = results.kept(id).orElseThrow(NotFoundException::new);
    Page page = UploadHandler.page(language, Addresses.check(id), null);
    return Html.ok(page, reception.checked(page, kept, PendingForm.NOTHING, language));
  }
}
