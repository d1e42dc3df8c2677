package cn.tuodi.table.cell;

import cn.tuodi.answer.NoticeCode;
import cn.tuodi.answer.Payer;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.Place;
import cn.tuodi.claim.Referral;
import cn.tuodi.claim.Scheme;
import cn.tuodi.language.Message;
import cn.tuodi.policy.PersonClass;
import java.util.List;

/** What cells can hold that more than one sheet speaks of: classes, identities, care, notices. */
public final class PolicyTypes {

  private static final String NO_CODE = "无";

  /** What a person is recognised as. */
  public static final CellType IDENTITY = CellType.of(IdentityType.class, IdentityType::label);

  /** Code of a group that a place has besides, or that there is none. */
  public static final CellType IDENTITY_CODE = new CellType(Message.of("table.a-code-of-an-identity")) {
    @Override
    public Object parse(Object raw) {
      return NO_CODE.equals(raw) ? ""
          : raw instanceof String text && text.matches("[A-Z][A-Z0-9-]{0,19}") ? text : null;
    }

    @Override
    public List<Object> values() {
      return List.of("");
    }

    @Override
    public String shown(Object value) {
      return "".equals(value) ? NO_CODE : value.toString();
    }

    @Override
    public String canonical(Object value) {
      return shown(value);
    }

    @Override
    public String literal(Object value) {
      return JavaText.literal(value.toString());
    }
  };

  /** Class of a person. */
  public static final CellType PERSON_CLASS = CellType.of(PersonClass.class, PersonClass::label);

  /** Kind of care, as it is counted. */
  public static final CellType CARE =
      CellType.of(CareType.class, care -> care == care.countedAs() ? care.label() : null);

  /** Kinds of care that add up. */
  public static final CellType ACCUMULATOR = new AccumulatorType();

  /** Branch of basic insurance. */
  public static final CellType SCHEME = CellType.of(Scheme.class, Scheme::label);

  /** Where the institution is. */
  public static final CellType PLACE = CellType.of(Place.class, Place::label);

  /** State of referral. */
  public static final CellType REFERRAL = CellType.of(Referral.class, Referral::label);

  /** Who pays instead of the fund. */
  public static final CellType PAYER =
      CellType.of(Payer.class, payer -> payer == Payer.INSTITUTION ? null : payer.label());

  /** Why assistance is denied. */
  public static final CellType GROUND_OF_DENIAL = notices(NoticeCode.NOT_ENROLLED, NoticeCode.NOT_COVERED_PERSON,
      NoticeCode.NOT_DESIGNATED, NoticeCode.NOT_REFERRED, NoticeCode.BILL_BELOW_MINIMUM);

  /** What is told of a rate that is changed. */
  public static final CellType RATE_NOTICE =
      notices(NoticeCode.RATE_REDUCED_UNREFERRED, NoticeCode.PAID_AT_HALF_LATE_ENROLMENT);

  /** What is told besides terms. */
  public static final CellType FURTHER_NOTICE =
      notices(NoticeCode.ASSISTANCE_MAY_BE_APPLIED_FOR, NoticeCode.LOCAL_STANDARD_MISSING);

  /** What is told of a claim, some of it. */
  public static final CellType NOTICES = CellType.someOf(NoticeCode.class, PolicyTypes::noticeLabel);

  private PolicyTypes() {}

  private static CellType notices(NoticeCode... codes) {
    return CellType.of(NoticeCode.class, code -> List.of(codes).contains(code) ? noticeLabel(code) : null);
  }

  private static String noticeLabel(NoticeCode code) {
    return switch (code) {
      case NO_CLASS -> "不属于救助对象";
      case NO_STANDING_RATE -> "无固定比例";
      case CARE_NOT_COVERED -> "不在救助范围";
      case GOVERNED_ELSEWHERE -> "另有文件规定";
      case TOP_UP_MAY_BE_APPLIED_FOR -> "可申请倾斜救助";
      case BURDEN_WARNING -> "费用预警";
      case SELF_PAID_SHARE_HIGH -> "全自费占比偏高";
      case SETTLEMENT_CHANNEL -> "结算方式";
      case OTHER_RELIEF -> "可申请其他帮扶";
      case NOT_SETTLED_BY_RULES -> "没有规则处理完毕";
      case FACT_NOT_STATED -> "缺少所问的事实";
      case NOT_ENROLLED -> "未参保";
      case NOT_COVERED_PERSON -> "非参保且非本地户籍";
      case NOT_DESIGNATED -> "非定点机构";
      case NOT_REFERRED -> "未按规定转诊";
      case BILL_BELOW_MINIMUM -> "费用未达到救助起点";
      case RATE_REDUCED_UNREFERRED -> "未转诊降低比例";
      case PAID_AT_HALF_LATE_ENROLMENT -> "申请时参保折半";
      case ASSISTANCE_MAY_BE_APPLIED_FOR -> "可依申请救助";
      case LOCAL_STANDARD_MISSING -> "待地方标准";
      case YEAR_TO_DATE_ASSUMED_ZERO, PREMIUMS_NOT_REGULATED, YEAR_TO_DATE_OF_OTHER_PROVINCE, CLAIM_REPEATED,
          CRITICAL_ILLNESS_PLAN_NOT_USED ->
        null;
    };
  }
}
