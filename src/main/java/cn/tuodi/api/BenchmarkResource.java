package cn.tuodi.api;

import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.json.DecisionView;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.http.JsonAnswers;
import cn.tuodi.language.Language;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What benchmarks measure decisions against: reads a claim and writes always the same decision, without deciding. There
 * only where {@code tuodi.benchmark=on}.
 */
@Path("/benchmark/canned")
@EndpointDisabled(name = "tuodi.benchmark", stringValue = "off", disableIfMissing = true)
public final class BenchmarkResource {

  private final AssistanceDecider decider;
  private final AtomicReference<Decision> canned = new AtomicReference<>();

  BenchmarkResource(AssistanceDecider decider) {
    this.decider = decider;
  }

  /** Reads a claim and answers the decision on the first one. */
  @POST
  @NonBlocking
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Response canned(byte[] body) {
    var claim = ClaimReader.read(body, Language.ZH);
    if (canned.get() == null) {
      canned.set((Decision) decider.decide(claim));
    }
    return JsonAnswers.ok(DecisionView.of(canned.get(), Language.ZH), Language.ZH);
  }
}
