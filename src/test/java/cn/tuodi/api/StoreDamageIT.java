package cn.tuodi.api;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.desk.Changed;
import cn.tuodi.operation.Administrator;
import cn.tuodi.operation.RunningService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was published is lost while the packaged service is down; it is copied and put back by the script. */
class StoreDamageIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @TempDir
  Path folder;

  @Test
  @DisplayName("A lost publication makes its edition answer 503, others go on; the back-up puts it back, an older one is told")
  void lostAndRestored() throws IOException, InterruptedException {
    Path directory = Files.createDirectory(folder.resolve("policies"));
    Map<String, String> settings = Administrator.of(directory);
    try (RunningService service = RunningService.start(settings)) {
      publish(service, 0.96);
      Script old = script("backup", directory, folder.resolve("old"));
      assertEquals(0, old.code(), old.output());
      publish(service, 0.97);
      assertEquals(13580, paid(service));
      String exported = audit(service);
      assertAll(() -> assertEquals(2, exported.lines().count(), exported),
          () -> assertTrue(exported.lines().allMatch(line -> line.contains("\"standing\":\"CHAINED\""))));
    }
    Script copied = script("backup", directory, folder.resolve("copy"));
    assertEquals(0, copied.code(), copied.output());
    String end = copied.output().strip().replaceAll("(?s).*[：\\s]", "");

    Path lost = directory.resolve(".tuodi/publications/000002");
    Files.move(lost, folder.resolve("lost"));
    try (RunningService service = RunningService.start(settings)) {
      HttpResponse<String> refused = service.post("/v1/decisions", RunningService.example("guangxi"));
      JsonNode state = JSON.readTree(send(service.request("/v1/desk/state").GET()));
      assertAll(() -> assertEquals(503, refused.statusCode(), refused::body),
          () -> assertEquals("POLICY_UNAVAILABLE", JSON.readTree(refused.body()).get("code").asText()),
          () -> assertTrue(refused.headers().firstValue("Retry-After").isPresent()),
          () -> assertEquals(200, service.post("/v1/decisions", RunningService.example("guizhou")).statusCode()),
          () -> assertEquals(200, RunningService.send(service.request("/console/desk/")
              .header("Authorization", Administrator.AUTHORIZATION)).statusCode()),
          () -> assertFalse(state.get("ready").asBoolean()),
          () -> assertEquals(1, state.get("findings").size(), state::toString));
      Files.move(folder.resolve("lost"), lost);
      RunningService.waitUntil("the edition decides again",
          () -> service.post("/v1/decisions", RunningService.example("guangxi")).statusCode() == 200);
      assertEquals(13580, paid(service));
    }

    Script whole = script("restore", folder.resolve("copy"), folder.resolve("new"), end);
    Script older = script("restore", folder.resolve("old"), folder.resolve("older"), end);
    assertAll(() -> assertEquals(0, whole.code(), whole.output()), () -> assertEquals(1, older.code(), older.output()));
    try (RunningService service = RunningService.start(Administrator.of(folder.resolve("new")))) {
      assertEquals(13580, paid(service));
    }
  }

  private record Script(int code, String output) {}

  private static Script script(Object... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", "kubernetes/store-backup.sh"));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TUODI", RunningService.COMMAND);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Script(process.waitFor(), output);
  }

  private static void publish(RunningService service, double rate) throws IOException {
    JsonNode draft = JSON.readTree(send(service.request("/v1/desk/drafts?table=" + Changed.TABLE)
        .header("Content-Type", XLSX).POST(BodyPublishers.ofByteArray(Changed.rate(rate)))));
    JsonNode made =
        JSON.readTree(send(service.request("/v1/desk/publications").header("Content-Type", "application/json")
            .POST(BodyPublishers
                .ofString("{\"draft\":\"" + draft.get("id").asText() + "\",\"reason\":\"x\",\"pastReason\":\"更正\"}"))));
    assertTrue(made.has("number"), made::toString);
  }

  private static int paid(RunningService service) throws IOException {
    return JSON.readTree(service.post("/v1/decisions", RunningService.example("guangxi")).body())
        .at("/payouts/0/amount").asInt();
  }

  private static String audit(RunningService service) {
    return new String(send(service.request("/v1/desk/history").header("Accept", "application/x-ndjson").GET()),
        StandardCharsets.UTF_8);
  }

  private static byte[] send(HttpRequest.Builder request) {
    return RunningService.sendForBytes(request.header("Authorization", Administrator.AUTHORIZATION)).body();
  }
}
