package cn.tuodi.policy;

/**
 * A figure or choice that holds for a whole edition, whoever the person is. Each stands in one row of the sheet of
 * parameters (参数).
 */
public enum Parameter {
  /** Whether a person who enrolled when applying was insured when the cost arose. */
  LATE_ENROLMENT_INSURES("申请时参保视同已参保", Kind.YES_NO),
  /** Whether a critical-illness plan can be computed for employees. */
  EMPLOYEE_PLAN("职工可按方案计算大病保险", Kind.YES_NO),
  /** Share of disposable income per head that is the critical-illness deductible. */
  INCOME_SHARE("人均可支配收入折算起付线比例", Kind.RATE),
  /** Whether the advance share of class-B items is eligible for assistance. */
  ADVANCE_ELIGIBLE("乙类先行自付计入救助费用", Kind.YES_NO),
  /** Whether cost above price limits is eligible for assistance. */
  OVER_LIMIT_ELIGIBLE("超限价自付计入救助费用", Kind.YES_NO),
  /** Whether terms differ for the severely disabled. */
  SEVERE_DISABILITY_MATTERS("区分重度残疾", Kind.YES_NO),
  /** Months before an application from which an illness-impoverished person is entitled. */
  RETROSPECTIVE_MONTHS("因病致贫申请前追溯月数", Kind.COUNT),
  /** Whether the last identity lost still counts to the end of the month. */
  GRACE_TO_MONTH_END("最后身份退出后延至月末", Kind.YES_NO),
  /** Whether the most favourable of several identities counts; otherwise the first stated that gives a class. */
  MOST_FAVOURABLE("有几种身份时取最优一类", Kind.YES_NO),
  /** Share of the bill outside the catalogues above which the institution bears the cost. */
  INSTITUTION_SHARE("目录外费用由医疗机构承担的界限", Kind.RATE),
  /** Identities of the rural low-income whom that protects. */
  RURAL_LOW_INCOME("农村低收入人口身份", Kind.IDENTITIES),
  /** Self-paid share of the bill above which a notice says so. */
  SELF_PAID_SHARE("自费费用占比提示线", Kind.RATE),
  /** Identities whose deposit is waived. */
  DEPOSIT_WAIVER("免除住院押金的身份", Kind.IDENTITIES),
  /** Whether relief beyond assistance is pointed out when a cap was reached. */
  RELIEF_AT_CAP("达到限额时提示其他救助", Kind.YES_NO),
  /** Instrument that governs thalassaemia. */
  THALASSAEMIA_INSTRUMENT("地中海贫血另行规定的文件", Kind.TEXT),
  /** Instrument that governs a recognition made after the bill. */
  RECOGNISED_AFTER_INSTRUMENT("费用发生后才认定的另行规定文件", Kind.TEXT),
  /** Day from which some outpatient care is settled directly across provinces. */
  REMOTE_DIRECT_FROM("门诊跨省直接结算起始日", Kind.DATE),
  /** Diseases whose outpatient care is settled so. */
  REMOTE_DIRECT_CONDITIONS("门诊跨省直接结算病种", Kind.CONDITIONS),
  /** Whether top-up assistance exists that a local standard must define. */
  TOP_UP_ON_APPLICATION("倾斜救助待地方标准", Kind.YES_NO),
  /** Burden of the year that counts as heavy for the hint at top-up assistance. */
  TOP_UP_HINT_BURDEN("提示倾斜救助的年度负担", Kind.YUAN),
  /** Share of in-scope inpatient cost that the funds are to pay, over all claims together. */
  FUND_SHARE_TARGET("住院费用基金支付比例目标", Kind.RATE),
  /** Whether an identity that ended during a stay counts for the whole stay. */
  STAY_KEEPS_IDENTITY("住院期间退出的身份仍计", Kind.YES_NO, false),
  /** Whether other insurance is deducted before the base of assistance. */
  OTHER_INSURANCE_FIRST("其他保险先于救助扣除", Kind.YES_NO, false),
  /** Kinds of care whose assisted cost of the year rows ask for. */
  YEAR_COST_KINDS("年度救助费用累计口径", Kind.ACCUMULATOR, false),
  /** Whether the deposit is waived only for those whom primary care referred on; yes unless it says no. */
  DEPOSIT_AFTER_PRIMARY_CARE("免除住院押金须经基层首诊转诊", Kind.YES_NO, false),
  /** Whether the deposit is waived only in the pooling area; yes unless it says no. */
  DEPOSIT_IN_POOLING_AREA("免除住院押金限统筹地区内就医", Kind.YES_NO, false),
  /** Whether outpatient care is settled directly across provinces only with a referral in order; yes unless it says no. */
  REMOTE_DIRECT_REFERRED("门诊跨省直接结算须按规定转诊", Kind.YES_NO, false),
  /** Kinds of outpatient care that are settled so; chronic and major-disease care unless it says others. */
  REMOTE_DIRECT_CARE("门诊跨省直接结算医疗类别", Kind.ACCUMULATOR, false),
  /** Whether areas' top-up assistance needs a referral in order; yes unless it says no. */
  LOCAL_TOP_UP_REFERRED("地方倾斜救助须按规定转诊", Kind.YES_NO, false),
  /** Whether areas' top-up assistance is for care in the province; yes unless it says no. */
  LOCAL_TOP_UP_IN_PROVINCE("地方倾斜救助限省内就医", Kind.YES_NO, false),
  /** Whether top-up assistance above the annual cap is for care at designated institutions; yes unless it says no. */
  OVER_CAP_DESIGNATED("超限额倾斜救助限定点机构就医", Kind.YES_NO, false),
  /** Whether top-up assistance above the annual cap leaves out unreferred care elsewhere; yes unless it says no. */
  OVER_CAP_REFERRED("超限额倾斜救助省外就医须按规定转诊", Kind.YES_NO, false),
  /** Whether top-up assistance above the annual cap leaves out who enrolled when applying; yes unless it says no. */
  OVER_CAP_ENROLLED("超限额倾斜救助须费用发生时已参保", Kind.YES_NO, false),
  /** Whether assistance on application is for who is enrolled; yes unless it says no. */
  APPLICATION_ENROLLED("依申请救助须已参保", Kind.YES_NO, false),
  /** Whether a change of identity counts from the month after it, and the old one until then. */
  CHANGE_FROM_NEXT_MONTH("身份变更自次月起享受", Kind.YES_NO, false),
  /** Whether the month of recognition is the first of a term in months, which then ends with a month. */
  TERM_IN_WHOLE_MONTHS("有效期自认定当月起算", Kind.YES_NO, false),
  /** Whether entitlement in retrospect is counted from the recognition and not from the application. */
  RETROSPECTIVE_FROM_RECOGNITION("因病致贫自认定之日追溯", Kind.YES_NO, false),
  /** Kinds of care that are entitled in retrospect; all unless it says which. */
  RETROSPECTIVE_CARE("因病致贫追溯医疗类别", Kind.ACCUMULATOR, false),
  /** Whether of several classes the one counts by which the claim is paid most. */
  MOST_PAID("有几种身份时取救助金额最高一类", Kind.YES_NO, false);

  /** What a parameter's value is. */
  public enum Kind {
    YES_NO,
    RATE,
    COUNT,
    YUAN,
    DATE,
    TEXT,
    IDENTITIES,
    CONDITIONS,
    ACCUMULATOR
  }

  private final String label;
  private final Kind kind;
  private final boolean required;

  Parameter(String label, Kind kind) {
    this(label, kind, true);
  }

  Parameter(String label, Kind kind, boolean required) {
    this.label = label;
    this.kind = kind;
    this.required = required;
  }

  /** Whether every sheet of parameters states it; where another is left out, there is none. */
  public boolean isRequired() {
    return required;
  }

  /** The Chinese name, as the sheet shows it. */
  public String label() {
    return label;
  }

  /** What its value is. */
  public Kind kind() {
    return kind;
  }
}
