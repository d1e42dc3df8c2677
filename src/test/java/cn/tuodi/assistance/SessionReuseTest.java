package cn.tuodi.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.edition.Edition;
import cn.tuodi.language.Language;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sessions that are used again are as good as new. */
class SessionReuseTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final List<PolicyCase> CASES =
      PolicyCase.all().stream().filter(example -> !example.expect().has("problem")).toList();

  @Test
  @DisplayName("Nothing of a claim is kept by the session that decided it")
  void nothingIsKept() throws InterruptedException {
    // As in the service. The log manager would collect messages of the engine, with facts, until it is configured.
    Logger.getLogger("").setLevel(Level.INFO);
    AssistanceDecider decider = new AssistanceDecider(BuiltEditions.CATALOGUE);
    List<WeakReference<Claim>> decided = new ArrayList<>();
    for (PolicyCase example : CASES) {
      decided.add(decided(decider, example));
    }
    Instant end = Instant.now().plus(LIMIT);
    long kept = decided.size();
    while (kept > 0 && Instant.now().isBefore(end)) {
      System.gc();
      Thread.sleep(20);
      kept = decided.stream().filter(claim -> !claim.refersTo(null)).count();
    }
    assertEquals(0, kept, "claims still held of " + decided.size());
    Reference.reachabilityFence(decider);
  }

  @Test
  @DisplayName("After a rule has failed, claims are decided as before")
  void failuresLeaveNothing() {
    AssistanceDecider decider = new AssistanceDecider(BuiltEditions.CATALOGUE);
    int failures = 0;
    for (PolicyCase example : CASES) {
      Claim claim = claim(example);
      Decision before = (Decision) decider.decide(claim);
      Edition edition = BuiltEditions.CATALOGUE.find(claim.region(), claim.serviceDate());
      ClassificationStep withoutStandards =
          ClassificationStep.of(new DecisionContext(claim,
              edition.description().ofArea(claim.region(), "", List.of(), null), new DecisionLedger()));
      try {
        edition.rules().run(withoutStandards);
      } catch (RuntimeException e) {
        failures++;
      }
      assertEquals(before, decider.decide(claim), example.name());
    }
    assertTrue(failures > CASES.size() / 2, "rules failed for " + failures + " of " + CASES.size());
  }

  private static WeakReference<Claim> decided(AssistanceDecider decider, PolicyCase example) {
    Claim claim = claim(example);
    assertTrue(decider.decide(claim) instanceof Decision, example.name());
    return new WeakReference<>(claim);
  }

  private static Claim claim(PolicyCase example) {
    return ClaimReader.read(example.request().toString().getBytes(StandardCharsets.UTF_8), Language.ZH);
  }
}
