package cn.tuodi.edition;

import cn.tuodi.edition.local.LocalChecker;
import cn.tuodi.edition.proof.Coverage;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.edition.worked.WorkedCase;
import cn.tuodi.language.EnglishWords;
import cn.tuodi.language.Language;
import cn.tuodi.language.Message;
import cn.tuodi.policy.Provision;
import cn.tuodi.table.CaseLayout;
import cn.tuodi.table.Column;
import cn.tuodi.table.Finding;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an edition no longer has and another before it had: sheets, rows for a class, an identity or a kind of care,
 * figures of a column, provisions that are computed. A document may really have dropped it, so that the edition is sound;
 * but nobody should find out by an answer of nothing that a sheet was forgotten.
 */
public final class Omissions {

  private static final int MAX_TOLD = 8;
  private static final String YEAR = "参保年度";
  private static final String PARAMETER = "参数";
  private static final Set<String> NAMED = Set.of(PARAMETER, "事项");
  /** What documents are is no benefit. */
  private static final Set<String> APART =
      Set.of(Layouts.EDITION.sheet(), Layouts.INSTRUMENTS.sheet(), Layouts.PROVISIONS.sheet());

  private final CheckedEdition before;
  private final CheckedEdition after;
  private final LocalDate lastDay;
  private final List<Finding> questions = new ArrayList<>();

  private Omissions(CheckedEdition before, CheckedEdition after) {
    this.before = before;
    this.after = after;
    LocalDate dayBefore = after.description().from().minusDays(1);
    LocalDate end = before == null ? null : before.description().to();
    this.lastDay = end != null && end.isBefore(dayBefore) ? end : dayBefore;
  }

  /**
   * What has to be confirmed of an edition.
   *
   * @param before what was in force of it, or else the edition of the region before it; null where there is neither
   * @param after the edition, which is sound
   */
  public static List<Finding> of(CheckedEdition before, CheckedEdition after) {
    Omissions omissions = new Omissions(before, after);
    if (before != null) {
      omissions.compare();
    }
    omissions.findUncited();
    omissions.questions.addAll(after.unmet());
    return omissions.questions;
  }

  /**
   * What has to be confirmed of an edition, by the files of the one before it.
   *
   * @param before those files; where there are none, or they are not sound, nothing is compared
   * @param after the edition, which is sound
   */
  public static List<Finding> of(Optional<EditionSources> before, CheckedEdition after) {
    try {
      return of(before.map(EditionChecker::check).orElse(null), after);
    } catch (InvalidEdition e) {
      // What is wrong with that one is told where it is checked itself.
      return of((CheckedEdition) null, after);
    }
  }

  private void compare() {
    Map<String, Sheet> now = byPlace(after);
    byPlace(before).forEach((place, earlier) -> {
      List<Row> rows = earlier.rows().stream().filter(row -> isLasting(earlier, row)).toList();
      Sheet sheet = now.get(place);
      if (rows.isEmpty() || APART.contains(earlier.name())) {
        return;
      }
      if (earlier.name().equals(CaseLayout.CASES.sheet())) {
        cases(earlier, sheet);
        return;
      }
      if (sheet == null || sheet.rows().isEmpty()) {
        ask(earlier.workbook(), sheet == null ? null : sheet.name(),
            Message.of("edition.the-sheet-has-no-rows-and", word(earlier.name()), before.description().title(),
                rows.size()));
      } else {
        compare(earlier, rows, sheet, sheet.rows().stream().filter(row -> isToCome(sheet, row)).toList());
      }
    });
  }

  /** Worked cases that are no longer there; another year has cases of its own. */
  private void cases(Sheet earlier, Sheet sheet) {
    Set<String> left = after.cases().stream().map(WorkedCase::name).collect(Collectors.toSet());
    List<Message> gone = before.cases().stream().filter(worked -> !left.contains(worked.name()))
        .map(WorkedCase::title).toList();
    if (yearsBetween() == 0 && !gone.isEmpty()) {
      Message told = joined(gone.stream().limit(MAX_TOLD).toList(), "；", "; ");
      ask(earlier.workbook(), sheet == null ? null : sheet.name(), Message.of("edition.worked-cases-are-gone",
          gone.size() > MAX_TOLD ? Message.of("edition.items-and-more", told, gone.size()) : told));
    }
  }

  private void compare(Sheet earlier, List<Row> rows, Sheet sheet, List<Row> left) {
    Set<Message> gone = new LinkedHashSet<>();
    int years = goesOn(earlier, rows, sheet, left) ? yearsBetween() : 0;
    Map<List<Object>, List<Row>> alike = new LinkedHashMap<>();
    rows.forEach(row -> alike.computeIfAbsent(keys(earlier, earlier, row, 0), keys -> new ArrayList<>()).add(row));
    alike.forEach((keys, group) -> {
      Row first = group.get(0);
      // A row that was there before stands for itself only; another may be wider than those that it replaces.
      long covering = left.stream().filter(other -> covers(sheet, other, earlier, first, years)).filter(other -> {
        List<Object> own = keys(earlier, sheet, other, years);
        return own.equals(keys) || !alike.containsKey(own);
      }).count();
      if (covering == 0) {
        gone.add(situation(earlier, first));
      } else if (covering < group.size()) {
        gone.add(Message.of("edition.rows-where-there-were", situation(earlier, first), covering, group.size()));
      }
    });
    rows.forEach(row -> gone.addAll(membersGone(earlier, row, sheet, left)));
    for (Column column : earlier.columns()) {
      if (!column.isCondition() && !column.heading().equals("备注") && isStated(earlier, rows, column.heading())
          && !isStated(sheet, left, column.heading())) {
        gone.add(Message.of("edition.all-of-the-column", word(column.heading())));
      }
    }
    if (!gone.isEmpty()) {
      Message told = joined(gone.stream().limit(MAX_TOLD).toList(), "；", "; ");
      ask(sheet.workbook(), sheet.name(), Message.of("edition.what-had-is-not-there", before.description().title(),
          gone.size() > MAX_TOLD ? Message.of("edition.items-and-more", told, gone.size()) : told));
    }
  }

  /** Whether the insured years of a sheet have gone on with the editions: each row stands there for a later year. */
  private boolean goesOn(Sheet earlier, List<Row> rows, Sheet sheet, List<Row> left) {
    int years = yearsBetween();
    return years > 0 && earlier.column(YEAR) >= 0 && rows.stream()
        .allMatch(row -> left.stream().anyMatch(other -> covers(sheet, other, earlier, row, years)));
  }

  private int yearsBetween() {
    return after.description().id().year() - before.description().id().year();
  }

  /**
   * Whether a row applies wherever an earlier one did, as far as sheets tell people, care and insured years apart.
   *
   * @param years how many years later its insured year is
   */
  private static boolean covers(Sheet sheet, Row row, Sheet earlier, Row wanted, int years) {
    return earlier.columns().stream().filter(Omissions::isKey).allMatch(column -> {
      Object value = sheet.value(row, column.heading());
      Object had = earlier.value(wanted, column.heading());
      if (column.role() == Column.Role.FLAG) {
        return Boolean.FALSE.equals(had) || Objects.equals(value, had);
      }
      Object meant = column.heading().equals(YEAR) ? (Integer) had + years : had;
      return column.isCondition() && value == null || Objects.equals(value, meant);
    });
  }

  /** What tells a row from others, in the columns of an earlier sheet and in its insured years. */
  private static List<Object> keys(Sheet earlier, Sheet sheet, Row row, int years) {
    List<Object> keys = new ArrayList<>();
    for (Column column : earlier.columns()) {
      if (isKey(column)) {
        Object value = sheet.value(row, column.heading());
        keys.add(column.heading().equals(YEAR) && value != null ? (Integer) value - years : value);
      }
    }
    return keys;
  }

  /** Members of a set, such as the identities that may apply, that no row names any more. */
  private static List<Message> membersGone(Sheet earlier, Row row, Sheet sheet, List<Row> left) {
    List<Message> gone = new ArrayList<>();
    for (Column column : earlier.columns()) {
      if (!earlier.name().equals(Layouts.PARAMETERS.sheet())
          && earlier.value(row, column.heading()) instanceof Set<?> members) {
        Set<Object> missing = new LinkedHashSet<>(members);
        left.forEach(other -> {
          if (sheet.value(other, column.heading()) instanceof Set<?> stated) {
            missing.removeAll(stated);
          }
        });
        if (!missing.isEmpty()) {
          gone.add(stating(column, missing));
        }
      }
    }
    return gone;
  }

  private static boolean isStated(Sheet sheet, List<Row> rows, String heading) {
    return rows.stream().anyMatch(row -> sheet.value(row, heading) != null);
  }

  private static boolean isKey(Column column) {
    return Coverage.isTold(column) && column.code().endsWith("== $param") || column.role() == Column.Role.FLAG
        || column.heading().equals(YEAR) || NAMED.contains(column.heading());
  }

  private static Message situation(Sheet sheet, Row row) {
    List<Message> parts = sheet.columns().stream().filter(Omissions::isKey)
        .filter(column -> sheet.value(row, column.heading()) != null && column.role() != Column.Role.FLAG)
        .map(column -> stating(column, sheet.value(row, column.heading()))).toList();
    return parts.isEmpty() ? Message.of("edition.any-case") : joined(parts, "、", ", ");
  }

  /** A heading with a value under it. */
  private static Message stating(Column column, Object value) {
    return Message.given(column.heading() + "“" + column.type().shown(value) + "”",
        EnglishWords.of(column.heading()) + " \"" + EnglishWords.ofValue(value) + "\"");
  }

  /** A sheet or heading by its name. */
  private static Message word(String zh) {
    return Message.given(zh, EnglishWords.of(zh));
  }

  private static Message joined(List<Message> parts, String zh, String en) {
    return Message.given(parts.stream().map(part -> part.in(Language.ZH)).collect(Collectors.joining(zh)),
        parts.stream().map(part -> part.in(Language.EN)).collect(Collectors.joining(en)));
  }

  /** Rows that had ended before the edition begins are not left out, but past. */
  private boolean isLasting(Sheet sheet, Row row) {
    LocalDate to = (LocalDate) sheet.value(row, Column.TO);
    return to == null || !to.isBefore(lastDay);
  }

  /** Rows that end before the edition begins are left from an earlier year. */
  private boolean isToCome(Sheet sheet, Row row) {
    LocalDate to = (LocalDate) sheet.value(row, Column.TO);
    return to == null || !to.isBefore(after.description().from());
  }

  /** Sheets of areas stand apart from those of the edition and of each other. */
  private static Map<String, Sheet> byPlace(CheckedEdition edition) {
    Map<String, Sheet> sheets = new LinkedHashMap<>();
    edition.sheets().forEach(sheet -> sheets.put(
        (LocalChecker.isLocal(sheet.workbook()) ? sheet.workbook() : "") + "#" + sheet.name(), sheet));
    return sheets;
  }

  /** Provisions that the register calls computed and nothing computes. */
  private void findUncited() {
    EditionDescription edition = after.description();
    Set<String> cited = new HashSet<>();
    edition.tables().forEach(table -> table.rows().forEach(row -> cited.addAll(row.provisions())));
    edition.areas().forEach(area -> area.tables()
        .forEach(table -> table.rows().forEach(row -> cited.addAll(row.provisions()))));
    edition.rules().forEach(rule -> cited.add(rule.provision()));
    List<String> uncited = edition.provisions().values().stream()
        .filter(provision -> provision.status() == Provision.Status.COMPUTED && !cited.contains(provision.id()))
        .map(Provision::id).toList();
    if (!uncited.isEmpty()) {
      Message told = joined(uncited.stream().limit(MAX_TOLD).map(id -> Message.given(id, id)).toList(), "、", ", ");
      ask("edition.xlsx", Layouts.PROVISIONS.sheet(),
          Message.of("edition.provisions-that-the-register-calls-computed",
              uncited.size() > MAX_TOLD ? Message.of("edition.items-and-more", told, uncited.size()) : told));
    }
  }

  private void ask(String workbook, String sheet, Message message) {
    questions.add(new Finding(workbook, sheet, null, Message.of("edition.make-sure-that-this-is-meant", message)));
  }
}
