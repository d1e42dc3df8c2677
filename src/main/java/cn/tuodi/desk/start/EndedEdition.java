package cn.tuodi.desk.start;

import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.table.Column;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.RawWorkbook;
import cn.tuodi.table.RawWorkbook.RawSheet;
import cn.tuodi.table.RawWorkbook.WrittenRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The workbooks of an edition with another last day: it gives way to the one of the next year. */
public final class EndedEdition {

  private EndedEdition() {}

  /**
   * Ends an edition.
   *
   * @param sources its files
   * @param last its last day
   * @throws IOException if a workbook cannot be read cell by cell
   */
  public static Map<String, byte[]> of(EditionSources sources, LocalDate last) throws IOException {
    Map<String, byte[]> workbooks = new TreeMap<>(sources.workbooks());
    for (Map.Entry<String, byte[]> workbook : sources.workbooks().entrySet()) {
      for (RawSheet sheet : RawWorkbook.read(workbook.getValue())) {
        if (sheet.name().equals(Layouts.EDITION.sheet())) {
          workbooks.put(workbook.getKey(),
              RawWorkbook.with(workbook.getValue(), Map.of(sheet.name(), ended(sheet, last))));
        }
      }
    }
    return workbooks;
  }

  private static List<WrittenRow> ended(RawSheet sheet, LocalDate last) {
    int to = IntStream.range(0, sheet.columns().size())
        .filter(i -> sheet.columns().get(i).heading().equals(Column.TO)).findFirst().orElseThrow();
    return sheet.rows().stream().map(row -> {
      List<Object> values = new ArrayList<>(row.values());
      values.set(to, last);
      return new WrittenRow(row.number(), values);
    }).toList();
  }
}
