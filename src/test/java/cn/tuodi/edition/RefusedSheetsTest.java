package cn.tuodi.edition;

import static cn.tuodi.edition.SmallEdition.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.tuodi.edition.source.InvalidEdition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What sheets cannot say is refused where it stands, and so is what they say and no rule would read. */
class RefusedSheetsTest {

  private static final String N = "无";

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
        new Refused("severe disability that no sheet tells",
            new SmallEdition().sheet("参保资助", "重度残疾", "结果", "资助比例").row("参保资助", "是", "按比例资助", rate("0.5")),
            "参保资助 B4 缺少“重度残疾”表"),
        new Refused("a local standard that nothing waits for", new SmallEdition().leaves("依申请救助标准"),
            "地方标准 B4 本版没有等待“依申请救助标准”的行"),
        new Refused("a cap that its own kind of care does not add to", capped("门诊慢特病"), "救助待遇 G4 本行的医疗类别不在累计口径之内"),
        new Refused("more conditions at once than can be looked at", manyConditions(), "准予条件 null 表内各行同时区分的条件太多"),
        new Refused("a band below the one before",
            new SmallEdition().sheet("救助待遇", "对象类别", "结果", "救助比例", "第二段起点", "第二段比例", "第三段起点", "第三段比例", "累计口径")
                .row("救助待遇", "一类", "救助", rate("0.5"), 2000, rate("0.6"), 2000, rate("0.7"), "全部合并")
                .row("救助待遇", "二类", "救助", rate("0.5"), N, N, N, N, "全部合并")
                .row("救助待遇", "无类别", "非救助对象", N, N, N, N, N, N),
            "救助待遇 G4 各段起点须逐段升高"),
        new Refused("a case that a condition leaves without a row",
            new SmallEdition().sheet("准予条件", "险种", "准予").row("准予条件", "职工", "是"), "准予条件 null 险种“城乡居民”"));
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
  }
}
