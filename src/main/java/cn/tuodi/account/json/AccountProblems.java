package cn.tuodi.account.json;

import cn.tuodi.account.BookingRules;
import cn.tuodi.account.SettlementRefusal;
import cn.tuodi.account.SettlementRefused;
import cn.tuodi.json.Problem;
import cn.tuodi.json.Violation;
import cn.tuodi.language.Language;
import java.util.List;

/** What is not booked, as callers are told. */
public final class AccountProblems {

  private AccountProblems() {}

  /** The problem of a refusal, in a language. */
  public static Problem of(SettlementRefused refused, Language language) {
    if (refused.refusal() != null) {
      return Problem.refused(refused.refusal(), refused.claimId(), language);
    }
    Problem problem = Problem.of(status(refused.reason()), refused.reason().name(),
        language.text(title(refused.reason())), detail(refused, language)).about(refused.claimId());
    String fault = language.text(fault(refused.reason()));
    List<Violation> places =
        refused.differing().stream().map(pointer -> new Violation(pointer, fault)).toList();
    return places.isEmpty() ? problem : problem.with(places);
  }

  /** Of what is not there nobody need have wanted to book anything. */
  private static String title(SettlementRefusal reason) {
    return switch (reason) {
      case CLAIM_UNKNOWN, ACCOUNT_UNKNOWN, NUMBER_UNKNOWN -> "account.nothing-was-found";
      case YEAR_OPEN -> "account.nothing-was-erased";
      default -> "account.nothing-was-booked";
    };
  }

  private static String fault(SettlementRefusal reason) {
    return switch (reason) {
      case ID_RESERVED -> "account.is-no-id";
      default -> "account.differs-from-the-bill";
    };
  }

  private static int status(SettlementRefusal reason) {
    return switch (reason) {
      case YEAR_TO_DATE_STATED, PERSON_MISSING, ID_RESERVED, SERVICE_DATE_AHEAD, YEAR_AHEAD,
          ANOTHER_ACCOUNT, BORN_LATER, RECOGNISED_AHEAD, IDENTITIES_TOO_MANY, KEY_REUSED ->
        422;
      case CLAIM_UNKNOWN, ACCOUNT_UNKNOWN -> 404;
      case YEAR_FULL, CLAIM_DIFFERS, CLAIM_REVERSED, VERSION_PASSED, ACCOUNT_CHANGED, OPENING_TOO_LATE, YEAR_CLOSED,
          YEAR_OPEN,
          YEAR_ERASED, NUMBER_UNKNOWN ->
        409;
    };
  }

  private static String detail(SettlementRefused refused, Language language) {
    return switch (refused.reason()) {
      case YEAR_TO_DATE_STATED -> language.text("account.leave-out-the-year-to-date");
      case PERSON_MISSING -> language.text("account.state-the-person-id");
      case ID_RESERVED -> language.text("account.the-id-cannot-stand-in-an-address");
      case SERVICE_DATE_AHEAD -> language.text("account.the-service-date-is-ahead");
      case YEAR_AHEAD -> language.text("account.the-year-has-not-begun");
      case CLAIM_DIFFERS -> refused.version() > 1
          ? language.text("account.the-bill-was-corrected-since", refused.version())
          : language.text("account.the-id-stands-for-other-facts");
      case CLAIM_UNKNOWN -> language.text("account.there-is-no-bill-of-this-id");
      case CLAIM_REVERSED -> language.text("account.the-bill-was-taken-back");
      case VERSION_PASSED -> language.text("account.the-bill-is-at-another-version");
      case ACCOUNT_CHANGED -> language.text("account.something-was-booked-since");
      case ANOTHER_ACCOUNT -> language.text("account.the-bill-belongs-to-another-account");
      case OPENING_TOO_LATE -> language.text("account.the-opening-comes-first");
      case ACCOUNT_UNKNOWN -> language.text("account.nothing-was-ever-booked");
      case BORN_LATER -> language.text("account.the-person-is-born-later");
      case RECOGNISED_AHEAD -> language.text("account.the-recognition-is-ahead");
      case IDENTITIES_TOO_MANY -> language.text("account.the-identities-are-too-many");
      case YEAR_FULL -> language.text("account.the-year-is-full", BookingRules.MAX_BILLS);
      case YEAR_CLOSED -> language.text("account.the-year-is-closed");
      case YEAR_OPEN -> language.text("account.the-year-is-not-closed");
      case YEAR_ERASED -> language.text("account.the-year-was-erased");
      case NUMBER_UNKNOWN -> language.text("account.no-booking-has-the-number");
      case KEY_REUSED -> language.text("account.the-key-was-used-otherwise");
    };
  }
}
