package cn.tuodi.comparison;

import static cn.tuodi.comparison.ChangedEdition.checked;
import static cn.tuodi.comparison.ChangedEdition.insertCopy;
import static cn.tuodi.comparison.ChangedEdition.remove;
import static cn.tuodi.comparison.ChangedEdition.set;
import static cn.tuodi.comparison.ChangedEdition.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.language.EnglishWords;
import cn.tuodi.language.Language;
import cn.tuodi.table.Column;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.LocalLayouts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two versions of policy compared by what their rows mean. */
class EditionComparisonTest {

  private static final CheckedEdition IN_FORCE = checked("guangxi/2022");
  private static final String ASSISTANCE = "medical-assistance.xlsx";
  private static final String TERMS = "救助待遇";

  @Test
  @DisplayName("An edition and itself do not differ")
  void same() {
    EditionChanges changes = EditionComparison.of(IN_FORCE, IN_FORCE);
    assertTrue(changes.isEmpty());
    assertFalse(changes.affectsDecisions());
    assertEquals(0, changes.moved());
    assertTrue(ChangesMarkdown.of(changes, Language.ZH).contains("两个版本没有差别。"));
  }

  @Test
  @DisplayName("A changed figure is one change, from and to as people read it, with provision and cell")
  void changedFigure() {
    EditionChanges changes =
        EditionComparison.of(IN_FORCE, with(ASSISTANCE, TERMS, sheet -> set(sheet, "L7", new BigDecimal("0.85"))));
    assertEquals(List.of("救助待遇，三类，低保边缘家庭成员，住院：救助比例由 80% 改为 85%，依据 GX22-IP-4（桂政办发〔2022〕5号 二（五）1（4））。"),
        sentences(changes));
    CellChange cell = only(changes).cells().get(0);
    assertEquals("L7", cell.cellBefore());
    assertEquals("L7", cell.cellAfter());
    assertEquals(Effect.DECISIONS, cell.effect());
    assertTrue(changes.affectsDecisions());
    ChangesJson json = ChangesJson.of(changes, Language.EN);
    assertEquals("Terms of assistance, class 3, low income edge, inpatient: rate of assistance from 80% to 85%, "
        + "under GX22-IP-4 (桂政办发〔2022〕5号 二（五）1（4）).", json.sheets().get(0).rows().get(0).cells().get(0).message());
    assertEquals(new ChangesJson.Summary(0, 0, 1, 0, 1, 0, 0, 0), json.summary());
    assertTrue(ChangesMarkdown.of(changes, Language.ZH).contains("| 三类，低保边缘家庭成员，住院 | 救助比例 | 80% | **85%** |"));
  }

  @Test
  @DisplayName("An amount that becomes none, and one that is set, are shown with unit")
  void amounts() {
    EditionChanges changes = EditionComparison.of(IN_FORCE, with(ASSISTANCE, TERMS, sheet -> {
      set(sheet, "K7", new BigDecimal("2500.50"));
      set(sheet, "K16", new BigDecimal("3000"));
    }));
    assertEquals(List.of(
        "救助待遇，三类，低保边缘家庭成员，住院：起付线由 3,000 元 改为 2,500.50 元，依据 GX22-IP-4（桂政办发〔2022〕5号 二（五）1（4））。",
        "救助待遇，一类，门诊慢特病：起付线由 无 改为 3,000 元，依据 GX22-OP-1（桂政办发〔2022〕5号 二（五）2（1））。"), sentences(changes));
  }

  @Test
  @DisplayName("Rows that change places say the same; only their number of moves is counted")
  void movedRows() {
    CheckedEdition moved = with(ASSISTANCE, TERMS, sheet -> {
      insertCopy(sheet, 14, 4);
      remove(sheet, 15);
    });
    EditionChanges changes = EditionComparison.of(IN_FORCE, moved);
    assertTrue(changes.isEmpty(), () -> ChangesMarkdown.of(changes, Language.ZH));
    assertEquals(11, changes.moved());
    assertNotEquals(IN_FORCE.description().contentHash(), moved.description().contentHash());
  }

  @Test
  @DisplayName("A row added between others is one row added, the others stay the same; taken out again it is removed")
  void addedRow() {
    CheckedEdition more = with("safeguards.xlsx", "结算方式", sheet -> {
      insertCopy(sheet, 11, 6);
      set(sheet, "D6", "门诊特殊药品");
    });
    EditionChanges added = EditionComparison.of(IN_FORCE, more);
    assertEquals(RowChange.Kind.ADDED, only(added).kind());
    assertEquals(6, only(added).after().row().number());
    assertEquals("门诊特殊药品", new Wording(Language.ZH).subject(only(added).row()));
    assertEquals(6, added.moved());
    RowChange removed = only(EditionComparison.of(more, IN_FORCE));
    assertEquals(RowChange.Kind.REMOVED, removed.kind());
    assertEquals("D6", removed.cells().get(1).cellBefore());
  }

  @Test
  @DisplayName("A row whose dates moved is the same row with other dates")
  void movedDate() {
    EditionChanges changes =
        EditionComparison.of(IN_FORCE, with("critical-illness.xlsx", "大病保险范围", sheet -> {
          set(sheet, "D9", LocalDate.of(2022, 8, 31));
          set(sheet, "C10", LocalDate.of(2022, 9, 1));
        }));
    assertEquals(List.of(
        "大病保险范围，门诊特殊药品，2022-08-31 止：失效日期由 2022-08-01 改为 2022-08-31，依据 GX22-ORDER（桂政办发〔2022〕5号 二（三））。",
        "大病保险范围，门诊特殊药品，2022-09-01 起：生效日期由 2022-08-02 改为 2022-09-01，依据 GX30-CI（桂医保发〔2022〕30号 二（二））。"),
        sentences(changes));
  }

  @Test
  @DisplayName("A row whose condition was left out is the same row, widened; rows that it takes in are removed")
  void widened() {
    CheckedEdition wide = with("safeguards.xlsx", "费用预警", sheet -> {
      set(sheet, "B4", "不限");
      for (int i = 0; i < 4; i++) {
        remove(sheet, 5);
      }
    });
    List<RowChange> rows = EditionComparison.of(IN_FORCE, wide).sheets().get(0).rows();
    RowChange widened = rows.stream().filter(row -> row.kind() == RowChange.Kind.CHANGED).findFirst().orElseThrow();
    assertEquals(4, widened.before().row().number());
    assertEquals("对象类别", widened.cells().get(0).column().heading());
    assertEquals(4, rows.stream().filter(row -> row.kind() == RowChange.Kind.REMOVED).count());
  }

  @Test
  @DisplayName("A bound that was raised is a change of the bound, not another row")
  void raisedBound() {
    EditionChanges changes = EditionComparison.of(IN_FORCE,
        with("safeguards.xlsx", "费用预警", sheet -> set(sheet, "C6", new BigDecimal("12000"))));
    assertEquals(List.of("费用预警，三类，年度负担超过：12,000 元：年度负担超过由 10,000 元 改为 12,000 元，依据 GX22-WARN（桂政办发〔2022〕5号 三（一））。"),
        sentences(changes));
  }

  @Test
  @DisplayName("A note that changed has no effect on decisions, and says so")
  void note() {
    EditionChanges changes = EditionComparison.of(IN_FORCE,
        with(ASSISTANCE, TERMS, sheet -> set(sheet, noteColumn() + "7", "与财政核对过")));
    RowChange row = only(changes);
    assertEquals(Effect.NONE, row.effect());
    assertEquals("与财政核对过", row.cells().get(0).after());
    assertFalse(changes.affectsDecisions());
    assertFalse(changes.isEmpty());
    assertTrue(ChangesMarkdown.of(changes, Language.ZH).contains("**不影响决定。**"));
    assertTrue(ChangesMarkdown.of(changes, Language.EN).contains("| no effect on decisions |"));
  }

  @Test
  @DisplayName("Another provision under the same figure changes what decisions cite, not what they pay")
  void citation() {
    EditionChanges changes =
        EditionComparison.of(IN_FORCE, with(ASSISTANCE, TERMS, sheet -> set(sheet, "A7", "GX22-IP-5")));
    assertEquals(Effect.CITATION, only(changes).effect());
    assertFalse(changes.affectsDecisions());
  }

  @Test
  @DisplayName("Parameters are compared by what they are, whatever their row")
  void parameters() {
    EditionChanges changes = EditionComparison.of(IN_FORCE, with("safeguards.xlsx", "参数", sheet -> {
      set(sheet, "C12", new BigDecimal("0.12"));
      set(sheet, "C15", "特困人员、孤儿");
      set(sheet, "C22", new BigDecimal("15000"));
      set(sheet, "C9", "否");
    }));
    assertEquals(List.of("区分重度残疾：取值由 是 改为 否", "目录外费用由医疗机构承担的界限：取值由 10% 改为 12%",
        "免除住院押金的身份：取值由 特困人员、孤儿、事实无人抚养儿童、低保对象 改为 特困人员、孤儿", "提示倾斜救助的年度负担：取值由 10,000 元 改为 15,000 元"),
        sentences(changes).stream().map(text -> text.replaceAll("^参数，|，依据.*", "")).toList());
  }

  @Test
  @DisplayName("A written rule that differs is named; white space and comments make no difference")
  void rules() {
    EditionSources sources = ChangedEdition.sources("guangxi/2022");
    String file = "guangxi/2022/guangxi-2022.drl";
    String rule = sources.rules().get(file);
    CheckedEdition other = EditionChecker.check(new EditionSources(sources.name(),
        replaced(sources.rules(), file,
            rule.replace("ApplicationTermsStep()", "ApplicationTermsStep( eligible == true )")),
        sources.workbooks()));
    assertEquals(List.of(new RuleChange(RowChange.Kind.CHANGED,
        "GX22-APP-HOW Assistance on application is decided case by case by the county meeting", file,
        "GX22-APP-HOW")), EditionComparison.of(IN_FORCE, other).rules());
    CheckedEdition commented = EditionChecker.check(new EditionSources(sources.name(),
        replaced(sources.rules(), file, rule.replace("\nwhen", "\n\n// why\n  when")), sources.workbooks()));
    assertTrue(EditionComparison.of(IN_FORCE, commented).isEmpty());
  }

  @Test
  @DisplayName("guangxi/2021 and guangxi/2022 differ as the tables, read by hand, differ")
  void guangxi() {
    EditionChanges changes = EditionComparison.of(checked("guangxi/2021"), IN_FORCE);
    List<String> sentences = sentences(changes);
    assertTrue(sentences.contains("大病保险倾斜，返贫致贫人口：报销比例提高（百分点）由 5 个百分点 改为 10 个百分点，依据 GX22-CI-1（桂政办发〔2022〕5号 二（三））。"));
    assertTrue(
        sentences.contains("大病保险范围，门诊慢特病，2022-08-01 止：纳入大病保险由 否 改为 是，依据 GX22-ORDER（桂政办发〔2022〕5号 二（三））。"));
    assertTrue(sentences.contains("参数，门诊跨省直接结算起始日：取值由 无 改为 2022-12-31，依据 GX30-REMOTE（桂医保发〔2022〕30号 八）。"));
    assertTrue(sentences.contains("版本，本版本：生效日期由 2021-08-01 改为 2022-03-01。"));
    assertTrue(sentences.contains("对象分类，脱贫不稳定人口：对象类别由 无类别 改为 三类，依据 GX22-CAT-3（桂政办发〔2022〕5号 二（一）三类）。"));
    assertTrue(
        sentences.contains("大病保险倾斜，脱贫不稳定人口，2026-01-01 起：生效日期由 不限 改为 2026-01-01，依据 GX22-CI-2（桂政办发〔2022〕5号 二（三））。"));
    SheetChanges terms = sheet(changes, TERMS);
    assertEquals(33, terms.count(RowChange.Kind.ADDED));
    assertEquals(12, terms.count(RowChange.Kind.REMOVED));
    assertEquals(1, terms.count(RowChange.Kind.CHANGED));
    SheetChanges preferences = sheet(changes, "大病保险倾斜");
    assertEquals(List.of(10), preferences.rows().stream().filter(row -> row.kind() == RowChange.Kind.ADDED)
        .map(row -> row.row().row().number()).toList());
    assertEquals(0, preferences.count(RowChange.Kind.REMOVED));
    SheetChanges denials = sheet(changes, "不予救助");
    assertEquals(null, denials.before());
    assertEquals(4, denials.count(RowChange.Kind.ADDED));
    assertEquals(List.of(RowChange.Kind.REMOVED),
        changes.rules().stream().filter(rule -> rule.name().startsWith("GX21-")).map(RuleChange::kind).toList());
    assertEquals(2, changes.rules().stream().filter(rule -> rule.kind() == RowChange.Kind.ADDED).count());
    assertTrue(changes.sheets().stream().noneMatch(sheet -> sheet.sheet().equals("财政补助")));
  }

  @Test
  @DisplayName("Two regions are compared the same way")
  void regions() {
    EditionChanges changes = EditionComparison.of(checked("guizhou/2023"), checked("bayingolin/2023"));
    assertTrue(changes.affectsDecisions());
    assertTrue(
        ChangesMarkdown.of(changes, Language.EN).startsWith("# Policy compared: guizhou/2023 → bayingolin/2023"));
  }

  @Test
  @DisplayName("Every sheet, column and value has English words")
  void english() {
    Stream.concat(Layouts.ALL.stream().map(layout -> Map.entry(layout.sheet(), layout.columns())),
        Stream.concat(Layouts.DATA.stream(), LocalLayouts.ALL.stream())
            .map(layout -> Map.entry(layout.sheet(), layout.columns())))
        .forEach(sheet -> {
          assertNotEquals(sheet.getKey(), EnglishWords.of(sheet.getKey()));
          for (Column column : sheet.getValue()) {
            assertNotEquals(column.heading(), EnglishWords.of(column.heading()));
          }
        });
  }

  private static RowChange only(EditionChanges changes) {
    assertEquals(1, changes.sheets().size());
    assertEquals(1, changes.sheets().get(0).rows().size());
    return changes.sheets().get(0).rows().get(0);
  }

  private static SheetChanges sheet(EditionChanges changes, String name) {
    return changes.sheets().stream().filter(sheet -> sheet.sheet().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> sentences(EditionChanges changes) {
    Wording words = new Wording(Language.ZH);
    return changes.sheets().stream().flatMap(sheet -> sheet.rows().stream())
        .filter(row -> row.kind() == RowChange.Kind.CHANGED)
        .flatMap(row -> row.cells().stream().map(cell -> words.sentence(row, cell))).collect(Collectors.toList());
  }

  private static String noteColumn() {
    List<Column> columns = IN_FORCE.sheets().stream().filter(sheet -> sheet.name().equals(TERMS)).findFirst()
        .orElseThrow().columns();
    return Column.letter(IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).role() == Column.Role.NOTE).findFirst().orElseThrow());
  }

  private static Map<String, String> replaced(Map<String, String> rules, String file, String text) {
    Map<String, String> changed = new TreeMap<>(rules);
    changed.put(file, text);
    return changed;
  }
}
