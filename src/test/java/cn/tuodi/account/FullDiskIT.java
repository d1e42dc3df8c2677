package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.operation.Exposition;
import cn.tuodi.operation.RunningService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service with embedded accounts while their disk is full. */
class FullDiskIT {

  private static final int MAX_CLAIMS = 2_000;
  private static final int LITTLE_ROOM = 20_000;

  @TempDir
  Path directory;

  @Test
  @DisplayName("A full disk is told as such, other questions are answered, and accounts go on by themselves once there is room")
  void full() throws IOException {
    try (RunningService service = RunningService.start("-Dtuodi.accounts.database=" + directory)) {
      SettlementsIT.awaitAccounts(service);
      List<String> settled = new ArrayList<>();
      assertEquals(201, settle(service, 0, settled).statusCode());
      service.limitFiles(Files.size(directory.resolve("accounts.mv.db")) + LITTLE_ROOM);
      HttpResponse<String> refused = null;
      for (int i = 1; refused == null && i < MAX_CLAIMS; i++) {
        HttpResponse<String> answer = settle(service, i, settled);
        refused = answer.statusCode() == 201 ? null : answer;
      }
      assertTrue(refused != null, "the disk was never full");
      for (int i = 0; i < 3; i++) {
        assertEquals(503, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("不接受记账"), refused.body());
        assertEquals(0, bookable(service));
        refused = settle(service, MAX_CLAIMS + i, settled);
      }
      assertTrue(Exposition.of(service).sum("tuodi_accounts_failures_total", Map.of("reason", "no_room")).signum() > 0);
      assertEquals(200, service.get("/q/health/ready").statusCode());
      assertEquals(200, service.post("/v1/decisions", RunningService.example("guangxi")).statusCode());
      service.limitFiles(null);
      RunningService.waitUntil("it books again", () -> settle(service, MAX_CLAIMS, settled).statusCode() < 300);
      assertEquals(1, bookable(service));
      for (String id : settled) {
        assertEquals(200, service.get("/v1/settlements/" + id).statusCode(), id);
      }
    }
  }

  private static HttpResponse<String> settle(RunningService service, int number, List<String> settled) {
    String id = "full-" + number;
    HttpResponse<String> answer = service.post("/v1/settlements", BothDatabases.json(id, id, 9_000, 1));
    if (answer.statusCode() == 201) {
      settled.add(id);
    }
    return answer;
  }

  private static int bookable(RunningService service) {
    return Exposition.of(service).sum("tuodi_accounts_bookable", Map.of()).intValue();
  }
}
