package cn.tuodi.assistance.json;

import cn.tuodi.answer.Notice;
import cn.tuodi.claim.CareType;
import cn.tuodi.language.EnglishWords;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import cn.tuodi.policy.Channel;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What notices say, in Chinese and English. */
final class NoticeTexts {

  private NoticeTexts() {}

  /**
   * The message of a notice.
   *
   * @param notice what is said
   * @param cited the provisions it rests on, as the answer cites them
   * @param language of the message
   */
  static String of(Notice notice, List<DecisionJson.ProvisionJson> cited, Predicate<String> own,
      Language language) {
    List<Object> about = notice.arguments();
    return switch (notice.code()) {
      case YEAR_TO_DATE_ASSUMED_ZERO -> language.text("assistance.no-year-to-date-was-stated")
          + (about.isEmpty() ? "" : language.text("assistance.the-claim-before-has-the-same", about.get(0)));
      case NO_CLASS -> language.text("assistance.on-the-service-date-the-person");
      case NO_STANDING_RATE -> language.text("assistance.this-class-has-no-standing-rate");
      case CARE_NOT_COVERED -> language.text("assistance.for-this-class-is-not-covered",
          language.of(((CareType) about.get(0)).label(), care((CareType) about.get(0))));
      case NOT_DESIGNATED -> language.text("assistance.the-institution-is-not-designated-no")
          + review(notice, language);
      case NOT_REFERRED -> language.text("assistance.referral-or-filing-is-missing-as") + review(notice, language);
      case BILL_BELOW_MINIMUM -> language.text("assistance.the-bill-does-not-reach-the-least")
          + review(notice, language);
      case NOT_COVERED_PERSON -> language.text("assistance.neither-enrolled-in-local-basic-insurance");
      case NOT_ENROLLED -> language.text("assistance.not-enrolled-in-basic-insurance-no")
          + (notice.reviewable() ? review(notice, language)
              : language.text("assistance.after-enrolling-this-claim-can-be"));
      case GOVERNED_ELSEWHERE -> governedElsewhere(about, cited, own, language);
      case LOCAL_STANDARD_MISSING -> about.isEmpty()
          ? language.text("assistance.the-standard-is-set-locally-and")
          : language.text("assistance.the-annual-cap-is-set-locally", about.get(0));
      case TOP_UP_MAY_BE_APPLIED_FOR -> language.text("assistance.after-assistance-yuan-are-left-top", about.get(0));
      case ASSISTANCE_MAY_BE_APPLIED_FOR -> language.text("assistance.assistance-may-be-applied-for-and");
      case BURDEN_WARNING -> about.size() == 1
          ? language.text("assistance.the-years-burden-after-insurance-is", about.get(0))
          : language.text("assistance.the-years-burden-and-what-is-left", about.get(0), about.get(1));
      case SELF_PAID_SHARE_HIGH -> language.text("assistance.self-paid-cost-is-more-than", about.get(0));
      case RATE_REDUCED_UNREFERRED ->
        language.text("assistance.referral-or-filing-is-missing-for", points(about.get(0)));
      case PAID_AT_HALF_LATE_ENROLMENT ->
        language.text("assistance.enrolled-only-when-applying-paid-once", about.get(0));
      case SETTLEMENT_CHANNEL -> channel(about, language);
      case OTHER_RELIEF -> language.text("assistance.a-cap-of-assistance-was-reached");
      case PREMIUMS_NOT_REGULATED -> language.text("assistance.this-edition-has-no-sheet-on");
      case YEAR_TO_DATE_OF_OTHER_PROVINCE -> language.text("assistance.accumulated-in-another-province", about.get(0));
      case CRITICAL_ILLNESS_PLAN_NOT_USED -> language.text("assistance.the-plan-was-not-used");
      case CLAIM_REPEATED -> language.text("assistance.the-claim-was-decided-before");
      case FACT_NOT_STATED -> language.text("assistance.what-is-paid-depends-on", names(about, language));
      case NOT_SETTLED_BY_RULES -> language.text("assistance.no-row-of-this-edition-settles")
          + (about.isEmpty() ? "" : language.text("assistance.the-claim-does-not-state", names(about, language)));
    };
  }

  /** The same, with how the amounts came out that its rows state as multiples of a figure of the place. */
  static String whole(Notice notice, List<DecisionJson.ProvisionJson> cited, Predicate<String> own,
      Language language) {
    StringBuilder text = new StringBuilder(of(notice, cited, own, language));
    notice.derived().forEach(derived -> text.append(Explanation.of(derived, language)));
    return text.toString();
  }

  private static String names(List<Object> facts, Language language) {
    return facts.stream().map(fact -> ((Message) fact).in(language))
        .collect(Collectors.joining(language.text("language.list-comma")));
  }

  private static String review(Notice notice, Language language) {
    return notice.reviewable() ? language.text("assistance.may-be-reviewed-on-request") : "";
  }

  private static String governedElsewhere(List<Object> about, List<DecisionJson.ProvisionJson> cited,
      Predicate<String> own, Language language) {
    if (about.isEmpty()) {
      return language.text("assistance.governed-by-local-rules-on-assistance");
    }
    String instrument = about.get(0).toString();
    if (cited.stream().anyMatch(provision -> provision.instrument().equals(instrument))) {
      return language.text("assistance.brings-such-cost-under-the-guarantees", instrument);
    }
    return language.text(
        own.test(instrument) ? "assistance.governed-by-own-document" : "assistance.governed-by-which-is-not-loaded",
        language.of(instrument, EnglishWords.of(instrument)));
  }

  private static String channel(List<Object> about, Language language) {
    return switch ((Channel) about.get(0)) {
      case ONE_STOP -> language.text("assistance.settled-directly-at-the-institution-one");
      case REMOTE_DIRECT ->
        language.text("assistance.for-outpatient-care-of-this-disease");
      case WINDOW -> switch (about.size()) {
        case 1 ->
          language.text("assistance.medical-assistance-is-applied-for-at-the-service");
        case 2 -> language.text("assistance.medical-assistance-is-applied-for-at-the", about.get(1));
        default -> language.text("assistance.medical-assistance-is-applied-for-at", about.get(2));
      };
    };
  }

  private static String points(Object rate) {
    return rate.toString().replace("%", "");
  }

  private static String care(CareType care) {
    return switch (care) {
      case INPATIENT -> "inpatient care";
      case CHRONIC_OUTPATIENT -> "chronic outpatient care";
      case MAJOR_OUTPATIENT -> "major-disease outpatient care";
      case SPECIAL_DRUG_OUTPATIENT -> "special-drug outpatient care";
      case ORDINARY_OUTPATIENT -> "ordinary outpatient care";
      case MATERNITY_INPATIENT -> "maternity inpatient care";
      case MATERNITY_OUTPATIENT -> "maternity outpatient care";
    };
  }
}
