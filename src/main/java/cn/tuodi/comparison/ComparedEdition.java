package cn.tuodi.comparison;

import cn.tuodi.edition.CheckedEdition;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.Provision;
import cn.tuodi.table.Column;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.ParameterSheet;
import cn.tuodi.table.Row;
import cn.tuodi.table.Sheet;
import cn.tuodi.table.WorkbookNotes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One side of a comparison: its sheets with their notes, and parameters as what they are. */
final class ComparedEdition {

  private final CheckedEdition edition;
  private final Map<String, Sheet> sheets = new LinkedHashMap<>();

  ComparedEdition(CheckedEdition edition) {
    this.edition = edition;
    Map<String, WorkbookNotes> notes = new LinkedHashMap<>();
    edition.sources().workbooks().forEach((file, content) -> notes.put(file, WorkbookNotes.read(content)));
    edition.sheets().forEach(sheet -> sheets.put(key(sheet), complete(sheet, notes.get(sheet.workbook()))));
  }

  /** The name of a sheet; that of a pooling area with the area. */
  private static String key(Sheet sheet) {
    String[] path = sheet.workbook().split("/");
    return path.length < 2 ? sheet.name() : sheet.name() + " " + path[path.length - 2];
  }

  private Sheet complete(Sheet sheet, WorkbookNotes notes) {
    List<Row> rows = new ArrayList<>();
    for (Row row : sheet.rows()) {
      List<Object> values = new ArrayList<>(row.values());
      for (int i = 0; i < values.size(); i++) {
        if (sheet.columns().get(i).role() == Column.Role.NOTE) {
          String note = notes == null ? "" : notes.of(sheet.name(), row.number());
          values.set(i, note.isEmpty() ? null : note);
        }
      }
      if (isParameters(sheet)) {
        values.set(2, description().parameters().value((Parameter) values.get(1)));
      }
      rows.add(new Row(row.number(), values));
    }
    return new Sheet(sheet.workbook(), sheet.name(), sheet.columns(), rows);
  }

  private static boolean isParameters(Sheet sheet) {
    return sheet.name().equals(Layouts.PARAMETERS.sheet());
  }

  /** The column of a cell, with the type of its value; that of a parameter depends on its row. */
  static Column column(Sheet sheet, Row row, int index) {
    Column column = sheet.columns().get(index);
    if (isParameters(sheet) && index == 2) {
      return new Column(column.heading(), column.role(),
          ParameterSheet.type(((Parameter) row.values().get(1)).kind()), column.code(), column.empty());
    }
    return column;
  }

  EditionDescription description() {
    return edition.description();
  }

  Map<String, String> rules() {
    return edition.sources().rules();
  }

  Map<String, Sheet> sheets() {
    return sheets;
  }

  ComparedRow row(Sheet sheet, Row row) {
    String id = row.values().get(0) instanceof String text ? text : null;
    Provision provision = id == null ? null : description().provisions().get(id);
    return new ComparedRow(description().path(sheet.workbook()), sheet, row, provision);
  }
}
