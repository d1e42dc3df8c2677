package cn.tuodi.console.trial;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.Limit;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.claim.Claim;
import cn.tuodi.console.Area;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Figures;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What is paid as the in-scope cost rises, as a drawing and as a table.
 *
 * @param areas what each benefit pays, one on top of the other
 * @param personal the line of what is left to the person
 * @param edges where bands begin and limits are reached
 * @param own where the claim itself lies
 * @param ownCost its in-scope cost
 * @param across marks of the axis of cost
 * @param up marks of the axis of payouts
 * @param rows the same as a table
 */
record ChartView(List<Area> areas, String personal, List<EdgeMark> edges, String own, String ownCost,
    List<Tick> across, List<Tick> up, List<Line> rows) {

  private static final long SIZE = 10_000;
  private static final int TICKS = 5;
  private static final long FEN = 100;
  private static final int LEVELS = 3;
  private static final int FIRST_LEVEL = 18;
  private static final int NEXT_LEVEL = 22;

  /**
   * What a benefit pays.
   *
   * @param key as style sheets name it
   * @param label what it is called
   * @param path outline of the area
   */
  record Area(String key, String label, String path) {}

  /**
   * An edge.
   *
   * @param number its number in the drawing
   * @param left where it lies
   * @param top where its number stands, so that neighbours do not cover each other
   * @param cost in-scope cost at which it lies
   * @param text what happens there
   */
  record EdgeMark(int number, String left, int top, String cost, String text) {}

  /**
   * A mark of an axis.
   *
   * @param at where it lies
   * @param label its figure
   */
  record Tick(String at, String label) {}

  /**
   * A row of the table.
   *
   * @param cost in-scope cost
   * @param basic basic insurance
   * @param critical critical-illness insurance
   * @param assistance medical assistance
   * @param topUp top-up assistance
   * @param personal what is left to the person
   * @param note what is peculiar to the row, or empty
   */
  record Line(String cost, String basic, String critical, String assistance, String topUp, String personal,
      String note) {}

  /** The drawing, or null where there is nothing to draw. */
  static ChartView of(Sweep.Result sweep, Claim claim, Language language) {
    if (sweep.points().size() < 2) {
      return null;
    }
    Money widest = sweep.points().get(sweep.points().size() - 1).cost();
    Money highest = highest(sweep);
    if (!widest.isPositive() || !highest.isPositive()) {
      return null;
    }
    List<EdgeMark> edges = edges(sweep, widest, language);
    return new ChartView(areas(sweep, widest, highest, language),
        line(sweep, widest, highest, point -> point.decision().totals().personal()), edges,
        Figures.percent(claim.costs().policyScope(), widest), Figures.round(claim.costs().policyScope()),
        ticks(widest, false), ticks(highest, true), rows(sweep, edges, claim, language));
  }

  private static Money highest(Sweep.Result sweep) {
    Money highest = Money.ZERO;
    for (Sweep.Point point : sweep.points()) {
      Money paid = critical(point).plus(assistance(point)).plus(topUp(point));
      Money personal = point.decision().totals().personal();
      highest = highest.exceeds(paid) ? highest : paid;
      highest = highest.exceeds(personal) ? highest : personal;
    }
    return highest;
  }

  private static Money critical(Sweep.Point point) {
    return point.decision().totals().criticalIllness();
  }

  private static Money assistance(Sweep.Point point) {
    return point.decision().totals().medicalAssistance();
  }

  private static Money topUp(Sweep.Point point) {
    return point.decision().totals().topUpAssistance();
  }

  private static List<Area> areas(Sweep.Result sweep, Money widest, Money highest, Language language) {
    List<Area> areas = new ArrayList<>();
    Function<Sweep.Point, Money> none = point -> Money.ZERO;
    Function<Sweep.Point, Money> first = ChartView::critical;
    Function<Sweep.Point, Money> second = point -> critical(point).plus(assistance(point));
    Function<Sweep.Point, Money> third = point -> second.apply(point).plus(topUp(point));
    if (sweep.points().stream().anyMatch(point -> critical(point).isPositive())) {
      areas.add(new Area("critical", DisplayNames.of(Benefit.CRITICAL_ILLNESS, language),
          area(sweep, widest, highest, none, first)));
    }
    if (sweep.points().stream().anyMatch(point -> assistance(point).isPositive())) {
      areas.add(new Area("assistance", DisplayNames.of(Benefit.MEDICAL_ASSISTANCE, language),
          area(sweep, widest, highest, first, second)));
    }
    if (sweep.points().stream().anyMatch(point -> topUp(point).isPositive())) {
      areas.add(new Area("topup", DisplayNames.of(Benefit.TOP_UP_ASSISTANCE, language),
          area(sweep, widest, highest, second, third)));
    }
    return areas;
  }

  private static String area(Sweep.Result sweep, Money widest, Money highest, Function<Sweep.Point, Money> low,
      Function<Sweep.Point, Money> high) {
    StringBuilder path = new StringBuilder(line(sweep, widest, highest, high));
    for (int i = sweep.points().size() - 1; i >= 0; i--) {
      path.append('L').append(at(sweep.points().get(i), low.apply(sweep.points().get(i)), widest, highest));
    }
    return path.append('Z').toString();
  }

  private static String line(Sweep.Result sweep, Money widest, Money highest, Function<Sweep.Point, Money> value) {
    StringBuilder path = new StringBuilder();
    for (Sweep.Point point : sweep.points()) {
      path.append(path.isEmpty() ? 'M' : 'L').append(at(point, value.apply(point), widest, highest));
    }
    return path.toString();
  }

  private static String at(Sweep.Point point, Money value, Money widest, Money highest) {
    return point.cost().inFen() * SIZE / widest.inFen() + " " + (SIZE - value.inFen() * SIZE / highest.inFen());
  }

  private static List<Tick> ticks(Money most, boolean fromBelow) {
    List<Tick> ticks = new ArrayList<>();
    long step = step(most.inFen());
    for (long fen = 0; fen <= most.inFen(); fen += step) {
      Money value = Money.fen(fen);
      Money place = fromBelow ? most.minus(value) : value;
      ticks.add(new Tick(Figures.percent(place, most), Figures.round(value)));
    }
    return ticks;
  }

  /** A round step that makes a handful of marks. */
  private static long step(long most) {
    long step = FEN;
    for (int i = 0; most / step > TICKS; i++) {
      step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    return step;
  }

  private static List<EdgeMark> edges(Sweep.Result sweep, Money widest, Language language) {
    List<EdgeMark> marks = new ArrayList<>();
    for (Sweep.Edge edge : sweep.edges()) {
      marks.add(new EdgeMark(marks.size() + 1, Figures.percent(edge.cost(), widest),
          FIRST_LEVEL + marks.size() % LEVELS * NEXT_LEVEL, Figures.amount(edge.cost()), text(edge, language)));
    }
    return marks;
  }

  private static String text(Sweep.Edge edge, Language language) {
    PayoutLine line = edge.line();
    String benefit = language.text("language.introduced", DisplayNames.of(line.benefit(), language));
    if (edge.limit() != null) {
      Limit limit = line.limits().stream().filter(one -> one.name() == edge.limit()).findFirst().orElseThrow();
      return language.text("console.of-yuan-reached", benefit, language.of(DisplayNames.of(limit.name(), language),
          DisplayNames.of(limit.name(), language).toLowerCase(Locale.ROOT)), Figures.round(limit.cap()));
    }
    boolean first = edge.band().from().compareTo(line.deductible()) == 0;
    String from = Figures.round(edge.band().from());
    String rate = Figures.percent(edge.band().rate().share());
    return benefit + (first
        ? language.text("console.the-deductible-of-yuan-is-met", from, rate)
        : language.text("console.above-yuan-is-paid", from, rate));
  }

  private static List<Line> rows(Sweep.Result sweep, List<EdgeMark> edges, Claim claim, Language language) {
    List<Line> rows = new ArrayList<>();
    for (int i = 0; i < sweep.points().size(); i++) {
      Sweep.Point point = sweep.points().get(i);
      String cost = Figures.amount(point.cost());
      List<String> notes = new ArrayList<>();
      edges.stream().filter(edge -> edge.cost().equals(cost))
          .forEach(edge -> notes.add(edge.number() + " " + edge.text()));
      if (point.cost().equals(claim.costs().policyScope())) {
        notes.add(language.text("console.this-claim"));
      }
      var totals = point.decision().totals();
      rows.add(new Line(cost, Figures.amount(totals.basicInsurance()), Figures.amount(critical(point)),
          Figures.amount(assistance(point)), Figures.amount(topUp(point)), Figures.amount(totals.personal()),
          String.join(language.text("language.semicolon"), notes)));
    }
    return rows;
  }
}
