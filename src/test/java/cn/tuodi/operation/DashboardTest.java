package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the dashboard says where it has nothing to show. */
class DashboardTest {

  private static final Path DASHBOARD = Path.of("monitoring/dashboard.json");

  @Test
  @DisplayName("Panels of the intake from Kafka stand in a row that is folded in, and say in both languages why they may be empty")
  void emptyWhileTheIntakeIsOff() throws IOException {
    List<JsonNode> folded = new ArrayList<>();
    for (JsonNode panel : JsonMapper.builder().build().readTree(DASHBOARD.toFile()).get("panels")) {
      if (panel.path("collapsed").asBoolean()) {
        assertSaid(panel.get("title"), "关闭时没有数据", "no data while it is off");
        panel.get("panels").forEach(folded::add);
      } else {
        assertTrue(panel.findValuesAsText("expr").stream().noneMatch(DashboardTest::isOfTheIntake), panel.toString());
      }
    }
    assertEquals(4, folded.size());
    for (JsonNode panel : folded) {
      assertTrue(panel.findValuesAsText("expr").stream().allMatch(DashboardTest::isOfTheIntake), panel.toString());
      assertSaid(panel.at("/fieldConfig/defaults/noValue"), "Kafka 入口未开启", "intake from Kafka is off");
      assertSaid(panel.get("description"), "tuodi.intake.enabled=true 的副本", "replicas with tuodi.intake.enabled=true");
    }
  }

  @Test
  @DisplayName("Every panel has an id of its own, also those that are folded in")
  void ids() throws IOException {
    List<String> ids = new ArrayList<>();
    JsonNode panels = JsonMapper.builder().build().readTree(DASHBOARD.toFile()).get("panels");
    for (JsonNode panel : panels) {
      ids.add(panel.get("id").asText());
      panel.path("panels").forEach(folded -> ids.add(folded.get("id").asText()));
    }
    assertTrue(ids.size() > 10);
    assertEquals(ids.size(), Set.copyOf(ids).size(), ids.toString());
  }

  private static boolean isOfTheIntake(String expression) {
    return expression.contains("tuodi_intake_") || expression.contains("kafka_");
  }

  private static void assertSaid(JsonNode text, String zh, String en) {
    assertTrue(text.asText().contains(zh) && text.asText().contains(en), text.toString());
  }
}
