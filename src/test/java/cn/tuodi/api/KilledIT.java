package cn.tuodi.api;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.Changed;
import cn.tuodi.operation.Administrator;
import cn.tuodi.operation.RunningService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The process is killed in the middle of a publication, and started again. */
class KilledIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @TempDir
  Path directory;

  @ParameterizedTest(name = "killed when {0} has more than {1} entries")
  @DisplayName("Whenever the process dies, what is in force afterwards is the old version or the new, and history says which")
  @CsvSource({"workbooks, 1", "publications, 0", "heads, 0"})
  void killed(String folder, int entries) throws IOException, InterruptedException {
    Map<String, String> settings = Administrator.of(directory);
    RunningService first = RunningService.start(settings);
    JsonNode draft =
        JSON.readTree(RunningService.sendForBytes(admin(first.request("/v1/desk/drafts?table=" + Changed.TABLE)
            .header("Content-Type", XLSX).POST(BodyPublishers.ofByteArray(Changed.rate(0.96))))).body());
    Thread publishing = new Thread(() -> publish(first, draft.get("id").asText()));
    publishing.start();
    Path watched = directory.resolve(".tuodi").resolve(folder);
    while (publishing.isAlive() && count(watched) <= entries) {
      Thread.onSpinWait();
    }
    first.kill();
    publishing.join();

    try (RunningService second = RunningService.start(settings)) {
      JsonNode history = get(second, "/v1/desk/history");
      JsonNode state = get(second, "/v1/desk/state");
      String paid = JSON
          .readTree(
              RunningService.sendForBytes(second.request("/v1/decisions").header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofFile(Path.of("src/main/resources/examples/guangxi.json")))).body())
          .at("/payouts/0/amount").asText();
      assertAll(() -> assertTrue(state.get("sound").asBoolean(), state::toString),
          () -> assertTrue(history.size() <= 1, history::toString),
          () -> assertEquals(history.isEmpty() ? "13300.0" : "13440.0", paid));
    }
  }

  private static void publish(RunningService service, String draft) {
    try {
      RunningService
          .sendForBytes(admin(service.request("/v1/desk/publications").header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"draft\":\"" + draft + "\",\"reason\":\"x\",\"pastReason\":\"更正\"}"))));
    } catch (UncheckedIOException e) {
      // The answer of a process that is killed does not arrive.
    }
  }

  private static int count(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return (int) entries.count();
    } catch (IOException e) {
      return 0;
    }
  }

  private static JsonNode get(RunningService service, String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = RunningService.sendForBytes(admin(service.request(path).GET()));
    assertEquals(200, answer.statusCode());
    return JSON.readTree(answer.body());
  }

  private static HttpRequest.Builder admin(HttpRequest.Builder request) {
    return request.header("Authorization", Administrator.AUTHORIZATION);
  }
}
