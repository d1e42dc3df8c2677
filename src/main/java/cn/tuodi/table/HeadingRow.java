package cn.tuodi.table;

import cn.tuodi.language.OtherWords;
import cn.tuodi.spreadsheet.Cell;
import cn.tuodi.spreadsheet.SheetContent;
import cn.tuodi.spreadsheet.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The row of headings of a sheet. Sheets that stand for rules may have their columns in any order and leave out those
 * that no row needs; the first heading names the provision and is what the row is found by.
 *
 * @param number the row as the spreadsheet numbers it
 * @param columns the columns in the order in which they stand; null for a heading that no column of the layout has
 */
record HeadingRow(int number, List<Column> columns) {

  private static final int LAST = 20;

  /**
   * The heading row of a sheet.
   *
   * @param sheet its cells
   * @param layout the columns it may have
   * @param usual where the row stands if it is not found
   */
  static HeadingRow of(SheetContent sheet, List<Column> layout, int usual) {
    int number = usual;
    for (int row = 1; row <= Math.min(LAST, sheet.lastRow()); row++) {
      if (meant(layout.subList(0, 1), heading(sheet, row, 0)) != null) {
        number = row;
        break;
      }
    }
    List<Column> columns = new ArrayList<>();
    int last = sheet.row(number) == null || sheet.row(number).cells().isEmpty() ? -1
        : sheet.row(number).cells().lastKey();
    for (int i = 0; i <= last; i++) {
      columns.add(meant(layout, heading(sheet, number, i)));
    }
    while (!columns.isEmpty() && heading(sheet, number, columns.size() - 1).isEmpty()) {
      columns.remove(columns.size() - 1);
    }
    return new HeadingRow(number, columns);
  }

  /** The column that a heading means, be it by another word for it; null where it means none, or more than one. */
  static Column meant(List<Column> layout, String heading) {
    String plain = OtherWords.plain(heading);
    Optional<Column> named =
        layout.stream().filter(column -> OtherWords.plain(column.heading()).equals(plain)).findFirst();
    if (named.isPresent()) {
      return named.get();
    }
    List<String> words = OtherWords.of(plain);
    List<Column> meant = layout.stream().filter(column -> words.contains(column.heading())).toList();
    return meant.size() == 1 ? meant.get(0) : null;
  }

  /** The heading row of a sheet that is known by its name; null where none of that name is known. */
  static HeadingRow of(SheetContent sheet) {
    return Stream.concat(
        Layouts.ALL.stream().filter(layout -> layout.sheet().equals(sheet.name()))
            .map(layout -> of(sheet, layout.columns(), TableLayout.HEADING_ROW)),
        Stream.concat(Layouts.DATA.stream(), LocalLayouts.ALL.stream())
            .filter(layout -> layout.sheet().equals(sheet.name()))
            .map(layout -> of(sheet, layout.columns(), DataLayout.HEADING_ROW)))
        .findFirst().orElse(null);
  }

  /** The headings that a sheet of the first workbooks has, in their order. */
  static List<String> original(String sheet) {
    return Stream.concat(
        Layouts.ALL.stream().filter(layout -> layout.sheet().equals(sheet)).map(TableLayout::columns),
        Stream.concat(Layouts.DATA.stream(), LocalLayouts.ALL.stream())
            .filter(layout -> layout.sheet().equals(sheet)).map(DataLayout::columns))
        .findFirst().orElse(List.of()).stream().filter(column -> !column.later()).map(Column::heading).toList();
  }

  /** Whether every heading is known, none stands twice and none that is needed lacks. */
  boolean fits(List<Column> layout) {
    return !columns.contains(null) && columns.stream().distinct().count() == columns.size()
        && layout.stream().filter(Column::isRequired).allMatch(columns::contains);
  }

  /** What a heading says; line breaks and blanks in it mean nothing. */
  static String heading(SheetContent sheet, int row, int column) {
    Cell cell = sheet.cell(row, column);
    return Text.squeezed(cell != null && cell.kind() == Cell.Kind.TEXT ? (String) cell.value()
        : LooseWorkbook.shown(sheet.row(row), column));
  }
}
