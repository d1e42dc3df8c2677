package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.Changed;
import cn.tuodi.simulation.SimulationJobs;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Portfolios that are uploaded to the packaged application, and the files they leave, or rather do not leave. */
class UploadsIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CLAIM = RunningService.example("guangxi").replaceAll("\\s*\\n\\s*", "");
  private static final String SIMULATIONS = "/v1/desk/simulations?from=guangxi/2021&to=guangxi/2022";
  private static final String LINES = "application/x-ndjson";

  /** Claims of some megabytes. */
  private static final int MANY = 10_000;

  @TempDir
  private Path temporary;

  @Test
  @DisplayName("No more portfolios arrive at once than there are places, the next is told when to come again; who breaks off leaves place and no file")
  void tooManyAtOnce() throws IOException {
    try (RunningService service = start("-Dquarkus.http.read-timeout=1h")) {
      List<RawRequest> arriving = new ArrayList<>();
      for (int i = 0; i < SimulationJobs.MAX_AT_ONCE; i++) {
        RawRequest upload = RawRequest.beginLines(service, SIMULATIONS);
        upload.sendChunk((CLAIM + "\n").repeat(i * MANY + 1));
        arriving.add(upload);
      }
      RunningService.waitUntil("all are being written", () -> written() == SimulationJobs.MAX_AT_ONCE);
      HttpResponse<String> refused = upload(service, LINES, CLAIM);
      assertProblem(429, "TOO_MANY_SIMULATIONS", refused);
      assertEquals("10", refused.headers().firstValue("Retry-After").orElseThrow());
      assertEquals(SimulationJobs.MAX_AT_ONCE, portfolios().size());
      for (RawRequest upload : arriving) {
        upload.close();
      }
      RunningService.waitUntil("no file is left", () -> portfolios().isEmpty());
      assertEquals(202, upload(service, LINES, CLAIM).statusCode());
      RunningService.waitUntil("it is simulated, and no file is left", () -> portfolios().isEmpty());
    }
  }

  @Test
  @DisplayName("A portfolio that is too large, empty or no table leaves no file, and no place is lost")
  void refused() throws IOException {
    try (RunningService service = start("-Dtuodi.simulation.largest-portfolio=100000")) {
      for (int i = 0; i <= SimulationJobs.MAX_AT_ONCE; i++) {
        assertProblem(413, "INVALID_REQUEST", upload(service, LINES, " ".repeat(200_000)));
        assertProblem(400, "INVALID_REQUEST", upload(service, LINES, ""));
        assertProblem(400, "INVALID_REQUEST", upload(service, "text/csv", "claimId,colour\n1,red\n"));
        assertEquals(List.of(), portfolios());
      }
    }
  }

  @Test
  @DisplayName("A portfolio that a page sends and that is no table leaves no file")
  void refusedOfAPage(@TempDir Path policies) throws IOException {
    Map<String, String> settings = new HashMap<>(Administrator.of(policies));
    settings.put("java.io.tmpdir", temporary.toString());
    try (RunningService service = RunningService.start(settings)) {
      HttpResponse<String> draft = RunningService.send(admin(service.request("/v1/desk/drafts?table=" + Changed.TABLE)
          .header("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
          .POST(BodyPublishers.ofByteArray(Changed.rate(0.96)))));
      assertEquals(201, draft.statusCode(), draft.body());
      String form = part("draft\"", JSON.readTree(draft.body()).get("id").textValue()) + part("sample\"", "1")
          + part("seed\"", "1") + part("file\"; filename=\"claims.csv\"", "claimId,colour\n1,red\n") + "--x--\r\n";
      HttpResponse<String> answer = RunningService.send(admin(service.request("/console/desk/simulations")
          .header("Content-Type", "multipart/form-data; boundary=x").header("Accept-Language", "en")
          .POST(BodyPublishers.ofString(form))));
      assertEquals(400, answer.statusCode(), answer.body());
      assertTrue(answer.body().contains("no such column"), answer.body());
      RunningService.waitUntil("no file is left", () -> portfolios().isEmpty());
    }
  }

  @Test
  @DisplayName("A portfolio that waits when the service ends leaves no file")
  void end() throws IOException {
    try (RunningService service = start()) {
      HttpResponse<String> endless = RunningService.send(service.request(SIMULATIONS + "&sample=9000000")
          .POST(BodyPublishers.noBody()));
      assertEquals(202, endless.statusCode(), endless.body());
      assertEquals(202, upload(service, LINES, CLAIM).statusCode());
      assertEquals(1, portfolios().size());
      service.terminate();
      service.awaitEnd();
      assertEquals(List.of(), portfolios());
    }
  }

  @Test
  @DisplayName("Where a portfolio cannot be written the caller is told so, and when to come again; claims are decided")
  void nowhereToWrite() throws IOException {
    Path gone = Files.createDirectory(temporary.resolve("gone"));
    try (RunningService service = RunningService.start("-Djava.io.tmpdir=" + gone)) {
      try (Stream<Path> files = Files.walk(gone)) {
        files.sorted((one, other) -> other.compareTo(one)).forEach(file -> file.toFile().delete());
      }
      HttpResponse<String> refused = upload(service, LINES, CLAIM);
      assertProblem(503, "NO_ROOM", refused);
      assertEquals("10", refused.headers().firstValue("Retry-After").orElseThrow());
      assertEquals(200, service.post("/v1/decisions", CLAIM).statusCode());
    }
  }

  private RunningService start(String... settings) {
    List<String> all =
        new ArrayList<>(List.of("-Djava.io.tmpdir=" + temporary, "-Xmx300m", "-Dtuodi.http.least-rate=0"));
    all.addAll(List.of(settings));
    return RunningService.start(all.toArray(String[]::new));
  }

  private static HttpResponse<String> upload(RunningService service, String type, String body) {
    return RunningService.send(service.request(SIMULATIONS).header("Content-Type", type)
        .POST(BodyPublishers.ofString(body)));
  }

  private static HttpRequest.Builder admin(HttpRequest.Builder request) {
    return request.header("Authorization", Administrator.AUTHORIZATION);
  }

  private static String part(String name, String value) {
    return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\r\n\r\n" + value + "\r\n";
  }

  private static void assertProblem(int status, String code, HttpResponse<String> answer) throws IOException {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
    JsonNode problem = JSON.readTree(answer.body());
    assertEquals(code, problem.get("code").textValue());
  }

  private long written() {
    return portfolios().stream().filter(file -> file.toFile().length() > 0).count();
  }

  /** Files of claims, and whatever else an upload may leave. */
  private List<Path> portfolios() {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(temporary, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          if (!file.toString().contains("vertx-cache")) {
            found.add(file);
          }
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
          // The service deletes files meanwhile.
          if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
          }
          throw failure;
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
