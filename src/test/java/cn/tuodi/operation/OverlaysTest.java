package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each way to run the service has of its own, by kustomize and by the chart. */
class OverlaysTest {

  private static final String PRODUCTION = "overlays/production";

  @ParameterizedTest
  @DisplayName("With the desk all replicas write to one directory, in the namespace of production, and whoever comes again meets the same replica")
  @ValueSource(strings = {"overlays/production-with-desk", "chart desk"})
  void desk(String name) throws IOException {
    Manifests manifests = named(name);
    PersistentVolumeClaim claim = manifests.only(PersistentVolumeClaim.class);
    Volume policies = manifests.volume("policy-tables");
    assertNull(policies.getConfigMap());
    assertEquals(claim.getMetadata().getName(), policies.getPersistentVolumeClaim().getClaimName());
    assertEquals(manifests.deployment().getMetadata().getNamespace(), claim.getMetadata().getNamespace());
    assertEquals(List.of("ReadWriteMany"), claim.getSpec().getAccessModes());
    assertEquals("ClientIP", manifests.service("tuodi").getSpec().getSessionAffinity());
    assertTrue(manifests.environment().containsKey("QUARKUS_OIDC_AUTH_SERVER_URL"), "who publishes logs in");
  }

  @ParameterizedTest
  @DisplayName("The autoscaler scales the Deployment, which does not say how many replicas there are")
  @ValueSource(strings = {PRODUCTION, "chart "})
  void autoscaler(String name) throws IOException {
    Manifests manifests = named(name);
    HorizontalPodAutoscaler autoscaler = manifests.only(HorizontalPodAutoscaler.class);
    Deployment deployment = manifests.deployment();
    assertEquals(deployment.getMetadata().getName(), autoscaler.getSpec().getScaleTargetRef().getName());
    assertNull(deployment.getSpec().getReplicas());
    assertTrue(autoscaler.getSpec().getMinReplicas() > 2);
    assertTrue(manifests.pod().getContainers().get(0).getResources().getRequests().containsKey("cpu"),
        "utilisation is of what is requested");
    for (Namespace namespace : manifests.all(Namespace.class)) {
      assertEquals("restricted", namespace.getMetadata().getLabels().get("pod-security.kubernetes.io/enforce"));
    }
  }

  @ParameterizedTest
  @DisplayName("With a login, the secret comes from a Secret, and only names and the provider are reached")
  @ValueSource(strings = {"overlays/production-with-login", "overlays/production-with-ingress", "chart desk"})
  void login(String name) throws IOException {
    Manifests manifests = named(name);
    assertEquals("true", manifests.environment().get("QUARKUS_OIDC_TENANT_ENABLED"));
    assertTrue(manifests.environment().get("QUARKUS_OIDC_AUTH_SERVER_URL").startsWith("https://"));
    assertEquals(List.of("tuodi-openid-connect"), manifests.pod().getContainers().get(0).getEnv().stream()
        .filter(variable -> variable.getName().equals("QUARKUS_OIDC_CREDENTIALS_SECRET"))
        .map(variable -> variable.getValueFrom().getSecretKeyRef().getName()).toList());
    assertEquals(List.of("53", "53", "443"), egress(manifests));
  }

  @ParameterizedTest
  @DisplayName("With Kafka names are looked up and the brokers are reached on the port they are stated with, and secrets come from a Secret")
  @ValueSource(strings = {"overlays/production-with-kafka", "chart kafka"})
  void kafka(String name) throws IOException {
    Manifests manifests = named(name);
    Map<String, String> environment = manifests.environment();
    assertEquals("true", environment.get("TUODI_INTAKE_ENABLED"));
    String port = environment.get("KAFKA_BOOTSTRAP_SERVERS").replaceAll(".*:", "");
    assertEquals(List.of("53", "53", port), egress(manifests));
    assertTrue(manifests.pod().getContainers().get(0).getEnv().stream()
        .filter(variable -> variable.getName().matches(".*(JAAS|PASSWORD|KEY).*"))
        .allMatch(variable -> variable.getValue() == null), "secrets come from a Secret");
  }

  @ParameterizedTest
  @DisplayName("With accounts the provider of logins and the database are reached on its port; whatever is secret comes from a Secret")
  @ValueSource(strings = {"overlays/production-with-accounts", "chart accounts"})
  void accounts(String name) throws IOException {
    Manifests manifests = named(name);
    String database = manifests.environment().get("TUODI_ACCOUNTS_DATABASE");
    assertTrue(database.startsWith("jdbc:postgresql://") && database.contains("sslmode=verify-full&sslrootcert="
        + manifests.mount("accounts-authority").getMountPath() + "/ca.pem"), database);
    assertEquals("tuodi-accounts-authority", manifests.volume("accounts-authority").getSecret().getSecretName());
    assertEquals("false", manifests.environment().get("TUODI_ACCOUNTS_MIGRATE_AT_START"));
    assertEquals("0", manifests.environment().get("TUODI_ACCOUNTS_CLOSED_THROUGH"));
    assertEquals(List.of("53", "53", "443", database.replaceAll(".*:(\\d+)/.*", "$1")), egress(manifests));
    assertEquals(Set.of("user", "password", "keys"), manifests.pod().getContainers().get(0).getEnv().stream()
        .filter(variable -> variable.getName().matches("TUODI_ACCOUNTS_(USER|PASSWORD|KEYS)"))
        .map(variable -> variable.getValueFrom().getSecretKeyRef().getKey()).collect(Collectors.toSet()));
    Container schema = manifests.pod().getInitContainers().get(0);
    Container service = manifests.pod().getContainers().get(0);
    assertEquals(List.of("accounts-schema", "--wait", "60", "--or-later"), schema.getArgs());
    assertEquals(service.getImage(), schema.getImage());
    assertEquals(service.getSecurityContext(), schema.getSecurityContext());
    List<EnvVar> own = schema.getEnv().stream().filter(variable -> variable.getName().startsWith("TUODI_")).toList();
    assertEquals(Set.of("TUODI_ACCOUNTS_DATABASE", "TUODI_ACCOUNTS_USER", "TUODI_ACCOUNTS_PASSWORD"),
        own.stream().map(EnvVar::getName).collect(Collectors.toSet()));
    assertEquals(database, own.stream().filter(variable -> variable.getValue() != null).findFirst().orElseThrow()
        .getValue());
    assertTrue(schema.getVolumeMounts().contains(manifests.mount("accounts-authority")));
    assertEquals(Set.of("tuodi-accounts-owner"), secrets(own));
    assertEquals(Set.of("tuodi-accounts"), secrets(service.getEnv().stream()
        .filter(variable -> variable.getName().startsWith("TUODI_ACCOUNTS_")).toList()));
  }

  private static Set<String> secrets(List<EnvVar> variables) {
    return variables.stream().filter(variable -> variable.getValueFrom() != null)
        .map(variable -> variable.getValueFrom().getSecretKeyRef().getName()).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @DisplayName("Nothing goes out where nothing is switched on that needs it")
  @ValueSource(strings = {"base", PRODUCTION, "chart ", "chart policy-tables"})
  void nothingGoesOut(String name) throws IOException {
    assertEquals(List.of(), egress(named(name)));
    assertEquals(List.of("Ingress", "Egress"), named(name).only(NetworkPolicy.class).getSpec().getPolicyTypes());
  }

  static Stream<String> folders() {
    return ManifestsTest.folders();
  }

  @ParameterizedTest
  @Tag("kustomize")
  @DisplayName("kustomize puts the same objects together as this test")
  @MethodSource("folders")
  void asKustomizeDoes(String folder) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(isInstalled("kustomize") ? List.of("kustomize", "build")
        : List.of("kubectl", "kustomize"));
    assertTrue(isInstalled(command.get(0)), "install kustomize 5 or kubectl 1.27, or later");
    command.add(Manifests.HOME.resolve(folder).toString());
    Process kustomize = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text = new String(kustomize.getInputStream().readAllBytes()).replaceAll("(tuodi-policy-tables)-[a-z0-9]{10}",
        "$1");
    assertEquals(0, kustomize.waitFor());
    Map<String, JsonNode> built = byName(Manifests.read(text));
    Map<String, JsonNode> assembled = byName(Manifests.folder(folder).objects());
    assertEquals(assembled.keySet(), built.keySet());
    assembled.forEach((name, object) -> assertEquals(object, built.get(name)));
  }

  private static Map<String, JsonNode> byName(List<ObjectNode> objects) {
    Map<String, JsonNode> byName = new TreeMap<>();
    objects.forEach(object -> byName.put(Manifests.kind(object) + " " + object.at("/metadata/name").textValue(),
        Manifests.withoutEmpty(object)));
    return byName;
  }

  private static Manifests named(String name) throws IOException {
    return name.startsWith("chart ") ? Manifests.chart(name.substring(6)) : Manifests.folder(name);
  }

  private static List<String> egress(Manifests manifests) {
    return manifests.only(NetworkPolicy.class).getSpec().getEgress().stream()
        .peek(rule -> assertFalse(rule.getTo().isEmpty(), "an empty list of peers means everybody"))
        .flatMap(rule -> rule.getPorts().stream()).map(port -> port.getPort().getIntVal().toString()).toList();
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
