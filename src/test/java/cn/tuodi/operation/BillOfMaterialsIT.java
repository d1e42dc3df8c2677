package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is shipped: nothing with a vulnerability that is known here, and nothing that is not used. */
class BillOfMaterialsIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final FileSystem NAMES = FileSystems.getDefault();
  private static final Path APPLICATION = Path.of("target/quarkus-app/lib");

  /**
   * What may not be shipped.
   *
   * @param packages group and name, with asterisks
   * @param below versions before this one; all where null
   * @param why the vulnerability, or why nobody needs it
   */
  private record Denied(@JsonProperty("package") String packages, String below,
      String why) {

    boolean concerns(Component component) {
      return NAMES.getPathMatcher("glob:" + packages).matches(Path.of(component.group(), component.name()))
          && (below == null
              || new ComparableVersion(component.version()).compareTo(new ComparableVersion(below)) < 0);
    }
  }

  private record Component(String group, String name, String version) {}

  @Test
  @DisplayName("No library of the bill of materials is one that is denied")
  void bill() throws IOException {
    List<Component> components = new ArrayList<>();
    for (JsonNode component : JSON.readTree(Path.of("target/bom.json").toFile()).get("components")) {
      components.add(new Component(component.get("group").textValue(), component.get("name").textValue(),
          component.get("version").textValue()));
    }
    assertTrue(components.size() > 100, () -> components.size() + " components");
    assertEquals(List.of(), found(components));
  }

  @Test
  @DisplayName("Every library that is shipped stands in the bill of materials")
  void complete() throws IOException {
    Set<String> stated = new TreeSet<>();
    for (JsonNode component : JSON.readTree(Path.of("target/bom.json").toFile()).get("components")) {
      stated.add(component.get("group").textValue() + "." + component.get("name").textValue() + "-"
          + component.get("version").textValue());
    }
    Set<String> shipped;
    try (Stream<Path> files = Files.walk(APPLICATION)) {
      shipped = files.filter(file -> file.toString().endsWith(".jar"))
          .map(file -> file.getFileName().toString().replaceAll("\\.jar$", "")).collect(Collectors.toCollection(
              TreeSet::new));
    }
    assertTrue(shipped.size() > 100, () -> shipped.size() + " libraries");
    shipped.removeIf(library -> stated.stream().anyMatch(library::startsWith));
    assertEquals(Set.of(), shipped,
        "without a network (-o) the bill is not written, and stays that of an earlier build");
  }

  @Test
  @DisplayName("An older patch, and what is not used, would be found; every denial says why")
  void denials() throws IOException {
    assertFalse(found(List.of(new Component("io.netty", "netty-codec-http", "4.1.130.Final"))).isEmpty());
    assertFalse(found(List.of(new Component("io.vertx", "vertx-core", "4.5.25"))).isEmpty());
    assertFalse(found(List.of(new Component("com.fasterxml.jackson.core", "jackson-databind", "2.21.2"))).isEmpty());
    assertFalse(found(List.of(new Component("io.grpc", "grpc-core", "99"))).isEmpty());
    assertEquals(List.of(), found(List.of(new Component("io.netty", "netty-codec-http", "4.1.139.Final"))));
    assertTrue(denied().stream().noneMatch(denied -> denied.why().isBlank()));
  }

  private static List<String> found(List<Component> components) throws IOException {
    List<String> found = new ArrayList<>();
    for (Denied denied : denied()) {
      components.stream().filter(denied::concerns).forEach(component -> found.add(component + ": " + denied.why()));
    }
    return found;
  }

  private static List<Denied> denied() throws IOException {
    return JSON.readValue(Path.of("src/test/resources/supply-chain/denied.json").toFile(), new TypeReference<>() {});
  }
}
