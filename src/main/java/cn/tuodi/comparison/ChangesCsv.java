package cn.tuodi.comparison;

import cn.tuodi.wire.Language;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** A comparison as a table for spreadsheet programs: a line per cell that differs. */
public final class ChangesCsv {

  /** By this Excel knows the encoding. */
  private static final String MARK = "\uFEFF";
  /** What spreadsheet programs take for the beginning of a formula. */
  private static final String FORMULAS = "=+-@\t\r";

  private ChangesCsv() {}

  /** The table in a language, in UTF-8. */
  public static byte[] of(EditionChanges changes, Language language) {
    ChangesJson all = ChangesJson.of(changes, language);
    StringBuilder text = new StringBuilder(MARK);
    line(text, language == Language.EN
        ? List.of("sheet", "workbook", "change", "row is about", "column", "before", "after", "cell before",
            "cell after",
            "provision", "document", "article")
        : List.of("表", "工作簿", "改动", "行的内容", "列", "原为", "改为", "原单元格", "现单元格", "条款", "文件", "条文"));
    for (ChangesJson.SheetPart sheet : all.sheets()) {
      for (ChangesJson.RowPart row : sheet.rows()) {
        ChangesJson.PlacePart place = row.to() == null ? row.from() : row.to();
        for (ChangesJson.CellPart cell : row.cells()) {
          line(text, Arrays.asList(sheet.label(), sheet.to() == null ? sheet.from() : sheet.to(),
              language.of(row.change().label(), row.change().labelEn()), row.subject(), cell.label(), cell.from(),
              cell.to(), cell.fromCell(), cell.toCell(), place.provision(), place.instrument(), place.article()));
        }
      }
    }
    for (ChangesJson.RulePart rule : all.rules()) {
      line(text, Arrays.asList(language.of("规则", "rules"), rule.file(),
          language.of(rule.change().label(), rule.change().labelEn()), rule.rule(), null, null, null, null, null,
          rule.provision(), null, null));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, List<String> cells) {
    StringJoiner line = new StringJoiner(",", "", "\r\n");
    cells.forEach(cell -> line.add(quoted(cell)));
    text.append(line);
  }

  private static String quoted(String cell) {
    if (cell == null || cell.isEmpty()) {
      return "";
    }
    String safe = FORMULAS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
