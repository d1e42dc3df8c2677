package cn.tuodi.assistance;

import static cn.tuodi.edition.SmallEdition.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cn.tuodi.application.ApplicationLedger;
import cn.tuodi.application.ApplicationQuestion;
import cn.tuodi.application.ApplicationStep;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.SmallEdition;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Person;
import cn.tuodi.money.Money;
import cn.tuodi.premium.PremiumLedger;
import cn.tuodi.premium.PremiumQuestion;
import cn.tuodi.premium.PremiumStep;
import cn.tuodi.table.Column;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.TableLayout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/** Every condition that a sheet may ask for by its heading decides which of its rows applies. */
class ConditionsTest {

  private static final String N = "无";
  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);
  private static final List<TableLayout> OF_CLAIMS = List.of(Layouts.CLASSES, Layouts.PREFERENCES,
      Layouts.INSTITUTION_SHARES, Layouts.TERMS,
      Layouts.ADMISSIONS, Layouts.ADJUSTMENTS, Layouts.TOP_UP, Layouts.WARNINGS, Layouts.CHANNELS);
  private static final List<TableLayout> OF_QUESTIONS = List.of(Layouts.PREMIUMS, Layouts.FISCAL_SHARES,
      Layouts.MIN_CONTRIBUTIONS, Layouts.WAITING, Layouts.APPLICATIONS);
  /** What circumstances make of the rate is looked at where there is one; the plan is computed. */
  private static final String PLANNED = "{\"payments\": {\"criticalIllness\": null}}";
  private static final String LATE = "{\"person\": {\"enrolment\": \"ENROLLED_AT_APPLICATION\"}}";
  private static final String UNREFERRED = "{\"care\": {\"referral\": \"MISSING\"}}";

  /**
   * A condition and facts that tell its cells apart.
   *
   * @param headings its heading, or the two by which a range is given
   * @param facts what a claim states, by the cells of the row that it meets
   */
  record Asked(List<String> headings, Map<String, List<Object>> facts) {

    static Asked of(String heading, Object one, String factsOfOne, Object other, String factsOfOther) {
      return new Asked(List.of(heading), Map.of(factsOfOne, List.of(one), factsOfOther, List.of(other)));
    }

    /** From an edge on, and below it. */
    static Asked range(String from, String below, Object edge, String least, String last) {
      return new Asked(List.of(from, below), Map.of(least, List.of(edge, N), last, List.of(N, edge)));
    }

    @Override
    public String toString() {
      return String.join("、", headings);
    }
  }

  static List<Asked> conditions() {
    String identity = "{\"person\": {\"identities\": [{\"type\": \"%s\", \"recognisedOn\": \"%s\"}]}}";
    String code =
        "{\"person\": {\"identities\": [{\"type\": \"MINIMUM_LIVING\", %s\"recognisedOn\": \"2010-01-01\"}]}}";
    String person = "{\"person\": {%s}}";
    String care = "{\"care\": {\"type\": \"INPATIENT\", %s}}";
    // Of what this leaves in scope critical-illness insurance pays half above 1,000.
    String bill = "{\"costs\": {\"total\": %s, \"policyScope\": %s}}";
    String scope = "{\"costs\": {\"total\": 20000, \"policyScope\": %s, \"selfPaid\": %s}}";
    return List.of(
        Asked.of("身份代码", "YF", code.formatted("\"code\": \"YF\", "), N, code.formatted("")),
        Asked.of("险种", "城乡居民", person.formatted("\"scheme\": \"RESIDENT\""), "职工",
            person.formatted("\"scheme\": \"EMPLOYEE\"")),
        Asked.of("参保状态", "已参保", person.formatted("\"enrolment\": \"INSURED\""), "申请时参保",
            person.formatted("\"enrolment\": \"ENROLLED_AT_APPLICATION\"")),
        Asked.of("本地户籍", "是", person.formatted("\"localHukou\": true"), "否", person.formatted("\"localHukou\": false")),
        Asked.of("农村", "是", person.formatted("\"rural\": true"), "否", person.formatted("\"rural\": false")),
        Asked.range("年满（岁）", "未满（岁）", 18, person.formatted("\"birthDate\": \"2006-06-01\""),
            person.formatted("\"birthDate\": \"2006-06-02\"")),
        Asked.range("连续参保满（年）", "连续参保未满（年）", 3, person.formatted("\"enrolledYears\": 3"),
            person.formatted("\"enrolledYears\": 2")),
        Asked.range("认定日期不早于", "认定日期早于", LocalDate.of(2023, 1, 10),
            identity.formatted("MINIMUM_LIVING", "2023-01-10"), identity.formatted("MINIMUM_LIVING", "2023-01-09")),
        Asked.of("对象类别", "一类", "{}", "二类", identity.formatted("LOW_INCOME_EDGE", "2010-01-01")),
        Asked.of("身份", "低保对象", "{}", "低保边缘家庭成员", identity.formatted("LOW_INCOME_EDGE", "2010-01-01")),
        Asked.of("重度残疾", "是", person.formatted("\"disability\": {\"grade\": 1, \"kind\": \"PHYSICAL\"}"), "否", "{}"),
        Asked.of("医疗类别", "住院", "{}", "普通门诊", "{\"care\": {\"type\": \"ORDINARY_OUTPATIENT\"}}"),
        Asked.of("病种", "恶性肿瘤", care.formatted("\"condition\": \"MALIGNANCY\""), "肾透析",
            care.formatted("\"condition\": \"DIALYSIS\"")),
        Asked.of("医疗机构级别", 1, care.formatted("\"institutionLevel\": 1"), 3, care.formatted("\"institutionLevel\": 3")),
        Asked.of("定点机构", "是", care.formatted("\"designated\": true"), "否", care.formatted("\"designated\": false")),
        Asked.of("急诊", "是", care.formatted("\"emergency\": true"), "否", care.formatted("\"emergency\": false")),
        Asked.of("就医地", "省外", care.formatted("\"place\": \"OUT_OF_PROVINCE\""), "统筹地区内",
            care.formatted("\"place\": \"POOLING_AREA\"")),
        Asked.of("转诊", "已办理", care.formatted("\"referral\": \"APPROVED\""), "无需转诊",
            care.formatted("\"referral\": \"NOT_REQUIRED\"")),
        Asked.range("年度合规费用达到", "年度合规费用未达到", 9000, scope.formatted(19000, 1000), scope.formatted(18999.99, 1000.01)),
        Asked.range("年度救助费用达到", "年度救助费用未达到", 5000, bill.formatted(19000, 19000),
            bill.formatted(18999.99, 18999.99)),
        Asked.range("本次合规费用达到", "本次合规费用未达到", 19000, scope.formatted(19000, 1000), scope.formatted(18999.99, 1000.01)),
        Asked.range("本次救助费用达到", "本次救助费用未达到", 5000, bill.formatted(19000, 19000),
            bill.formatted(18999.99, 18999.99)),
        // Of 5,000 assistance pays half, and top-up assistance half of the rest.
        Asked.range("年度个人负担达到", "年度个人负担未达到", 1250, bill.formatted(19000, 19000),
            bill.formatted(18999.99, 18999.99)),
        Asked.range("年度负担达到", "年度负担未达到", 5000, bill.formatted(19000, 19000),
            bill.formatted(18999.99, 18999.99)));
  }

  /** A policy with every sheet that a claim meets; {@code severe} tells whether it tells the severely disabled apart. */
  private static SmallEdition policy(boolean severe) {
    SmallEdition policy = new SmallEdition().leaves("大病保险方案").local("大病保险方案", "起付线", "第1段比例")
        .localRow("大病保险方案", 1000, rate("0.5"))
        .sheet("倾斜救助", "对象类别", "就医地", "起付标准", "救助比例", "年度限额")
        .sheet("机构承担费用", "界限", "计入费用").row("机构承担费用", rate("0.1"), "政策范围外全部")
        .sheet("费用预警", "预警", "提示可申请救助").row("费用预警", "是", "否").sheet("结算方式", "结算方式").row("结算方式", "窗口申请");
    for (String personClass : List.of("一类", "二类")) {
      for (String place : List.of("统筹地区内", "省内统筹地区外", "省外")) {
        policy.row("倾斜救助", personClass, place, 0, rate("0.5"), 9000);
      }
    }
    return severe ? tellingSevere(policy.parameter("区分重度残疾", "是")) : policy;
  }

  private static SmallEdition tellingSevere(SmallEdition policy) {
    policy.sheet("重度残疾", "残疾等级", "重度残疾");
    for (int grade = 1; grade <= 4; grade++) {
      policy.row("重度残疾", grade, grade < 3 ? "是" : "否");
    }
    return policy;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conditions")
  @DisplayName("Of two rows that differ in a condition, the one applies whose cell the claim meets, on every sheet of claims")
  void ofClaims(Asked asked) {
    SmallEdition policy = policy(asked.headings().contains("重度残疾"));
    List<TableLayout> asking = asking(policy, OF_CLAIMS, asked);
    asking.forEach(layout -> split(policy, layout, asked));
    if (asked.headings().contains("身份代码")) {
      withGroup(policy);
    }
    if (asked.headings().contains("年度救助费用达到")) {
      policy.parameter("年度救助费用累计口径", "住院");
    }
    Edition edition = policy.compiled();
    String circumstance = asked.headings().contains("参保状态") ? UNREFERRED : LATE;
    asked.facts().forEach((facts, cells) -> {
      Claim claim = SmallClaim.of(PLANNED, circumstance, facts);
      DecisionLedger ledger = new DecisionLedger();
      List<String> fired = fired(edition, ClassificationStep.of(
          new DecisionContext(claim, edition.description().in(claim.region()), ledger)));
      fired.addAll(fired(edition, new ConcludedStep(ledger.settled())));
      asking.forEach(layout -> assertApplies(policy, layout, asked, cells, fired));
    });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conditions")
  @DisplayName("So it is on the sheets of premiums and applications")
  void ofQuestions(Asked asked) {
    SmallEdition policy = new SmallEdition().sheet("参保资助", "结果", "资助比例").row("参保资助", "按比例资助", rate("0.5"))
        .sheet("财政补助", "参保年度", "地区类型", "中央财政（元）", "自治区财政（元）", "市县财政（元）")
        .row("财政补助", 2024, "自治区直属高校大学生", 1, 2, 3).sheet("最低缴费", "参保年度", "最低缴费标准").row("最低缴费", 2024, 100)
        .sheet("待遇等待期", "设等待期", "自参保当月享受").row("待遇等待期", "是", "否")
        .sheet("依申请救助", "对象身份", "重病患者亦可", "基准日", "追溯（月）", "起付标准", "救助比例", "年度限额", "一年一次")
        .row("依申请救助", "低保对象", "是", "申请之日", 12, 1000, rate("0.5"), 9000, "否");
    boolean severe = asked.headings().contains("重度残疾");
    if (severe) {
      tellingSevere(policy);
    }
    List<TableLayout> asking = asking(policy, OF_QUESTIONS, asked);
    if (asking.isEmpty()) {
      return;
    }
    asking.forEach(layout -> split(policy, layout, asked));
    if (asked.headings().contains("身份代码")) {
      withGroup(policy);
    }
    Edition edition = policy.compiled();
    asked.facts().forEach((facts, cells) -> {
      Person person = SmallClaim.of(facts).person();
      PremiumQuestion premium = new PremiumQuestion(SmallEdition.AREA, person, 2024, DAY, Money.fen(400_00), null, null,
          true, false, null, null, false, false);
      ApplicationQuestion application =
          new ApplicationQuestion("A", SmallEdition.AREA, DAY, null, person, List.of(), null,
              null, false, Money.ZERO);
      List<String> fired = new ArrayList<>(
          fired(edition, PremiumStep.of(premium, edition.description(), PremiumLedger.empty())));
      fired.addAll(fired(edition, new ApplicationStep(application, person.identities().get(0),
          edition.description(), new ApplicationLedger())));
      asking.forEach(layout -> assertApplies(policy, layout, asked, cells, fired));
    });
  }

  /** A policy with a group of its own among the recipients of the minimum-living guarantee, of whom alone rows then ask. */
  private static void withGroup(SmallEdition policy) {
    policy.sheet("身份", "身份", "身份代码", "名称", "英文名称", "农村").row("身份", "低保对象", "YF", "优抚对象", "Veterans", "否");
    for (String sheet : List.of("对象分类", "大病保险倾斜")) {
      Object[][] all = policy.has(sheet) ? policy.rows(sheet) : new Object[0][];
      if (all.length == 0 || !policy.headings(sheet).contains("身份代码")) {
        continue;
      }
      List<String> headings = policy.headings(sheet);
      int at = headings.indexOf("身份代码");
      policy.sheet(sheet, headings.subList(1, headings.size()).toArray(String[]::new));
      for (Object[] row : all) {
        boolean ofGroup = row[at].equals("YF");
        if (row == all[0] || ofGroup && !Arrays.asList(row).contains("低保对象")) {
          continue;
        }
        Object[] cells = Arrays.copyOfRange(row, 1, row.length);
        cells[at - 1] = Arrays.asList(row).contains("低保对象") ? row[at] : "不限";
        policy.row(sheet, cells);
      }
    }
  }

  @Test
  @DisplayName("No condition that a heading may ask for is left out here")
  void all() {
    Set<String> asked = new TreeSet<>();
    conditions().forEach(condition -> asked.addAll(condition.headings()));
    Set<String> there = new TreeSet<>();
    Layouts.ALL.forEach(layout -> layout.columns().stream().filter(column -> column.isCondition() && column.later())
        .forEach(column -> there.add(column.heading())));
    assertEquals(there, asked);
  }

  /** The sheets that may ask for a condition and do not yet. */
  private static List<TableLayout> asking(SmallEdition policy, List<TableLayout> layouts, Asked asked) {
    String first = asked.headings().get(0);
    return layouts.stream().filter(layout -> !policy.headings(layout.sheet()).contains(first)
        && layout.columns().stream().anyMatch(column -> column.heading().equals(first))).toList();
  }

  private static void assertApplies(SmallEdition policy, TableLayout layout, Asked asked, List<Object> cells,
      List<String> fired) {
    String sheet = layout.sheet();
    List<Integer> rows = fired.stream().filter(rule -> rule.startsWith(sheet + "_"))
        .map(rule -> Integer.valueOf(rule.substring(sheet.length() + 1))).distinct().toList();
    assertNotEquals(List.of(), rows, sheet + " " + fired);
    int at = policy.headings(sheet).indexOf(asked.headings().get(0));
    for (int number : rows) {
      Object[] row = policy.rows(sheet)[number - SmallEdition.HEADING_ROW];
      assertEquals(shown(cells), shown(Arrays.asList(row).subList(at, at + cells.size())), sheet);
    }
  }

  private static List<String> shown(List<Object> cells) {
    return cells.stream().map(Object::toString).toList();
  }

  /** The rows of a sheet, each once for every cell of a condition. */
  private static void split(SmallEdition policy, TableLayout layout, Asked asked) {
    Object[][] usual = policy.rows(layout.sheet());
    List<String> headings = new ArrayList<>(policy.headings(layout.sheet()));
    headings.remove(0);
    headings.addAll(0, asked.headings());
    policy.sheet(layout.sheet(), headings.toArray(String[]::new));
    int variant = 0;
    for (List<Object> cells : every(layout, asked)) {
      for (int i = 1; i < usual.length; i++) {
        if (List.of(usual[i]).contains("无类别") && layout == Layouts.TERMS && variant > 0) {
          continue;
        }
        List<Object> row = new ArrayList<>(cells);
        if (List.of(usual[i]).contains("无类别") && layout == Layouts.TERMS) {
          // Who is in no class may hold no identity at all.
          row.replaceAll(cell -> asked.headings().size() == 1 ? "不限" : N);
        }
        row.addAll(Arrays.asList(usual[i]).subList(1, usual[i].length));
        if (layout == Layouts.CLASSES) {
          // No two classes of one person are equally favourable; the class is that of the severely disabled where it asks.
          int rank = headings.indexOf("优先次序");
          row.set(rank, (Integer) row.get(rank) + 100 * variant);
          row.set(headings.indexOf("按重残待遇"), asked.headings().contains("重度残疾") ? cells.get(0) : "否");
        }
        policy.row(layout.sheet(), row.toArray());
      }
      variant++;
    }
  }

  /** What a condition can be: the cells of a range, or each of the values that there are. */
  private static Set<List<Object>> every(TableLayout layout, Asked asked) {
    Set<List<Object>> all = new LinkedHashSet<>(asked.facts().values());
    if (asked.headings().size() == 1) {
      Column column = layout.columns().stream()
          .filter(one -> one.heading().equals(asked.headings().get(0))).findFirst().orElseThrow();
      column.type().values().forEach(value -> {
        Object cell = value instanceof Integer ? value : column.type().shown(value);
        if (all.stream().noneMatch(cells -> cells.get(0).equals(cell))) {
          all.add(List.of(cell));
        }
      });
    }
    return all;
  }

  /** The names of the rules that fire. */
  private static List<String> fired(Edition edition, Object first) {
    List<String> names = new ArrayList<>();
    edition.rules().run(first, new DefaultAgendaEventListener() {
      @Override
      public void afterMatchFired(AfterMatchFiredEvent event) {
        names.add(event.getMatch().getRule().getName());
      }
    });
    return names;
  }
}
