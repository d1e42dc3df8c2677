package cn.tuodi.console.desk;

import cn.tuodi.comparison.ChangesJson;
import cn.tuodi.comparison.EditionChanges;
import cn.tuodi.console.Addresses;
import cn.tuodi.console.BeijingTime;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Figures;
import cn.tuodi.console.Glossary;
import cn.tuodi.desk.Ending;
import cn.tuodi.desk.preview.PublicationPreview;
import cn.tuodi.desk.preview.WorkedExample;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.language.Language;
import cn.tuodi.money.Money;
import cn.tuodi.table.CaseLayout;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What somebody looks at before they publish.
 *
 * @param title name of the edition
 * @param address page of the draft
 * @param seen when the draft last changed, as forms send it
 * @param from the day from which it is to be in force as the form sends it, or empty for at once
 * @param ends which edition ends with it, and when, or empty
 * @param days the days of service that it changes, in words, or empty
 * @param past how many of them are past
 * @param undated names of sheets that it changes on all days, or empty
 * @param authors who worked on it, or empty
 * @param mayPublish whether who looks at the page is not one of them, where that counts
 * @param examples claims on which decisions change
 * @param cases how many worked cases it has, which all come out
 * @param changedCases rows of worked cases that are added, removed or changed
 * @param simulatedAt when it was simulated as it is, or empty
 * @param simulations its simulations
 * @param reason what was typed as ground
 * @param pastReason what was typed as the reason for days that are past
 */
record SummaryView(String title, String address, String seen, String from, String ends, String days, long past,
    String undated,
    String authors, boolean mayPublish, List<ExampleLine> examples, int cases,
    List<String> changedCases, String simulatedAt,
    List<DraftView.SimulationLine> simulations, String reason, String pastReason) {

  /** What a person typed, and may have to correct. */
  record Typed(String from, String reason, String pastReason) {}

  /**
   * A worked example.
   *
   * @param subject the row that changes
   * @param bill what the care cost
   * @param paidBefore assistance as it is
   * @param paidAfter assistance as it would be
   * @param leftBefore what is left to the person now
   * @param leftAfter what would be left
   */
  record ExampleLine(String subject, String bill, String paidBefore, String paidAfter, String leftBefore,
      String leftAfter) {

    private static ExampleLine of(WorkedExample example, Language language) {
      return new ExampleLine(ChangesJson.subject(example.row(), language),
          Figures.amount(example.before().totals().total()),
          paid(example.before().totals().criticalIllness(), example.before().totals().medicalAssistance(),
              example.before().totals().topUpAssistance()),
          paid(example.after().totals().criticalIllness(), example.after().totals().medicalAssistance(),
              example.after().totals().topUpAssistance()),
          Figures.amount(example.before().totals().personal()), Figures.amount(example.after().totals().personal()));
    }

    private static String paid(Money criticalIllness, Money assistance, Money topUp) {
      return Figures.amount(criticalIllness.plus(assistance).plus(topUp));
    }
  }

  /**
   * A summary.
   *
   * @param preview what publishing would do
   * @param mayPublish whether who looks at it may publish
   * @param typed what they typed
   * @param editions the editions that there are
   * @param simulations simulations of the draft
   */
  static SummaryView of(PublicationPreview preview, boolean mayPublish, Typed typed, List<EditionDescription> editions,
      List<DraftView.SimulationLine> simulations, Language language) {
    Draft draft = preview.draft();
    return new SummaryView(DisplayNames.edition(draft.edition(), editions, language), Addresses.draft(draft.id()),
        draft.changedAt().toString(), typed.from(), ends(preview.ending(), editions, language),
        preview.days().days().told().in(language), preview.days().past(),
        preview.undated().stream().map(sheet -> language.of(sheet, Glossary.of(sheet, language)))
            .collect(Collectors.joining(language.text("language.list-comma"))),
        String.join(language.text("language.list-comma"), draft.authors()), mayPublish,
        preview.examples().stream().map(example -> ExampleLine.of(example, language)).toList(),
        preview.cases(), changedCases(preview.changes(), language),
        BeijingTime.of(draft.simulatedAt()), simulations, typed.reason(), typed.pastReason());
  }

  private static String ends(Ending ending, List<EditionDescription> editions, Language language) {
    return ending.isThere() ? language.text("console.edition-ends-on",
        DisplayNames.edition(ending.edition(), editions, language), ending.last()) : "";
  }

  private static List<String> changedCases(EditionChanges changes, Language language) {
    return changes == null ? List.of()
        : changes.sheets().stream().filter(sheet -> sheet.sheet().equals(CaseLayout.CASES.sheet()))
            .flatMap(sheet -> sheet.rows().stream()).map(row -> language.text("language.labelled",
                language.of(row.kind().label(), row.kind().labelEn()), ChangesJson.about(row, language)))
            .distinct().toList();
  }
}
