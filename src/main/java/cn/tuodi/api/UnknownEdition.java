package cn.tuodi.api;

import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.http.RequestRefused;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Collectors;

/** Says that there is no edition of a name, and which there are. */
public final class UnknownEdition {

  /** Code of the problem. */
  public static final String CODE = "NO_SUCH_EDITION";

  private UnknownEdition() {}

  /**
   * The refusal of a request that names an edition which is not there.
   *
   * @param name what was asked for
   * @param catalogue the editions that there are
   * @param language language of the caller
   */
  public static RuntimeException of(String name, Catalogue catalogue, Language language) {
    String known = catalogue.editions().stream().map(edition -> edition.description())
        .map(edition -> language.text("language.bracketed", edition.id(), named(edition, language)))
        .collect(Collectors.joining(language.text("language.list-comma")));
    return new RequestRefused(Problem.of(Response.Status.NOT_FOUND.getStatusCode(), CODE,
        language.text("api.no-such-edition"), language.text("api.there-is-no-edition-there-are", name, known)),
        Map.of());
  }

  private static String named(EditionDescription edition, Language language) {
    return language.of(edition.name(), edition.nameEn());
  }
}
