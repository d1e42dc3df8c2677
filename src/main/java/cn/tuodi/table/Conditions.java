package cn.tuodi.table;

import static cn.tuodi.table.Column.when;
import static cn.tuodi.table.Column.whenThere;

import cn.tuodi.claim.Condition;
import cn.tuodi.claim.Enrolment;
import java.util.ArrayList;
import java.util.List;

/** The conditions that any sheet may ask for by their headings, besides those that the first workbooks had. */
final class Conditions {

  private static final List<Column> OF_PERSONS = List.of(when("险种", Layouts.SCHEME, "scheme == $param"),
      when("参保状态", CellType.of(Enrolment.class, Enrolment::label), "enrolment == $param"),
      when("本地户籍", CellType.YES_NO, "localHukou == $param"), when("农村", CellType.YES_NO, "rural == $param"),
      whenThere("年满（岁）", CellType.COUNT, "age >= $param"), whenThere("未满（岁）", CellType.COUNT, "age < $param"),
      whenThere("连续参保满（年）", CellType.COUNT, "enrolledYears >= $param"),
      whenThere("连续参保未满（年）", CellType.COUNT, "enrolledYears < $param"));

  private static final List<Column> OF_CLAIMS =
      List.of(when("对象类别", Layouts.PERSON_CLASS, "personClass == $param"),
          when("医疗类别", Layouts.CARE, "kind == $param"),
          when("病种", CellType.of(Condition.class, Condition::label), "condition == $param"),
          when("医疗机构级别", CellType.LEVEL, "institutionLevel == $param"),
          when("定点机构", CellType.YES_NO, "designated == $param"), when("急诊", CellType.YES_NO, "emergency == $param"),
          when("就医地", Layouts.PLACE, "place == $param"), when("转诊", Layouts.REFERRAL, "referral == $param"),
          whenThere("年度合规费用达到", CellType.FEN, "yearInScope >= $param"),
          whenThere("年度合规费用未达到", CellType.FEN, "yearInScope < $param"));

  private Conditions() {}

  /** Columns of a sheet that looks at a person. */
  static List<Column> ofPersons(Column... columns) {
    return with(List.of(columns), OF_PERSONS);
  }

  /** Columns of a sheet that looks at a claim. */
  static List<Column> ofClaims(Column... columns) {
    return with(with(List.of(columns), OF_PERSONS), OF_CLAIMS);
  }

  /** The columns with further conditions before the days on which a row applies, unless they are there. */
  private static List<Column> with(List<Column> columns, List<Column> further) {
    List<Column> all = new ArrayList<>(columns);
    int days = 0;
    while (!all.get(days).heading().equals(Column.FROM)) {
      days++;
    }
    for (Column column : further) {
      if (columns.stream().noneMatch(there -> there.heading().equals(column.heading()))) {
        all.add(days++, column.asLater());
      }
    }
    return List.copyOf(all);
  }
}
