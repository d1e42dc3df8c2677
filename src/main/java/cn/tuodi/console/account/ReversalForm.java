package cn.tuodi.console.account;

import cn.tuodi.account.json.OrderReader;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.language.Language;
import java.util.Map;

/**
 * A reversal as it was filled in.
 *
 * @param claim the bill
 * @param reason why, or empty
 * @param reasonFault what is wrong with that, or empty
 */
record ReversalForm(String claim, String reason, String reasonFault) {

  static ReversalForm of(String claim, String reason) {
    return new ReversalForm(claim, reason == null ? "" : reason.strip(), "");
  }

  /** The same with what is wrong with the reason. */
  ReversalForm checked(Language language) {
    return new ReversalForm(claim, reason, reasonFault(reason, language));
  }

  /** What is wrong with a reason, or empty. */
  static String reasonFault(String reason, Language language) {
    if (reason.isEmpty()) {
      return language.text("console.say-why");
    }
    try {
      OrderReader.reversal(Json.bytes(Map.of("reason", reason)), language);
      return "";
    } catch (InvalidRequest e) {
      return language.text("language.labelled", language.text("console.why-it-is-booked"),
          e.violations().get(0).message());
    }
  }
}
