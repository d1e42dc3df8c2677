import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Waits until a service is ready and asks it what it will be asked: {@code java Training.java <address> <examples>}. */
final class Training {

  private static final Map<String, String> QUESTIONS =
      Map.of("application", "/v1/applications", "enrolment", "/v1/enrolments", "household",
          "/v1/recognitions/illness-impoverished", "replay", "/v1/decisions/replay");
  private static final List<String> PAGES =
      List.of("/v1/policies", "/v1/policies/guangxi/2022", "/q/metrics", "/q/health/live", "/q/health/started", "/console");
  private static final Duration LONGEST_START = Duration.ofMinutes(5);
  private static final int ROUNDS = 20;

  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String service;

  private Training(String service) {
    this.service = service;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Training training = new Training(arguments[0]);
    training.awaitReady();
    List<Path> examples;
    try (var files = Files.list(Path.of(arguments[1]))) {
      examples = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (Path example : examples) {
        String name = example.getFileName().toString().replace(".json", "");
        training.ask(QUESTIONS.getOrDefault(name, "/v1/decisions"), Files.readString(example));
      }
    }
    for (String page : PAGES) {
      training.send(HttpRequest.newBuilder(URI.create(training.service + page)).build());
    }
  }

  private void awaitReady() throws InterruptedException {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    HttpRequest ready = HttpRequest.newBuilder(URI.create(service + "/q/health/ready")).build();
    while (System.nanoTime() < end) {
      try {
        if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // It does not listen yet.
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("not ready after " + LONGEST_START.toSeconds() + " s");
  }

  private void ask(String path, String body) throws IOException, InterruptedException {
    send(HttpRequest.newBuilder(URI.create(service + path)).header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  private void send(HttpRequest request) throws IOException, InterruptedException {
    int status = client.send(request, BodyHandlers.ofString()).statusCode();
    if (status >= 400) {
      throw new IllegalStateException(request.uri() + " answers " + status);
    }
  }
}
