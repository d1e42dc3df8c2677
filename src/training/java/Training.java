import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts a service, asks it what it will be asked and stops it, so that its Java machine can write down which classes it
 * needed: {@code java Training.java <folder of examples> <command that starts the service>...}. The service listens on
 * free ports of this machine and keeps year accounts in a folder that is deleted afterwards; whatever else the environment
 * says about it is left out.
 */
final class Training {

  private static final Map<String, String> QUESTIONS =
      Map.of("application", "/v1/applications", "enrolment", "/v1/enrolments", "household",
          "/v1/recognitions/illness-impoverished", "replay", "/v1/decisions/replay");
  private static final Map<String, String> BOOKINGS =
      Map.of("settle", "/v1/settlements", "previewSettlement", "/v1/settlements/preview");
  private static final List<String> PAGES = List.of("/v1/policies", "/v1/policies/guangxi/2022", "/console");
  private static final List<String> OPERATION = List.of("/q/metrics", "/q/health/live", "/q/health/started");
  private static final String ACCOUNTS_OPEN = "\"open\":true";
  private static final Duration MAX_START = Duration.ofMinutes(5);
  private static final Duration MAX_END = Duration.ofMinutes(5);
  private static final int ROUNDS = 20;

  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;
  private final String management;
  private final Process service;

  private Training(String address, String management, Process service) {
    this.address = address;
    this.management = management;
    this.service = service;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path examples = Path.of(arguments[0]);
    int port = freePort();
    int managementPort = freePort();
    Path log = Files.createTempFile("training", ".log");
    ProcessBuilder command = new ProcessBuilder(Arrays.copyOfRange(arguments, 1, arguments.length))
        .redirectErrorStream(true).redirectOutput(log.toFile());
    command.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("TUODI_"));
    command.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    command.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    command.environment().put("TUODI_MANAGEMENT_HOST", "127.0.0.1");
    command.environment().put("TUODI_MANAGEMENT_PORT", Integer.toString(managementPort));
    Path accounts = Files.createTempDirectory("training");
    command.environment().put("TUODI_ACCOUNTS_DATABASE", accounts.toString());
    Process service = command.start();
    Runtime.getRuntime().addShutdownHook(new Thread(service::destroyForcibly));
    try {
      new Training("http://127.0.0.1:" + port, "http://127.0.0.1:" + managementPort, service).run(examples);
      Files.delete(log);
      delete(accounts);
    } catch (IOException | IllegalStateException e) {
      System.err.println(e.getMessage());
      System.err.println(Files.readString(log));
      System.exit(1);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void run(Path folder) throws IOException, InterruptedException {
    awaitReady();
    List<Path> examples;
    try (Stream<Path> files = Files.list(folder)) {
      examples = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (Path example : examples) {
        String name = example.getFileName().toString().replace(".json", "");
        ask(QUESTIONS.getOrDefault(name, "/v1/decisions"), Files.readString(example));
      }
    }
    for (Map.Entry<String, String> booking : BOOKINGS.entrySet()) {
      ask(booking.getValue(), Files.readString(folder.resolve("accounts").resolve(booking.getKey() + ".json")));
    }
    for (String page : PAGES) {
      send(request(address + page).build());
    }
    for (String page : OPERATION) {
      send(request(management + page).build());
    }
    service.destroy();
    if (!service.waitFor(MAX_END.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the service has not ended after " + MAX_END.toSeconds() + " s");
    }
  }

  private void awaitReady() throws InterruptedException {
    long end = System.nanoTime() + MAX_START.toNanos();
    HttpRequest ready = request(management + "/q/health/ready").build();
    while (service.isAlive() && System.nanoTime() < end) {
      try {
        HttpResponse<String> answer = client.send(ready, BodyHandlers.ofString());
        if (answer.statusCode() == 200 && answer.body().contains(ACCOUNTS_OPEN)) {
          return;
        }
      } catch (IOException e) {
        // It does not listen yet.
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("the service " + (service.isAlive()
        ? "is not ready after " + MAX_START.toSeconds() + " s"
        : "ended with " + service.exitValue()));
  }

  private void ask(String path, String body) throws IOException, InterruptedException {
    send(request(address + path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address));
  }

  private void send(HttpRequest request) throws IOException, InterruptedException {
    int status = client.send(request, BodyHandlers.ofString()).statusCode();
    if (status >= 400) {
      throw new IllegalStateException(request.uri() + " answers " + status);
    }
  }
}
