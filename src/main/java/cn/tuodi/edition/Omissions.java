package cn.tuodi.edition;

import cn.tuodi.edition.local.LocalChecker;
import cn.tuodi.edition.proof.Coverage;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.language.Message;
import cn.tuodi.policy.Provision;
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
    this.lastDay = after.description().from().minusDays(1);
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
      if (sheet == null || sheet.rows().isEmpty()) {
        ask(earlier.workbook(), sheet == null ? null : sheet.name(),
            Message.of("edition.the-sheet-has-no-rows-and", earlier.name(),
                before.description().title(), rows.size()));
      } else {
        compare(earlier, rows, sheet);
      }
    });
  }

  private void compare(Sheet earlier, List<Row> rows, Sheet sheet) {
    Set<String> gone = new LinkedHashSet<>();
    for (Row row : rows) {
      if (sheet.rows().stream().noneMatch(other -> covers(sheet, other, earlier, row))) {
        gone.add(situation(earlier, row));
      }
      gone.addAll(membersGone(earlier, row, sheet));
    }
    for (Column column : earlier.columns()) {
      if (!column.isCondition() && !column.heading().equals("备注") && isStated(earlier, rows, column.heading())
          && !isStated(sheet, sheet.rows(), column.heading())) {
        gone.add("“" + column.heading() + "”一列的内容");
      }
    }
    gone.remove("");
    if (!gone.isEmpty()) {
      String told = gone.stream().limit(MAX_TOLD).collect(Collectors.joining("；"))
          + (gone.size() > MAX_TOLD ? "等 " + gone.size() + " 项" : "");
      ask(sheet.workbook(), sheet.name(), Message.of("edition.what-had-is-not-there",
          before.description().title(), told));
    }
  }

  /** Whether a row applies wherever an earlier one did, as far as sheets tell people and care apart. */
  private static boolean covers(Sheet sheet, Row row, Sheet earlier, Row wanted) {
    return earlier.columns().stream().filter(Omissions::isKey).allMatch(column -> {
      Object value = sheet.value(row, column.heading());
      return column.isCondition() && value == null || Objects.equals(value, earlier.value(wanted, column.heading()));
    });
  }

  /** Members of a set, such as the identities that may apply, that no row names any more. */
  private static List<String> membersGone(Sheet earlier, Row row, Sheet sheet) {
    List<String> gone = new ArrayList<>();
    for (Column column : earlier.columns()) {
      if (!earlier.name().equals(Layouts.PARAMETERS.sheet())
          && earlier.value(row, column.heading()) instanceof Set<?> members) {
        Set<Object> left = new HashSet<>(members);
        sheet.rows().forEach(other -> {
          if (sheet.value(other, column.heading()) instanceof Set<?> stated) {
            left.removeAll(stated);
          }
        });
        if (!left.isEmpty()) {
          gone.add(column.heading() + "“" + column.type().shown(left) + "”");
        }
      }
    }
    return gone;
  }

  private static boolean isStated(Sheet sheet, List<Row> rows, String heading) {
    return rows.stream().anyMatch(row -> sheet.value(row, heading) != null);
  }

  private static boolean isKey(Column column) {
    return Coverage.isTold(column) && column.code().endsWith("== $param") && !column.heading().equals(YEAR)
        || NAMED.contains(column.heading());
  }

  private static String situation(Sheet sheet, Row row) {
    return sheet.columns().stream().filter(Omissions::isKey).map(column -> {
      Object value = sheet.value(row, column.heading());
      return column.heading() + "“" + (value == null ? column.empty() : column.type().shown(value)) + "”";
    }).filter(part -> !part.endsWith("“" + Column.ANY + "”")).collect(Collectors.joining("、"));
  }

  /** Rows that had ended before the edition begins are not left out, but past. */
  private boolean isLasting(Sheet sheet, Row row) {
    LocalDate to = (LocalDate) sheet.value(row, Column.TO);
    return to == null || !to.isBefore(lastDay);
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
      String told = uncited.stream().limit(MAX_TOLD).collect(Collectors.joining("、"))
          + (uncited.size() > MAX_TOLD ? "等 " + uncited.size() + " 条" : "");
      ask("edition.xlsx", Layouts.PROVISIONS.sheet(),
          Message.of("edition.provisions-that-the-register-calls-computed", told));
    }
  }

  private void ask(String workbook, String sheet, Message message) {
    questions.add(new Finding(workbook, sheet, null, Message.of("edition.make-sure-that-this-is-meant", message)));
  }
}
