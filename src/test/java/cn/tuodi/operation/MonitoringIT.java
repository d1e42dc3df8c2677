package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard and the alerts speak of metrics that the packaged application really has. */
class MonitoringIT {

  private static final Path HOME = Path.of("monitoring");
  private static final Pattern SELECTOR = Pattern.compile("([a-z][a-z0-9_]*_[a-z0-9_]+)\\{([^}]*)\\}");
  private static final Pattern LABEL = Pattern.compile("([a-z]+)=\"([^\"$]*)\"");
  /** What Prometheus itself knows of a target. */
  private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

  private static Exposition metrics;

  /** Everything that has metrics is switched on and has done something. */
  @BeforeAll
  static void read(@TempDir Path accounts) {
    try (KafkaBroker broker = KafkaBroker.start()) {
      broker.create(1, "tuodi.claims", "tuodi.decisions", "tuodi.dead-letters");
      try (RunningService service =
          RunningService.start("-Dtuodi.intake.enabled=true", "-Dkafka.bootstrap.servers=" + broker.address(),
              "-Dtuodi.accounts.database=" + accounts)) {
        assertEquals(200, service.post("/v1/decisions", RunningService.example("guangxi")).statusCode());
        service.post("/v1/decisions", "{}");
        service.post("/v1/settlements", "{}");
        service.batch(List.of(RunningService.example("guangxi").replaceAll("\\s*\\n\\s*", "")));
        broker.send("tuodi.claims", RunningService.example("guangxi"));
        RunningService.waitUntil("a claim of Kafka is answered", () -> Exposition.of(service)
            .sum("tuodi_intake_delay_seconds_count", Map.of()).signum() > 0);
        metrics = Exposition.of(service);
      }
    }
  }

  @AfterAll
  static void forget() {
    metrics = null;
  }

  @Test
  @DisplayName("Every panel of the dashboard shows a metric that exists")
  void dashboard() throws IOException {
    JsonNode panels = JsonMapper.builder().build().readTree(HOME.resolve("dashboard.json").toFile()).get("panels");
    assertTrue(panels.size() > 10);
    assertEquals(List.of(), unknown(panels.findValuesAsText("expr")));
  }

  @Test
  @DisplayName("Every alert watches a metric that exists, with labels that it has")
  void alerts() throws IOException {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    JsonNode rules = yaml.readTree(HOME.resolve("alerts.yaml").toFile()).at("/groups/0/rules");
    assertTrue(rules.size() > 5);
    assertEquals(List.of(), unknown(rules.findValuesAsText("expr")));
  }

  @Test
  @DisplayName("Every alert has its case in the tests of the rules")
  void alertsAreTested() throws IOException {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    Set<String> alerts = new TreeSet<>(yaml.readTree(HOME.resolve("alerts.yaml").toFile()).findValuesAsText("alert"));
    Set<String> proved = new TreeSet<>();
    for (JsonNode test : yaml.readTree(HOME.resolve("alerts-test.yaml").toFile()).findValues("alert_rule_test")) {
      test.forEach(proof -> {
        if (proof.has("exp_alerts")) {
          proved.add(proof.get("alertname").textValue());
        }
      });
    }
    assertEquals(alerts, proved);
  }

  @Test
  @DisplayName("Prometheus accepts the rules, and they fire when they should")
  void promtool() throws IOException, InterruptedException {
    assertTrue(isInstalled("promtool"), "promtool is missing: it is part of the Debian package prometheus");
    Process promtool = new ProcessBuilder("promtool", "test", "rules", HOME.resolve("alerts-test.yaml").toString())
        .redirectErrorStream(true).start();
    String output = new String(promtool.getInputStream().readAllBytes());
    assertEquals(0, promtool.waitFor(), output);
  }

  /** Selectors of expressions that no sample has the name and labels of. */
  private static List<String> unknown(List<String> expressions) {
    List<String> unknown = new ArrayList<>();
    for (String expression : expressions) {
      Matcher selectors = SELECTOR.matcher(expression);
      boolean selects = expression.contains("up{");
      while (selectors.find()) {
        selects = true;
        if (!isExposed(selectors.group(1), selectors.group(2))) {
          unknown.add(selectors.group());
        }
      }
      if (!selects) {
        unknown.add(expression);
      }
    }
    return unknown;
  }

  private static boolean isExposed(String name, String labels) {
    if (!metrics.names().contains(name)) {
      return false;
    }
    Matcher matcher = LABEL.matcher(labels);
    while (matcher.find()) {
      boolean chosenByValue = Set.of("uri", "area", "pool").contains(matcher.group(1));
      if (OF_PROMETHEUS.contains(matcher.group(1))) {
        continue;
      }
      if (chosenByValue ? metrics.count(name, Map.of(matcher.group(1), matcher.group(2))) == 0
          : !metrics.hasLabel(name, matcher.group(1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInstalled(String program) {
    return List.of(System.getenv("PATH").split(":")).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
