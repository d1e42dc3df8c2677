package cn.tuodi.edition;

import static cn.tuodi.edition.SmallEdition.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.tuodi.edition.source.InvalidEdition;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What sheets cannot say is refused where it stands, and so is what they say and no rule would read. */
class RefusedSheetsTest {

  private static final String N = "无";
  private static final String ANY = "不限";

  /**
   * A policy with one thing wrong.
   *
   * @param name what is wrong
   * @param policy the policy
   * @param findings sheet, cell and words of each finding, all there may be
   */
  record Refused(String name, SmallEdition policy, String... findings) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Refused> policies() {
    return List.of(
        new Refused("a heading that there is not", new SmallEdition().sheet("准予条件", "准许").row("准予条件", "是"),
            "准予条件 B3 没有“准许”这样的列标题，最接近的是“准予”", "准予条件 A3 缺少“准予”一列"),
        new Refused("a heading twice",
            new SmallEdition().sheet("准予条件", "急诊", "急诊", "准予").row("准予条件", "不限", "不限", "是"),
            "准予条件 C3 列标题“急诊”重复"),
        new Refused("a column that is needed left out",
            new SmallEdition().sheet("因病致贫认定").row("因病致贫认定"), "因病致贫认定 A4 "),
        new Refused("a parameter that means nothing by itself",
            new SmallEdition().parameter("农村低收入人口身份", "低保对象"), "参数 C14 没有“目录外费用由医疗机构承担的界限”时“农村低收入人口身份”不起作用"),
        new Refused("parameters that mean nothing without others, without a matter and without a sheet",
            new SmallEdition().parameter("免除住院押金须经基层首诊转诊", "否").parameter("门诊跨省直接结算医疗类别", "普通门诊")
                .parameter("地方倾斜救助限省内就医", "否").parameter("超限额倾斜救助限定点机构就医", "否").parameter("依申请救助须已参保", "否")
                .parameter("因病致贫自认定之日追溯", "是").parameter("因病致贫追溯医疗类别", "住院"),
            "参数 C25 没有“免除住院押金的身份”时“免除住院押金须经基层首诊转诊”不起作用", "参数 C26 没有“门诊跨省直接结算起始日”时“门诊跨省直接结算医疗类别”不起作用",
            "参数 C27 没有“倾斜救助标准”时“地方倾斜救助限省内就医”不起作用", "参数 C28 没有“超限额倾斜救助标准”时“超限额倾斜救助限定点机构就医”不起作用",
            "参数 C29 没有“依申请救助”时“依申请救助须已参保”不起作用",
            "参数 C30 没有“因病致贫申请前追溯月数”时“因病致贫自认定之日追溯”不起作用", "参数 C31 没有“因病致贫申请前追溯月数”时“因病致贫追溯医疗类别”不起作用"),
        new Refused("what institutions bear, said twice",
            new SmallEdition().parameter("目录外费用由医疗机构承担的界限", rate("0.1")).parameter("农村低收入人口身份", "低保对象")
                .sheet("机构承担费用", "界限", "计入费用").row("机构承担费用", rate("0.1"), "目录外自费"),
            "参数 C13 “机构承担费用”表已写明医疗机构承担的费用，不能再写“目录外费用由医疗机构承担的界限”"),
        new Refused("two rows of what institutions bear",
            new SmallEdition().sheet("机构承担费用", "医疗机构级别", "界限", "计入费用").row("机构承担费用", 3, rate("0.12"), "目录外自费")
                .row("机构承担费用", "不限", rate("0.08"), "目录外自费"),
            "机构承担费用 B5 "),
        new Refused("severe disability that no sheet tells",
            new SmallEdition().sheet("参保资助", "重度残疾", "结果", "资助比例").row("参保资助", "是", "按比例资助", rate("0.5")),
            "参保资助 B4 缺少“重度残疾”表"),
        new Refused("a local standard that nothing waits for", new SmallEdition().leaves("依申请救助标准"),
            "地方标准 B4 本版没有等待“依申请救助标准”的行"),
        new Refused("a cap that its own kind of care does not add to", capped("门诊慢特病"), "救助待遇 G4 本行的医疗类别不在累计口径之内"),
        new Refused("what adds up to a deductible that there is not",
            terms("起付线累计口径").row("救助待遇", "一类", "救助", rate("0.5"), "全部合并", "住院")
                .row("救助待遇", "二类", "救助", rate("0.5"), "全部合并", N).row("救助待遇", "无类别", "非救助对象", N, N, N),
            "救助待遇 F4 本行没有起付线，也不分段，“起付线累计口径”不起作用"),
        new Refused("each bill by itself without a deductible",
            terms("起付线按次计算").row("救助待遇", "一类", "救助", rate("0.5"), "全部合并", "是")
                .row("救助待遇", "二类", "救助", rate("0.5"), "全部合并", "否").row("救助待遇", "无类别", "非救助对象", N, N, N),
            "救助待遇 F4 本行没有起付线，也不分段，“起付线按次计算”不起作用"),
        new Refused("each bill by itself, and what adds up",
            terms("起付线", "起付线按次计算", "起付线累计口径")
                .row("救助待遇", "一类", "救助", rate("0.5"), "全部合并", 1000, "是", "全部合并")
                .row("救助待遇", "二类", "救助", rate("0.5"), "全部合并", 1000, "是", N)
                .row("救助待遇", "无类别", "非救助对象", N, N, N, N, N),
            "救助待遇 H4 起付线按次计算的，不累计“起付线累计口径”"),
        new Refused("two caps of the same",
            terms("年度限额", "第二限额", "第二限额累计口径")
                .row("救助待遇", "一类", "救助", rate("0.5"), "全部合并", 1000, 2000, "住院、门诊慢特病、重特大疾病门诊")
                .row("救助待遇", "二类", "救助", rate("0.5"), "全部合并", 1000, 2000, "住院")
                .row("救助待遇", "无类别", "非救助对象", N, N, N, N, N),
            "救助待遇 G4 “第二限额”与“年度限额”限的是同样的费用"),
        new Refused("a cap of one bill above that of the year",
            terms("年度限额", "单次限额").row("救助待遇", "一类", "救助", rate("0.5"), "全部合并", 1000, 1000.01)
                .row("救助待遇", "二类", "救助", rate("0.5"), "全部合并", 1000, 1000)
                .row("救助待遇", "无类别", "非救助对象", N, N, N, N),
            "救助待遇 G4 “单次限额”高于“年度限额”"),
        new Refused("a term of no months", lasting(0), "对象分类 H7 有效期至少 1 个月"),
        new Refused("months to apply in where nobody applies",
            new SmallEdition().sheet("结算方式", "结算方式", "申请期限（月）").row("结算方式", "一站式结算", 12),
            "结算方式 C4 只有窗口申请才有申请期限"),
        new Refused("assistance on application open to others than its row is for",
            applications("低保对象", "低保边缘家庭成员", 12), "依申请救助 C4 “对象身份”不含本行的“身份”（低保对象）"),
        new Refused("assistance on application that looks back no month", applications("低保对象", "低保对象", 0),
            "依申请救助 F4 追溯至少 1 个月"),
        new Refused("a measure that no row asks for", new SmallEdition().parameter("年度救助费用累计口径", "全部合并"),
            "参数 C25 没有一行按年度救助费用设条件"),
        new Refused("a measure that is missing",
            new SmallEdition().sheet("准予条件", "年度救助费用达到", "年度救助费用未达到", "准予").row("准予条件", 1000, N, "是")
                .row("准予条件", N, 1000, "是"),
            "准予条件 B4 按年度救助费用设条件，须在“参数”表写“年度救助费用累计口径”",
            "准予条件 C5 按年度救助费用设条件，须在“参数”表写“年度救助费用累计口径”"),
        new Refused("top-up assistance of a class that is never paid",
            new SmallEdition().sheet("倾斜救助", "对象类别", "就医地", "起付标准", "救助比例")
                .row("倾斜救助", "三类", "统筹地区内", 0, rate("0.5")),
            "倾斜救助 B4 本版“救助待遇”表不救助“三类”"),
        new Refused("top-up assistance of the edition and of its areas",
            new SmallEdition().leaves("倾斜救助标准").sheet("倾斜救助", "对象类别", "就医地", "起付标准", "救助比例")
                .row("倾斜救助", "一类", "统筹地区内", 0, rate("0.5")),
            "地方标准 B4 本版“倾斜救助”表已经规定，不能再由地方填写“倾斜救助标准”"),
        new Refused("severe disability that no class asks for", severeWithoutClass(), "参数 C9 “对象分类”表没有区分重度残疾的行"),
        new Refused("preferential terms of employees without a plan", employees(), "大病保险倾斜 C7 本版不按方案计算职工的大病保险"),
        new Refused("two flat rates of one bill", flatRates("不限"), "比例调整 D5 第 4 行和第 5 行会同时遇到未办转诊、申请时才参保的单据"),
        new Refused("caps of top-up assistance apart for kinds of care", topUp(20000),
            "倾斜救助 G5 第 4 行和第 5 行按医疗类别写了不同的年度限额"),
        new Refused("a cap of top-up assistance for one kind of care and none for another", topUp(N),
            "倾斜救助 G5 第 4 行和第 5 行按医疗类别写了不同的年度限额"),
        new Refused("a code that the policy does not define",
            new SmallEdition().sheet("参保资助", "身份", "身份代码", "结果", "资助比例")
                .row("参保资助", "其他特殊困难人员", "YF", "按比例资助", rate("0.5")),
            "参保资助 C4 “身份”表没有代码“YF”"),
        new Refused("a code under another identity, another twice, one without a name",
            new SmallEdition().sheet("身份", "身份", "身份代码", "名称", "英文名称", "农村").row("身份", "其他特殊困难人员", "YF", "优抚", "V", "否")
                .row("身份", "其他特殊困难人员", "YF", "优抚", "V", "否").row("身份", "孤儿", N, N, N, "否")
                .row("身份", "孤儿", N, "孤", N, "否")
                .sheet("参保资助", "身份", "身份代码", "结果", "资助比例").row("参保资助", "孤儿", "YF", "按比例资助", rate("0.5")),
            "参保资助 C4 “身份”表的代码“YF”属于“其他特殊困难人员”", "身份 C5 代码“YF”已在第 4 行", "身份 B7 “孤儿”已在第 6 行", "身份 D7 有代码的身份须写名称和英文名称"),
        new Refused("a code that no row asks for",
            new SmallEdition().sheet("身份", "身份", "身份代码", "名称", "英文名称", "农村").row("身份", "其他特殊困难人员", "YF", "优抚", "V",
                "否"),
            "身份 C4 没有一行写明代码“YF”"),
        new Refused("more conditions at once than can be looked at", manyConditions(), "准予条件 null 表内各行同时区分的条件太多"),
        new Refused("a band below the one before",
            new SmallEdition().sheet("救助待遇", "对象类别", "结果", "救助比例", "第二段起点", "第二段比例", "第三段起点", "第三段比例", "累计口径")
                .row("救助待遇", "一类", "救助", rate("0.5"), 2000, rate("0.6"), 2000, rate("0.7"), "全部合并")
                .row("救助待遇", "二类", "救助", rate("0.5"), N, N, N, N, "全部合并")
                .row("救助待遇", "无类别", "非救助对象", N, N, N, N, N, N),
            "救助待遇 G4 各段起点须逐段升高"),
        new Refused("a multiple of a figure that there is not", multiples("12倍 低保标淮", ANY, "低保标准", 800),
            "救助待遇 D4 “当地基数”表没有“低保标淮”，最接近的是“低保标准”", "当地基数 C4 没有一处金额写成“低保标准”的倍数或比例"),
        new Refused("a multiple without any figure", multiples("12倍 低保标准"), "救助待遇 D4 没有“低保标准”的数额"),
        new Refused("a multiple that is none", multiples("12倍"), "救助待遇 D4 “12倍”不是当地基数的倍数或比例"),
        new Refused("a figure of rural people only", multiples("50% 收入", "是", "收入", 800),
            "救助待遇 D4 地区 420100 自 2024-01-01 没有城镇居民的“收入”"),
        new Refused("a figure of nothing", multiples("50% 收入", ANY, "收入", 0), "救助待遇 D4 “50% 收入”算出来是 0.00 元",
            "当地基数 D4 基数应大于 0"),
        new Refused("a share that comes to less than a fen", multiples("1% 收入", ANY, "收入", 0.4),
            "救助待遇 D4 “1% 收入”算出来是 0.00 元"),
        new Refused("a multiple beyond every bill", multiples("1000倍 收入", ANY, "收入", 10000),
            "救助待遇 D4 “1000倍 收入”算出来是 10000000.00 元"),
        new Refused("a figure twice", multiples("50% 收入", ANY, "收入", 800, "否", "收入", 900),
            "当地基数 C5 与第 4 行的名称、城乡和日期重合"),
        new Refused("a name that no amount can have", multiples("50% 收入", ANY, "收入", 800, ANY, "3档标准", 900),
            "当地基数 C5 “3档标准”不能用作基数的名称"),
        new Refused("edges that do not rise in town, by figures of the place", edges(),
            "救助待遇 F4 第二段起点应高于起付线"),
        new Refused("a figure that ends before the policy does", ending(), "救助待遇 D4 地区 420100 自 2024-07-01 没有“收入”"),
        new Refused("a part of the place without the figure", part(), "救助待遇 D4 地区 420103 自 2024-01-01 没有“收入”"),
        new Refused("conditions that overlap by figures of the place", overlapping(),
            "准予条件 B5 年度合规费用达到“1000.00”、2024-01-01：第 4 行和第 5 行同时适用"),
        new Refused("a case that a condition leaves without a row",
            new SmallEdition().sheet("准予条件", "险种", "准予").row("准予条件", "职工", "是"), "准予条件 null 险种“城乡居民”"));
  }

  /** A deductible, and figures of the place: for whom, name, yuan. */
  private static SmallEdition multiples(Object deductible, Object... figures) {
    SmallEdition policy = new SmallEdition().sheet("救助待遇", "对象类别", "结果", "起付线", "救助比例", "第二段起点", "第二段比例", "累计口径")
        .row("救助待遇", "一类", "救助", deductible, rate("0.5"), N, N, "全部合并")
        .row("救助待遇", "二类", "救助", N, rate("0.5"), 1000, rate("0.6"), "全部合并")
        .row("救助待遇", "无类别", "非救助对象", N, N, N, N, N);
    if (figures.length > 0) {
      policy.sheet("当地基数", "农村", "基数", "金额（元）");
    }
    for (int i = 0; i < figures.length; i += 3) {
      policy.row("当地基数", figures[i], figures[i + 1], figures[i + 2]);
    }
    return policy;
  }

  private static SmallEdition edges() {
    SmallEdition policy = multiples("50% 收入", "是", "收入", 8000, "否", "收入", 10001);
    Object[][] usual = policy.rows("救助待遇");
    usual[1][5] = 5000;
    usual[1][6] = rate("0.6");
    return policy;
  }

  private static SmallEdition ending() {
    return multiples("50% 收入").sheet("当地基数", "基数", "失效日期", "金额（元）")
        .row("当地基数", "收入", LocalDate.of(2024, 6, 30), 800);
  }

  /** Of the parts of a city one alone states its figure. */
  private static SmallEdition part() {
    SmallEdition policy = multiples("50% 收入").leaves("当地基数");
    policy.put("local/420102/standards.xlsx", "当地基数", "条款", "基数", "金额（元）");
    return policy.add("local/420102/standards.xlsx", "当地基数", SmallEdition.PROVISION, "收入", 800);
  }

  /** Two lines of the year's cost, one in yuan and one by a figure that is higher in the country. */
  private static SmallEdition overlapping() {
    return new SmallEdition().sheet("当地基数", "农村", "基数", "金额（元）").row("当地基数", "是", "收入", 2000)
        .row("当地基数", "否", "收入", 1000).sheet("准予条件", "年度合规费用达到", "年度合规费用未达到", "准予")
        .row("准予条件", 1000, N, "是").row("准予条件", N, "1倍 收入", "是");
  }

  private static SmallEdition terms(String... more) {
    return new SmallEdition().sheet("救助待遇", Stream.concat(Stream.of("对象类别", "结果", "救助比例", "累计口径"), Stream.of(more))
        .toArray(String[]::new));
  }

  /** Recognitions as recipients of the minimum-living guarantee last some months. */
  private static SmallEdition lasting(int months) {
    SmallEdition policy = new SmallEdition();
    Object[][] usual = policy.rows("对象分类");
    policy.sheet("对象分类", "身份", "对象类别", "按重残待遇", "优先次序", "类别名称", "英文名称", "有效期（月）");
    for (int i = 1; i < usual.length; i++) {
      Object[] row = usual[i];
      policy.row("对象分类", row[1], row[2], row[3], row[4], row[5], row[6], row[1].equals("低保对象") ? months : N);
    }
    return policy;
  }

  private static SmallEdition applications(String identity, String openTo, int months) {
    return new SmallEdition()
        .sheet("依申请救助", "身份", "对象身份", "重病患者亦可", "基准日", "追溯（月）", "起付标准", "救助比例", "一年一次")
        .row("依申请救助", identity, openTo, "否", "申请之日", months, 1000, rate("0.5"), "否");
  }

  private static SmallEdition severeWithoutClass() {
    SmallEdition policy = new SmallEdition().parameter("区分重度残疾", "是").sheet("重度残疾", "残疾等级", "重度残疾");
    for (int grade = 1; grade <= 4; grade++) {
      policy.row("重度残疾", grade, grade < 3 ? "是" : "否");
    }
    return policy;
  }

  private static SmallEdition employees() {
    SmallEdition policy = new SmallEdition().parameter("职工可按方案计算大病保险", "否");
    Object[][] usual = policy.rows("大病保险倾斜");
    policy.sheet("大病保险倾斜", "身份", "险种", "起付线保留比例", "报销比例提高（百分点）", "取消封顶线");
    for (int i = 1; i < usual.length; i++) {
      boolean split = usual[i][1].equals("低保对象");
      policy.row("大病保险倾斜", usual[i][1], split ? "职工" : "不限", split ? rate("0.5") : N, split ? rate("0.05") : N, "否");
      if (split) {
        policy.row("大病保险倾斜", usual[i][1], "城乡居民", rate("0.5"), rate("0.05"), "否");
      }
    }
    return policy;
  }

  /** Flat rates of unreferred care and of late enrolment, the latter for a state of referral. */
  private static SmallEdition flatRates(String referral) {
    SmallEdition policy = new SmallEdition().sheet("比例调整", "情形", "转诊", "统一比例").row("比例调整", "未办理转诊备案", "不限", rate("0.3"))
        .row("比例调整", "申请时才参保", referral, rate("0.4"));
    return referral.equals("不限") ? policy
        : policy.row("比例调整", "申请时才参保", "无需转诊", rate("0.4")).row("比例调整", "申请时才参保", "未办理", N);
  }

  /** Top-up assistance of inpatient care with a cap of 30,000 yuan, and of chronic outpatient care with another. */
  private static SmallEdition topUp(Object cap) {
    return new SmallEdition().sheet("倾斜救助", "对象类别", "就医地", "医疗类别", "起付标准", "救助比例", "年度限额")
        .row("倾斜救助", "一类", "统筹地区内", "住院", 0, rate("0.5"), 30000)
        .row("倾斜救助", "一类", "统筹地区内", "门诊慢特病", 0, rate("0.4"), cap)
        .row("倾斜救助", "二类", "统筹地区内", "住院", 0, rate("0.5"), 10000);
  }

  private static SmallEdition capped(String adding) {
    SmallEdition policy = new SmallEdition().sheet("救助待遇", "对象类别", "医疗类别", "结果", "救助比例", "累计口径", "第二限额累计口径", "第二限额");
    for (String kind : List.of("住院", "门诊慢特病", "重特大疾病门诊", "门诊特殊药品", "普通门诊", "生育门诊")) {
      boolean stay = kind.equals("住院");
      for (String personClass : List.of("一类", "二类")) {
        policy.row("救助待遇", personClass, kind, "救助", rate("0.5"), "全部合并", stay && personClass.equals("一类") ? adding : N,
            stay && personClass.equals("一类") ? 1000 : N);
      }
    }
    return policy.row("救助待遇", "无类别", "不限", "非救助对象", N, N, N, N);
  }

  /** Rows that ask for a dozen facts, of which one alone would be enough. */
  private static SmallEdition manyConditions() {
    SmallEdition policy = new SmallEdition().sheet("准予条件", "险种", "参保状态", "本地户籍", "农村", "年满（岁）", "连续参保满（年）", "病种",
        "医疗机构级别", "急诊", "就医地", "转诊", "年度合规费用达到", "医疗类别", "定点机构", "准予");
    return policy
        .row("准予条件", "职工", "已参保", "是", "是", 18, 3, "恶性肿瘤", 1, "是", "省外", "已办理", 1000, "住院", "是", "是")
        .row("准予条件", "职工", "未参保", "是", "是", 28, 5, "肾透析", 2, "是", "统筹地区内", "未办理", 2000, "普通门诊", "是", "是");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("policies")
  @DisplayName("Refused where it stands:")
  void refused(Refused refused) {
    InvalidEdition found = assertThrows(InvalidEdition.class, () -> EditionChecker.check(refused.policy().sources()));
    List<String> told = found.findings().stream()
        .map(finding -> finding.sheet() + " " + finding.cell() + " " + finding.zh()).toList();
    assertEquals(refused.findings().length, told.size(), told.toString());
    Stream.of(refused.findings()).forEach(words -> assertEquals(1,
        told.stream().filter(one -> one.contains(words)).count(), words + " in " + told));
  }

  @Test
  @DisplayName("The policy that they are made of is sound")
  void sound() {
    EditionChecker.check(new SmallEdition().sources());
    EditionChecker.check(capped("住院").sources());
    EditionChecker.check(lasting(1).sources());
    EditionChecker.check(flatRates("已办理").sources());
    EditionChecker.check(applications("低保对象", "低保对象", 1).sources());
    EditionChecker.check(topUp(30000).sources());
  }
}
