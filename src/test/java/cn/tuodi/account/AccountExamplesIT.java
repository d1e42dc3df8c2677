package cn.tuodi.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.tuodi.operation.RunningService;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The examples of year accounts are a year of a person: the packaged service takes them, and answers what they say. */
class AccountExamplesIT {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Path ANSWERED = Path.of("target/examples/accounts");
  private static final String YEAR = "/v1/people/P-20/years/2023";
  private static final String BILLS = "/v1/settlements";
  private static final String BILL = BILLS + "/GX-0101";
  /** What is of its own in each service: when something was booked, and by which content of the policy. */
  private static final List<String> OWN = List.of("bookedAt", "contentHash", "decisionId", "from", "to");

  private final Set<String> shown = new TreeSet<>();

  @Test
  @DisplayName("The requests of the examples in their order get the answers of the examples")
  void year() throws IOException {
    Path directory = Files.createTempDirectory(Path.of("target"), "accounts");
    try (RunningService service = RunningService.start("-Dtuodi.accounts.database=" + directory)) {
      SettlementsIT.awaitAccounts(service);
      String opening = request("openAccount");
      shows("openAccount-201", 201, service.post(YEAR + "/opening", opening));
      shows("openAccount-201", 200, service.post(YEAR + "/opening", opening));
      shows("previewSettlement-200", 200, service.post(BILLS + "/preview", request("previewSettlement")));
      String first = request("settle");
      shows("settle-201", 201, service.post(BILLS, first));
      shows("settle-201", 200, service.post(BILLS, first));
      shows("settle-409", 409, service.post(BILLS, first.replace("70000.00", "71000.00")));
      shows("openAccount-409", 409, service.post(YEAR + "/opening", opening.replace("6000.00", "5000.00")));
      String second = first.replace("GX-0101", "GX-0102").replace("05-08", "06-12").replace("70000.00", "30000.00")
          .replace("40000.00", "18000.00");
      assertEquals(201, service.post(BILLS, second).statusCode());
      String correction = request("replaceSettlement");
      shows("replaceSettlement-200", 200, service.post(BILL + "/replacement", correction));
      shows("replaceSettlement-409", 409, service.post(BILL + "/replacement", correction.replace("45000", "46000")));
      shows("settlement-200", 200, service.get(BILL));
      shows("resettleYear-200", 200, service.post(YEAR + "/resettlement", request("resettleYear")));
      shows("reverseSettlement-200", 200, service.post(BILL + "/reversal", request("reverseSettlement")));
      shows("reverseSettlement-409", 409, service.post(BILL + "/reversal", request("reverseSettlement")));
      shows("personYear-200", 200, service.get(YEAR));
      shows("settlementChanges-200", 200, service.get(BILLS + "/changes"));
      LocalDate today = LocalDate.now();
      shows("settlementSums-200", 200,
          service.get(BILLS + "/sums?from=" + today.minusDays(1) + "&to=" + today.plusDays(1)));
      shows("eraseYear-409", 409, RunningService.send(service.request(YEAR + "?reason=retention").DELETE()));
    }
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/examples/accounts"))) {
      assertEquals(files.map(file -> file.getFileName().toString().replace(".json", ""))
          .collect(Collectors.toCollection(TreeSet::new)), shown);
    }
  }

  private String request(String name) {
    shown.add(name);
    return RunningService.example("accounts/" + name);
  }

  private void shows(String name, int status, HttpResponse<String> response) throws IOException {
    shown.add(name);
    assertEquals(status, response.statusCode(), () -> name + ": " + response.body());
    Path answered = Files.createDirectories(ANSWERED).resolve(name + ".json");
    Files.writeString(answered, JSON.readTree(response.body()).toPrettyString());
    assertEquals(comparable(RunningService.example("accounts/" + name)), comparable(response.body()),
        () -> "take over what differs from " + answered + " if the change is meant");
  }

  private static JsonNode comparable(String text) throws JsonProcessingException {
    JsonNode root = JSON.readTree(text);
    OWN.forEach(name -> root.findParents(name).forEach(parent -> ((ObjectNode) parent).put(name, "")));
    return root;
  }
}
