package cn.tuodi.console.desk;

import cn.tuodi.console.Addresses;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Glossary;
import cn.tuodi.console.WorkbookNames;
import cn.tuodi.desk.DraftUpdate;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.language.Language;
import cn.tuodi.merge.Conflict;
import java.util.List;
import java.util.Map;

/**
 * What would become of a draft that is brought up to what is in force.
 *
 * @param address page of the draft
 * @param title name of its edition
 * @param carried how many cells and rows of it go on top
 * @param state what the answers are about
 * @param changed whether draft or edition changed while somebody answered
 * @param conflicts what a person has to decide
 */
record DraftUpdateView(String address, String title, int carried, String state, boolean changed,
    List<Question> conflicts) {

  /**
   * Something that both sides changed.
   *
   * @param key its name in the form
   * @param place where it is
   * @param row what the row is about, or empty
   * @param before what it was, or empty
   * @param mine what the draft says
   * @param theirs what is in force
   * @param isMine whether the draft was chosen
   * @param isTheirs whether what is in force was chosen
   */
  record Question(String key, String place, String row, String before, String mine, String theirs, boolean isMine,
      boolean isTheirs) {

    private static Question of(DraftUpdate.Place place, Map<String, Boolean> answers, Language language) {
      Conflict conflict = place.conflict();
      String workbook = WorkbookNames.of(place.workbook(), language);
      String where = conflict.sheet() == null ? workbook
          : (conflict.isRow()
              ? language.text("console.row", workbook, Glossary.of(conflict.sheet(), language),
                  conflict.cell().substring(1))
              : language.text("language.four-clauses", workbook, Glossary.of(conflict.sheet(), language),
                  conflict.cell(),
                  Glossary.of(conflict.heading(), language)));
      Boolean answer = answers.get(place.key());
      return new Question(place.key(), where, conflict.row() == null ? "" : conflict.row(),
          conflict.before() == null ? "" : conflict.before(), said(conflict, conflict.mine(), language),
          said(conflict, conflict.theirs(), language), Boolean.TRUE.equals(answer), Boolean.FALSE.equals(answer));
    }

    private static String said(Conflict conflict, String value, Language language) {
      if (conflict.sheet() == null) {
        return language.text("console.the-whole-workbook");
      }
      return value == null ? language.text("console.the-row-is-deleted") : value;
    }
  }

  static DraftUpdateView of(DraftUpdate update, Map<String, Boolean> answers, boolean changed,
      List<EditionDescription> editions, Language language) {
    return new DraftUpdateView(Addresses.draft(update.draft().id()),
        DisplayNames.edition(update.draft().edition(), editions, language), update.carried() - mine(update, answers),
        update.state(), changed,
        update.conflicts().stream().map(place -> Question.of(place, answers, language)).toList());
  }

  /** Conflicts that are counted as carried because the draft holds in them, or is taken to hold as long as nobody says. */
  private static int mine(DraftUpdate update, Map<String, Boolean> answers) {
    return (int) update.conflicts().stream().filter(place -> place.conflict().sheet() != null)
        .filter(place -> answers.getOrDefault(place.key(), true)).count();
  }
}
