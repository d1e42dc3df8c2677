package cn.tuodi.console;

import cn.tuodi.operation.RunningService;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Callers who send the same claim again and again, with a breath between the requests, until they are stopped. */
final class ClaimStream {

  private static final int CALLERS = 2;
  private static final Duration BREATH = Duration.ofMillis(10);

  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final RunningService service;
  private final String claim;
  private final List<Future<Map<String, String>>> streams;
  private volatile boolean stopped;

  private ClaimStream(RunningService service, String claim) {
    this.service = service;
    this.claim = claim;
    Callable<Map<String, String>> caller = this::call;
    this.streams = IntStream.range(0, CALLERS).mapToObj(i -> callers.submit(caller)).toList();
  }

  /** Begins to send a claim. */
  static ClaimStream of(RunningService service, String claim) {
    return new ClaimStream(service, claim);
  }

  /**
   * Stops; what the answers left to the person, each amount once.
   *
   * @throws AssertionError if a request failed, or if one edition, by its content hash, answered in two ways
   */
  Set<String> stop() throws InterruptedException {
    stopped = true;
    callers.shutdown();
    Map<String, String> byEdition = new TreeMap<>();
    for (Future<Map<String, String>> stream : streams) {
      try {
        stream.get().forEach((edition, personal) -> agree(byEdition, edition, personal));
      } catch (ExecutionException e) {
        throw new AssertionError("a request failed", e.getCause());
      }
    }
    return Set.copyOf(byEdition.values());
  }

  private Map<String, String> call() {
    Map<String, String> byEdition = new TreeMap<>();
    while (!stopped) {
      HttpResponse<String> answer = service.post("/v1/decisions", claim);
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.statusCode() + ": " + answer.body());
      }
      JsonPath decision = JsonPath.from(answer.body());
      agree(byEdition, decision.getString("policy.contentHash"),
          String.format("%.2f", decision.getDouble("totals.personal")));
      RunningService.pause(BREATH);
    }
    return byEdition;
  }

  private static void agree(Map<String, String> byEdition, String edition, String personal) {
    String earlier = byEdition.putIfAbsent(edition, personal);
    if (earlier != null && !earlier.equals(personal)) {
      throw new AssertionError(edition + " left " + earlier + " and " + personal);
    }
  }
}
