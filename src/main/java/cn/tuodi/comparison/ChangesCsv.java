package cn.tuodi.comparison;

import cn.tuodi.json.CsvText;
import cn.tuodi.language.Language;

/** A comparison as comma-separated values, a line for every cell that differs, to be worked on in a spreadsheet. */
public final class ChangesCsv {

  private final CsvText text = new CsvText();
  private final ChangesJson changes;
  private final Wording words;

  private ChangesCsv(ChangesJson changes, Language language) {
    this.changes = changes;
    this.words = new Wording(language);
  }

  /** A comparison in a language. */
  public static byte[] of(EditionChanges changes, Language language) {
    return new ChangesCsv(ChangesJson.of(changes, language), language).written();
  }

  private byte[] written() {
    text.line(words.text("comparison.sheet"), words.text("comparison.change"), words.text("comparison.about"),
        words.text("comparison.row-before"), words.text("comparison.row-after"), words.text("comparison.provision"),
        words.text("comparison.document"), words.text("comparison.article"), words.text("comparison.column"),
        words.text("comparison.before", changes.from().name()), words.text("comparison.after", changes.to().name()),
        words.text("comparison.effect"));
    changes.sheets()
        .forEach(sheet -> sheet.rows().forEach(row -> row.cells().forEach(cell -> write(sheet, row, cell))));
    changes.rules()
        .forEach(
            rule -> text.line(words.text("comparison.rules"), words.of(rule.change().label(), rule.change().labelEn()),
                rule.rule(), null, null,
                rule.provision(), null, null, null, null, null, null));
    return text.bytes();
  }

  private void write(ChangesJson.SheetPart sheet, ChangesJson.RowPart row, ChangesJson.CellPart cell) {
    ChangesJson.PlacePart place = row.to() == null ? row.from() : row.to();
    text.line(sheet.label(), words.of(row.change().label(), row.change().labelEn()), row.subject(),
        row.from() == null ? null : row.from().row(),
        row.to() == null ? null : row.to().row(), place.provision(), place.instrument(), place.article(), cell.label(),
        cell.from(), cell.to(), words.of(cell.effect().label(), cell.effect().labelEn()));
  }
}
