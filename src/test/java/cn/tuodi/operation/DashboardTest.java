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

  /** What is off by default, and what a panel of it says. */
  private enum Part {
    INTAKE("Kafka 入口未开启", "intake from Kafka is off", "tuodi.intake.enabled=true", "tuodi_intake_", "kafka_"),
    ACCOUNTS("年度账户未开启", "Year accounts are off", "tuodi.accounts.database", "tuodi_accounts_", "tuodi_accounts_");

    private final String zh;
    private final String en;
    private final String setting;
    private final List<String> metrics;

    Part(String zh, String en, String setting, String... metrics) {
      this.zh = zh;
      this.en = en;
      this.setting = setting;
      this.metrics = List.of(metrics);
    }

    private boolean has(String expression) {
      return metrics.stream().anyMatch(expression::contains);
    }
  }

  @Test
  @DisplayName("Panels of what is off by default stand in rows that are folded in, and say in both languages why they may be empty")
  void emptyWhileOff() throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode panel : panels()) {
      if (panel.path("collapsed").asBoolean()) {
        rows.add(panel);
      } else {
        assertTrue(panel.findValuesAsText("expr").stream()
            .noneMatch(expression -> Part.INTAKE.has(expression) || Part.ACCOUNTS.has(expression)), panel.toString());
      }
    }
    assertEquals(Part.values().length, rows.size());
    for (Part part : Part.values()) {
      JsonNode row = rows.get(part.ordinal());
      assertSaid(row.get("title"), "关闭时没有数据", "no data while");
      assertEquals(4, row.get("panels").size());
      for (JsonNode panel : row.get("panels")) {
        assertTrue(panel.findValuesAsText("expr").stream().allMatch(part::has), panel.toString());
        assertSaid(panel.at("/fieldConfig/defaults/noValue"), part.zh, part.en);
        assertSaid(panel.get("description"), part.setting + " 的副本", "replicas with " + part.setting);
      }
    }
  }

  @Test
  @DisplayName("Every panel has an id of its own, also those that are folded in")
  void ids() throws IOException {
    List<String> ids = new ArrayList<>();
    for (JsonNode panel : panels()) {
      ids.add(panel.get("id").asText());
      panel.path("panels").forEach(folded -> ids.add(folded.get("id").asText()));
    }
    assertTrue(ids.size() > 10);
    assertEquals(ids.size(), Set.copyOf(ids).size(), ids.toString());
  }

  private static JsonNode panels() throws IOException {
    return JsonMapper.builder().build().readTree(DASHBOARD.toFile()).get("panels");
  }

  private static void assertSaid(JsonNode text, String zh, String en) {
    assertTrue(text.asText().contains(zh) && text.asText().contains(en), text.toString());
  }
}
