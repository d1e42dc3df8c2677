package cn.tuodi.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.desk.Changed;
import cn.tuodi.operation.RunningService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A service that has only just started. */
class FirstCheckIT {

  @Test
  @DisplayName("The first workbook that a service is asked to check is checked to its end, though nothing of it is compiled yet "
      + "and nothing moves on the connection meanwhile")
  void isChecked() throws IOException {
    try (RunningService service = RunningService.start("-Xmx400m", "-XX:TieredStopAtLevel=4",
        "-Dquarkus.http.idle-timeout=1s")) {
      byte[] changed = Changed.changed(
          Files.readAllBytes(Path.of("decision-tables/guangxi/2022/medical-assistance.xlsx")),
          book -> book.getProperties().getCoreProperties().setTitle("1"));
      HttpResponse<String> answer = RunningService.send(
          service.request("/v1/desk/checks?table=guangxi/2022/medical-assistance.xlsx")
              .header("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
              .POST(BodyPublishers.ofByteArray(changed)));
      assertEquals(200, answer.statusCode(), answer::body);
      JsonNode check = new ObjectMapper().readTree(answer.body());
      assertEquals("true []", check.get("sound") + " " + check.get("findings"), answer::body);
    }
  }
}
