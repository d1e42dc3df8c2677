package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chart says what it is given, and refuses what cannot be meant. What it renders is checked with all manifests. */
class HelmChartTest {

  @Test
  @DisplayName("helm lint has nothing to say")
  void lint() {
    LintResult result = new Helm(Manifests.CHART).lint().strict().call();
    assertFalse(result.isFailed(), result.getMessages().toString());
  }

  @ParameterizedTest
  @DisplayName("Values that contradict each other, or that nobody knows, are refused")
  @CsvSource({"desk.enabled, true, log in", "accounts.enabled, true, log in", "image.digest, latest, digest",
      "replica, 3, replica",
      "policyTables.files.table, UEs=, policyTables", "autoscaling.minReplicas, 0, minReplicas",
      "login.server, http://login.example.org, server"})
  void refused(String name, String value, String said) {
    Object typed = value.equals("true") ? (Object) true : value.matches("\\d+") ? Integer.valueOf(value) : value;
    TemplateCommand template = chart().set(name, typed);
    Exception refusal = assertThrows(IllegalStateException.class, template::call);
    assertTrue(refusal.getMessage().contains(said), refusal.getMessage());
  }

  @Test
  @DisplayName("A digest counts more than a tag")
  void digest() throws IOException {
    assertEquals("registry.example.org/tuodi:1.0.0", image(Manifests.chart("")));
    assertTrue(image(Manifests.chart("desk")).matches("registry\\.example\\.org/tuodi@sha256:[0-9a-f]{64}"));
  }

  @Test
  @DisplayName("A changed workbook gives the ConfigMap another name, so that the Deployment rolls")
  void policyTables() throws IOException {
    Manifests before = Manifests.chart("policy-tables");
    Manifests after = new Manifests("changed", Manifests.read(chart()
        .set("policyTables.files.guangxi\\.2022\\.medical-assistance\\.xlsx", "UEsDBAA=").call()));
    assertEquals(Map.of("guangxi.2022.medical-assistance.xlsx", "UEsDBA=="),
        before.only(ConfigMap.class).getBinaryData());
    assertEquals(before.only(ConfigMap.class).getMetadata().getName(),
        before.pod().getVolumes().get(0).getConfigMap().getName());
    assertNotEquals(before.only(ConfigMap.class).getMetadata().getName(),
        after.only(ConfigMap.class).getMetadata().getName());
  }

  @Test
  @DisplayName("Where replicas bring the tables of accounts up themselves, there is no init step; secrets that contradict that are refused")
  void accounts() throws IOException {
    Manifests alone = new Manifests("alone", Manifests.read(accountsChart().set("accounts.migrateAtStart", true)
        .set("accounts.closedThrough", 2023).call()));
    assertTrue(alone.pod().getInitContainers().isEmpty());
    assertEquals("true", alone.environment().get("TUODI_ACCOUNTS_MIGRATE_AT_START"));
    assertEquals("2023", alone.environment().get("TUODI_ACCOUNTS_CLOSED_THROUGH"));
    for (String name : List.of("ownerSecretName", "authoritySecretName")) {
      TemplateCommand template =
          accountsChart().set("accounts." + name, name.startsWith("owner") ? "tuodi-accounts" : "");
      Exception refusal = assertThrows(IllegalStateException.class, template::call);
      assertTrue(refusal.getMessage().contains(name), refusal.getMessage());
    }
    Manifests plain = new Manifests("plain", Manifests.read(accountsChart().set("accounts.authoritySecretName", "")
        .set("accounts.database", "jdbc:postgresql://db:5432/tuodi?sslmode=verify-full").call()));
    assertEquals(2, plain.pod().getVolumes().size());
  }

  private static TemplateCommand accountsChart() {
    return chart().set("accounts.enabled", true).set("login.enabled", true);
  }

  @Test
  @DisplayName("By default the chart sets what production has by kustomize")
  void sameAsKustomize() throws IOException {
    Map<String, String> chart = Manifests.chart("").environment();
    assertEquals(Manifests.folder("overlays/production").environment(), chart);
  }

  private static TemplateCommand chart() {
    return new Helm(Manifests.CHART).template().withName("tuodi").withNamespace("tuodi");
  }

  private static String image(Manifests manifests) {
    return manifests.pod().getContainers().get(0).getImage();
  }
}
