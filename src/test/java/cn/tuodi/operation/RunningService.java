package cn.tuodi.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packaged application in a process of its own, as operators run it. */
public final class RunningService implements AutoCloseable {

  /** For processes that live for seconds: what the second compiler takes, they never get back. */
  public static final String SHORT_LIVED = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
  private static final String ARCHIVE = "-XX:SharedArchiveFile=target/quarkus-app/tuodi.jsa";
  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** What runs a command of the packaged application, as scripts are told it. */
  public static final String COMMAND = String.join(" ", JAVA, SHORT_LIVED, ARCHIVE, "-jar", JAR.toString());

  private static final Pattern ADDRESS = Pattern.compile("Listening on: (https?)://[^:]+:(\\d+)");
  private static final Pattern MANAGEMENT = Pattern.compile("Health and metrics: (https?://[^:]+:\\d+)/");
  /** What operators ask for, on a port of its own. */
  private static final Pattern OPERATION = Pattern.compile("/q/(health|metrics).*");
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process process;
  private final Path log;
  private final int port;
  private final String management;

  private RunningService(Process process, Path log, int port, String management) {
    this.process = process;
    this.log = log;
    this.port = port;
    this.management = management;
  }

  /** Starts the service on a free port and waits until it listens. */
  public static RunningService start(String... settings) {
    return startIn(Map.of(), settings);
  }

  /** Starts the service with more in its environment. */
  public static RunningService startIn(Map<String, String> environment, String... settings) {
    try {
      Path log = Files.createTempFile(Files.createDirectories(Path.of("target/services")), "service-", ".log");
      List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx160m"));
      command.addAll(List.of(SHORT_LIVED.split(" ")));
      command.addAll(List.of(ARCHIVE, "-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=0",
          "-Dtuodi.management.port=0"));
      command.addAll(List.of(settings));
      command.addAll(List.of("-jar", JAR.toString()));
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      waitUntil("the service listens", () -> !process.isAlive()
          || ADDRESS.matcher(read(log)).find() && MANAGEMENT.matcher(read(log)).find());
      Matcher address = ADDRESS.matcher(read(log));
      Matcher management = MANAGEMENT.matcher(read(log));
      if (!address.find() || !management.find()) {
        throw new IllegalStateException("the service did not start:\n" + read(log));
      }
      return new RunningService(process, log, Integer.parseInt(address.group(2)), management.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the service with properties, and with memory for a policy desk. */
  public static RunningService start(Map<String, String> properties) {
    List<String> settings = new ArrayList<>(List.of("-Xmx400m"));
    properties.forEach((name, value) -> settings.add("-D" + name + "=" + value));
    return start(settings.toArray(String[]::new));
  }

  /** Waits for something that must come to be. */
  public static void waitUntil(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited " + PATIENCE + " in vain until " + what);
      }
      pause(Duration.ofMillis(20));
    }
  }

  /** Waits a while. */
  public static void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A file of the examples that the application has. */
  public static String example(String name) {
    return read(Path.of("src/main/resources/examples", name + ".json"));
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** Everything it has logged. */
  public String log() {
    return read(log);
  }

  /** The names of its threads, the first fifteen characters of each. */
  public Set<String> threads() {
    try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
      return tasks.map(RunningService::name).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of a thread; empty where it has ended since it was listed. */
  private static String name(Path task) {
    try {
      return Files.readString(task.resolve("comm")).strip();
    } catch (IOException e) {
      return "";
    }
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * A request to be completed and sent, on a connection of its own: one the service is about to close is not used. Health
   * and metrics are asked for where they are.
   */
  public HttpRequest.Builder request(String path) {
    String where = OPERATION.matcher(path).matches() ? management : address();
    return HttpRequest.newBuilder(URI.create(where + path)).timeout(PATIENCE).setHeader("Connection", "close");
  }

  /** Where it listens. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** Where health and metrics are. */
  public String management() {
    return management;
  }

  /** Sends a request. */
  public static HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Sends a request whose answer is a file. */
  public static HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return HTTP.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Gets what is at an address. */
  public HttpResponse<String> get(String path) {
    return send(request(path));
  }

  /** Posts JSON. */
  public HttpResponse<String> post(String path, String body) {
    return send(request(path).header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Posts a batch. */
  public HttpResponse<String> batch(List<String> lines) {
    return send(request("/v1/decisions/batch").header("Content-Type", "application/x-ndjson")
        .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines))));
  }

  /** Lets no file of it grow beyond so many bytes, as if the disk were full; null lets all grow again. */
  public void limitFiles(Long bytes) {
    try {
      Process limit = new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()),
          "--fsize=" + (bytes == null ? "unlimited" : bytes) + ":").inheritIO().start();
      if (limit.waitFor() != 0) {
        throw new IllegalStateException("the files of the service cannot be limited");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks it to stop, as Kubernetes does, and does not wait. */
  public void terminate() {
    process.destroy();
  }

  /** Ends it without asking. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Waits until it has ended; how it ended. */
  public int awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the service does not end:\n" + log());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Takes a file as it is: one that is being written may end within a character. */
  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
