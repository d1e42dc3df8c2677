package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.simulation.SimulationJobs;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests are what Kubernetes takes, and as strict as they should be. */
class ManifestsTest {

  private static final String WITH_DESK = "overlays/production-with-desk";
  private static final long MAX_PORTFOLIO = 1L << 30;
  /** Threads, tables of the garbage collector, and what the virtual machine needs for itself. */
  private static final long REST = 64;

  static Stream<String> folders() {
    return Stream.of("base", "overlays/production", "overlays/production-with-login", "overlays/production-with-kafka",
        "overlays/production-with-accounts", WITH_DESK, "overlays/production-with-ingress");
  }

  static Stream<Manifests> manifests() throws IOException {
    List<Manifests> manifests = new ArrayList<>();
    for (String folder : folders().toList()) {
      manifests.add(Manifests.folder(folder));
    }
    for (String values : List.of("", "desk", "kafka", "accounts", "policy-tables")) {
      manifests.add(Manifests.chart(values));
    }
    return manifests.stream();
  }

  @ParameterizedTest
  @DisplayName("Every object is one of the Kubernetes API, without a field that it does not know, and loses nothing when read")
  @MethodSource("manifests")
  void objectsAreOfTheApi(Manifests manifests) throws IOException {
    List<String> kinds = new ArrayList<>();
    for (ObjectNode manifest : manifests.objects()) {
      if (Manifests.kind(manifest).equals(Manifests.SERVICE_MONITOR)) {
        continue;
      }
      HasMetadata object = Manifests.typed(manifest);
      kinds.add(object.getKind());
      assertEquals(Manifests.withoutEmpty(manifest), Manifests
          .withoutEmpty(Manifests.STRICT.readTree(Manifests.STRICT.writeValueAsString(object))));
    }
    assertTrue(kinds.containsAll(
        List.of("Deployment", "Service", "ServiceAccount", "PodDisruptionBudget", "NetworkPolicy")), kinds.toString());
  }

  @Test
  @DisplayName("A field that the API does not know is refused")
  void strictness() throws IOException {
    ObjectNode manifest = Manifests.folder("base").objects().stream()
        .filter(object -> object.get("kind").textValue().equals("Deployment")).findFirst().orElseThrow();
    ((ObjectNode) manifest.at("/spec/template/spec/containers/0/readinessProbe")).put("periodSecond", 3);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Manifests.typed(manifest));
    assertTrue(refused.getMessage().contains("periodSecond"), refused.getMessage());
  }

  @ParameterizedTest
  @DisplayName("Pods satisfy the pod security standard 'restricted', write temporary files and policies at most, and hold no token")
  @MethodSource("manifests")
  void restricted(Manifests manifests) {
    PodSpec pod = manifests.pod();
    assertTrue(pod.getSecurityContext().getRunAsNonRoot());
    assertEquals(10001L, pod.getSecurityContext().getRunAsUser());
    assertEquals("RuntimeDefault", pod.getSecurityContext().getSeccompProfile().getType());
    assertFalse(pod.getAutomountServiceAccountToken());
    assertFalse(manifests.only(ServiceAccount.class).getAutomountServiceAccountToken());
    assertEquals(manifests.only(ServiceAccount.class).getMetadata().getName(), pod.getServiceAccountName());
    assertTrue(Stream.of(pod.getHostNetwork(), pod.getHostPID(), pod.getHostIPC()).noneMatch(Boolean.TRUE::equals));
    for (Volume volume : pod.getVolumes()) {
      assertNull(volume.getHostPath(), volume.getName());
    }
    for (Container step : pod.getInitContainers()) {
      assertEquals(List.of("temporary-files"), step.getVolumeMounts().stream()
          .filter(mount -> !Boolean.TRUE.equals(mount.getReadOnly())).map(VolumeMount::getName).toList());
      isRestricted(step);
    }
    for (Container container : pod.getContainers()) {
      isRestricted(container);
      assertEquals(manifests.hasDesk() ? List.of("policy-tables", "temporary-files") : List.of("temporary-files"),
          container.getVolumeMounts().stream().filter(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
              .map(VolumeMount::getName).toList());
    }
  }

  private static void isRestricted(Container container) {
    assertFalse(container.getSecurityContext().getAllowPrivilegeEscalation());
    assertTrue(container.getSecurityContext().getReadOnlyRootFilesystem());
    assertEquals(List.of("ALL"), container.getSecurityContext().getCapabilities().getDrop());
    assertEquals(List.of(), container.getSecurityContext().getCapabilities().getAdd());
  }

  @ParameterizedTest
  @DisplayName("The selectors of service, disruption budget, network policy and spread find the pods; ports agree")
  @MethodSource("manifests")
  void selectorsMatch(Manifests manifests) {
    Deployment deployment = manifests.deployment();
    Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
    assertEquals(labels, deployment.getSpec().getSelector().getMatchLabels());
    manifests.all(Service.class).forEach(service -> assertEquals(labels, service.getSpec().getSelector()));
    assertEquals(labels, manifests.only(PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels());
    assertEquals(labels, manifests.only(NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels());
    PodSpec pod = deployment.getSpec().getTemplate().getSpec();
    assertEquals(2, pod.getTopologySpreadConstraints().size());
    pod.getTopologySpreadConstraints()
        .forEach(constraint -> assertEquals(labels, constraint.getLabelSelector().getMatchLabels()));
    assertEquals(List.of("http=8080", "management=9000"), pod.getContainers().get(0).getPorts().stream()
        .map(port -> port.getName() + "=" + port.getContainerPort()).toList());
    assertEquals(List.of("http"), targets(manifests.service("tuodi")));
    assertEquals(List.of("management"), targets(manifests.service("tuodi-management")));
  }

  private static List<String> targets(Service service) {
    return service.getSpec().getPorts().stream().map(port -> port.getTargetPort().getStrVal()).toList();
  }

  @ParameterizedTest
  @DisplayName("Probes and metrics are on the management port, which only Prometheus reaches and no ingress leads to")
  @MethodSource("manifests")
  void management(Manifests manifests) {
    Container container = manifests.pod().getContainers().get(0);
    for (Probe probe : List.of(container.getStartupProbe(), container.getReadinessProbe(),
        container.getLivenessProbe())) {
      assertEquals("management", probe.getHttpGet().getPort().getStrVal());
      assertTrue(probe.getTimeoutSeconds() >= 1);
    }
    assertEquals("9000", manifests.deployment().getSpec().getTemplate().getMetadata().getAnnotations()
        .get("prometheus.io/port"));
    List<NetworkPolicyIngressRule> rules = manifests.only(NetworkPolicy.class).getSpec().getIngress();
    assertEquals(List.of("http", "management"), rules.stream().flatMap(rule -> rule.getPorts().stream())
        .map(port -> port.getPort().getStrVal()).toList());
    assertEquals(List.of("monitoring"), rules.get(1).getFrom().stream()
        .map(peer -> peer.getNamespaceSelector().getMatchLabels().get("kubernetes.io/metadata.name")).toList());
    for (Ingress ingress : manifests.all(Ingress.class)) {
      ingress.getSpec().getRules().forEach(rule -> rule.getHttp().getPaths().forEach(path -> {
        assertEquals("tuodi", path.getBackend().getService().getName());
        assertEquals("http", path.getBackend().getService().getPort().getName());
        assertFalse(path.getPath().startsWith("/q/health") || path.getPath().startsWith("/q/metrics"));
      }));
      assertFalse(ingress.getSpec().getTls().isEmpty(), "HTTPS only");
      assertTrue(ingress.getMetadata().getAnnotations().keySet().stream().anyMatch(name -> name.contains("limit-rps")));
      assertEquals(List.of("ingress-nginx"), rules.get(0).getFrom().stream()
          .map(peer -> peer.getNamespaceSelector().getMatchLabels().get("kubernetes.io/metadata.name")).toList());
    }
  }

  @ParameterizedTest
  @DisplayName("A ServiceMonitor finds the service of the management port, in its namespace, and names the job that the alerts speak of")
  @MethodSource("manifests")
  void serviceMonitor(Manifests manifests) {
    Service management = manifests.service("tuodi-management");
    for (ObjectNode monitor : manifests.objects()) {
      if (Manifests.kind(monitor).equals(Manifests.SERVICE_MONITOR)) {
        monitor.at("/spec/selector/matchLabels").properties().forEach(label -> assertEquals(label.getValue().asText(),
            management.getMetadata().getLabels().get(label.getKey())));
        assertEquals("management", monitor.at("/spec/endpoints/0/port").asText());
        assertEquals("/q/metrics", monitor.at("/spec/endpoints/0/path").asText());
        assertEquals("tuodi", management.getMetadata().getLabels().get(monitor.at("/spec/jobLabel").asText()));
        assertEquals(management.getMetadata().getNamespace(), monitor.at("/metadata/namespace").textValue());
        return;
      }
    }
    assertFalse(Set.of("overlays/production-with-ingress", "chart desk").contains(manifests.name()));
  }

  @ParameterizedTest
  @DisplayName("No replica goes before another is ready, and a shutdown fits into its grace period")
  @MethodSource("manifests")
  void rollsWithoutLoss(Manifests manifests) {
    Deployment deployment = manifests.deployment();
    assertEquals(0, deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal());
    PodSpec pod = deployment.getSpec().getTemplate().getSpec();
    Map<String, String> environment = manifests.environment();
    long shutdown = seconds(environment.get("QUARKUS_SHUTDOWN_DELAY"))
        + seconds(environment.get("QUARKUS_SHUTDOWN_TIMEOUT"));
    assertTrue(shutdown < pod.getTerminationGracePeriodSeconds());
    Probe readiness = pod.getContainers().get(0).getReadinessProbe();
    assertTrue(readiness.getPeriodSeconds() * readiness.getFailureThreshold() <= seconds(
        environment.get("QUARKUS_SHUTDOWN_DELAY")), "readiness is seen to be down before the service stops serving");
  }

  @ParameterizedTest
  @DisplayName("Memory is limited to more than the heap, the classes, the compiled code and the buffers may take, and the rest")
  @MethodSource("manifests")
  void memory(Manifests manifests) throws IOException {
    Container container = manifests.pod().getContainers().get(0);
    Quantity limit = container.getResources().getLimits().get("memory");
    assertEquals(limit, container.getResources().getRequests().get("memory"));
    assertFalse(container.getResources().getLimits().containsKey("cpu"), "a CPU limit only throttles");
    String options = manifests.environment().getOrDefault(
        "JAVA_TOOL_OPTIONS", imageOptions());
    long reserved = Stream
        .of("-Xmx(\\d+)m", "-XX:MaxMetaspaceSize=(\\d+)m", "-XX:ReservedCodeCacheSize=(\\d+)m",
            "-XX:MaxDirectMemorySize=(\\d+)m")
        .mapToLong(option -> Long.parseLong(options.replaceAll("(?s).*" + option + ".*", "$1"))).sum() + REST;
    assertTrue(limit.getNumericalAmount().longValueExact() >= reserved * 1024 * 1024, options);
  }

  @ParameterizedTest
  @DisplayName("Policy tables lie where the service looks for them")
  @MethodSource("manifests")
  void policyTables(Manifests manifests) {
    String directory = manifests.environment().get("TUODI_STORE_DIRECTORY");
    assertEquals(directory, manifests.mount("policy-tables").getMountPath());
    if (!manifests.hasDesk()) {
      String map = manifests.volume("policy-tables").getConfigMap().getName();
      assertTrue(map.startsWith("tuodi-policy-tables"), map);
      assertEquals(manifests.all(ConfigMap.class).stream().map(one -> one.getMetadata().getName()).findFirst()
          .orElse(map), map);
    }
  }

  @ParameterizedTest
  @DisplayName("Temporary files lie on disk where the image has them, with room for the portfolios that run, wait and arrive")
  @MethodSource("manifests")
  void temporaryFiles(Manifests manifests) throws IOException {
    VolumeMount mount = manifests.mount("temporary-files");
    assertTrue(Files.readString(Path.of("Dockerfile")).contains("-Djava.io.tmpdir=" + mount.getMountPath() + "\""));
    Volume volume = manifests.volume("temporary-files");
    assertNull(volume.getEmptyDir().getMedium(), "a medium of its own is memory");
    assertTrue(volume.getEmptyDir().getSizeLimit().getNumericalAmount().longValueExact() > SimulationJobs.MAX_AT_ONCE
        * MAX_PORTFOLIO);
  }

  private static String imageOptions() throws IOException {
    return Files.readString(Path.of("Dockerfile")).lines().filter(line -> line.startsWith("ENV JAVA_TOOL_OPTIONS"))
        .findFirst().orElseThrow();
  }

  private static long seconds(String duration) {
    return Duration.parse("PT" + duration).toSeconds();
  }
}
