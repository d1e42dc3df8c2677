package cn.tuodi.api;

import cn.tuodi.desk.inforce.ApplicationFiles;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.http.RequestRefused;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.language.Language;
import cn.tuodi.simulation.DraftSources;
import cn.tuodi.simulation.PolicySide;
import jakarta.ws.rs.NotFoundException;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * The two policies that the parameters of a simulation name.
 *
 * @param from what people call the one
 * @param to what people call the other
 * @param edition the edition in force that the one is
 * @param after makes the other ready
 * @param asIfInForce whether claims are decided as if both were in force at their place and on their day
 */
record SimulationParameters(String from, String to, Edition edition, Function<Boolean, Callable<PolicySide>> after,
    boolean asIfInForce) {

  /** Names of the ways to take dates. */
  private static final String AS_STATED = "AS_STATED";
  private static final String AS_IF_IN_FORCE = "AS_IF_IN_FORCE";

  Callable<PolicySide> beforeSide() {
    return () -> new PolicySide(from, edition, asIfInForce);
  }

  Callable<PolicySide> afterSide() {
    return after.apply(asIfInForce);
  }

  /**
   * Reads the parameters.
   *
   * @throws InvalidRequest if they are malformed
   * @throws RequestRefused if there is no such edition
   * @throws NotFoundException if there is no such draft
   */
  static SimulationParameters of(String from, String to, String draft, String dates,
      Catalogue catalogue, DraftSources drafts, Language language) {
    if (draft != null) {
      EditionSources sources = drafts.of(draft).orElseThrow(NotFoundException::new);
      String name = from == null ? sources.name() : from;
      return new SimulationParameters(name, "draft " + draft, edition("from", name, catalogue, language),
          asIf -> () -> new PolicySide("draft " + draft, ApplicationFiles.load().compiled(sources).load(), asIf),
          asIf(dates, name.equals(sources.name()), language));
    }
    Edition before = edition("from", from, catalogue, language);
    Edition after = edition("to", to, catalogue, language);
    return new SimulationParameters(from, to, before, asIf -> () -> new PolicySide(to, after, asIf),
        asIf(dates, from.equals(to), language));
  }

  private static Edition edition(String parameter, String name, Catalogue catalogue, Language language) {
    EditionId id = EditionId.parsed(name).orElseThrow(() -> InvalidRequest.parameter(parameter,
        language.text("api.should-name-an-edition-such-as")));
    return catalogue.named(id).orElseThrow(() -> UnknownEdition.of(name, catalogue, language));
  }

  /** Two versions of one edition are compared on the claims that it decides, two editions on all. */
  private static boolean asIf(String dates, boolean sameEdition, Language language) {
    if (dates == null) {
      return !sameEdition;
    }
    if (!dates.equals(AS_STATED) && !dates.equals(AS_IF_IN_FORCE)) {
      throw InvalidRequest.parameter("dates", language.text("api.should-be-or", AS_STATED, AS_IF_IN_FORCE));
    }
    return dates.equals(AS_IF_IN_FORCE);
  }
}
