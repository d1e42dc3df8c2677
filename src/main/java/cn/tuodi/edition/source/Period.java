package cn.tuodi.edition.source;

import cn.tuodi.table.Column;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A span of days.
 *
 * @param first first day, or null where it is open
 * @param last last day, or null where it is open
 */
public record Period(LocalDate first, LocalDate last) {

  /** The period that a row states. */
  public static Period of(Sheet sheet, Row row) {
    return new Period((LocalDate) sheet.value(row, Column.FROM), (LocalDate) sheet.value(row, Column.TO));
  }

  /** The parts of this period on all days of which the same rows of some sheets are in force, in order. */
  public List<Period> dividedBy(List<Sheet> sheets) {
    TreeSet<LocalDate> starts = new TreeSet<>(List.of(first));
    for (Sheet sheet : sheets) {
      for (Row row : sheet.rows()) {
        Period stated = of(sheet, row);
        if (stated.first != null) {
          starts.add(stated.first);
        }
        if (stated.last != null) {
          starts.add(stated.last.plusDays(1));
        }
      }
    }
    starts.removeIf(start -> !contains(start));
    List<Period> parts = new ArrayList<>();
    for (LocalDate start : starts) {
      LocalDate next = starts.higher(start);
      parts.add(new Period(start, next == null ? last : next.minusDays(1)));
    }
    return parts;
  }

  /** This period and one that follows it. */
  public Period through(Period following) {
    return new Period(first, following.last);
  }

  /** Whether a day lies in the period. */
  public boolean contains(LocalDate day) {
    return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
  }

  /** Whether a day lies in both periods. */
  public boolean meets(Period other) {
    return (last == null || other.first == null || !last.isBefore(other.first))
        && (first == null || other.last == null || !first.isAfter(other.last));
  }

  /** The days in Chinese; the first is always told. */
  public String zh() {
    return last == null ? first + " 起" : last.equals(first) ? first.toString() : first + " 至 " + last;
  }

  /** The days in English; the first is always told. */
  public String en() {
    return last == null ? "from " + first : last.equals(first) ? "on " + first : "from " + first + " to " + last;
  }
}
