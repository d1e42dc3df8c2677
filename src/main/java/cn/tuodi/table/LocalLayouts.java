package cn.tuodi.table;

import static cn.tuodi.table.Column.always;
import static cn.tuodi.table.Column.note;
import static cn.tuodi.table.Column.then;
import static cn.tuodi.table.Column.thenMaybe;
import static cn.tuodi.table.Column.when;
import static cn.tuodi.table.Column.whenThere;

import cn.tuodi.policy.LocalMatter;
import cn.tuodi.policy.Provision;
import cn.tuodi.table.cell.CellTypes;
import cn.tuodi.table.cell.PolicyTypes;
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
    return matter == LocalMatter.BASE_FIGURES ? BaseFigureSheet.LAYOUT
        : new DataLayout(matter.label(), columns(matter), true);
  }

  private static List<Column> columns(LocalMatter matter) {
    return switch (matter) {
      case BASE_FIGURES -> BaseFigureSheet.LAYOUT.columns();
      case TOP_UP -> dated(when("对象类别", PolicyTypes.PERSON_CLASS, "personClass == $param"),
          then(DEDUCTIBLE, CellTypes.YUAN, ""), then(RATE, CellTypes.RATE, ""), thenMaybe(CAP, CellTypes.YUAN, ""));
      case OVER_CAP -> dated(when("对象类别", PolicyTypes.PERSON_CLASS, "personClass == $param"),
          then(RATE, CellTypes.RATE, ""), thenMaybe(CAP, CellTypes.YUAN, ""));
      case ON_APPLICATION -> dated(then(DEDUCTIBLE, CellTypes.YUAN, ""), then(RATE, CellTypes.RATE, ""),
          thenMaybe(CAP, CellTypes.YUAN, ""));
      case ASSISTANCE -> dated(always("对象类别", PolicyTypes.PERSON_CLASS, "personClass == $param"),
          when("身份", PolicyTypes.IDENTITY, "identity == $param"), always("医疗类别", PolicyTypes.CARE, "kind == $param"),
          thenMaybe(DEDUCTIBLE, CellTypes.YUAN, ""), thenMaybe(RATE, CellTypes.RATE, ""),
          thenMaybe("累计口径", PolicyTypes.ACCUMULATOR, ""),
          thenMaybe(CAP, CellTypes.YUAN, ""));
      case CRITICAL_ILLNESS_PLAN -> plan();
      case WARNING -> dated(when("对象类别", PolicyTypes.PERSON_CLASS, "personClass == $param"),
          then("年度负担超过", CellTypes.YUAN, ""));
      case FIXED_PREMIUM -> List.of(Layouts.provision(), always("身份", PolicyTypes.IDENTITY, "type == $param"),
          always("参保年度", CellTypes.YEAR, "insuredYear == $param"), then("资助金额", CellTypes.YUAN, ""), document(),
          note());
      case MIN_CONTRIBUTION -> List.of(Layouts.provision(),
          always("参保年度", CellTypes.YEAR, "insuredYear == $param"), then("最低缴费标准", CellTypes.YUAN, ""), document(),
          note());
    };
  }

  private static Column document() {
    return then(DOCUMENT, CellTypes.FREE_TEXT, "");
  }

  private static List<Column> plan() {
    List<Column> columns =
        new ArrayList<>(List.of(Layouts.provision(), when("险种", PolicyTypes.SCHEME, "scheme == $param"),
            when("农村", CellTypes.YES_NO, "rural == $param").asLater(),
            whenThere("连续参保满（年）", CellTypes.COUNT, "enrolledYears >= $param").asLater(),
            whenThere("连续参保未满（年）", CellTypes.COUNT, "enrolledYears < $param").asLater(), Layouts.from(), Layouts.to(),
            thenMaybe("起付线", CellTypes.YUAN, ""),
            thenMaybe("人均可支配收入", CellTypes.PLAIN_YUAN, ""), then("第1段比例", CellTypes.RATE, "")));
    for (int tier = 2; tier <= MAX_TIERS; tier++) {
      columns.add(thenMaybe("第" + tier + "段起点", CellTypes.YUAN, ""));
      columns.add(thenMaybe("第" + tier + "段比例", CellTypes.RATE, ""));
    }
    columns.add(thenMaybe("封顶线", CellTypes.YUAN, ""));
    columns.add(thenMaybe("各段起点自零起算", CellTypes.YES_NO, "").asLater());
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
