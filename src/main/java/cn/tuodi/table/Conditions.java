package cn.tuodi.table;

import static cn.tuodi.table.Column.note;
import static cn.tuodi.table.Column.when;
import static cn.tuodi.table.Column.whenThere;

import cn.tuodi.claim.Condition;
import cn.tuodi.claim.Enrolment;
import cn.tuodi.table.cell.CellType;
import cn.tuodi.table.cell.CellTypes;
import cn.tuodi.table.cell.PolicyTypes;
import java.util.ArrayList;
import java.util.List;

/** The conditions that any sheet may ask for by their headings, besides those that the first workbooks had. */
final class Conditions {

  private static final List<Column> OF_RESIDENTS = List.of(
      when("本地户籍", CellTypes.YES_NO, "localHukou == $param"), when("农村", CellTypes.YES_NO, "rural == $param"),
      whenThere("年满（岁）", CellTypes.COUNT, "age >= $param"), whenThere("未满（岁）", CellTypes.COUNT, "age < $param"),
      whenThere("连续参保满（年）", CellTypes.COUNT, "enrolledYears >= $param"),
      whenThere("连续参保未满（年）", CellTypes.COUNT, "enrolledYears < $param"));

  private static final List<Column> OF_HOLDERS = List.of(when("身份代码", PolicyTypes.IDENTITY_CODE, "code == $param"));

  private static final List<Column> OF_PERSONS = List.of(when("险种", PolicyTypes.SCHEME, "scheme == $param"),
      when("参保状态", CellType.of(Enrolment.class, Enrolment::label), "enrolment == $param"));

  private static final List<Column> OF_CLAIMS =
      List.of(when("对象类别", PolicyTypes.PERSON_CLASS, "personClass == $param"),
          when("身份", PolicyTypes.IDENTITY, "identity == $param"), when("重度残疾", CellTypes.YES_NO, "severe == $param"),
          when("医疗类别", PolicyTypes.CARE, "kind == $param"),
          when("病种", CellType.of(Condition.class, Condition::label), "condition == $param"),
          when("医疗机构级别", CellTypes.LEVEL, "institutionLevel == $param"),
          when("定点机构", CellTypes.YES_NO, "designated == $param"), when("急诊", CellTypes.YES_NO, "emergency == $param"),
          when("就医地", PolicyTypes.PLACE, "place == $param"), when("转诊", PolicyTypes.REFERRAL, "referral == $param"),
          whenThere("年度合规费用达到", CellTypes.FEN, "yearInScope >= $param"),
          whenThere("年度合规费用未达到", CellTypes.FEN, "yearInScope < $param"),
          whenThere("本次合规费用达到", CellTypes.FEN, "billInScope >= $param"),
          whenThere("本次合规费用未达到", CellTypes.FEN, "billInScope < $param"));

  private static final List<Column> OF_ASSISTED_COST =
      List.of(whenThere("年度救助费用达到", CellTypes.FEN, "yearEligible >= $param"),
          whenThere("年度救助费用未达到", CellTypes.FEN, "yearEligible < $param"),
          whenThere("本次救助费用达到", CellTypes.FEN, "billEligible >= $param"),
          whenThere("本次救助费用未达到", CellTypes.FEN, "billEligible < $param"));

  private static final List<Column> OF_YEARS_BURDEN =
      List.of(whenThere("年度负担达到", CellTypes.FEN, "burden >= $param"),
          whenThere("年度负担未达到", CellTypes.FEN, "burden < $param"));

  private static final List<Column> OF_WHAT_IS_LEFT =
      List.of(whenThere("年度个人负担达到", CellTypes.FEN, "yearLeft >= $param"),
          whenThere("年度个人负担未达到", CellTypes.FEN, "yearLeft < $param"));

  private Conditions() {}

  /** Columns of a sheet that looks at who is insured as a resident. */
  static List<Column> ofResidents(Column... columns) {
    return with(List.of(columns), OF_RESIDENTS);
  }

  /** Columns of a sheet that looks at a resident as the holder of an identity. */
  static List<Column> ofHolders(Column... columns) {
    return with(ofResidents(columns), OF_HOLDERS);
  }

  /** Columns of a sheet that looks at a person. */
  static List<Column> ofPersons(Column... columns) {
    return with(with(with(List.of(columns), OF_HOLDERS), OF_PERSONS), OF_RESIDENTS);
  }

  /** Columns of a sheet that looks at a claim. */
  static List<Column> ofClaims(Column... columns) {
    return with(ofPersons(columns), OF_CLAIMS);
  }

  /** Columns of a sheet that looks at a claim after insurance and says what a heavy burden is. */
  static List<Column> ofBurdens(Column... columns) {
    return with(ofClaims(columns), OF_ASSISTED_COST);
  }

  /** Columns of a sheet that says what a heavy burden is, and may look at what assistance leaves of it. */
  static List<Column> ofWarnings(Column... columns) {
    return with(ofBurdens(columns), OF_WHAT_IS_LEFT);
  }

  /** Columns of a sheet that looks at a claim after insurance. */
  static List<Column> afterInsurance(Column... columns) {
    return with(ofBurdens(columns), OF_YEARS_BURDEN);
  }

  /**
   * The columns with further conditions, unless they are there: before the days on which a row applies, or after the last
   * condition where it has no days.
   */
  private static List<Column> with(List<Column> columns, List<Column> further) {
    List<Column> all = new ArrayList<>(columns);
    int days = 1;
    while (all.get(days).isCondition() && !all.get(days).heading().equals(Column.FROM)) {
      days++;
    }
    for (Column column : further) {
      if (columns.stream().noneMatch(there -> there.heading().equals(column.heading()))) {
        all.add(days++, column.asLater());
      }
    }
    return List.copyOf(all);
  }

  /** The columns of a sheet that tells what holds in circumstances: all that rows may ask for, and what they conclude. */
  static List<Column> circumstances(Column... conclusion) {
    List<Column> columns = new ArrayList<>(List.of(Layouts.provision(),
        when("未参保", CellTypes.YES_NO, "notEnrolled == $param"), when("本地户籍", CellTypes.YES_NO, "localHukou == $param"),
        when("定点机构", CellTypes.YES_NO, "designated == $param"), when("急诊", CellTypes.YES_NO, "emergency == $param"),
        when("未办理转诊", CellTypes.YES_NO, "unreferred == $param"),
        when("省外就医", CellTypes.YES_NO, "outOfProvince == $param"), Layouts.from(), Layouts.to()));
    columns.addAll(List.of(conclusion));
    columns.add(note());
    return afterInsurance(columns.toArray(Column[]::new));
  }
}
