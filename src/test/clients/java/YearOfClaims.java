import cn.tuodi.client.ApiClient;
import cn.tuodi.client.ApiException;
import cn.tuodi.client.api.DecisionsApi;
import cn.tuodi.client.model.Care;
import cn.tuodi.client.model.CareType;
import cn.tuodi.client.model.Claim;
import cn.tuodi.client.model.Costs;
import cn.tuodi.client.model.Decision;
import cn.tuodi.client.model.Identity;
import cn.tuodi.client.model.IdentityType;
import cn.tuodi.client.model.Payments;
import cn.tuodi.client.model.Person;
import cn.tuodi.client.model.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;

/** A person's claims of a year through the generated client: one by one, as a batch, and one that cannot be decided. */
public final class YearOfClaims {

  private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();

  private YearOfClaims() {}

  /** Runs against the service at the address given. */
  public static void main(String[] arguments) throws ApiException, IOException {
    ApiClient client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    DecisionsApi decisions = new DecisionsApi(client);

    Decision first = decisions.decide(claim("GX-0001", "2022-05-18"), null, "zh");
    tell("claim", first);

    Decision second =
        decisions.decide(claim("GX-0002", "2022-06-01").yearToDate(first.getYearToDate()), null, "zh");
    tell("next", second);

    String lines = JSON.writeValueAsString(claim("GX-0001", "2022-05-18")) + "\n{}\n"
        + JSON.writeValueAsString(claim("GX-0002", "2022-06-01")) + "\n";
    for (String line : Files.readAllLines(decisions.decideBatch(lines, null, "zh").toPath())) {
      JsonNode answer = JSON.readTree(line);
      if (answer.has("code")) {
        Problem problem = JSON.treeToValue(answer, Problem.class);
        System.out.println("line " + problem.getLine() + " " + problem.getCode());
      } else {
        tell("line", JSON.treeToValue(answer, Decision.class));
      }
    }

    Claim unsettled = claim("GX-0003", "2022-06-02");
    unsettled.getPayments().setCriticalIllness(null);
    try {
      decisions.decide(unsettled, null, "zh");
    } catch (ApiException e) {
      Problem problem = JSON.readValue(e.getResponseBody(), Problem.class);
      System.out.println("problem " + e.getCode() + " " + problem.getCode() + " " + problem.getClaimId());
    }
  }

  private static Claim claim(String id, String day) {
    return new Claim().claimId(id).region("450100").serviceDate(LocalDate.parse(day))
        .person(new Person().personId("P-17").addIdentitiesItem(
            new Identity().type(IdentityType.MINIMUM_LIVING).recognisedOn(LocalDate.of(2021, 1, 10))))
        .care(new Care().type(CareType.INPATIENT))
        .costs(new Costs().total(yuan("48000.10")).policyScope(yuan("44000.10")).advance(yuan("1500"))
            .overLimit(yuan("500")).selfPaid(yuan("2000")))
        .payments(new Payments().basicInsurance(yuan("30000.05")).criticalIllness(yuan("0")));
  }

  private static BigDecimal yuan(String amount) {
    return new BigDecimal(amount);
  }

  private static void tell(String what, Decision decision) {
    System.out.printf("%s %s %s %s %.2f %.2f %.2f%n", what, decision.getClaimId(), decision.getStatus().getValue(),
        decision.getPropertyClass().getLabel(), decision.getTotals().getMedicalAssistance(),
        decision.getTotals().getPersonal(), decision.getYearToDate().getAssistance().getPaid().getINPATIENT());
  }
}
