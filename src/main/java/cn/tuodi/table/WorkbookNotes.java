package cn.tuodi.table;

import cn.tuodi.spreadsheet.SheetContent;
import cn.tuodi.spreadsheet.Workbook;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The notes for people (备注) in a workbook; they have no part in what is decided. */
public final class WorkbookNotes {

  private final Map<String, Map<Integer, String>> bySheet = new HashMap<>();

  private WorkbookNotes() {}

  /** The notes of a workbook; none where it cannot be read. */
  public static WorkbookNotes read(byte[] content) {
    WorkbookNotes notes = new WorkbookNotes();
    try {
      Workbook workbook = LooseWorkbook.open(content);
      Stream.concat(Layouts.ALL.stream().map(TableLayout::sheet), Layouts.DATA.stream().map(DataLayout::sheet))
          .map(workbook::sheet).filter(Objects::nonNull)
          .forEach(sheet -> notes.take(sheet, HeadingRow.of(sheet).columns()));
    } catch (IOException e) {
      return new WorkbookNotes();
    }
    return notes;
  }

  private void take(SheetContent sheet, List<Column> columns) {
    int index = 0;
    for (Column column : columns) {
      if (column != null && column.role() == Column.Role.NOTE) {
        Map<Integer, String> notes = bySheet.computeIfAbsent(sheet.name(), name -> new HashMap<>());
        for (var row : sheet.rows().values()) {
          notes.put(row.number(), LooseWorkbook.shown(row, index));
        }
      }
      index++;
    }
  }

  /** The note of a row as the spreadsheet numbers it; empty where there is none. */
  public String of(String sheet, int row) {
    return bySheet.getOrDefault(sheet, Map.of()).getOrDefault(row, "");
  }
}
