package cn.tuodi.comparison;

import cn.tuodi.table.CaseLayout;
import cn.tuodi.table.Column;
import cn.tuodi.table.Layouts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** What the columns of a sheet mean to a comparison: which say what a row is about, and what a change of them does. */
final class SheetMeaning {

  private static final String PROVISION = "条款";
  private static final Map<String, String> KEYS = Map.of(Layouts.PARAMETERS.sheet(), "参数",
      Layouts.INSTRUMENTS.sheet(), "文号", Layouts.PROVISIONS.sheet(), "条款编号", CaseLayout.CASES.sheet(),
      CaseLayout.NAME.heading());
  private static final Set<String> WORDS =
      Set.of(PROVISION, "限额条款", "依据文件", "制定文件", "类别名称", "英文名称", "名称");
  private static final Set<String> REGISTERS = Set.of(Layouts.INSTRUMENTS.sheet(), Layouts.PROVISIONS.sheet());

  private final String sheet;
  private final List<Column> columns;
  private final List<Integer> keys;
  private final List<Integer> conclusions;

  SheetMeaning(String sheet, List<Column> columns) {
    this.sheet = sheet;
    this.columns = columns;
    this.keys = IntStream.range(0, columns.size()).filter(i -> isKey(columns.get(i))).boxed().toList();
    this.conclusions = IntStream.range(0, columns.size())
        .filter(i -> !keys.contains(i) && effect(i) == Effect.DECISIONS).boxed().toList();
  }

  private boolean isKey(Column column) {
    return KEYS.containsKey(sheet) ? column.heading().equals(KEYS.get(sheet)) : column.isCondition();
  }

  /** What a change of a column does. */
  Effect effect(int index) {
    Column column = columns.get(index);
    if (column.role() == Column.Role.NOTE || sheet.equals(CaseLayout.CASES.sheet())) {
      return Effect.NONE;
    }
    return REGISTERS.contains(sheet) || WORDS.contains(column.heading()) ? Effect.CITATION : Effect.DECISIONS;
  }

  /** Whether decisions rest on the sheet, and not on its words only. */
  boolean decides() {
    return IntStream.range(0, columns.size()).anyMatch(i -> effect(i) == Effect.DECISIONS);
  }

  /** Whether there is nothing that tells rows apart. */
  boolean hasOneRow() {
    return keys.isEmpty();
  }

  /** What a row is about. */
  List<Object> key(List<Object> values) {
    List<Object> key = new ArrayList<>(keys.size());
    keys.forEach(i -> key.add(values.get(i)));
    return key;
  }

  /** The columns that say what a row is about. */
  List<Integer> keys() {
    return keys;
  }

  /**
   * How alike two rows are that are not about exactly the same; 0 where neither can have become the other. A row may have
   * become another when only its dates moved, or when one condition was widened, narrowed or given another bound, or when
   * one condition differs and all else is the same.
   */
  int likeness(List<Object> one, List<Object> other) {
    List<Integer> differing =
        keys.stream().filter(i -> !isDate(i) && !Objects.equals(one.get(i), other.get(i))).toList();
    if (differing.size() > 1 || isRegister()) {
      return 0;
    }
    int same = (int) conclusions.stream().filter(i -> Objects.equals(one.get(i), other.get(i))).count();
    boolean sameProvision = Objects.equals(one.get(0), other.get(0));
    if (differing.size() == 1 && !isGradual(differing.get(0), one, other)
        && (same < conclusions.size() || !sameProvision)) {
      return 0;
    }
    int sameDates = (int) keys.stream().filter(i -> isDate(i) && Objects.equals(one.get(i), other.get(i))).count();
    return (differing.isEmpty() ? 1000 : 1) + same * 10 + sameDates * 5 + (sameProvision ? 3 : 0);
  }

  private boolean isRegister() {
    return KEYS.containsKey(sheet);
  }

  private boolean isDate(int index) {
    return columns.get(index).heading().equals(Column.FROM) || columns.get(index).heading().equals(Column.TO);
  }

  /** Whether a condition was left out, put in, or given another bound. */
  private boolean isGradual(int index, List<Object> one, List<Object> other) {
    return one.get(index) == null || other.get(index) == null || !columns.get(index).code().contains(" == ")
        || one.get(index) instanceof LocalDate;
  }
}
