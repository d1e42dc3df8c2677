package cn.tuodi.comparison;

import cn.tuodi.facts.Parameter;
import java.util.Locale;
import java.util.Map;

/** English names of sheets, columns and parameters, which workbooks have in Chinese only. */
final class EnglishNames {

  private static final Map<String, String> SHEETS = Map.ofEntries(Map.entry("版本", "Edition"),
      Map.entry("参数", "Parameters"), Map.entry("大病保险范围", "Scope of critical-illness insurance"),
      Map.entry("重度残疾", "Severe disability"), Map.entry("对象分类", "Classes"),
      Map.entry("大病保险倾斜", "Preferential terms of critical-illness insurance"), Map.entry("救助待遇", "Terms of assistance"),
      Map.entry("准予条件", "Admission"), Map.entry("不予救助", "Denial"), Map.entry("比例调整", "Rate adjustments"),
      Map.entry("倾斜救助", "Top-up assistance"), Map.entry("费用预警", "Warnings"), Map.entry("结算方式", "Settlement"),
      Map.entry("参保资助", "Premium subsidies"), Map.entry("财政补助", "Fiscal shares"),
      Map.entry("最低缴费", "Least contribution"),
      Map.entry("待遇等待期", "Waiting period"), Map.entry("依申请救助", "Assistance on application"),
      Map.entry("因病致贫认定", "Recognition of impoverishment by illness"), Map.entry("文件", "Instruments"),
      Map.entry("条款", "Provision register"),
      Map.entry("地方标准", "Left to pooling areas"),
      Map.entry("倾斜救助标准", "Local top-up terms"),
      Map.entry("超限额倾斜救助标准", "Local top-up above the annual cap"),
      Map.entry("依申请救助标准", "Local terms on application"),
      Map.entry("救助待遇标准", "Local terms of assistance"),
      Map.entry("大病保险方案", "Critical-illness schedule"),
      Map.entry("费用预警标准", "Local warning thresholds"),
      Map.entry("参保定额资助标准", "Fixed premium subsidies"),
      Map.entry("最低缴费标准", "Least contribution"));

  private static final Map<String, String> COLUMNS = Map.ofEntries(Map.entry("条款", "provision"),
      Map.entry("备注", "note"), Map.entry("生效日期", "from"), Map.entry("失效日期", "to"), Map.entry("身份", "identity"),
      Map.entry("残疾等级", "grade of disability"), Map.entry("残疾类别", "kind of disability"),
      Map.entry("重度残疾", "severe disability"), Map.entry("认定类别", "assigned class"), Map.entry("对象类别", "class"),
      Map.entry("按重残待遇", "terms of the severely disabled"), Map.entry("优先次序", "rank"),
      Map.entry("类别名称", "name of the class"), Map.entry("英文名称", "English name"),
      Map.entry("起付线保留比例", "share of the deductible that stays"), Map.entry("报销比例提高（百分点）", "points added to the rate"),
      Map.entry("取消封顶线", "cap lifted"), Map.entry("医疗类别", "kind of care"), Map.entry("结果", "outcome"),
      Map.entry("另行提示", "further notice"), Map.entry("依据文件", "instrument"), Map.entry("起付线", "deductible"),
      Map.entry("救助比例", "rate of assistance"), Map.entry("第二段起点", "second band from"),
      Map.entry("第二段比例", "rate of the second band"), Map.entry("累计口径", "accumulator"),
      Map.entry("限额条款", "provision of the cap"), Map.entry("年度限额", "annual cap"),
      Map.entry("单项年度限额", "annual cap of the kind of care"), Map.entry("未参保", "not enrolled"),
      Map.entry("本地户籍", "local hukou"), Map.entry("定点机构", "designated institution"), Map.entry("急诊", "emergency"),
      Map.entry("未办理转诊", "referral missing"), Map.entry("省外就医", "care out of the province"),
      Map.entry("准予", "admitted"),
      Map.entry("原因", "reason"), Map.entry("可复核", "may be reviewed"), Map.entry("情形", "circumstance"),
      Map.entry("降低百分点", "points taken off"), Map.entry("按比例折算", "paid at this portion"), Map.entry("提示", "notice"),
      Map.entry("就医地", "place of care"), Map.entry("转诊", "referral"), Map.entry("起付标准", "threshold"),
      Map.entry("年度负担超过", "burden of the year above"), Map.entry("预警", "warned of"),
      Map.entry("提示可申请救助", "hint at assistance on application"), Map.entry("结算方式", "settlement"),
      Map.entry("申请期限（月）", "months to apply"), Map.entry("缴费日有效", "holds on the day of payment"),
      Map.entry("征缴期内认定并缴费", "recognised and paid in the collection period"), Map.entry("农村", "rural"),
      Map.entry("重病患者", "seriously ill"), Map.entry("年满（岁）", "at least of age"), Map.entry("未满（岁）", "under the age of"),
      Map.entry("参保年度自", "insured year from"), Map.entry("参保年度至", "insured year to"),
      Map.entry("本年度已资助", "already subsidised this year"), Map.entry("资助比例", "share subsidised"),
      Map.entry("参保年度", "insured year"), Map.entry("地区类型", "kind of area"),
      Map.entry("中央财政（元）", "central government (yuan)"),
      Map.entry("自治区财政（元）", "region (yuan)"), Map.entry("市县财政（元）", "city and county (yuan)"),
      Map.entry("最低缴费标准", "least contribution"), Map.entry("身份有效", "identity holds"),
      Map.entry("参保情形", "how the person enrolled"), Map.entry("断保不超过（月）", "lapse of at most (months)"),
      Map.entry("断保超过（月）", "lapse of more than (months)"), Map.entry("设等待期", "must wait"),
      Map.entry("自参保当月享受", "benefits from the month of enrolment"), Map.entry("对象身份", "open to"),
      Map.entry("重病患者亦可", "open to the seriously ill"), Map.entry("基准日", "reference day"),
      Map.entry("追溯（月）", "months back"),
      Map.entry("收入须低于低保标准（倍）", "income below this multiple of the minimum-living standard"),
      Map.entry("一年一次", "once a year"),
      Map.entry("人均收入须低于低保标准（倍）", "income per head below this multiple of the minimum-living standard"),
      Map.entry("另行规定的文件", "instrument that governs"), Map.entry("参数", "parameter"), Map.entry("取值", "value"),
      Map.entry("纳入大病保险", "covered by critical-illness insurance"), Map.entry("地区", "region"), Map.entry("年度", "year"),
      Map.entry("行政区划代码", "area code"), Map.entry("名称", "name"),
      Map.entry("生效前先适用的参保年度自", "premiums before its first day, from insured year"),
      Map.entry("文号", "document number"), Map.entry("印发日期", "issued on"), Map.entry("施行日期", "in force from"),
      Map.entry("条款编号", "provision"), Map.entry("条款位置", "article"), Map.entry("状态", "status"),
      Map.entry("事项", "question"), Map.entry("内容", "content"), Map.entry("英文内容", "English content"),
      Map.entry("起付标准不低于", "deductible at least"),
      Map.entry("起付标准不高于", "deductible at most"),
      Map.entry("救助比例不低于", "rate at least"),
      Map.entry("年度限额不高于", "annual cap at most"),
      Map.entry("限额与何种身份相同", "cap as for identity"),
      Map.entry("最低层级", "lowest level"),
      Map.entry("制定文件", "issued by document"),
      Map.entry("险种", "scheme"),
      Map.entry("人均可支配收入", "disposable income per head"),
      Map.entry("封顶线", "cap"),
      Map.entry("资助金额", "amount of subsidy"),
      Map.entry("第1段比例", "rate of band 1"),
      Map.entry("第2段比例", "rate of band 2"),
      Map.entry("第2段起点", "band 2 from"),
      Map.entry("第3段比例", "rate of band 3"),
      Map.entry("第3段起点", "band 3 from"),
      Map.entry("第4段比例", "rate of band 4"),
      Map.entry("第4段起点", "band 4 from"));

  private EnglishNames() {}

  /** The name of a sheet; that of the workbook where there is no English one. */
  static String sheet(String sheet) {
    return SHEETS.getOrDefault(sheet, sheet);
  }

  /** The name of a column; its heading where there is no English one. */
  static String column(String heading) {
    return COLUMNS.getOrDefault(heading, heading);
  }

  /** A parameter in words. */
  static String parameter(Parameter parameter) {
    return words(parameter);
  }

  /** The constant of an enumeration in words, as the wire contract spells it. */
  static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
