package cn.tuodi.table;

import cn.tuodi.policy.Provision;

import static cn.tuodi.table.Column.always;
import static cn.tuodi.table.Column.note;
import static cn.tuodi.table.Column.then;
import static cn.tuodi.table.Column.thenMaybe;
import static cn.tuodi.table.Column.when;
import static cn.tuodi.table.Column.whenThere;

import cn.tuodi.policy.LocalMatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The layouts of the sheets in which a pooling area sets what an edition leaves to it. All may be empty. */
public final class LocalLayouts {

  /** How many bands a schedule of critical-illness insurance can have. */
  static final int MAX_TIERS = 4;

  /** Heading of the document by which the area set a row. */
  public static final String DOCUMENT = "制定文件";
  /** Heading of a figure that a bound may hold. */
  public static final String DEDUCTIBLE = "起付标准";
  /** Heading of a figure that a bound may hold. */
  public static final String RATE = "救助比例";
  /** Heading of a figure that a bound may hold. */
  public static final String CAP = "年度限额";

  /** All of them, in the order of {@link LocalMatter}. */
  public static final List<DataLayout> ALL = Arrays.stream(LocalMatter.values()).map(LocalLayouts::of).toList();

  private LocalLayouts() {}

  /** The layout of the sheet of a matter. */
  public static DataLayout of(LocalMatter matter) {
    return new DataLayout(matter.label(), switch (matter) {
      case TOP_UP -> dated(when("对象类别", Layouts.PERSON_CLASS, "personClass == $param"),
          then(DEDUCTIBLE, CellType.YUAN, ""), then(RATE, CellType.RATE, ""), then(CAP, CellType.YUAN, ""));
      case OVER_CAP -> dated(when("对象类别", Layouts.PERSON_CLASS, "personClass == $param"),
          then(RATE, CellType.RATE, ""), thenMaybe(CAP, CellType.YUAN, ""));
      case ON_APPLICATION -> dated(then(DEDUCTIBLE, CellType.YUAN, ""), then(RATE, CellType.RATE, ""),
          then(CAP, CellType.YUAN, ""));
      case ASSISTANCE -> dated(always("对象类别", Layouts.PERSON_CLASS, "personClass == $param"),
          when("身份", Layouts.IDENTITY, "identity == $param"), always("医疗类别", Layouts.CARE, "kind == $param"),
          thenMaybe(DEDUCTIBLE, CellType.YUAN, ""), thenMaybe(RATE, CellType.RATE, ""),
          thenMaybe("累计口径", Layouts.ACCUMULATOR, ""),
          thenMaybe(CAP, CellType.YUAN, ""));
      case CRITICAL_ILLNESS_PLAN -> plan();
      case WARNING -> dated(when("对象类别", Layouts.PERSON_CLASS, "personClass == $param"),
          then("年度负担超过", CellType.YUAN, ""));
      case FIXED_PREMIUM -> List.of(Layouts.provision(), always("身份", Layouts.IDENTITY, "type == $param"),
          always("参保年度", CellType.YEAR, "insuredYear == $param"), then("资助金额", CellType.YUAN, ""), document(), note());
      case MIN_CONTRIBUTION -> List.of(Layouts.provision(),
          always("参保年度", CellType.YEAR, "insuredYear == $param"), then("最低缴费标准", CellType.YUAN, ""), document(),
          note());
    }, true);
  }

  private static Column document() {
    return then(DOCUMENT, CellType.FREE_TEXT, "");
  }

  private static List<Column> plan() {
    List<Column> columns = new ArrayList<>(List.of(Layouts.provision(), when("险种", Layouts.SCHEME, "scheme == $param"),
        when("农村", CellType.YES_NO, "rural == $param").asLater(),
        whenThere("连续参保满（年）", CellType.COUNT, "enrolledYears >= $param").asLater(),
        whenThere("连续参保未满（年）", CellType.COUNT, "enrolledYears < $param").asLater(), Layouts.from(), Layouts.to(),
        thenMaybe("起付线", CellType.YUAN, ""),
        thenMaybe("人均可支配收入", CellType.YUAN, ""), then("第1段比例", CellType.RATE, "")));
    for (int tier = 2; tier <= MAX_TIERS; tier++) {
      columns.add(thenMaybe("第" + tier + "段起点", CellType.YUAN, ""));
      columns.add(thenMaybe("第" + tier + "段比例", CellType.RATE, ""));
    }
    columns.add(thenMaybe("封顶线", CellType.YUAN, ""));
    columns.add(thenMaybe("各段起点自零起算", CellType.YES_NO, "").asLater());
    columns.add(document());
    columns.add(note());
    return List.copyOf(columns);
  }

  /** Provision, conditions, days, figures, note. */
  private static List<Column> dated(Column... cells) {
    List<Column> columns = new ArrayList<>(List.of(Layouts.provision()));
    Arrays.stream(cells).filter(Column::isCondition).forEach(columns::add);
    columns.add(Layouts.from());
    columns.add(Layouts.to());
    Arrays.stream(cells).filter(cell -> !cell.isCondition()).forEach(columns::add);
    columns.add(document());
    columns.add(note());
    return List.copyOf(columns);
  }
}
