package cn.tuodi.comparison;

import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.Period;
import cn.tuodi.language.Message;
import cn.tuodi.table.Column;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The days of service on which two versions of an edition may decide otherwise: those on which other rows are in force,
 * whichever row stands for which. A row that is divided into two that say the same changes no day; names, citations and
 * notes do not either.
 *
 * @param periods the days, in order and apart from each other; the first day of each is told
 */
public record ServiceDays(List<Period> periods) {

  private static final int MAX_TOLD = 4;

  /** No day at all. */
  public static final ServiceDays NONE = new ServiceDays(List.of());

  /**
   * The days that a version changes.
   *
   * @param before the version in force, or null where nothing of the edition is
   * @param after the version that takes its place, or null where nothing does
   */
  public static ServiceDays of(CheckedEdition before, CheckedEdition after) {
    Sweep sweep = new Sweep();
    boolean rules = before != null && after != null
        && !RuleComparison.of(before.sources().rules(), after.sources().rules()).isEmpty();
    if (before != null) {
      sweep.add(before, rules, -1);
    }
    if (after != null) {
      sweep.add(after, rules, 1);
    }
    return new ServiceDays(sweep.periods());
  }

  /** Whether no day is changed. */
  public boolean isEmpty() {
    return periods.isEmpty();
  }

  /** How many of the days come before a day. */
  public long before(LocalDate day) {
    return periods.stream().mapToLong(period -> Math.max(0,
        ChronoUnit.DAYS.between(period.first(), earlier(period.last(), day.minusDays(1)).plusDays(1)))).sum();
  }

  private static LocalDate earlier(LocalDate last, LocalDate day) {
    return last == null || last.isAfter(day) ? day : last;
  }

  /** The days in words; of many periods the first ones. */
  public Message told() {
    List<Period> first = periods.subList(0, Math.min(periods.size(), MAX_TOLD));
    Message told = Message.given(first.stream().map(Period::zh).collect(Collectors.joining("、")),
        first.stream().map(Period::en).collect(Collectors.joining("; ")));
    return first.size() == periods.size() ? told
        : Message.of("comparison.and-further-periods", told, periods.size() - first.size());
  }

  /** How often each content is in force, more or less than before, from day to day. */
  private static final class Sweep {

    private final TreeMap<LocalDate, Map<List<Object>, Integer>> steps = new TreeMap<>();

    /** All that a version says, on the days on which it does. */
    void add(CheckedEdition edition, boolean rules, int sign) {
      EditionDescription description = edition.description();
      Period whole = new Period(description.from(), description.to());
      if (rules) {
        add(whole, List.of("rules", sign), sign);
      }
      add(whole, List.of("edition"), sign);
      ComparedEdition compared = new ComparedEdition(edition);
      compared.sheets().forEach((key, sheet) -> {
        SheetMeaning meaning = new SheetMeaning(sheet.name(), sheet.columns());
        for (Row row : sheet.rows()) {
          if (meaning.decides()) {
            add(within(Period.of(sheet, row), whole), content(key, sheet, meaning, row), sign);
          }
        }
      });
    }

    /** What a row says that decisions rest on, without its days; in whatever order, with or without empty columns. */
    private static List<Object> content(String key, Sheet sheet, SheetMeaning meaning, Row row) {
      Map<String, Object> said = new TreeMap<>();
      for (int i = 0; i < sheet.columns().size(); i++) {
        String heading = sheet.columns().get(i).heading();
        Object value = row.values().get(i);
        if (meaning.effect(i) == Effect.DECISIONS && value != null && !heading.equals(Column.FROM)
            && !heading.equals(Column.TO)) {
          said.put(heading, value);
        }
      }
      return List.of(key, said);
    }

    private static Period within(Period stated, Period whole) {
      LocalDate first = stated.first() == null || stated.first().isBefore(whole.first()) ? whole.first()
          : stated.first();
      LocalDate last = stated.last() == null || whole.last() != null && whole.last().isBefore(stated.last())
          ? whole.last() : stated.last();
      return new Period(first, last);
    }

    private void add(Period days, List<Object> content, int sign) {
      if (days.last() != null && days.last().isBefore(days.first())) {
        return;
      }
      step(days.first(), content, sign);
      if (days.last() != null) {
        step(days.last().plusDays(1), content, -sign);
      }
    }

    private void step(LocalDate day, List<Object> content, int sign) {
      steps.computeIfAbsent(day, first -> new HashMap<>()).merge(content, sign, Sweep::sum);
    }

    List<Period> periods() {
      List<Period> periods = new ArrayList<>();
      Map<List<Object>, Integer> differing = new HashMap<>();
      LocalDate first = null;
      for (Map.Entry<LocalDate, Map<List<Object>, Integer>> step : steps.entrySet()) {
        step.getValue().forEach((content, change) -> differing.merge(content, change, Sweep::sum));
        if (!differing.isEmpty() && first == null) {
          first = step.getKey();
        } else if (differing.isEmpty() && first != null) {
          periods.add(new Period(first, step.getKey().minusDays(1)));
          first = null;
        }
      }
      if (first != null) {
        periods.add(new Period(first, null));
      }
      return periods;
    }

    /** The sum, or nothing where a content is in force as often as before. */
    private static Integer sum(Integer before, Integer change) {
      int sum = before + change;
      return sum == 0 ? null : Integer.valueOf(sum);
    }
  }
}
