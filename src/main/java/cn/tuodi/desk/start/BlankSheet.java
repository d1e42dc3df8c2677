package cn.tuodi.desk.start;

import cn.tuodi.table.CaseLayout;
import cn.tuodi.table.Column;
import cn.tuodi.table.DataLayout;
import cn.tuodi.table.Layouts;
import cn.tuodi.table.LocalLayouts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A sheet with which an edition may be begun.
 *
 * @param workbook its workbook, or {@code local} for that of the standards of the edition's own area
 * @param name its name
 * @param needed whether every edition has it
 * @param columns the columns that it begins with
 */
public record BlankSheet(String workbook, String name, boolean needed, List<Column> columns) {

  private static final String FILE = "/tables/blank-start.tsv";

  /** All of them, in the order in which workbooks have them. */
  public static final List<BlankSheet> ALL = read();

  /** The sheets that may be chosen besides those that every edition has. */
  public static List<BlankSheet> offered() {
    return ALL.stream().filter(sheet -> !sheet.needed()).toList();
  }

  private static List<BlankSheet> read() {
    try (InputStream in = BlankSheet.class.getResourceAsStream(FILE);
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
          .map(line -> new BlankSheet(line[0], line[1], line[2].equals("needed"), columns(line[1], line[3])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All columns that a sheet of that name may have, be it of an edition or of its areas. */
  static List<Column> allColumns(String sheet) {
    return Layouts.columns(sheet).or(() -> LocalLayouts.ALL.stream().filter(layout -> layout.sheet().equals(sheet))
        .map(DataLayout::columns).findFirst()).orElseThrow();
  }

  private static List<Column> columns(String sheet, String headings) {
    List<Column> all = allColumns(sheet);
    List<String> wanted = new ArrayList<>(List.of(headings.split("、")));
    List<Column> columns = new ArrayList<>();
    for (Column column : all) {
      boolean note = column.role() == Column.Role.NOTE && !sheet.equals(CaseLayout.CASES.sheet());
      if (column == all.get(0) || note || wanted.remove(column.heading())) {
        columns.add(column);
      }
    }
    wanted.remove(all.get(0).heading());
    if (!wanted.isEmpty()) {
      throw new IllegalStateException("no headings of " + sheet + ": " + wanted);
    }
    return List.copyOf(columns);
  }
}
