package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.tuodi.simulation.SimulationJobs;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests are what Kubernetes takes, and as strict as they should be. */
class ManifestsTest {

  private static final Path HOME = Path.of("kubernetes");
  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of("v1/ServiceAccount", ServiceAccount.class, "v1/Service", Service.class, "v1/ConfigMap", ConfigMap.class,
          "v1/Namespace", Namespace.class, "apps/v1/Deployment", Deployment.class, "policy/v1/PodDisruptionBudget",
          PodDisruptionBudget.class, "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
          "autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class, "v1/PersistentVolumeClaim",
          PersistentVolumeClaim.class);
  private static final Path WITH_DESK = HOME.resolve("overlays/production-with-desk");
  private static final long LARGEST_PORTFOLIO = 1L << 30;

  /** Refuses what the model does not know, where the model's own reader would keep it aside. */
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_EMPTY)
          .annotationIntrospector(new JacksonAnnotationIntrospector() {
            @Override
            public Boolean hasAnySetter(Annotated annotated) {
              return false;
            }
          }).build();

  static Stream<Path> folders() {
    return Stream.of("base", "overlays/production", "overlays/production-with-login", "overlays/production-with-kafka",
        "overlays/production-with-desk").map(HOME::resolve);
  }

  @ParameterizedTest
  @DisplayName("Every object is one of the Kubernetes API, without a field that it does not know, and loses nothing when read")
  @MethodSource("folders")
  void objectsAreOfTheApi(Path folder) throws IOException {
    List<String> kinds = new ArrayList<>();
    for (ObjectNode manifest : Kustomization.objects(folder)) {
      HasMetadata object = typed(manifest);
      kinds.add(object.getKind());
      assertEquals(withoutEmpty(manifest), withoutEmpty(STRICT.readTree(STRICT.writeValueAsString(object))));
    }
    assertTrue(kinds.containsAll(
        List.of("Deployment", "Service", "ServiceAccount", "PodDisruptionBudget", "NetworkPolicy")), kinds.toString());
  }

  @Test
  @DisplayName("A field that the API does not know is refused")
  void strictness() throws IOException {
    ObjectNode manifest = Kustomization.objects(HOME.resolve("base")).stream()
        .filter(object -> object.get("kind").textValue().equals("Deployment")).findFirst().orElseThrow();
    ((ObjectNode) manifest.at("/spec/template/spec/containers/0/readinessProbe")).put("periodSecond", 3);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> typed(manifest));
    assertTrue(refused.getMessage().contains("periodSecond"), refused.getMessage());
  }

  @ParameterizedTest
  @DisplayName("Pods satisfy the pod security standard 'restricted', write temporary files and policies at most, and hold no token")
  @MethodSource("folders")
  void restricted(Path folder) throws IOException {
    PodSpec pod = deployment(folder).getSpec().getTemplate().getSpec();
    assertTrue(pod.getSecurityContext().getRunAsNonRoot());
    assertEquals(10001L, pod.getSecurityContext().getRunAsUser());
    assertEquals("RuntimeDefault", pod.getSecurityContext().getSeccompProfile().getType());
    assertFalse(pod.getAutomountServiceAccountToken());
    assertFalse(only(folder, ServiceAccount.class).getAutomountServiceAccountToken());
    assertEquals(only(folder, ServiceAccount.class).getMetadata().getName(), pod.getServiceAccountName());
    assertTrue(Stream.of(pod.getHostNetwork(), pod.getHostPID(), pod.getHostIPC()).noneMatch(Boolean.TRUE::equals));
    for (Volume volume : pod.getVolumes()) {
      assertNull(volume.getHostPath(), volume.getName());
    }
    assertEquals(List.of(), pod.getInitContainers());
    for (Container container : pod.getContainers()) {
      assertFalse(container.getSecurityContext().getAllowPrivilegeEscalation());
      assertTrue(container.getSecurityContext().getReadOnlyRootFilesystem());
      assertEquals(List.of("ALL"), container.getSecurityContext().getCapabilities().getDrop());
      assertEquals(List.of(), container.getSecurityContext().getCapabilities().getAdd());
      assertEquals(folder.equals(WITH_DESK) ? List.of("policy-tables", "temporary-files") : List.of("temporary-files"),
          container.getVolumeMounts().stream().filter(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
              .map(VolumeMount::getName).toList());
    }
  }

  @ParameterizedTest
  @DisplayName("The selectors of service, disruption budget, network policy and spread find the pods; ports agree")
  @MethodSource("folders")
  void selectorsMatch(Path folder) throws IOException {
    Deployment deployment = deployment(folder);
    Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
    assertEquals(labels, deployment.getSpec().getSelector().getMatchLabels());
    assertEquals(labels, only(folder, Service.class).getSpec().getSelector());
    assertEquals(labels, only(folder, PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels());
    assertEquals(labels, only(folder, NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels());
    PodSpec pod = deployment.getSpec().getTemplate().getSpec();
    assertEquals(2, pod.getTopologySpreadConstraints().size());
    pod.getTopologySpreadConstraints()
        .forEach(constraint -> assertEquals(labels, constraint.getLabelSelector().getMatchLabels()));
    assertEquals("http", only(folder, Service.class).getSpec().getPorts().get(0).getTargetPort().getStrVal());
    assertEquals("http", pod.getContainers().get(0).getPorts().get(0).getName());
    assertEquals(8080, pod.getContainers().get(0).getPorts().get(0).getContainerPort());
  }

  @ParameterizedTest
  @DisplayName("No replica goes before another is ready, and a shutdown fits into its grace period")
  @MethodSource("folders")
  void rollsWithoutLoss(Path folder) throws IOException {
    Deployment deployment = deployment(folder);
    assertEquals(0, deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal());
    PodSpec pod = deployment.getSpec().getTemplate().getSpec();
    Map<String, String> environment = environment(pod);
    long shutdown = seconds(environment.get("QUARKUS_SHUTDOWN_DELAY"))
        + seconds(environment.get("QUARKUS_SHUTDOWN_TIMEOUT"));
    assertTrue(shutdown < pod.getTerminationGracePeriodSeconds());
    Probe readiness = pod.getContainers().get(0).getReadinessProbe();
    assertTrue(readiness.getPeriodSeconds() * readiness.getFailureThreshold() <= seconds(
        environment.get("QUARKUS_SHUTDOWN_DELAY")), "readiness is seen to be down before the service stops serving");
  }

  @ParameterizedTest
  @DisplayName("Memory is limited to more than the heap, the classes and the compiled code may take")
  @MethodSource("folders")
  void memory(Path folder) throws IOException {
    Container container = deployment(folder).getSpec().getTemplate().getSpec().getContainers().get(0);
    Quantity limit = container.getResources().getLimits().get("memory");
    assertEquals(limit, container.getResources().getRequests().get("memory"));
    assertFalse(container.getResources().getLimits().containsKey("cpu"), "a CPU limit only throttles");
    String options = environment(deployment(folder).getSpec().getTemplate().getSpec()).getOrDefault(
        "JAVA_TOOL_OPTIONS", imageOptions());
    long reserved = Stream.of("-Xmx(\\d+)m", "-XX:MaxMetaspaceSize=(\\d+)m", "-XX:ReservedCodeCacheSize=(\\d+)m")
        .mapToLong(option -> Long.parseLong(options.replaceAll("(?s).*" + option + ".*", "$1"))).sum();
    assertTrue(limit.getNumericalAmount().longValueExact() >= reserved * 1024 * 1024, options);
  }

  @ParameterizedTest
  @DisplayName("Policy tables lie where the service looks for them")
  @MethodSource("folders")
  void policyTables(Path folder) throws IOException {
    PodSpec pod = deployment(folder).getSpec().getTemplate().getSpec();
    String directory = environment(pod).get("TUODI_STORE_DIRECTORY");
    assertEquals(directory, pod.getContainers().get(0).getVolumeMounts().get(0).getMountPath());
    assertEquals(pod.getContainers().get(0).getVolumeMounts().get(0).getName(), pod.getVolumes().get(0).getName());
    if (!folder.equals(WITH_DESK)) {
      assertEquals("tuodi-policy-tables", pod.getVolumes().get(0).getConfigMap().getName());
    }
  }

  @ParameterizedTest
  @DisplayName("Temporary files lie on disk where the image has them, with room for the portfolios that run, wait and arrive")
  @MethodSource("folders")
  void temporaryFiles(Path folder) throws IOException {
    PodSpec pod = deployment(folder).getSpec().getTemplate().getSpec();
    VolumeMount mount = pod.getContainers().get(0).getVolumeMounts().get(1);
    assertTrue(Files.readString(Path.of("Dockerfile")).contains("-Djava.io.tmpdir=" + mount.getMountPath() + "\""));
    Volume volume = pod.getVolumes().get(1);
    assertEquals(mount.getName(), volume.getName());
    assertNull(volume.getEmptyDir().getMedium(), "a medium of its own is memory");
    assertTrue(volume.getEmptyDir().getSizeLimit().getNumericalAmount().longValueExact() > SimulationJobs.MOST_AT_ONCE
        * LARGEST_PORTFOLIO);
  }

  @Test
  @DisplayName("With the desk all replicas write to one directory, in the namespace of production, and whoever comes again meets the same replica")
  void desk() throws IOException {
    PersistentVolumeClaim claim = only(WITH_DESK, PersistentVolumeClaim.class);
    Volume policies = deployment(WITH_DESK).getSpec().getTemplate().getSpec().getVolumes().get(0);
    assertNull(policies.getConfigMap());
    assertEquals(claim.getMetadata().getName(), policies.getPersistentVolumeClaim().getClaimName());
    assertEquals(deployment(WITH_DESK).getMetadata().getNamespace(), claim.getMetadata().getNamespace());
    assertEquals(List.of("ReadWriteMany"), claim.getSpec().getAccessModes());
    assertEquals("ClientIP", only(WITH_DESK, Service.class).getSpec().getSessionAffinity());
    assertTrue(environment(deployment(WITH_DESK).getSpec().getTemplate().getSpec())
        .containsKey("QUARKUS_OIDC_AUTH_SERVER_URL"), "who publishes logs in");
  }

  @Test
  @DisplayName("The autoscaler of production scales the Deployment, which does not say how many replicas there are")
  void autoscaler() throws IOException {
    Path production = HOME.resolve("overlays/production");
    HorizontalPodAutoscaler autoscaler = only(production, HorizontalPodAutoscaler.class);
    Deployment deployment = deployment(production);
    assertEquals(deployment.getMetadata().getName(), autoscaler.getSpec().getScaleTargetRef().getName());
    assertNull(deployment.getSpec().getReplicas());
    assertTrue(autoscaler.getSpec().getMinReplicas() > 2);
    assertTrue(deployment.getSpec().getTemplate().getSpec().getContainers().get(0).getResources().getRequests()
        .containsKey("cpu"), "utilisation is of what is requested");
    assertEquals("restricted", only(production, Namespace.class).getMetadata().getLabels()
        .get("pod-security.kubernetes.io/enforce"));
  }

  @Test
  @DisplayName("With a login, the secret comes from a Secret, and only names and the provider are reached")
  void login() throws IOException {
    Path folder = HOME.resolve("overlays/production-with-login");
    PodSpec pod = deployment(folder).getSpec().getTemplate().getSpec();
    Map<String, String> environment = environment(pod);
    assertEquals("true", environment.get("QUARKUS_OIDC_TENANT_ENABLED"));
    assertTrue(environment.get("QUARKUS_OIDC_AUTH_SERVER_URL").startsWith("https://"));
    assertEquals(List.of("tuodi-openid-connect"), pod.getContainers().get(0).getEnv().stream()
        .filter(variable -> variable.getName().equals("QUARKUS_OIDC_CREDENTIALS_SECRET"))
        .map(variable -> variable.getValueFrom().getSecretKeyRef().getName()).toList());
    List<Integer> ports = only(folder, NetworkPolicy.class).getSpec().getEgress().stream()
        .flatMap(rule -> rule.getPorts().stream()).map(port -> port.getPort().getIntVal()).distinct().toList();
    assertEquals(List.of(53, 443), ports);
    assertTrue(
        only(folder, NetworkPolicy.class).getSpec().getEgress().stream().noneMatch(rule -> rule.getTo().isEmpty()),
        "an empty list of peers means everybody");
    assertTrue(only(HOME.resolve("overlays/production"), NetworkPolicy.class).getSpec().getEgress().isEmpty());
  }

  @Test
  @DisplayName("Nothing goes out, but with Kafka names are looked up and the brokers are reached on the port they are stated with")
  void egress() throws IOException {
    assertEquals(List.of(), egress(HOME.resolve("overlays/production")));
    Path folder = HOME.resolve("overlays/production-with-kafka");
    Map<String, String> environment = environment(deployment(folder).getSpec().getTemplate().getSpec());
    assertEquals("true", environment.get("TUODI_INTAKE_ENABLED"));
    String port = environment.get("KAFKA_BOOTSTRAP_SERVERS").replaceAll(".*:", "");
    assertEquals(List.of("53", "53", port), egress(folder));
    assertTrue(deployment(folder).getSpec().getTemplate().getSpec().getContainers().get(0).getEnv().stream()
        .filter(variable -> variable.getName().matches(".*(JAAS|PASSWORD|KEY).*"))
        .allMatch(variable -> variable.getValue() == null), "secrets come from a Secret");
  }

  private static List<String> egress(Path folder) throws IOException {
    return only(folder, NetworkPolicy.class).getSpec().getEgress().stream()
        .peek(rule -> assertFalse(rule.getTo().isEmpty(), "to everywhere"))
        .flatMap(rule -> rule.getPorts().stream()).map(port -> port.getPort().getIntVal().toString()).toList();
  }

  @ParameterizedTest
  @DisplayName("kustomize, where it is installed, puts the same objects together as this test")
  @MethodSource("folders")
  void asKustomizeDoes(Path folder) throws IOException, InterruptedException {
    List<String> command = isInstalled("kustomize") ? List.of("kustomize", "build")
        : List.of("kubectl", "kustomize");
    assumeTrue(isInstalled(command.get(0)), "neither kustomize nor kubectl is installed");
    List<String> line = new ArrayList<>(command);
    line.add(folder.toString());
    Process kustomize = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Map<String, JsonNode> built = new TreeMap<>();
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    String text = new String(kustomize.getInputStream().readAllBytes()).replaceAll("(tuodi-policy-tables)-[a-z0-9]{10}",
        "$1");
    assertEquals(0, kustomize.waitFor());
    try (var documents = yaml.readerFor(ObjectNode.class).<ObjectNode>readValues(text)) {
      documents.readAll().forEach(object -> built.put(object.get("kind").textValue(), withoutEmpty(object)));
    }
    Map<String, JsonNode> assembled = new TreeMap<>();
    Kustomization.objects(folder)
        .forEach(object -> assembled.put(object.get("kind").textValue(), withoutEmpty(object)));
    assertEquals(assembled.keySet(), built.keySet());
    assembled.forEach((kind, object) -> assertEquals(object, built.get(kind)));
  }

  private static HasMetadata typed(ObjectNode manifest) {
    String kind = manifest.get("apiVersion").textValue() + "/" + manifest.get("kind").textValue();
    return STRICT.convertValue(manifest, KINDS.get(kind));
  }

  private static Deployment deployment(Path folder) throws IOException {
    return only(folder, Deployment.class);
  }

  private static <T extends HasMetadata> T only(Path folder, Class<T> type) throws IOException {
    List<T> found = Kustomization.objects(folder).stream().map(ManifestsTest::typed).filter(type::isInstance)
        .map(type::cast).toList();
    assertEquals(1, found.size());
    return found.get(0);
  }

  private static Map<String, String> environment(PodSpec pod) {
    Map<String, String> environment = new TreeMap<>();
    for (EnvVar variable : pod.getContainers().get(0).getEnv()) {
      environment.put(variable.getName(), variable.getValue());
    }
    return environment;
  }

  private static String imageOptions() throws IOException {
    return Files.readString(Path.of("Dockerfile")).lines().filter(line -> line.startsWith("ENV JAVA_TOOL_OPTIONS"))
        .findFirst().orElseThrow();
  }

  private static long seconds(String duration) {
    return Duration.parse("PT" + duration).toSeconds();
  }

  /** Empty lists and objects mean what their absence means, but for an egress that is empty. */
  private static JsonNode withoutEmpty(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.deepCopy();
      Set.copyOf(object.properties()).forEach(field -> {
        JsonNode value = withoutEmpty(field.getValue());
        if (value.isNull() || value.isContainerNode() && value.isEmpty()) {
          copy.remove(field.getKey());
        } else {
          copy.set(field.getKey(), value);
        }
      });
      return copy;
    }
    if (node.isArray()) {
      var copy = JsonMapper.builder().build().createArrayNode();
      node.forEach(element -> copy.add(withoutEmpty(element)));
      return copy;
    }
    return node;
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
