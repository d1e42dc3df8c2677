package cn.tuodi.console.account;

import cn.tuodi.account.book.AccountKey;
import cn.tuodi.account.json.OrderReader;
import cn.tuodi.account.json.ResettlementOrder;
import cn.tuodi.console.Addresses;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What somebody fills in to have a year decided again.
 *
 * @param person whose year
 * @param year which
 * @param province in which province
 * @param identity an identity that is recognised late, or empty
 * @param recognisedOn since when it is recognised, or empty
 * @param reason why, or empty
 */
record ResettlementForm(String person, String year, String province, String identity, String recognisedOn,
    String reason) {

  private static final String PROVINCE = "[1-9]\\d";
  private static final String IDENTITIES = "identities";
  /** What is only looked at needs no reason. */
  private static final String NONE = "-";

  static ResettlementForm of(String person, String year, String province, String identity, String recognisedOn,
      String reason) {
    return new ResettlementForm(text(person), text(year), text(province), text(identity), text(recognisedOn),
        text(reason));
  }

  private static String text(String sent) {
    return sent == null ? "" : sent.strip();
  }

  /** The page of the year. */
  public String back() {
    return Addresses.year(person, year);
  }

  /** Whether it says which account. */
  boolean isOfAnAccount() {
    return YearSearch.of(person, year).isComplete() && province.matches(PROVINCE);
  }

  /** The account. */
  AccountKey key() {
    return new AccountKey(person, Integer.parseInt(year), province);
  }

  /**
   * The order, with the facts of the person as the last bill has them and the identity that is recognised late.
   *
   * @param lastClaim what the last bill states, in JSON; empty where there is none
   * @throws cn.tuodi.json.InvalidRequest if the identity, its day or the reason is none
   */
  ResettlementOrder order(Optional<String> lastClaim, Language language) {
    ObjectNode order = (ObjectNode) Json.parsed("{}");
    order.put("reason", reason.isEmpty() ? NONE : reason);
    if (!identity.isEmpty() || !recognisedOn.isEmpty()) {
      ObjectNode known = known(lastClaim);
      ArrayNode identities = known.withArray(IDENTITIES);
      ObjectNode late = identities.addObject();
      late.put("type", identity);
      late.put("recognisedOn", recognisedOn);
      order.set("person", known);
    }
    return OrderReader.resettlement(Json.bytes(order), language);
  }

  private static ObjectNode known(Optional<String> lastClaim) {
    return (ObjectNode) lastClaim.map(claim -> Json.parsed(claim).get("person")).orElseGet(() -> Json.parsed("{}"));
  }
}
