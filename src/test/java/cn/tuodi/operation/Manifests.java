package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is handed to Kubernetes, of a folder for kustomize or of the chart.
 *
 * @param name where it comes from
 * @param objects as they are written
 */
record Manifests(String name, List<ObjectNode> objects) {

  static final Path HOME = Path.of("kubernetes");
  static final Path CHART = HOME.resolve("helm/tuodi");
  /** Of an operator, not of Kubernetes itself: there is no model of it here. */
  static final String SERVICE_MONITOR = "monitoring.coreos.com/v1/ServiceMonitor";

  private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.ofEntries(
      Map.entry("v1/ServiceAccount", ServiceAccount.class), Map.entry("v1/Service", Service.class),
      Map.entry("v1/ConfigMap", ConfigMap.class), Map.entry("v1/Namespace", Namespace.class),
      Map.entry("apps/v1/Deployment", Deployment.class),
      Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
      Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
      Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
      Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
      Map.entry("v1/PersistentVolumeClaim", PersistentVolumeClaim.class));

  /** Refuses what the model does not know, where the model's own reader would keep it aside. */
  static final JsonMapper STRICT = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
      .annotationIntrospector(new JacksonAnnotationIntrospector() {
        @Override
        public Boolean hasAnySetter(Annotated annotated) {
          return false;
        }
      }).build();

  /** A folder, as kustomize puts it together. */
  static Manifests folder(String folder) throws IOException {
    return new Manifests(folder, Kustomization.objects(HOME.resolve(folder)));
  }

  /** The chart with the values of a file beside it, or with its own. */
  static Manifests chart(String values) throws IOException {
    TemplateCommand template = new Helm(CHART).template().withName("tuodi").withNamespace("tuodi");
    if (!values.isEmpty()) {
      template.withValuesFile(CHART.resolve("ci/" + values + ".yaml"));
    }
    return new Manifests("chart " + values, read(template.call()));
  }

  /** The objects of a text of several documents, those without content left out. */
  static List<ObjectNode> read(String text) throws IOException {
    List<ObjectNode> objects = new ArrayList<>();
    try (var documents = new ObjectMapper(new YAMLFactory()).readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      for (JsonNode document : documents.readAll()) {
        if (document instanceof ObjectNode object) {
          objects.add(object);
        }
      }
    }
    return objects;
  }

  static String kind(JsonNode object) {
    return object.get("apiVersion").textValue() + "/" + object.get("kind").textValue();
  }

  static HasMetadata typed(ObjectNode object) {
    return STRICT.convertValue(object, KINDS.get(kind(object)));
  }

  /** All objects of a type. */
  <T extends HasMetadata> List<T> all(Class<T> type) {
    return objects.stream().filter(object -> !kind(object).equals(SERVICE_MONITOR)).map(Manifests::typed)
        .filter(type::isInstance).map(type::cast).toList();
  }

  /** The only object of a type. */
  <T extends HasMetadata> T only(Class<T> type) {
    List<T> found = all(type);
    assertEquals(1, found.size(), name);
    return found.get(0);
  }

  /** The service of a name. */
  Service service(String named) {
    return all(Service.class).stream().filter(service -> service.getMetadata().getName().equals(named)).findFirst()
        .orElseThrow();
  }

  Deployment deployment() {
    return only(Deployment.class);
  }

  PodSpec pod() {
    return deployment().getSpec().getTemplate().getSpec();
  }

  /** A volume of the pod. */
  Volume volume(String named) {
    return pod().getVolumes().stream().filter(volume -> volume.getName().equals(named)).findFirst().orElseThrow();
  }

  /** Where a volume lies for the service. */
  VolumeMount mount(String named) {
    return pod().getContainers().get(0).getVolumeMounts().stream().filter(mount -> mount.getName().equals(named))
        .findFirst().orElseThrow();
  }

  /** Whether staff change policies. */
  boolean hasDesk() {
    return volume("policy-tables").getPersistentVolumeClaim() != null;
  }

  /** The settings of the service; null where they come from a Secret. */
  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    for (EnvVar variable : pod().getContainers().get(0).getEnv()) {
      environment.put(variable.getName(), variable.getValue());
    }
    return environment;
  }

  /** Empty lists and objects mean what their absence means, but for an egress that is empty. */
  static JsonNode withoutEmpty(JsonNode node) {
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

  @Override
  public String toString() {
    return name;
  }
}
