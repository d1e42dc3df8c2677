package cn.tuodi.console.account;

import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.LimitName;
import cn.tuodi.assistance.Status;
import cn.tuodi.claim.ByCare;
import cn.tuodi.claim.CareType;
import cn.tuodi.json.Json;
import cn.tuodi.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A decision as it was kept with its claim: what pages tell of a bill is taken from here, nothing is computed anew.
 *
 * @param decision the decision
 * @param claim what the claim states, with the year-to-date from which it was decided
 */
record KeptDecision(JsonNode decision, JsonNode claim) {

  /** The decision of an entry, or null for an opening and for what was erased. */
  static KeptDecision of(BookedEntry entry) {
    return entry.decision() == null || entry.claim() == null ? null : of(entry.decision(), entry.claim());
  }

  static KeptDecision of(String decision, String claim) {
    return new KeptDecision(Json.parsed(decision), Json.parsed(claim));
  }

  /**
   * What is paid as a benefit.
   *
   * @param benefit the benefit
   * @param amount how much
   * @param limits what held it down, or could have, in order
   * @param line the whole line
   */
  record Payout(Benefit benefit, Money amount, List<Limit> limits, JsonNode line) {}

  /**
   * A limit.
   *
   * @param name which
   * @param cap the most it allows
   * @param before what was used of it before
   * @param bound whether it was less than what came before it
   * @param decisive whether it is the one at which the amount was held
   * @param place which one it is among those of its name, from 0
   */
  record Limit(LimitName name, Money cap, Money before, boolean bound, boolean decisive, int place) {}

  /** The kind of care. */
  CareType care() {
    return CareType.valueOf(claim.at("/care/type").textValue());
  }

  /** The day of service. */
  String day() {
    return claim.get("serviceDate").textValue();
  }

  /** The edition that decided. */
  String edition() {
    return decision.at("/policy/edition").textValue();
  }

  /** Whether it is decided, denied or to be looked at. */
  Status status() {
    return Status.valueOf(decision.get("status").textValue());
  }

  /** A part of the bill, as the decision adds it up. */
  Money total(String part) {
    return money(decision.at("/totals/" + part));
  }

  /** What is paid by none of insurance and assistance, nor by the person. */
  Money others() {
    return total("employeeSupplement").plus(total("otherInsurance")).plus(total("institutionBorne"));
  }

  /** What is paid as assistance. */
  Money assistance() {
    return total("medicalAssistance").plus(total("topUpAssistance"));
  }

  /** What the person pays of the bill outside of the scope of insurance, as the claim states it. */
  Money selfPaid() {
    return money(claim.at("/costs/selfPaid"));
  }

  /** Cost of earlier bills of the year that is eligible for assistance, as the bill found it. */
  ByCare eligibleBefore() {
    return byCare("eligible");
  }

  /** Assistance that was paid in the year before, as the bill found it. */
  ByCare paidBefore() {
    return byCare("paid");
  }

  private ByCare byCare(String what) {
    ByCare amounts = ByCare.ZERO;
    for (CareType care : CareType.values()) {
      amounts = amounts.plus(care, money(claim.at("/yearToDate/assistance/" + what + "/" + care.name())));
    }
    return amounts;
  }

  /** What is paid, in order. */
  List<Payout> payouts() {
    return all(decision.get("payouts")).stream().map(KeptDecision::payout).toList();
  }

  private static Payout payout(JsonNode line) {
    Money amount = money(line.get("amount"));
    List<Limit> limits = new ArrayList<>();
    all(line.get("limits")).forEach(limit -> limits.add(limit(limit, amount, limits)));
    return new Payout(Benefit.valueOf(line.get("benefit").textValue()), amount, List.copyOf(limits), line);
  }

  /** Of several limits that are less than the rate alone, the amount was held at the least. */
  private static Limit limit(JsonNode limit, Money amount, List<Limit> earlier) {
    LimitName name = LimitName.valueOf(limit.get("name").textValue());
    Money cap = money(limit.get("cap"));
    Money before = money(limit.get("usedBefore"));
    boolean bound = limit.get("bound").booleanValue();
    return new Limit(name, cap, before, bound, bound && cap.minus(before).atLeastZero().equals(amount),
        (int) earlier.stream().filter(other -> other.name() == name).count());
  }

  /** The elements of a list; none where there is no list. */
  static List<JsonNode> all(JsonNode list) {
    return list == null ? new ArrayList<>() : StreamSupport.stream(list.spliterator(), false).toList();
  }

  private static Money money(JsonNode amount) {
    return amount.isMissingNode() ? Money.ZERO : Money.fen(amount.decimalValue().movePointRight(2).longValueExact());
  }
}
