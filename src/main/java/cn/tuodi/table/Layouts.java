package cn.tuodi.table;

import static cn.tuodi.table.Column.always;
import static cn.tuodi.table.Column.flag;
import static cn.tuodi.table.Column.note;
import static cn.tuodi.table.Column.then;
import static cn.tuodi.table.Column.thenMaybe;
import static cn.tuodi.table.Column.when;
import static cn.tuodi.table.Column.whenThere;

import cn.tuodi.answer.NoticeCode;
import cn.tuodi.claim.CareType;
import cn.tuodi.claim.DisabilityKind;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.claim.Place;
import cn.tuodi.claim.Referral;
import cn.tuodi.claim.Scheme;
import cn.tuodi.policy.AreaLevel;
import cn.tuodi.policy.Channel;
import cn.tuodi.policy.Circumstance;
import cn.tuodi.policy.EnrolmentEvent;
import cn.tuodi.policy.FiscalArea;
import cn.tuodi.policy.LocalMatter;
import cn.tuodi.policy.OutOfScope;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.PersonClass;
import cn.tuodi.policy.PremiumOutcome;
import cn.tuodi.policy.Provision;
import cn.tuodi.policy.ReferenceDay;
import cn.tuodi.policy.TermsOutcome;
import cn.tuodi.table.cell.CellType;
import cn.tuodi.table.cell.CellTypes;
import cn.tuodi.table.cell.PolicyTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The layouts of all tables of an edition, in the order in which a claim meets them. */
public final class Layouts {

  /** Who counts as severely disabled. */
  public static final TableLayout SEVERE_DISABILITY =
      new TableLayout("重度残疾", "disability", "$step : DisabilityAssessedStep",
          "examined == false",
          List.of(provision(), always("残疾等级", CellTypes.COUNT, "grade == $param"),
              when("残疾类别", CellType.of(DisabilityKind.class, DisabilityKind::label), "disabilityKind == $param"),
              from(), to(), then("重度残疾", CellTypes.YES_NO, "insert( $step.examined( $param ) );"), note()));

  /** The class that an identity gives. */
  public static final TableLayout CLASSES = new TableLayout("对象分类", "classes", "$step : ClassificationStep",
      "stage == \"IN_FORCE\"",
      Conditions.ofPersons(provision(), always("身份", PolicyTypes.IDENTITY, "type == $param"),
          when("重度残疾", CellTypes.YES_NO, "severe == $param"),
          when("认定类别", CellTypes.COUNT, "assignedClass == $param"),
          whenThere("认定日期不早于", CellTypes.DATE, "recognised >= $param").asLater(),
          whenThere("认定日期早于", CellTypes.DATE, "recognised < $param").asLater(), from(), to(),
          then("对象类别", PolicyTypes.PERSON_CLASS, "PersonClass personClass = $param;"),
          then("按重残待遇", CellTypes.YES_NO, "boolean severe = $param;"),
          then("优先次序", CellTypes.COUNT, "int rank = $param;"),
          then("类别名称", CellTypes.PLAIN_TEXT, "String label = $param;"),
          thenMaybe("有效期（月）", CellTypes.COUNT, "Integer months = $param;").asLater(),
          then("英文名称", CellTypes.PLAIN_TEXT,
              "insert( $step.standing( new Standing( personClass, rank, $step.atHand(), severe, label, $param, source ), months ) );"),
          note()));

  /** Preferential terms of critical-illness insurance. */
  public static final TableLayout PREFERENCES =
      new TableLayout("大病保险倾斜", "preferences", "$step : CriticalIllnessStep", null,
          Conditions.ofClaims(provision(), always("身份", PolicyTypes.IDENTITY, "type == $param"), from(), to(),
              thenMaybe("起付线保留比例", CellTypes.RATE, "Rate deductibleShare = $param;"),
              thenMaybe("报销比例提高（百分点）", CellTypes.RATE, "Rate points = $param;"),
              then("取消封顶线", CellTypes.YES_NO, "insert( $step.granting( deductibleShare, points, $param, source ) );"),
              note()));

  /** What institutions bear of the cost outside of the scope of the policy. */
  public static final TableLayout INSTITUTION_SHARES = new TableLayout(OutOfScope.SHEET, "institution",
      "$step : SettledStep", "ready == false",
      Conditions.ofClaims(provision(), when("对象类别", PolicyTypes.PERSON_CLASS, "personClass == $param"),
          when("医疗机构级别", CellTypes.LEVEL, "institutionLevel == $param"),
          when("就医地", PolicyTypes.PLACE, "place == $param"), from(), to(),
          then("界限", CellTypes.RATE, "Rate share = $param;"),
          then("计入费用", CellType.of(OutOfScope.class, OutOfScope::label),
              "insert( $step.bearing( share, $param, source ) );"),
          note()));

  /** Terms of assistance. */
  public static final TableLayout TERMS = new TableLayout("救助待遇", "terms", "$step : SettledStep", "ready == true",
      Conditions.afterInsurance(provision(), always("对象类别", PolicyTypes.PERSON_CLASS, "personClass == $param"),
          when("身份", PolicyTypes.IDENTITY, "identity == $param"), when("重度残疾", CellTypes.YES_NO, "severe == $param"),
          when("医疗类别", PolicyTypes.CARE, "kind == $param"), from(), to(),
          then("结果", CellType.of(TermsOutcome.class, TermsOutcome::label),
              "TermsStep.Builder terms = $step.under( source ).outcome( $param );"),
          thenMaybe("另行提示", PolicyTypes.FURTHER_NOTICE, "terms.alsoNotice( $param );"),
          thenMaybe("依据文件", CellTypes.PLAIN_TEXT, "terms.instrument( $param );"),
          thenMaybe("起付线", CellTypes.YUAN, "terms.deductible( $param );"),
          thenMaybe("救助比例", CellTypes.RATE, "terms.rate( $param );"),
          thenMaybe("第二段起点", CellTypes.YUAN, "terms.from( $param );"),
          thenMaybe("第二段比例", CellTypes.RATE, "terms.at( $param );"),
          thenMaybe("第三段起点", CellTypes.YUAN, "terms.from( $param );").asLater(),
          thenMaybe("第三段比例", CellTypes.RATE, "terms.at( $param );").asLater(),
          thenMaybe("第四段起点", CellTypes.YUAN, "terms.from( $param );").asLater(),
          thenMaybe("第四段比例", CellTypes.RATE, "terms.at( $param );").asLater(),
          thenMaybe("累计口径", PolicyTypes.ACCUMULATOR, "terms.accumulator( $param );"),
          thenMaybe("起付线累计口径", PolicyTypes.ACCUMULATOR, "terms.deductibleAccumulator( $param );").asLater(),
          thenMaybe("起付线按次计算", CellTypes.YES_NO, "terms.eachBill( $param );").asLater(),
          thenMaybe("第二限额累计口径", PolicyTypes.ACCUMULATOR, "terms.within( $param );").asLater(),
          thenMaybe("第二限额", CellTypes.YUAN, "terms.cap( $param );").asLater(),
          thenMaybe("第三限额累计口径", PolicyTypes.ACCUMULATOR, "terms.within( $param );").asLater(),
          thenMaybe("第三限额", CellTypes.YUAN, "terms.cap( $param );").asLater(),
          thenMaybe("限额条款", CellTypes.PROVISION_ID, "terms.capSource( $param );"),
          thenMaybe("年度限额", CellTypes.YUAN, "terms.annualCap( $param );"),
          thenMaybe("单次限额", CellTypes.YUAN, "terms.billCap( $param );").asLater(),
          thenMaybe("支付方", PolicyTypes.PAYER, "terms.payer( $param );").asLater(),
          thenMaybe("单项年度限额", CellTypes.YUAN, "insert( terms.careCap( $param ).build() );"), note()));

  /** When a person is admitted to assistance. */
  public static final TableLayout ADMISSIONS =
      new TableLayout("准予条件", "admissions", "$step : TermsStep", "outcome == \"PAY\"",
          Conditions.circumstances(flag("准予", "insert( $step.admitted() );")));

  /** When assistance is denied. */
  public static final TableLayout DENIALS =
      new TableLayout("不予救助", "denials", "$step : TermsStep", "outcome == \"PAY\"",
          Conditions.circumstances(then("原因", PolicyTypes.GROUND_OF_DENIAL, "NoticeCode reason = $param;"),
              then("可复核", CellTypes.YES_NO, "$step.ledger().notice( Notice.denial( reason, $param, source ) );")));

  /** Circumstances that change the rate of one claim. */
  public static final TableLayout ADJUSTMENTS = new TableLayout("比例调整", "adjustments", "$step : AdmissionStep", null,
      Conditions.afterInsurance(provision(),
          always("情形", CellType.of(Circumstance.class, Circumstance::label), "circumstance == $param"), from(), to(),
          thenMaybe("降低百分点", CellTypes.RATE, "Rate points = $param;"),
          thenMaybe("按比例折算", CellTypes.RATE, "Rate portion = $param;"),
          thenMaybe("统一比例", CellTypes.RATE, "Rate flat = $param;").asLater(),
          thenMaybe("提示", PolicyTypes.RATE_NOTICE,
              "insert( $step.adjusted( points, portion, flat, $param, source ) );"),
          note()));

  /** Terms of top-up assistance. */
  public static final TableLayout TOP_UP = new TableLayout("倾斜救助", "topup", "$step : AssistedStep", null,
      Conditions.afterInsurance(provision(), always("对象类别", PolicyTypes.PERSON_CLASS, "personClass == $param"),
          always("就医地", PolicyTypes.PLACE, "place == $param"), when("转诊", PolicyTypes.REFERRAL, "referral == $param"),
          from(), to(),
          then("起付标准", CellTypes.YUAN, "Money threshold = $param;"),
          then("救助比例", CellTypes.RATE, "Rate rate = $param;"),
          thenMaybe("支付方", PolicyTypes.PAYER, "Payer payer = $param;").asLater(),
          thenMaybe("年度限额", CellTypes.YUAN, "insert( $step.topUp( threshold, rate, $param, payer, source ) );"),
          note()));

  /** When a burden is reported. */
  public static final TableLayout WARNINGS = new TableLayout("费用预警", "warnings", "$step : SettledStep", "ready == true",
      Conditions.ofWarnings(provision(), when("对象类别", PolicyTypes.PERSON_CLASS, "personClass == $param"),
          whenThere("年度负担超过", CellTypes.FEN, "burden > $param"), from(), to(),
          flag("预警", "$step.warn( source );"),
          flag("提示可申请救助",
              "$step.ledger().notice( Notice.info( NoticeCode.ASSISTANCE_MAY_BE_APPLIED_FOR, source ) );"),
          note()));

  /** The rows of that sheet that look at what is left to the person once everything is paid. */
  static final TableLayout WARNINGS_AT_THE_END =
      new TableLayout(WARNINGS.sheet(), "concluded", "$step : ConcludedStep", null, WARNINGS.columns());

  /** How a claim is settled. */
  public static final TableLayout CHANNELS = new TableLayout("结算方式", "channels", "$step : AssistedStep", null,
      Conditions.afterInsurance(provision(), when("对象类别", PolicyTypes.PERSON_CLASS, "personClass == $param"),
          when("身份", PolicyTypes.IDENTITY, "identity == $param"), when("医疗类别", PolicyTypes.CARE, "kind == $param"),
          when("省外就医", CellTypes.YES_NO, "outOfProvince == $param"),
          when("定点机构", CellTypes.YES_NO, "designated == $param"), from(), to(),
          then("结算方式", CellType.of(Channel.class, Channel::label), "Channel channel = $param;"),
          thenMaybe("申请期限（月）", CellTypes.COUNT, "$step.settleThrough( channel, $param, source );"), note()));

  /** Who is helped with the premium, and with what share of it. */
  public static final TableLayout PREMIUMS = new TableLayout("参保资助", "premiums", "$step : PremiumHolderStep", null,
      Conditions.ofHolders(provision(), when("身份", PolicyTypes.IDENTITY, "type == $param"),
          when("认定类别", CellTypes.COUNT, "assignedClass == $param"),
          when("缴费日有效", CellTypes.YES_NO, "inForce == $param"),
          when("征缴期内认定并缴费", CellTypes.YES_NO, "inCollectionPeriod == $param"),
          when("农村", CellTypes.YES_NO, "rural == $param"), when("重度残疾", CellTypes.YES_NO, "severe == $param"),
          when("重病患者", CellTypes.YES_NO, "seriouslyIll == $param"),
          whenThere("年满（岁）", CellTypes.COUNT, "age >= $param"),
          whenThere("未满（岁）", CellTypes.COUNT, "age < $param"),
          when("参保年度自", CellTypes.YEAR, "insuredYear >= $param"),
          when("参保年度至", CellTypes.YEAR, "insuredYear <= $param"),
          when("本年度已资助", CellTypes.YES_NO, "alreadySubsidised == $param"), from(), to(),
          then("结果", CellType.of(PremiumOutcome.class, PremiumOutcome::label), "PremiumOutcome outcome = $param;"),
          thenMaybe("依据文件", CellTypes.PLAIN_TEXT, "String instrument = $param;"),
          thenMaybe("资助比例", CellTypes.RATE, "$step.offer( outcome, $param, instrument, source );"), note()));

  /** What the public purse pays for an insured person. */
  public static final TableLayout FISCAL_SHARES =
      new TableLayout("财政补助", "fiscal", "$step : PremiumStep", "examined == true",
          Conditions.ofResidents(provision(), always("参保年度", CellTypes.YEAR, "insuredYear == $param"),
              always("地区类型", CellType.of(FiscalArea.class, FiscalArea::label), "area == $param"),
              then("中央财政（元）", CellTypes.YUAN, "Money central = $param;"),
              then("自治区财政（元）", CellTypes.YUAN, "Money region = $param;"),
              then("市县财政（元）", CellTypes.YUAN, "$step.shares( central, region, $param, source );"), note()));

  /** Below what a personal contribution is refused. */
  public static final TableLayout MIN_CONTRIBUTIONS =
      new TableLayout("最低缴费", "contributions", "$step : PremiumStep", "examined == true",
          Conditions.ofResidents(provision(), always("参保年度", CellTypes.YEAR, "insuredYear == $param"),
              then("最低缴费标准", CellTypes.YUAN, "$step.requireAtLeast( $param );"), note()));

  /** Who must wait for benefits. */
  public static final TableLayout WAITING = new TableLayout("待遇等待期", "waiting", "$step : PremiumHolderStep", null,
      Conditions.ofHolders(provision(), when("身份", PolicyTypes.IDENTITY, "type == $param"),
          when("身份有效", CellTypes.YES_NO, "inForce == $param"),
          when("农村", CellTypes.YES_NO, "rural == $param"),
          when("参保情形", CellType.of(EnrolmentEvent.class, EnrolmentEvent::label), "event == $param"),
          whenThere("断保不超过（月）", CellTypes.COUNT, "monthsSinceEmployment <= $param"),
          whenThere("断保超过（月）", CellTypes.COUNT, "monthsSinceEmployment > $param"), from(), to(),
          then("设等待期", CellTypes.YES_NO, "boolean applies = $param;"),
          then("自参保当月享受", CellTypes.YES_NO, "$step.wait( applies, $param, source );"), note()));

  /** Terms of assistance on application. */
  public static final TableLayout APPLICATIONS =
      new TableLayout("依申请救助", "applications", "$step : ApplicationStep", null,
          Conditions.ofPersons(provision(), when("身份", PolicyTypes.IDENTITY, "identity == $param").asLater(), from(),
              to(),
              then("对象身份", CellType.someOf(IdentityType.class, IdentityType::label),
                  "java.util.Set<IdentityType> openTo = $param;"),
              then("重病患者亦可", CellTypes.YES_NO, "boolean seriouslyIll = $param;"),
              then("基准日", CellType.of(ReferenceDay.class, ReferenceDay::label), "ReferenceDay reference = $param;"),
              then("追溯（月）", CellTypes.COUNT, "int months = $param;"),
              thenMaybe("收入须低于低保标准（倍）", CellTypes.MULTIPLE, "java.math.BigDecimal multiple = $param;"),
              thenMaybe("收入须低于", CellTypes.YUAN, "Money below = $param;").asLater(),
              then("起付标准", CellTypes.YUAN, "Money deductible = $param;"),
              then("救助比例", CellTypes.RATE, "Bands bands = new Bands( deductible, $param );"),
              thenMaybe("第二段起点", CellTypes.YUAN, "bands.from( $param );").asLater(),
              thenMaybe("第二段比例", CellTypes.RATE, "bands.at( $param );").asLater(),
              thenMaybe("第三段起点", CellTypes.YUAN, "bands.from( $param );").asLater(),
              thenMaybe("第三段比例", CellTypes.RATE, "bands.at( $param );").asLater(),
              thenMaybe("第四段起点", CellTypes.YUAN, "bands.from( $param );").asLater(),
              thenMaybe("第四段比例", CellTypes.RATE, "bands.at( $param );").asLater(),
              thenMaybe("年度限额", CellTypes.YUAN, "Money cap = $param;"),
              thenMaybe("家庭合并计算", CellTypes.YES_NO, "Boolean together = $param;").asLater(),
              then("一年一次", CellTypes.YES_NO,
                  "insert( $step.terms( openTo, seriouslyIll, reference, months, multiple, below, bands, cap, together, $param, source ) );"),
              note()));

  /** The test whether illness has impoverished a household. */
  public static final TableLayout HOUSEHOLDS =
      new TableLayout("因病致贫认定", "households", "$step : HouseholdStep", null,
          List.of(provision(), from(), to(),
              thenMaybe("人均收入须低于低保标准（倍）", CellTypes.MULTIPLE, "java.math.BigDecimal multiple = $param;"),
              thenMaybe("人均收入须低于", CellTypes.YUAN, "Money below = $param;").asLater(),
              thenMaybe("收入先扣除自付费用", CellTypes.YES_NO, "Boolean deducted = $param;").asLater(),
              thenMaybe("自付费用须超过收入的比例", CellTypes.RATE, "Rate share = $param;").asLater(),
              thenMaybe("自付费用须超过", CellTypes.YUAN, "Money above = $param;").asLater(),
              thenMaybe("财产须符合规定", CellTypes.YES_NO, "Boolean assets = $param;").asLater(),
              thenMaybe("另行规定的文件", CellTypes.PLAIN_TEXT,
                  "insert( $step.test( multiple, below, deducted, share, above, assets, $param, source ) );"),
              note()));

  /** All of them. */
  public static final List<TableLayout> ALL =
      List.of(SEVERE_DISABILITY, CLASSES, PREFERENCES, INSTITUTION_SHARES, TERMS,
          ADMISSIONS, DENIALS, ADJUSTMENTS, TOP_UP, WARNINGS, CHANNELS, PREMIUMS, FISCAL_SHARES, MIN_CONTRIBUTIONS,
          WAITING, APPLICATIONS, HOUSEHOLDS);

  /** Those that questions about premiums, applications and households meet, and claims do not. */
  private static final Set<TableLayout> OF_QUESTIONS =
      Set.of(PREMIUMS, FISCAL_SHARES, MIN_CONTRIBUTIONS, WAITING, APPLICATIONS, HOUSEHOLDS);

  /** The sheet of parameters. */
  public static final DataLayout PARAMETERS = new DataLayout("参数",
      List.of(provision(), then("参数", CellType.of(Parameter.class, Parameter::label), ""),
          thenMaybe("取值", CellTypes.ANYTHING, ""), note()));

  /** The scope of critical-illness insurance. */
  public static final DataLayout CRITICAL_ILLNESS_SCOPE = new DataLayout("大病保险范围",
      List.of(provision(), always("医疗类别", PolicyTypes.CARE, "kind == $param"), from(), to(),
          then("纳入大病保险", CellTypes.YES_NO, ""),
          note()));

  /** What the edition says of identities: groups of its own, and who is rural. */
  public static final DataLayout IDENTITIES = new DataLayout("身份",
      List.of(provision(), then("身份", PolicyTypes.IDENTITY, ""), thenMaybe("身份代码", PolicyTypes.IDENTITY_CODE, ""),
          thenMaybe("名称", CellTypes.PLAIN_TEXT, ""), thenMaybe("英文名称", CellTypes.PLAIN_TEXT, ""),
          then("农村", CellTypes.YES_NO, ""), note()),
      true);

  /** The sheet that names the edition, one row. */
  public static final DataLayout EDITION = new DataLayout("版本",
      List.of(then("地区", CellTypes.PLAIN_TEXT, ""), then("年度", CellTypes.YEAR, ""),
          then("行政区划代码", CellTypes.AREA_CODE, ""), then(Column.FROM, CellTypes.DATE, ""),
          thenMaybe(Column.TO, CellTypes.DATE, ""), then("名称", CellTypes.FREE_TEXT, ""),
          then("英文名称", CellTypes.FREE_TEXT, ""),
          thenMaybe("生效前先适用的参保年度自", CellTypes.YEAR, "")));

  /** The sheet of instruments. */
  public static final DataLayout INSTRUMENTS = new DataLayout("文件",
      List.of(then("文号", CellTypes.FREE_TEXT, ""), then("名称", CellTypes.FREE_TEXT, ""),
          then("英文名称", CellTypes.FREE_TEXT, ""), then("印发日期", CellTypes.DATE, ""),
          then("施行日期", CellTypes.DATE, "")));

  /** The sheet of provisions. */
  public static final DataLayout PROVISIONS = new DataLayout("条款",
      List.of(then("条款编号", CellTypes.PROVISION_ID, ""), then("文号", CellTypes.FREE_TEXT, ""),
          then("条款位置", CellTypes.FREE_TEXT, ""),
          then("状态", CellType.of(Provision.Status.class, Provision.Status::label), ""),
          then("事项", CellType.of(Provision.Question.class, Provision.Question::label), ""),
          then("内容", CellTypes.FREE_TEXT, ""), then("英文内容", CellTypes.FREE_TEXT, "")));

  /** The sheet of what the edition leaves to its pooling areas, and within which bounds. */
  public static final DataLayout LEFT_TO_AREAS = new DataLayout("地方标准",
      List.of(provision(), then("事项", CellType.of(LocalMatter.class, LocalMatter::label), ""),
          thenMaybe("起付标准不低于", CellTypes.YUAN, ""), thenMaybe("起付标准不高于", CellTypes.YUAN, ""),
          thenMaybe("救助比例不低于", CellTypes.RATE, ""),
          thenMaybe("年度限额不高于", CellTypes.YUAN, ""), thenMaybe("限额与何种身份相同", PolicyTypes.IDENTITY, ""),
          then("最低层级", CellType.of(AreaLevel.class, AreaLevel::label), ""), note()));

  /** All sheets of data. */
  public static final List<DataLayout> DATA =
      List.of(PARAMETERS, CRITICAL_ILLNESS_SCOPE, IDENTITIES, BaseFigureSheet.LAYOUT, EDITION, INSTRUMENTS, PROVISIONS,
          LEFT_TO_AREAS,
          CaseLayout.CASES);

  private Layouts() {}

  static Column provision() {
    return then("条款", CellTypes.PROVISION_ID, "Source source = $param;");
  }

  static Column from() {
    return when(Column.FROM, CellTypes.DATE, "day >= $param");
  }

  static Column to() {
    return when(Column.TO, CellTypes.DATE, "day <= $param");
  }

  /** Whether claims meet the rows of a sheet. */
  public static boolean isOfClaims(String sheet) {
    return ALL.stream().anyMatch(layout -> layout.sheet().equals(sheet) && !OF_QUESTIONS.contains(layout));
  }

  /** All columns that a sheet may have, by its name; empty where editions have no such sheet. */
  public static Optional<List<Column>> columns(String sheet) {
    return Stream.concat(ALL.stream().filter(layout -> layout.sheet().equals(sheet)).map(TableLayout::columns),
        DATA.stream().filter(layout -> layout.sheet().equals(sheet)).map(DataLayout::columns)).findFirst();
  }
}
