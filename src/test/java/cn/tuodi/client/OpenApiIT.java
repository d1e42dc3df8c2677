package cn.tuodi.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.operation.RunningService;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The OpenAPI document that the packaged service serves. */
class OpenApiIT {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Path OURS = Path.of("docs/integrate/openapi.yaml");
  private static final Path SERVED = Path.of("target/openapi.yaml");
  private static final Pattern BOTH_LANGUAGES =
      Pattern.compile(".*\\p{IsHan}.* / .*[a-zA-Z]{2}.*", Pattern.DOTALL);
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private static String yaml;
  private static JsonNode document;

  @BeforeAll
  static void read() throws IOException {
    try (RunningService service = RunningService.start()) {
      yaml = service.get("/q/openapi").body();
      document = JSON.readTree(service.get("/q/openapi?format=json").body());
    }
    Files.writeString(SERVED, yaml);
  }

  @Test
  @DisplayName("The document beside the guide is the one that is served")
  void committed() throws IOException {
    assertTrue(Files.readString(OURS).equals(yaml), "copy " + SERVED + " to " + OURS + " if the change is meant");
  }

  @Test
  @DisplayName("Redocly finds no error")
  void redocly() throws IOException, InterruptedException {
    Tools.run(Path.of("."), Map.of("REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"),
        Tools.npm("redocly").toString(), "lint", SERVED.toString());
  }

  @Test
  @DisplayName("Spectral finds no error")
  void spectral() throws IOException, InterruptedException {
    Tools.run(Path.of("."), Map.of(), Tools.npm("spectral").toString(), "lint", "--ruleset",
        Path.of("src/test/npm/spectral.yaml").toString(), SERVED.toString());
  }

  @Test
  @DisplayName("Every type, field, operation, parameter, body and answer is described in Chinese and English")
  void described() {
    Set<String> missing = new TreeSet<>();
    each("/components/schemas", (name, schema) -> {
      described(name, schema, missing);
      schema.path("properties").properties()
          .forEach(field -> described(name + "." + field.getKey(), field.getValue(), missing));
    });
    each("/components/responses", (name, response) -> described(name, response, missing));
    each("/components/securitySchemes", (name, scheme) -> described(name, scheme, missing));
    operations().forEach(operation -> {
      String name = operation.get("operationId").asText();
      described(name, operation, missing);
      operation.path("parameters")
          .forEach(parameter -> described(name + " " + parameter.get("name").asText(), parameter, missing));
      if (operation.has("requestBody")) {
        described(name + " request", operation.get("requestBody"), missing);
      }
      operation.get("responses").properties().stream().filter(response -> !response.getValue().has("$ref"))
          .forEach(response -> described(name + " " + response.getKey(), response.getValue(), missing));
    });
    assertEquals(Set.of(), missing);
  }

  @Test
  @DisplayName("Every value of an enumeration has its meaning, for readers and for generators")
  void meanings() {
    Set<String> missing = new TreeSet<>();
    each("/components/schemas", (name, schema) -> {
      List<String> lines = schema.path("description").asText().lines().toList();
      for (int i = 0; i < schema.path("enum").size(); i++) {
        String value = schema.get("enum").get(i).asText();
        String meaning = schema.path("x-enum-descriptions").path(i).asText();
        if (!BOTH_LANGUAGES.matcher(meaning).matches() || !lines.contains("- `" + value + "` " + meaning)) {
          missing.add(name + "." + value);
        }
      }
    });
    assertEquals(Set.of(), missing);
  }

  @Test
  @DisplayName("Every word that is kept for the document stands in it")
  void words() throws IOException {
    List<String> unused = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/main/resources/openapi/words.properties"))) {
      String[] word = line.split("=", 2);
      if (word.length == 2 && !line.startsWith("#")
          && document.findValuesAsText("description").stream().noneMatch(text -> text.contains(word[1]))) {
        unused.add(word[0]);
      }
    }
    assertEquals(List.of(), unused);
  }

  @Test
  @DisplayName("Every example fits its schema")
  void examples() {
    List<String> tried = new ArrayList<>();
    for (JsonNode operation : operations()) {
      List<JsonNode> bodies = new ArrayList<>(List.of(operation.path("requestBody")));
      operation.get("responses").forEach(bodies::add);
      for (JsonNode body : bodies) {
        body.path("content").forEach(content -> content.path("examples").properties().forEach(example -> {
          assertEquals(Set.of(), schema(content.get("schema")).validate(example.getValue().get("value")),
              operation.get("operationId").asText() + " " + example.getKey());
          tried.add(example.getKey());
        }));
      }
    }
    assertTrue(tried.size() >= 8, tried.toString());
  }

  @Test
  @DisplayName("Every call of year accounts shows what it takes and what it answers")
  void accountExamples() {
    List<String> missing = new ArrayList<>();
    Set<String> shown = new TreeSet<>();
    for (JsonNode operation : operations()) {
      if (operation.get("tags").toString().contains("\"accounts\"")) {
        String name = operation.get("operationId").asText();
        Map<String, JsonNode> bodies = new TreeMap<>(Map.of("request", operation.path("requestBody")));
        operation.get("responses").properties().stream().filter(response -> response.getKey().startsWith("2"))
            .forEach(response -> bodies.put(response.getKey(), response.getValue()));
        bodies.forEach((what, body) -> body.path("content").forEach(content -> {
          shown.add(name);
          if (content.path("examples").isEmpty()) {
            missing.add(name + " " + what);
          }
        }));
      }
    }
    assertEquals(List.of(), missing);
    assertEquals(Set.of("openAccount", "personYear", "previewSettlement", "replaceSettlement", "resettleYear",
        "reverseSettlement", "settle", "settlement", "settlementChanges", "settlementSums"), shown);
  }

  @Test
  @DisplayName("The year-to-date that a decision returns is the type that a claim states")
  void oneYearToDate() {
    JsonNode schemas = document.at("/components/schemas");
    assertEquals("#/components/schemas/YearToDate", schemas.at("/Decision/properties/yearToDate/$ref").asText());
    assertEquals("#/components/schemas/YearToDate",
        schemas.at("/Claim/properties/yearToDate/anyOf/0/$ref").asText());
  }

  @Test
  @DisplayName("Nothing stands in it that makes clients send nothing or refuse what is right")
  void traps() {
    assertFalse(yaml.contains("multipleOf"), "steps that binary fractions miss");
    assertFalse(yaml.contains("additionalProperties: false"), "objects that generators take for maps");
    Set<String> names = new HashSet<>();
    for (JsonNode operation : operations()) {
      assertTrue(names.add(operation.get("operationId").asText()), operation.get("operationId")::asText);
      assertTrue(operation.has("security"), operation.get("operationId")::asText);
      assertTrue(operation.get("responses").has("500") && operation.get("responses").has("503"));
    }
    each("/components/schemas", (name, schema) -> schema.path("properties").properties().stream()
        .filter(field -> field.getValue().path("format").asText().equals("date"))
        .forEach(field -> assertFalse(field.getValue().has("pattern"), name + "." + field.getKey())));
  }

  private interface Visitor {
    void visit(String name, JsonNode node);
  }

  private static void each(String at, Visitor visitor) {
    assertFalse(document.at(at).isEmpty(), at);
    document.at(at).properties().forEach(entry -> visitor.visit(entry.getKey(), entry.getValue()));
  }

  private static List<JsonNode> operations() {
    List<JsonNode> operations = new ArrayList<>();
    document.get("paths").forEach(path -> path.properties().stream().filter(entry -> METHODS.contains(entry.getKey()))
        .forEach(entry -> operations.add(entry.getValue())));
    return operations;
  }

  private static void described(String name, JsonNode node, Set<String> missing) {
    if (!BOTH_LANGUAGES.matcher(node.path("description").asText()).matches()) {
      missing.add(name);
    }
  }

  private static JsonSchema schema(JsonNode schema) {
    ObjectNode root = schema.deepCopy();
    root.set("components", document.get("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
  }
}
