package cn.tuodi.api;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.access.LoginProvider;
import cn.tuodi.operation.RunningService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider that is down while the service starts, comes later, and goes again. */
class ProviderDownIT {

  @TempDir
  Path directory;

  @Test
  @DisplayName("Without its provider the service starts, is ready and decides; tokens are taken as soon as it is there, and while it is away again")
  void comesLater() {
    LoginProvider first = LoginProvider.start();
    int port = first.port();
    String token = first.token("draft");
    first.close();

    Map<String, String> settings = new HashMap<>(LoginProvider.settings(port));
    settings.put("tuodi.store.directory", directory.toString());
    try (RunningService service = RunningService.start(settings)) {
      assertEquals(200, service.get("/q/health/ready").statusCode());
      decides(service);
      for (String path : new String[] {"/console", "/console/desk/", "/console/try"}) {
        assertEquals(200, service.get(path).statusCode(), path);
      }
      HttpResponse<String> unknown = drafts(service, token);
      assertAll(() -> assertEquals(503, unknown.statusCode(), unknown.body()),
          () -> assertTrue(unknown.body().contains("PROVIDER_UNAVAILABLE")),
          () -> assertEquals("5", unknown.headers().firstValue("Retry-After").orElseThrow()));
      HttpResponse<String> login = service.get("/console/desk/login");
      assertAll(() -> assertEquals(503, login.statusCode()),
          () -> assertTrue(login.body().contains("登录服务暂不可用"), login.body()));

      try (LoginProvider provider = LoginProvider.start(port, 3600)) {
        assertEquals(200, drafts(service, provider.token("draft")).statusCode());
        assertEquals(302, service.get("/console/desk/login").statusCode());
      }
      assertEquals(200, drafts(service, token).statusCode(), "keys that are known need no provider");
      decides(service);
    }
  }

  private static HttpResponse<String> drafts(RunningService service, String token) {
    return RunningService
        .send(service.request("/v1/desk/drafts").header("Authorization", "Bearer " + token).GET());
  }

  private static void decides(RunningService service) {
    assertEquals(200, service.post("/v1/decisions", RunningService.example("guangxi")).statusCode());
  }
}
