package cn.tuodi.assistance;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.Outcome;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.SmallEdition;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A stay that leaves 10,000 in scope after basic insurance, of a recipient of the minimum-living guarantee, with some
 * facts stated otherwise.
 */
final class SmallClaim {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String USUAL = """
      {"claimId": "S", "region": "%s", "serviceDate": "2024-06-01",
       "person": {"personId": "P", "birthDate": "1970-01-01",
                  "identities": [{"type": "MINIMUM_LIVING", "recognisedOn": "2010-01-01"}]},
       "care": {"type": "INPATIENT"},
       "costs": {"total": 20000, "policyScope": 20000, "advance": 0, "overLimit": 0, "selfPaid": 0},
       "payments": {"basicInsurance": 10000, "criticalIllness": 0}}""".formatted(SmallEdition.AREA);

  private SmallClaim() {}

  /**
   * A claim.
   *
   * @param changes what is stated otherwise, as JSON texts that are laid over the usual one after the other; null takes a member away
   */
  static Claim of(String... changes) {
    try {
      ObjectNode claim = (ObjectNode) JSON.readTree(USUAL);
      for (String one : changes) {
        JSON.readTree(one).properties().forEach(change -> {
          if (claim.get(change.getKey()) instanceof ObjectNode there && change.getValue() instanceof ObjectNode more) {
            more.properties().forEach(member -> lay(there, member));
          } else {
            lay(claim, change);
          }
        });
      }
      return ClaimReader.read(JSON.writeValueAsBytes(claim), Language.ZH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void lay(ObjectNode over, Map.Entry<String, JsonNode> member) {
    if (member.getValue().isNull()) {
      over.remove(member.getKey());
    } else {
      over.set(member.getKey(), member.getValue());
    }
  }

  /** The decision on a claim. */
  static Decision decided(Edition edition, Claim claim) {
    Outcome outcome = AssistanceDecider.decideUnder(edition, claim);
    if (outcome instanceof Decision decision) {
      return decision;
    }
    throw new AssertionError(outcome);
  }

  /** What a decision pays of a benefit, 0 where nothing. */
  static BigDecimal paid(Decision decision, Benefit benefit) {
    return decision.lines().stream().filter(line -> line.benefit() == benefit).map(line -> line.amount().inYuan())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
