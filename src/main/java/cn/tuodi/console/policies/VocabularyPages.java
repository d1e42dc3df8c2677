package cn.tuodi.console.policies;

import cn.tuodi.console.Addresses;
import cn.tuodi.console.Html;
import cn.tuodi.console.Page;
import cn.tuodi.language.Language;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page that lists what sheets can say: conditions and results, with what their cells hold. */
@Path(Addresses.VOCABULARY)
@Produces(MediaType.TEXT_HTML)
public final class VocabularyPages {

  /** All sheets with their columns. */
  @GET
  @Operation(hidden = true)
  public Response vocabulary(@Context HttpHeaders headers) {
    Language language = Html.language(headers);
    Page page =
        Page.of(language, language.text("console.vocabulary"), Page.Section.POLICIES, Addresses.VOCABULARY);
    return Html.ok(page, PolicyTemplates.vocabulary(page, VocabularyView.of(language)));
  }
}
