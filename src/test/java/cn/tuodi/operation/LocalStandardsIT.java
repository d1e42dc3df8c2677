package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.assistance.LocalCase;
import cn.tuodi.assistance.PolicyCase;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Standards of pooling areas that lie in the directory of the packaged service. */
class LocalStandardsIT {

  private static final Path INVENTED = Path.of("src/test/resources/local-standards");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @TempDir
  static Path directory;
  private static RunningService service;

  @BeforeAll
  static void start() throws IOException {
    try (Stream<Path> files = Files.walk(INVENTED)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".xlsx")).toList()) {
        Path copy = directory.resolve("decision-tables").resolve(INVENTED.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    service = RunningService.start("-Dtuodi.store.directory=" + directory);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @TestFactory
  @DisplayName("Over HTTP, with the standards of the area in the directory, the answer is")
  Stream<DynamicTest> cases() {
    return LocalCase.all().stream().map(example -> DynamicTest.dynamicTest(example.toString(), () -> {
      HttpResponse<String> response = RunningService.send(service.request(example.question().path())
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString(example.question().request().toString())));
      assertEquals(List.of(), LocalCase.differences(example.expect(),
          new PolicyCase.Answer(response.statusCode(), JSON.readTree(response.body()))));
    }));
  }

  @Test
  @DisplayName("The edition names the areas that have set standards, each with its hash and its tables")
  void areas() throws IOException {
    JsonNode edition =
        JSON.readTree(RunningService.send(service.request("/v1/policies/guangxi/2022").GET()).body());
    List<String> areas = new ArrayList<>();
    edition.get("localStandards").forEach(area -> areas.add(area.get("areaCode").asText()));
    assertEquals(List.of("450100", "450103"), areas);
    assertEquals("guangxi/2022/local/450103/standards.xlsx",
        edition.at("/localStandards/1/tables/0/workbook").asText());
    assertEquals(3, Stream.of(edition.get("contentHash"), edition.at("/localStandards/0/contentHash"),
        edition.at("/localStandards/1/contentHash")).distinct().count());
  }
}
