package cn.tuodi.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.BackwardIncompatibleProp;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/** What the interface of a release promised, every later one keeps. */
class ContractTest {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Path NOW = Path.of("docs/integrate/openapi.yaml");

  private static final OpenApiDiffOptions GROWING_ANSWERS = OpenApiDiffOptions.builder()
      .configProperty(BackwardIncompatibleProp.RESPONSE_ENUM_INCREASED.getPropertyName(), "false").build();

  @Test
  @DisplayName("A program that was written for any release so far can use this one")
  void keepsReleases() throws IOException {
    List<Path> releases;
    try (Stream<Path> folders = Files.list(Path.of("src/test/resources/releases"))) {
      releases = folders.map(folder -> folder.resolve("openapi.yaml")).filter(Files::exists).toList();
    }
    assertTrue(releases.size() > 0, "no release is there to compare with");
    for (Path release : releases) {
      ChangedOpenApi changes = changes(Files.readString(release), Files.readString(NOW));
      assertTrue(changes.isCompatible(), () -> release + ": " + changes.getChangedOperations());
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("What would break a program is seen")
  @CsvSource(delimiter = '|', textBlock = """
      an operation gone | /v1/enrolments: | /v1/enrollments:
      a field required of callers | - claimId\\n      - region\\n | - claimId\\n      - settledOn\\n      - region\\n
      a field of answers gone | payouts: | payments:
      another type | region:\\n          type: string | region:\\n          type: integer
      """)
  void breaks(String what, String promised, String broken) throws IOException {
    String document = Files.readString(NOW);
    String before = promised.replace("\\n", "\n");
    assertTrue(document.contains(before), "the document has no " + before);
    String after = document.replaceFirst(before, broken.replace("\\n", "\n"));
    assertFalse(changes(document, after).isCompatible());
  }

  @Test
  @DisplayName("Answers may have new codes and values, as the policy of compatibility says")
  void growsValues() throws IOException {
    String document = Files.readString(NOW);
    String more = document.replaceFirst("( +)- NO_CLASS\n", "$1- NO_CLASS\n$1- ANOTHER_NOTICE\n");
    assertNotEquals(document, more);
    assertTrue(changes(document, more).isCompatible());
    assertFalse(changes(more, document).isUnchanged());
  }

  private static ChangedOpenApi changes(String promised, String now) throws IOException {
    return OpenApiCompare.fromContents(inTermsOf30(promised), inTermsOf30(now), null, GROWING_ANSWERS);
  }

  /** The document as OpenAPI 3.0 says it: the comparison does not see types that are lists, as those of 3.1 are. */
  private static String inTermsOf30(String document) throws IOException {
    ObjectNode root = (ObjectNode) YAML.readTree(document);
    rewrite(root);
    return YAML.writeValueAsString(root.put("openapi", "3.0.3"));
  }

  private static void rewrite(JsonNode node) {
    node.forEach(ContractTest::rewrite);
    if (node instanceof ObjectNode schema) {
      if (schema.path("type").isArray()) {
        schema.set("type", schema.get("type").get(0));
        schema.put("nullable", true);
      }
      if (schema.path("anyOf").path(1).path("type").asText().equals("null")) {
        schema.setAll((ObjectNode) schema.remove("anyOf").get(0));
      }
    }
  }
}
