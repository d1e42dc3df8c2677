package cn.tuodi.console.desk;

import cn.tuodi.console.BeijingTime;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Visitor;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.PublicationEntry;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.language.Language;
import java.util.List;

/**
 * A publication as its own page shows it.
 *
 * @param number its number
 * @param title name of its edition
 * @param state what became of it, as style sheets name it
 * @param stateText the same in words
 * @param reason why
 * @param pastReason why days that were past were changed, or empty
 * @param by who published it, or empty
 * @param authors who worked on the draft, or empty
 * @param at when it was made
 * @param effectiveFrom from when it is in force
 * @param also the edition that was published with it, or empty
 * @param days the days of service that it changed, in words, or empty
 */
record PublishedView(int number, String title, String state, String stateText, String reason, String pastReason,
    String by, String authors, String at, String effectiveFrom, String also, String days) {

  /** A publication, with names of persons for who is logged in. */
  static PublishedView of(PublicationEntry entry, String days, Visitor visitor, List<EditionDescription> editions,
      Language language) {
    Publication made = entry.publication();
    boolean named = visitor.drafts() || visitor.publishes();
    return new PublishedView(made.number(), DisplayNames.edition(made.edition(), editions, language),
        HistoryView.style(entry.place()), HistoryView.text(entry.place(), language), made.reason(),
        made.pastReason() == null ? "" : made.pastReason(), named ? made.by() : "",
        named && made.authors() != null ? String.join(language.text("language.list-comma"), made.authors()) : "",
        BeijingTime.of(made.at()), BeijingTime.of(made.effectiveFrom()),
        made.also() == null ? "" : DisplayNames.edition(made.also().edition(), editions, language), days);
  }
}
