package cn.tuodi.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the packaged application writes to its log. */
class LogIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MARKER = "Zhang-San-450102195802030017";
  private static final String AMOUNT = "48213.37";

  @Test
  @DisplayName("The log is one JSON object a line, with the id of the request, and nothing of what claims say")
  void structuredAndAnonymous() throws IOException {
    try (RunningService service = RunningService.start("-Dquarkus.log.console.json.enabled=true",
        "-Dquarkus.http.access-log.enabled=true")) {
      for (String claim : marked("guangxi")) {
        service.post("/v1/decisions?" + MARKER + "=" + MARKER, claim);
        service.post("/v1/decisions/replay", "{\"claim\":" + claim + ",\"decision\":{\"claimId\":\"" + MARKER + "\"}}");
        service.batch(List.of(claim, MARKER));
      }
      marked("application").forEach(question -> service.post("/v1/applications", question));
      marked("household").forEach(question -> service.post("/v1/recognitions/illness-impoverished", question));
      marked("enrolment").forEach(question -> service.post("/v1/enrolments", question));
      service.post("/v1/decisions", "{\"" + MARKER);
      service.post("/v1/decisions", MARKER.repeat(4000));
      RunningService.send(service.request("/v1/decisions").header("Content-Type", "application/json")
          .header("X-Request-Id", "last-one").header("Accept-Language", MARKER)
          .POST(HttpRequest.BodyPublishers.ofString(markedClaim().toString())));
      RunningService.waitUntil("the last request is logged",
          () -> service.log().contains("last-one") && service.log().endsWith("\n"));
      assertFalse(service.log().contains(MARKER), service.log());
      assertFalse(service.log().contains(AMOUNT), service.log());
      List<String> messages = new ArrayList<>();
      for (String text : service.log().lines().toList()) {
        JsonNode line = JSON.readTree(text);
        assertTrue(line.isObject() && line.hasNonNull("timestamp") && line.hasNonNull("level"), text);
        if (line.at("/mdc/requestId").asText().equals("last-one")) {
          messages.add(line.get("message").textValue().replaceAll(" \\d+ \\d+$", ""));
        }
      }
      assertEquals(List.of("POST /v1/decisions 200"), messages);
    }
  }

  @Test
  @DisplayName("The log is readable lines by default, and silent about requests")
  void readableByDefault() {
    try (RunningService service = RunningService.start()) {
      service.post("/v1/decisions", RunningService.example("guangxi"));
      assertTrue(service.log().lines().allMatch(line -> line.matches("[\\d-]+ [\\d:,]+ +[A-Z]+ +\\[.*\\] .*")),
          service.log());
      assertFalse(service.log().contains("/v1/decisions"));
    }
  }

  /** A claim that can be decided, with markers wherever free text or an amount may stand. */
  private static ObjectNode markedClaim() throws IOException {
    ObjectNode claim = (ObjectNode) JSON.readTree(RunningService.example("guangxi"));
    claim.put("claimId", MARKER);
    ((ObjectNode) claim.get("person")).put("personId", MARKER);
    ObjectNode costs = (ObjectNode) claim.get("costs");
    costs.put("selfPaid", 2213.37).put("total", 48213.37);
    return claim;
  }

  /** An example with a marker in place of each of its values in turn, and once as a field that nobody knows. */
  private static List<String> marked(String name) throws IOException {
    JsonNode example = JSON.readTree(RunningService.example(name));
    List<String> requests = new ArrayList<>();
    for (String pointer : pointers(example, "")) {
      JsonNode copy = example.deepCopy();
      int cut = pointer.lastIndexOf('/');
      JsonNode parent = copy.at(pointer.substring(0, cut));
      if (parent instanceof ObjectNode object) {
        object.set(pointer.substring(cut + 1), TextNode.valueOf(MARKER));
        requests.add(copy.toString());
        object.set(MARKER, TextNode.valueOf(MARKER));
      } else {
        ((ArrayNode) parent).set(Integer.parseInt(pointer.substring(cut + 1)), TextNode.valueOf(MARKER));
      }
      requests.add(copy.toString());
    }
    if (name.equals("guangxi")) {
      requests.add(markedClaim().toString());
    }
    return requests;
  }

  private static List<String> pointers(JsonNode node, String at) {
    List<String> pointers = new ArrayList<>();
    node.properties().forEach(field -> {
      pointers.add(at + "/" + field.getKey());
      pointers.addAll(pointers(field.getValue(), at + "/" + field.getKey()));
    });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      pointers.add(at + "/" + i);
      pointers.addAll(pointers(node.get(i), at + "/" + i));
    }
    return pointers;
  }
}
