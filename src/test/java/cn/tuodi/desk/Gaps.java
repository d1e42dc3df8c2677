package cn.tuodi.desk;

import cn.tuodi.desk.inforce.ApplicationFiles;
import cn.tuodi.desk.record.CheckResult;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.RawWorkbook.RawSheet;
import cn.tuodi.table.RawWorkbook.WrittenRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Workbooks in which a row is missing, or stands twice. */
public final class Gaps {

  private static final Set<String> OF_RULES = Layouts.ALL.stream().map(layout -> layout.sheet())
      .collect(Collectors.toSet());

  private Gaps() {}

  /** What is found where the last row of a sheet is missing, and where it stands twice, for every sheet of rules. */
  public static List<CheckResult> inEverySheet() throws IOException {
    List<CheckResult> found = new ArrayList<>();
    EditionSources sources = ApplicationFiles.load().of(Changed.EDITION);
    for (Map.Entry<String, byte[]> workbook : sources.workbooks().entrySet()) {
      for (RawSheet sheet : RawWorkbook.read(workbook.getValue())) {
        if (!sheet.rows().isEmpty() && OF_RULES.contains(sheet.name())) {
          List<WrittenRow> rows = rows(sheet);
          List<WrittenRow> twice = new ArrayList<>(rows);
          twice.add(rows.get(rows.size() - 1));
          found.add(check(sources, workbook.getKey(), with(workbook.getValue(), sheet, rows.subList(1, rows.size()))));
          found.add(check(sources, workbook.getKey(), with(workbook.getValue(), sheet, twice)));
        }
      }
    }
    return found;
  }

  /** The workbook of the edition that is changed with a row of 救助待遇 missing. */
  public static byte[] gap() throws IOException {
    RawSheet sheet = terms();
    List<WrittenRow> rows = rows(sheet);
    return with(Changed.built(), sheet, rows.subList(1, rows.size()));
  }

  /** The same with a row twice. */
  public static byte[] overlap() throws IOException {
    RawSheet sheet = terms();
    List<WrittenRow> rows = new ArrayList<>(rows(sheet));
    rows.add(1, rows.get(0));
    return with(Changed.built(), sheet, rows);
  }

  private static RawSheet terms() throws IOException {
    return RawWorkbook.read(Changed.built()).stream().filter(sheet -> sheet.name().equals("救助待遇")).findFirst()
        .orElseThrow();
  }

  private static List<WrittenRow> rows(RawSheet sheet) {
    return sheet.rows().stream().map(row -> new WrittenRow(row.number(), row.values())).toList();
  }

  private static byte[] with(byte[] workbook, RawSheet sheet, List<WrittenRow> rows) throws IOException {
    return RawWorkbook.with(workbook, Map.of(sheet.name(), rows));
  }

  private static CheckResult check(EditionSources sources, String workbook, byte[] content) {
    try {
      EditionChecker.check(sources.withWorkbook(workbook, content));
      return new CheckResult(Changed.EDITION, "sound", List.of());
    } catch (InvalidEdition e) {
      return new CheckResult(Changed.EDITION, null, e.findings());
    }
  }
}
