package cn.tuodi.edition.proof;

import cn.tuodi.claim.Claim;
import cn.tuodi.edition.source.Period;
import cn.tuodi.language.Message;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which rows apply to which situations on which days. Finds situations that no row applies to, and rows that apply at
 * once. Rows are compared with every situation, not with each other, so that what is found is a situation that a claim
 * can be in.
 */
public final class Coverage {

  /** As many findings of a kind as are told of a sheet; who made so many has made one mistake in many rows. */
  public static final int MOST = 20;

  private final List<Period> periods;
  private final List<Situation> situations;
  private final BiPredicate<Period, Situation> possible;
  private final BiFunction<Period, Situation, Claim> examples;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final Map<LocalDate, BitSet> reachable = new HashMap<>();

  /**
   * A row.
   *
   * @param sheet its sheet
   * @param row the row
   * @param days the days it states
   * @param met the situations that meet its conditions, apart from days
   * @param alone whether no other row may apply at once
   */
  record Line(Sheet sheet, Row row, Period days, BitSet met, boolean alone) {}

  private record Gap(Situation box, Period days, Claim example) {

    Gap through(Period following) {
      return new Gap(box, days.through(following), example);
    }
  }

  /**
   * Coverage without rows as yet.
   *
   * @param periods in each, the same rows are in force on all days
   * @param situations all situations that can be told apart
   * @param possible which of them can be met in a period
   * @param examples makes a claim that is in a situation on the first day of a period, or null where no claim is
   */
  public Coverage(List<Period> periods, List<Situation> situations, BiPredicate<Period, Situation> possible,
      BiFunction<Period, Situation, Claim> examples) {
    this.periods = periods;
    this.situations = situations;
    this.possible = possible;
    this.examples = examples;
  }

  /** Takes in the rows of a sheet, of which one at most may apply to a situation, from whichever sheet. */
  public Coverage by(Sheet sheet) {
    return by(sheet, true);
  }

  /** Takes in the rows of a sheet, several of which may apply to a situation, but none beside one of another sheet. */
  Coverage bySeveral(Sheet sheet) {
    return by(sheet, false);
  }

  private Coverage by(Sheet sheet, boolean alone) {
    sheets.add(sheet);
    for (Column column : sheet.columns()) {
      if (Dimensions.isAsked(sheet, column) && !situations.isEmpty()
          && !situations.get(0).values().containsKey(column.property())) {
        throw new IllegalStateException("no values are known for " + column.heading() + " of " + sheet.name());
      }
    }
    for (Row row : sheet.rows()) {
      if (concludes(sheet, row)) {
        BitSet met = new BitSet();
        IntStream.range(0, situations.size()).filter(i -> meets(sheet, row, situations.get(i))).forEach(met::set);
        lines.add(new Line(sheet, row, Period.of(sheet, row), met, alone));
      }
    }
    return this;
  }

  /** Whether a row concludes anything: a row with flags, all of which say 否, does not. */
  private static boolean concludes(Sheet sheet, Row row) {
    boolean flags = false;
    for (int i = 0; i < sheet.columns().size(); i++) {
      if (sheet.columns().get(i).role() == Column.Role.FLAG) {
        if (Boolean.TRUE.equals(row.values().get(i))) {
          return true;
        }
        flags = true;
      }
    }
    return !flags;
  }

  /** Whether a row applies to a situation, apart from days. */
  static boolean meets(Sheet sheet, Row row, Situation situation) {
    for (int i = 0; i < sheet.columns().size(); i++) {
      Column column = sheet.columns().get(i);
      Object cell = row.values().get(i);
      if (cell != null && isTold(column) && !column.holds(cell, situation.value(column.property()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a column is a condition on something else than the day. */
  public static boolean isTold(Column column) {
    return column.isCondition() && !column.heading().equals(Column.FROM) && !column.heading().equals(Column.TO);
  }

  /**
   * The rows that are in force in a period, in order, each with the situations that it applies to.
   *
   * @throws CancellationException if the thread was interrupted: nobody waits for what would be found
   */
  List<Line> inForce(Period period) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException();
    }
    List<Line> inForce = new ArrayList<>();
    for (Line line : lines) {
      if (line.days.contains(period.first())) {
        BitSet met = (BitSet) line.met.clone();
        met.and(reachable(period));
        if (!met.isEmpty()) {
          inForce.add(new Line(line.sheet, line.row, line.days, met, line.alone));
        }
      }
    }
    return inForce;
  }

  /** All rows taken in, whether anything meets them or not. */
  List<Line> lines() {
    return List.copyOf(lines);
  }

  /** Adds a claim for each row that any claim meets, on the first day on which one does. */
  Coverage addExamples(Collection<RowExample> all) {
    Map<List<Object>, RowExample> found = new LinkedHashMap<>();
    for (Period period : periods) {
      for (Line line : inForce(period)) {
        Claim claim = examples.apply(period, situations.get(line.met.nextSetBit(0)));
        if (claim != null) {
          found.putIfAbsent(List.of(line.sheet.name(), line.row.number()), new RowExample(line.sheet, line.row, claim));
        }
      }
    }
    all.addAll(found.values());
    return this;
  }

  private BitSet reachable(Period period) {
    return reachable.computeIfAbsent(period.first(), day -> {
      BitSet found = new BitSet();
      IntStream.range(0, situations.size()).filter(i -> possible.test(period, situations.get(i))).forEach(found::set);
      return found;
    });
  }

  /** A situation by its number. */
  Situation situation(int index) {
    return situations.get(index);
  }

  /** The periods. */
  List<Period> periods() {
    return periods;
  }

  /** Finds situations that no row applies to. */
  Coverage findGaps(Collection<Finding> findings) {
    List<Gap> gaps = new ArrayList<>();
    Map<Situation, Integer> before = Map.of();
    for (Period period : periods) {
      BitSet missing = (BitSet) reachable(period).clone();
      inForce(period).forEach(line -> missing.andNot(line.met));
      BitSet left = (BitSet) missing.clone();
      Map<Situation, Integer> now = new HashMap<>();
      while (!left.isEmpty() && gaps.size() <= MOST) {
        Situation first = situations.get(left.nextSetBit(0));
        Situation box = widened(first, reachable(period), missing);
        Integer known = before.get(box);
        if (known == null) {
          now.put(box, gaps.size());
          gaps.add(new Gap(box, period, examples.apply(period, first)));
        } else {
          now.put(box, known);
          gaps.set(known, gaps.get(known).through(period));
        }
        left.andNot(within(box));
      }
      before = now;
    }
    add(gaps.stream().map(this::finding).toList(), findings);
    return this;
  }

  private BitSet within(Situation box) {
    BitSet within = new BitSet();
    IntStream.range(0, situations.size()).filter(i -> box.includes(situations.get(i))).forEach(within::set);
    return within;
  }

  /**
   * A situation without the values that do not matter: whatever they are, no row applies. What every row must state is
   * kept.
   */
  private Situation widened(Situation situation, BitSet reachable, BitSet missing) {
    Situation box = situation;
    for (String property : situation.values().keySet()) {
      if (sheets.stream().noneMatch(sheet -> asksFor(sheet, property))) {
        box = widened(box, property, reachable, missing);
      }
    }
    List<Column> columns = sheets.get(0).columns();
    for (int i = columns.size() - 1; i >= 0; i--) {
      Column column = columns.get(i);
      if (isTold(column) && column.empty() != null) {
        box = widened(box, column.property(), reachable, missing);
      }
    }
    return box;
  }

  private Situation widened(Situation box, String property, BitSet reachable, BitSet missing) {
    Situation wider = box.without(property);
    boolean still = reachable.stream().filter(s -> wider.includes(situations.get(s))).allMatch(missing::get);
    return still ? wider : box;
  }

  /** Whether a sheet has a column that asks for something; what none asks for is told apart, but never matters. */
  private static boolean asksFor(Sheet sheet, String property) {
    return sheet.columns().stream().anyMatch(column -> isTold(column) && column.property().equals(property));
  }

  private Finding finding(Gap gap) {
    Sheet sheet = sheets.get(0);
    String zh = gap.box.zh(sheet);
    Message situation = zh.isEmpty() ? Message.of("edition.any-case") : Message.given(zh, gap.box.en(sheet));
    Message days = Message.given(gap.days.zh(), gap.days.en());
    Finding place = place(gap);
    Message message = sheets.size() == 1
        ? Message.of("edition.no-row-applies", situation, days, place.message())
        : Message.of("edition.no-row-of-these-sheets-applies", situation, days, names(), place.message());
    return new Finding(place.file(), place.sheet(), place.cell(), message, gap.example);
  }

  private Message names() {
    return Message.given(sheets.stream().map(Sheet::name).collect(Collectors.joining("”和“")),
        sheets.stream().map(Sheet::name).collect(Collectors.joining(" nor of ")));
  }

  /** Where a gap is best closed: at the date of a row that applies just before or after it, or anywhere in the sheet. */
  private Finding place(Gap gap) {
    BitSet within = within(gap.box);
    for (Line line : lines) {
      if (line.met.intersects(within)) {
        if (line.days.last() != null && line.days.last().plusDays(1).equals(gap.days.first())) {
          return place(line, Column.TO);
        } else if (gap.days.last() != null && gap.days.last().plusDays(1).equals(line.days.first())) {
          return place(line, Column.FROM);
        }
      }
    }
    return new Finding(sheets.get(0).workbook(), sheets.get(0).name(), null,
        Message.of("edition.add-a-row-or-widen-the"));
  }

  private static Finding place(Line line, String heading) {
    String cell = line.sheet.cell(line.row, heading);
    return new Finding(line.sheet.workbook(), line.sheet.name(), cell,
        Message.of("edition.add-a-row-or-change-the", line.row.number(), heading, cell));
  }

  /** Finds rows that apply at once. */
  public Coverage findOverlaps(Collection<Finding> findings) {
    List<Finding> found = new ArrayList<>();
    Set<List<Object>> told = new HashSet<>();
    for (Period period : periods) {
      BitSet covered = new BitSet();
      List<Line> inForce = inForce(period);
      for (int i = 0; i < inForce.size() && found.size() <= MOST; i++) {
        Line later = inForce.get(i);
        if (later.met.intersects(covered)) {
          for (Line earlier : inForce.subList(0, i)) {
            boolean allowed = !later.alone && !earlier.alone;
            if (!allowed && earlier.met.intersects(later.met) && told.add(pair(earlier, later))) {
              found.add(overlap(earlier, later, period));
            }
          }
        }
        covered.or(later.met);
      }
    }
    add(found, findings);
    return this;
  }

  private Finding overlap(Line earlier, Line later, Period period) {
    BitSet both = (BitSet) earlier.met.clone();
    both.and(later.met);
    Situation example = situations.get(both.nextSetBit(0));
    LocalDate day = period.first();
    boolean one = earlier.sheet.name().equals(later.sheet.name());
    String cells = one ? conditions(earlier) + "、" + conditions(later)
        : earlier.sheet.name() + "!" + conditions(earlier) + "、" + later.sheet.name() + "!" + conditions(later);
    Message situation = Message.given(example.zh(later.sheet), example.en(later.sheet));
    Message places = Message.given(cells, cells.replace("、", ", "));
    Message message = one
        ? Message.of("edition.two-rows-apply", situation, day, earlier.row.number(), later.row.number(), places)
        : Message.of("edition.rows-of-two-sheets-apply", situation, day, earlier.sheet.name(), earlier.row.number(),
            later.sheet.name(), later.row.number(), places);
    return new Finding(later.sheet.workbook(), later.sheet.name(), conditions(later).split(":")[0], message,
        examples.apply(period, example));
  }

  /** The cells of a row that are conditions, for example {@code B12:G12}. */
  private static String conditions(Line line) {
    int[] columns = IntStream.range(0, line.sheet.columns().size())
        .filter(i -> line.sheet.columns().get(i).isCondition()).toArray();
    return Column.letter(columns[0]) + line.row.number() + ":" + Column.letter(columns[columns.length - 1])
        + line.row.number();
  }

  private static List<Object> pair(Line earlier, Line later) {
    return List.of(earlier.sheet.name(), earlier.row.number(), later.sheet.name(), later.row.number());
  }

  private void add(List<Finding> found, Collection<Finding> findings) {
    findings.addAll(found.subList(0, Math.min(found.size(), MOST)));
    if (found.size() > MOST) {
      findings.add(new Finding(sheets.get(0).workbook(), sheets.get(0).name(), null,
          Message.of("edition.there-is-more-of-the-kind")));
    }
  }
}
