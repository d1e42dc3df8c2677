package cn.tuodi.assistance.json;

import cn.tuodi.answer.Notice;
import cn.tuodi.claim.CareType;
import cn.tuodi.language.Language;
import cn.tuodi.policy.Channel;
import cn.tuodi.table.EnglishWords;
import java.util.List;

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
  static String of(Notice notice, List<DecisionJson.ProvisionJson> cited, Language language) {
    List<Object> about = notice.arguments();
    return switch (notice.code()) {
      case YEAR_TO_DATE_ASSUMED_ZERO -> language.of("未提供年度累计，按本年度首次就医（累计为零）计算。",
          "No year-to-date was stated: the year is taken to begin at zero.")
          + (about.isEmpty() ? "" : language.of("上一份单据的人员编号相同而出生日期不是 " + about.get(0) + "，按另一人处理，请核对人员编号。",
              " The claim before has the same personId and another birthDate than " + about.get(0)
                  + ": it counts as another person's; check the personId."));
      case NO_CLASS -> language.of("就医当日不属于任何救助对象类别，没有医疗救助。",
          "On the service date the person is in no class of recipients: no medical assistance.");
      case NO_STANDING_RATE -> language.of("该类人员没有固定的救助比例。", "This class has no standing rate of assistance.");
      case CARE_NOT_COVERED -> language.of("该类人员的" + ((CareType) about.get(0)).label() + "费用不在医疗救助范围内。",
          "For this class " + care((CareType) about.get(0)) + " is not covered by medical assistance.");
      case NOT_DESIGNATED -> language.of("在非定点机构就医，不予救助。", "The institution is not designated: no assistance.")
          + review(notice, language);
      case NOT_REFERRED -> language.of("未按规定办理转诊或备案，原则上不予救助。",
          "Referral or filing is missing: as a rule no assistance.") + review(notice, language);
      case NOT_COVERED_PERSON -> language.of("既未参加当地基本医保，也没有当地户籍，不在救助范围内。",
          "Neither enrolled in local basic insurance nor locally registered: not covered.");
      case NOT_ENROLLED -> language.of("未参加基本医保，不予救助。", "Not enrolled in basic insurance: no assistance.")
          + (notice.reviewable() ? review(notice, language)
              : language.of("办理参保缴费后，本次费用可按折半标准申请一次救助。",
                  " After enrolling, this claim can be assisted once at half the standard."));
      case GOVERNED_ELSEWHERE -> governedElsewhere(about, cited, language);
      case LOCAL_STANDARD_MISSING -> about.isEmpty()
          ? language.of("标准由统筹地区规定，尚未载入，需人工处理。",
              "The standard is set locally and is not loaded: a person must settle it.")
          : language.of("年度限额由统筹地区规定，尚未载入，需人工处理；限额前应救助 " + about.get(0) + " 元。",
              "The annual cap is set locally and is not loaded: a person must settle it. Before the cap: "
                  + about.get(0) + " yuan.");
      case TOP_UP_MAY_BE_APPLIED_FOR -> language.of("救助后仍有 " + about.get(0) + " 元负担，可向统筹地区申请倾斜救助。",
          "After assistance " + about.get(0) + " yuan are left: top-up assistance may be applied for.");
      case ASSISTANCE_MAY_BE_APPLIED_FOR -> language.of("可以提出申请，由经办机构研究救助。",
          "Assistance may be applied for and is then considered case by case.");
      case BURDEN_WARNING -> language.of("本年度保险支付后的个人负担累计 " + about.get(0) + " 元，纳入预警监测。",
          "The year's burden after insurance is " + about.get(0) + " yuan: reported for monitoring.");
      case SELF_PAID_SHARE_HIGH -> language.of("自费费用超过总费用的 " + about.get(0) + "。",
          "Self-paid cost is more than " + about.get(0) + " of the bill.");
      case RATE_REDUCED_UNREFERRED -> language.of("因个人原因未办理转诊或备案，救助比例降低 " + points(about.get(0)) + " 个百分点。",
          "Referral or filing is missing for personal reasons: the rate is " + points(about.get(0)) + " points lower.");
      case PAID_AT_HALF_LATE_ENROLMENT -> language.of("申请救助时才参保，本次按标准的 " + about.get(0) + " 一次性救助。",
          "Enrolled only when applying: paid once at " + about.get(0) + " of the standard.");
      case SETTLEMENT_CHANNEL -> channel(about, language);
      case OTHER_RELIEF -> language.of("已达到救助限额，仍有困难的可申请临时救助、慈善救助等其他帮扶。",
          "A cap of assistance was reached: temporary or charitable relief may help further.");
      case PREMIUMS_NOT_REGULATED -> language.of("本版政策没有“参保资助”表，未规定参保资助，资助金额无法确定，需人工处理。",
          "This edition has no sheet on help with premiums: the subsidy is not known, and a person must settle it.");
    };
  }

  private static String review(Notice notice, Language language) {
    return notice.reviewable() ? language.of("可申请复核。", " May be reviewed on request.") : "";
  }

  private static String governedElsewhere(List<Object> about, List<DecisionJson.ProvisionJson> cited,
      Language language) {
    if (about.isEmpty()) {
      return language.of("由当地依申请救助的规定处理，该规定未载入，需人工处理。",
          "Governed by local rules on assistance on application, which are not loaded: a person must settle it.");
    }
    Object instrument = about.get(0);
    if (cited.stream().anyMatch(provision -> provision.instrument().equals(instrument))) {
      return language.of(instrument + "将此类费用纳入保障，但没有给出救助标准，需人工处理。",
          instrument
              + " brings such cost under the guarantees but sets no standard of assistance: a person must settle it.");
    }
    return language.of("由" + instrument + "规定，该文件未载入，需人工处理。",
        "Governed by " + EnglishWords.of(instrument.toString()) + ", which is not loaded: a person must settle it.");
  }

  private static String channel(List<Object> about, Language language) {
    return switch ((Channel) about.get(0)) {
      case ONE_STOP -> language.of("在定点机构“一站式”直接结算。", "Settled directly at the institution, one-stop.");
      case REMOTE_DIRECT ->
        language.of("该病种门诊费用的保险报销可跨省直接结算。",
            "For outpatient care of this disease insurance is settled directly across provinces.");
      case WINDOW -> switch (about.size()) {
        case 1 ->
          language.of("请到医保经办窗口申请医疗救助。", "Medical assistance is applied for at the service window.");
        case 2 -> language.of("请到医保经办窗口申请医疗救助，费用结算后 " + about.get(1) + " 个月内提出。",
            "Medical assistance is applied for at the service window, within " + about.get(1)
                + " months of settlement.");
        default -> language.of("请到医保经办窗口申请医疗救助，" + about.get(2) + " 前提出。",
            "Medical assistance is applied for at the service window, by " + about.get(2) + ".");
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
