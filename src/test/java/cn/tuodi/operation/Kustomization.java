package cn.tuodi.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts manifests together as kustomize does, as far as the ones here use it: resources, namespace, images, generated
 * ConfigMaps (without the hash in their name), components and patches that merge.
 */
final class Kustomization {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Set<String> UNDERSTOOD = Set.of("apiVersion", "kind", "namespace", "resources", "images",
      "configMapGenerator", "components", "patches");
  private static final Set<String> OF_THE_CLUSTER = Set.of("Namespace");

  private Kustomization() {}

  /** The objects that a folder stands for. */
  static List<ObjectNode> objects(Path folder) throws IOException {
    JsonNode kustomization = YAML.readTree(folder.resolve("kustomization.yaml").toFile());
    Set<String> unknown = new TreeSet<>();
    kustomization.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(UNDERSTOOD);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(folder + ": this test does not understand " + unknown);
    }
    List<ObjectNode> objects = new ArrayList<>();
    for (JsonNode resource : kustomization.path("resources")) {
      Path path = folder.resolve(resource.textValue()).normalize();
      objects.addAll(Files.isDirectory(path) ? objects(path) : read(path));
    }
    for (JsonNode generated : kustomization.path("configMapGenerator")) {
      ObjectNode map = YAML.createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
      map.putObject("metadata").put("name", generated.get("name").textValue());
      objects.add(map);
    }
    for (JsonNode component : kustomization.path("components")) {
      Path path = folder.resolve(component.textValue()).normalize();
      for (JsonNode resource : YAML.readTree(path.resolve("kustomization.yaml").toFile()).path("resources")) {
        objects.addAll(read(path.resolve(resource.textValue())));
      }
      patch(objects, path);
    }
    patch(objects, folder);
    objects.forEach(object -> complete(object, kustomization));
    return objects;
  }

  private static void patch(List<ObjectNode> objects, Path folder) throws IOException {
    JsonNode kustomization = YAML.readTree(folder.resolve("kustomization.yaml").toFile());
    for (JsonNode patch : kustomization.path("patches")) {
      for (ObjectNode change : read(folder.resolve(patch.get("path").textValue()))) {
        merge(objects.stream().filter(object -> isSame(object, change)).findFirst().orElseThrow(), change);
      }
    }
  }

  private static List<ObjectNode> read(Path file) throws IOException {
    try (var documents = YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(file.toFile())) {
      return documents.readAll();
    }
  }

  private static boolean isSame(ObjectNode object, ObjectNode change) {
    return object.get("kind").equals(change.get("kind"))
        && object.at("/metadata/name").equals(change.at("/metadata/name"));
  }

  private static void complete(ObjectNode object, JsonNode kustomization) {
    if (kustomization.has("namespace") && !OF_THE_CLUSTER.contains(object.get("kind").textValue())) {
      ((ObjectNode) object.get("metadata")).set("namespace", kustomization.get("namespace"));
    }
    for (JsonNode image : kustomization.path("images")) {
      for (String containers : List.of("initContainers", "containers")) {
        for (JsonNode container : object.at("/spec/template/spec").path(containers)) {
          if (container.get("image").textValue().startsWith(image.get("name").textValue() + ":")) {
            ((ObjectNode) container).put("image",
                image.get("newName").textValue() + ":" + image.get("newTag").asText());
          }
        }
      }
    }
  }

  private static void merge(ObjectNode object, ObjectNode change) {
    for (Map.Entry<String, JsonNode> field : change.properties()) {
      JsonNode present = object.get(field.getKey());
      if (field.getValue().isNull()) {
        object.remove(field.getKey());
      } else if (present instanceof ObjectNode inner && field.getValue() instanceof ObjectNode innerChange) {
        merge(inner, innerChange);
      } else if (present instanceof ArrayNode list && list.path(0).has("name")) {
        mergeByName(list, (ArrayNode) field.getValue());
      } else {
        object.set(field.getKey(), field.getValue());
      }
    }
  }

  /** What a patch names stands first, in the order of the patch, whether it is new or changed. */
  private static void mergeByName(ArrayNode list, ArrayNode changes) {
    int at = 0;
    for (JsonNode change : changes) {
      JsonNode merged = change;
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i).get("name").equals(change.get("name"))) {
          merged = list.remove(i);
          merge((ObjectNode) merged, (ObjectNode) change);
          break;
        }
      }
      list.insert(at++, merged);
    }
  }
}
