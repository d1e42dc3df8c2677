package cn.tuodi.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.SmallEdition;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.language.OtherWords;
import cn.tuodi.money.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Other words for headings mean what the headings mean. */
class OtherWordsTest {

  private static final String N = "无";

  private static SmallEdition terms(String... headings) {
    return new SmallEdition().sheet("救助待遇", headings)
        .row("救助待遇", "一类", "救助", 1000, SmallEdition.rate("0.5"), "全部合并", 4000)
        .row("救助待遇", "二类", "救助", N, SmallEdition.rate("0.5"), "全部合并", N)
        .row("救助待遇", "无类别", "非救助对象", N, N, N, N);
  }

  @Test
  @DisplayName("A sheet headed in other words is the sheet headed in those of the vocabulary, to its check code")
  void sameSheet() {
    SmallEdition usual = terms("对象类别", "结果", "起付线", "救助比例", "累计口径", "年度限额");
    SmallEdition other = terms("救助对象", "结论", "起付标准", "支付比例", "累计口径", "年度封顶线");
    assertEquals(EditionChecker.check(usual.sources()).description().contentHash(),
        EditionChecker.check(other.sources()).description().contentHash());
    Sheet sheet = EditionChecker.check(other.sources()).sheets().stream()
        .filter(one -> one.name().equals("救助待遇")).findFirst().orElseThrow();
    assertEquals(Rate.of(new BigDecimal("0.5")), sheet.value(sheet.rows().get(0), "救助比例"));
  }

  @Test
  @DisplayName("Brackets of half width are those of full width")
  void brackets() {
    SmallEdition policy = new SmallEdition().sheet("准予条件", "年满(岁)", "未满(岁)", "准予").row("准予条件", 18, N, "是")
        .row("准予条件", N, 18, "是");
    assertEquals(List.of("条款", "年满（岁）", "未满（岁）", "准予"), EditionChecker.check(policy.sources()).sheets().stream()
        .filter(one -> one.name().equals("准予条件")).findFirst().orElseThrow().columns().stream().map(Column::heading)
        .toList());
  }

  @Test
  @DisplayName("A heading and another word for it are one column twice")
  void twice() {
    SmallEdition policy = new SmallEdition().sheet("准予条件", "急诊", "是否急诊", "准予").row("准予条件", "不限", "不限", "是");
    assertTrue(found(policy).contains("列标题“急诊”重复"), found(policy));
  }

  @Test
  @DisplayName("What is like another word for a heading is told that heading")
  void nearest() {
    SmallEdition policy = new SmallEdition().sheet("准予条件", "医院等级别", "准予").row("准予条件", "不限", "是");
    assertTrue(found(policy).contains("最接近的是“医疗机构级别”"), found(policy));
  }

  @Test
  @DisplayName("Where nothing is like a heading, the places are named that list all")
  void nothingNear() {
    SmallEdition policy = new SmallEdition().sheet("准予条件", "单次费用达到", "准予").row("准予条件", "不限", "是");
    assertTrue(found(policy).contains("没有“单次费用达到”这样的列标题；"), found(policy));
    assertFalse(found(policy).contains("最接近"), found(policy));
  }

  @Test
  @DisplayName("A standard of areas in a workbook of the edition is told its place, and the other way round")
  void misplacedSheets() {
    assertTrue(found(new SmallEdition().sheet("大病保险方案", "起付线")).contains("local/行政区划代码/"));
    assertTrue(found(new SmallEdition().local("救助待遇", "对象类别")).contains("这张表属于本版"));
  }

  private static String found(SmallEdition policy) {
    return assertThrows(InvalidEdition.class, () -> EditionChecker.check(policy.sources())).findings().toString();
  }

  @Test
  @DisplayName("Every word stands for headings that there are, and for one at most of a sheet that has not that heading itself")
  void known() {
    List<List<Column>> layouts = Stream.of(Layouts.ALL.stream().map(TableLayout::columns),
        Layouts.DATA.stream().map(DataLayout::columns), LocalLayouts.ALL.stream().map(DataLayout::columns))
        .flatMap(columns -> columns).toList();
    Set<String> headings =
        layouts.stream().flatMap(List::stream).map(Column::heading).collect(Collectors.toSet());
    for (String word : OtherWords.all()) {
      assertTrue(headings.containsAll(OtherWords.of(word)), word);
      layouts.stream().filter(columns -> columns.stream().noneMatch(column -> column.heading().equals(word)))
          .forEach(columns -> assertTrue(columns.stream()
              .filter(column -> OtherWords.of(word).contains(column.heading())).count() <= 1, word));
    }
  }
}
