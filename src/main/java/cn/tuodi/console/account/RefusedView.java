package cn.tuodi.console.account;

import cn.tuodi.account.SettlementRefusal;
import cn.tuodi.account.SettlementRefused;
import cn.tuodi.account.book.BookedEntry;
import cn.tuodi.account.json.AccountProblems;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.BeijingTime;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;

/**
 * Why a correction is not possible, and where to go on.
 *
 * @param status the status of the answer
 * @param title what happened, in short
 * @param text what happened
 * @param person whose year leads on, or null
 * @param year which year, or null
 * @param address where that year is shown, or null
 */
record RefusedView(int status, String title, String text, String person, String year, String address) {

  /** A refusal that is about a person's year, or none where that is not known. */
  static RefusedView of(SettlementRefused refused, String person, String year, Language language) {
    Problem problem = AccountProblems.of(refused, language);
    boolean isKnown = person != null && refused.reason() != SettlementRefusal.ACCOUNT_UNKNOWN;
    return new RefusedView(problem.status(), title(refused, problem, language), text(refused, problem, language),
        isKnown ? person : null, isKnown ? year : null, isKnown ? Addresses.year(person, year) : null);
  }

  /** The refusal of a bill that was taken back already, by its last entry. */
  static RefusedView reversed(BookedEntry last, Language language) {
    String person = last.key().personId();
    String year = Integer.toString(last.key().year());
    return new RefusedView(409, language.text("console.it-is-taken-back-already"), last.by() == null
        ? language.text("console.it-was-taken-back-at", last.claimId(), BeijingTime.of(last.at()),
            last.accountVersion())
        : language.text("console.it-was-taken-back-by", last.claimId(), BeijingTime.of(last.at()),
            last.accountVersion(), last.by()),
        person, year, Addresses.claim(last.claimId()));
  }

  private static String title(SettlementRefused refused, Problem problem, Language language) {
    return refused.reason() == SettlementRefusal.YEAR_CLOSED ? language.text("console.the-year-is-closed")
        : problem.title();
  }

  private static String text(SettlementRefused refused, Problem problem, Language language) {
    if (refused.reason() == SettlementRefusal.CLAIM_UNKNOWN) {
      return language.text("console.no-bill-has-this-number", refused.claimId());
    }
    return refused.claimId() == null || refused.refusal() == null ? problem.detail()
        : language.text("console.about-a-bill", refused.claimId(), problem.detail());
  }
}
