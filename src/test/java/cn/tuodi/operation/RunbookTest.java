package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever is woken by an alert finds what to do. */
class RunbookTest {

  private static final String RUNBOOK = "docs/operate/runbook.md";
  private static final Pattern ENTRY = Pattern.compile("(?m)^## (Tuodi\\w+)$");
  private static final Pattern CHINESE = Pattern.compile("\\*\\*[^*]*\\p{IsHan}[^*]*\\*\\*");

  @Test
  @DisplayName("Every alert leads to its entry in the runbook, which has steps, and Chinese; there is no entry without an alert")
  void entries() throws IOException {
    String runbook = Files.readString(Path.of(RUNBOOK));
    List<String> alerts = new ArrayList<>();
    for (JsonNode rule : new ObjectMapper(new YAMLFactory()).readTree(Path.of("monitoring/alerts.yaml").toFile())
        .at("/groups/0/rules")) {
      String alert = rule.get("alert").textValue();
      alerts.add(alert);
      assertEquals(RUNBOOK + "#" + alert.toLowerCase(Locale.ROOT), rule.at("/annotations/runbook_url").asText());
      String entry = entry(runbook, alert);
      assertTrue(entry.contains("\n1. "), alert + " has no steps");
      assertTrue(CHINESE.matcher(entry).find(), alert + " says nothing in Chinese");
    }
    assertEquals(alerts, ENTRY.matcher(runbook).results().map(found -> found.group(1)).toList());
  }

  private static String entry(String runbook, String alert) {
    int begin = runbook.indexOf("\n## " + alert + "\n");
    assertTrue(begin >= 0, alert + " has no entry");
    int end = runbook.indexOf("\n## ", begin + 1);
    return runbook.substring(begin, end < 0 ? runbook.length() : end);
  }
}
