package cn.tuodi.console.desk;

import cn.tuodi.console.BeijingTime;
import cn.tuodi.console.Option;
import cn.tuodi.console.Visitor;
import cn.tuodi.console.WorkbookNames;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.PublicationEntry;
import cn.tuodi.desk.record.PublicationState;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What was published, edition by edition.
 *
 * @param editions editions of which something was published
 */
record HistoryView(List<EditionHistory> editions) {

  private static final int HASH_SHOWN = 19;
  private static final int LAST_SHOWN = 50;

  /**
   * What was published of an edition.
   *
   * @param edition its name as addresses have it
   * @param title its name
   * @param last number of its last publication
   * @param ground whether what application and directory hold can be put back
   * @param lines its publications, the last first
   * @param earlier how many earlier ones are left out
   */
  record EditionHistory(String edition, String title, int last, boolean ground, List<Line> lines, int earlier) {}

  /**
   * A publication.
   *
   * @param number its number
   * @param at when it was made
   * @param by who made it, or empty
   * @param reason why
   * @param effectiveFrom from when it is in force
   * @param state what became of it, as style sheets name it
   * @param stateText the same in words
   * @param hash the content hash with it
   * @param workbooks its workbooks
   * @param undoable whether it can be put back in force
   */
  record Line(int number, String at, String by, String reason, String effectiveFrom, String state, String stateText,
      String hash, List<Option> workbooks, boolean undoable) {}

  /**
   * What was published.
   *
   * @param entries all publications
   * @param whole whether all of them are shown, or the last ones of each edition
   * @param visitor who looks
   * @param known the editions that there are
   * @param language language of the page
   */
  static HistoryView of(List<PublicationEntry> entries, boolean whole, Visitor visitor,
      List<EditionDescription> known, Language language) {
    Map<String, List<PublicationEntry>> byEdition = new LinkedHashMap<>();
    entries.forEach(entry -> byEdition
        .computeIfAbsent(entry.publication().edition().toString(), edition -> new ArrayList<>()).add(entry));
    List<EditionHistory> editions = new ArrayList<>();
    byEdition.forEach((edition, all) -> {
      PublicationEntry last =
          all.stream().max(Comparator.comparing(entry -> entry.publication().number())).orElseThrow();
      editions.add(
          new EditionHistory(edition, title(last.publication().edition(), known, language), last.publication().number(),
              !Integer.valueOf(0).equals(last.publication().again()),
              all.stream().limit(whole ? all.size() : LAST_SHOWN).map(entry -> line(entry, visitor, language)).toList(),
              whole ? 0 : Math.max(0, all.size() - LAST_SHOWN)));
    });
    return new HistoryView(editions);
  }

  /** The name of an edition; that in addresses where nothing of it is in force. */
  static String title(EditionId id, List<EditionDescription> known, Language language) {
    return known.stream().filter(edition -> edition.id().equals(id))
        .map(edition -> language.of(edition.name(), edition.nameEn())).findFirst().orElse(id.toString());
  }

  private static Line line(PublicationEntry entry, Visitor visitor, Language language) {
    Publication made = entry.publication();
    String hash = made.hashAfter() == null ? "" : made.hashAfter();
    return new Line(made.number(), BeijingTime.of(made.at()), visitor.drafts() || visitor.publishes() ? made.by() : "",
        made.reason(),
        BeijingTime.of(made.effectiveFrom()), style(entry.place()), text(entry.place(), language),
        hash.length() > HASH_SHOWN ? hash.substring(7, HASH_SHOWN) : hash,
        new TreeSet<>(made.workbooks().keySet()).stream()
            .map(file -> new Option(file, WorkbookNames.of(file, language), false)).toList(),
        entry.place() == PublicationState.PAST);
  }

  private static String style(PublicationState place) {
    return switch (place) {
      case IN_FORCE -> "IN_FORCE";
      case PENDING -> "FUTURE";
      case PAST, NEVER, WITHDRAWN -> "ENDED";
    };
  }

  private static String text(PublicationState place, Language language) {
    return switch (place) {
      case IN_FORCE -> language.of("生效中", "in force");
      case WITHDRAWN -> language.of("已撤回，本版本现不适用", "withdrawn: nothing of it is in force");
      case PENDING -> language.of("待生效", "waiting");
      case PAST -> language.of("已被替代", "replaced");
      case NEVER -> language.of("生效前已撤回", "undone before its time");
    };
  }
}
