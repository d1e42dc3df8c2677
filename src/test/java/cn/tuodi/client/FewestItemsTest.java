package cn.tuodi.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.tuodi.account.json.OrderReader;
import cn.tuodi.application.ApplicationReader;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.language.Language;
import cn.tuodi.operation.RunningService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Of what the document calls at least one, none is refused where it is stated. */
class FewestItemsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOBODY = "{\"reason\": \"late\", \"dryRun\": true, \"person\": {}}";

  /**
   * A request with a list that must not be empty.
   *
   * @param body the request without the list
   * @param pointer where the list stands
   * @param read reads the request
   */
  private record Listing(String body, String pointer, Consumer<byte[]> read) {

    String emptied() throws IOException {
      JsonNode request = JSON.readTree(body);
      int last = pointer.lastIndexOf('/');
      JsonNode place = request.at(pointer.substring(0, last));
      ((ObjectNode) place).set(pointer.substring(last + 1), new ArrayNode(JSON.getNodeFactory()));
      return request.toString();
    }
  }

  private static final Map<String, Listing> LISTS = Map.of(
      "Application.claims", new Listing(RunningService.example("application"), "/claims",
          body -> ApplicationReader.read(body, Language.EN)),
      "CriticalIllnessPlan.tiers", new Listing(RunningService.example("guizhou"), "/criticalIllnessPlan/tiers",
          body -> ClaimReader.read(body, Language.EN)),
      "ResettlementOrder.addedIdentities", new Listing(NOBODY, "/addedIdentities",
          body -> OrderReader.resettlement(body, Language.EN)));

  @Test
  @DisplayName("Every list that the document calls at least one is refused empty, at its place")
  void empty() throws IOException {
    JsonNode schemas =
        new YAMLMapper().readTree(Files.readString(Path.of("docs/integrate/openapi.yaml"))).at("/components/schemas");
    Set<String> listed = new TreeSet<>();
    schemas.properties().forEach(schema -> schema.getValue().path("properties").properties().forEach(property -> {
      if (property.getValue().path("minItems").asInt() > 0) {
        listed.add(schema.getKey() + "." + property.getKey());
      }
    }));
    assertEquals(new TreeSet<>(LISTS.keySet()), listed);
    for (Listing list : LISTS.values()) {
      byte[] emptied = list.emptied().getBytes(StandardCharsets.UTF_8);
      InvalidRequest refused = assertThrows(InvalidRequest.class, () -> list.read().accept(emptied));
      assertEquals(list.pointer(), refused.violations().get(0).pointer());
    }
  }
}
