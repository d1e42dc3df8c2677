package cn.tuodi.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.BuiltEditions;
import cn.tuodi.edition.EditionArchive;
import cn.tuodi.language.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

/** Many claims at once, from the very first on. */
class ConcurrencyTest {

  private static final int THREADS = 8;
  private static final int ROUNDS = 3;
  private static final List<Claim> CLAIMS =
      PolicyCase.all().stream().filter(example -> !example.expect().has("problem"))
          .map(example -> ClaimReader.read(example.request().toString().getBytes(StandardCharsets.UTF_8), Language.ZH))
          .toList();

  @RepeatedTest(4)
  @DisplayName("Claims decided side by side on freshly loaded editions get what each gets alone")
  void sideBySide() throws Exception {
    AssistanceDecider fresh = new AssistanceDecider(EditionArchive.load());
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<Object>>> results = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int offset = i * 7;
        results.add(threads.submit((Callable<List<Object>>) () -> {
          start.await();
          return decideAll(fresh, offset);
        }));
      }
      for (int i = 0; i < THREADS; i++) {
        assertEquals(decideAll(new AssistanceDecider(BuiltEditions.CATALOGUE), i * 7), results.get(i).get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Object> decideAll(AssistanceDecider decider, int offset) {
    List<Object> decided = new ArrayList<>();
    for (int i = 0; i < ROUNDS * CLAIMS.size(); i++) {
      Decision decision = (Decision) decider.decide(CLAIMS.get((i + offset) % CLAIMS.size()));
      decided.add(List.of(decision.decisionId(), decision.lines(), decision.notices(), decision.totals(),
          decision.yearToDate()));
    }
    return decided;
  }
}
