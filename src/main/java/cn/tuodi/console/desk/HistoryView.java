package cn.tuodi.console.desk;

import cn.tuodi.console.Addresses;
import cn.tuodi.console.BeijingTime;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Option;
import cn.tuodi.console.Visitor;
import cn.tuodi.console.WorkbookNames;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.desk.record.PublicationEntry;
import cn.tuodi.desk.record.PublicationState;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.language.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What was published, edition by edition.
 *
 * @param editions editions of which something was published
 */
public record HistoryView(List<EditionHistory> editions) {

  private static final int HASH_FROM = 7;
  private static final int HASH_SHOWN = 19;
  private static final int LAST_SHOWN = 50;

  /**
   * What was published of an edition.
   *
   * @param edition its name as addresses have it
   * @param title its name
   * @param ground page that puts back what application and directory hold, or empty
   * @param lines its publications, the last first
   * @param earlier how many earlier ones are left out
   */
  record EditionHistory(String edition, String title, String ground, List<Line> lines, int earlier) {}

  /**
   * A publication.
   *
   * @param number its number
   * @param at when it was made
   * @param by who made it, or empty
   * @param reason why
   * @param again what it put back in force, or empty
   * @param effectiveFrom from when it is in force
   * @param state what became of it, as style sheets name it
   * @param stateText the same in words
   * @param hash first digits of its check code
   * @param workbooks its workbooks
   * @param undo page that puts it back in force, or empty
   * @param withdraw page that withdraws it before its time, or empty
   */
  record Line(int number, String at, String by, String reason, String again, String effectiveFrom, String state,
      String stateText, String hash, List<Option> workbooks, String undo, String withdraw) {}

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
          new EditionHistory(edition, DisplayNames.edition(last.publication().edition(), known, language),
              Integer.valueOf(0).equals(last.publication().again()) ? ""
                  : Addresses.undo(edition, 0, last.publication().number()),
              all.stream().limit(whole ? all.size() : LAST_SHOWN)
                  .map(entry -> line(entry, all, last.publication().number(), visitor, language)).toList(),
              whole ? 0 : Math.max(0, all.size() - LAST_SHOWN)));
    });
    return new HistoryView(editions);
  }

  private static Line line(PublicationEntry entry, List<PublicationEntry> all, int last, Visitor visitor,
      Language language) {
    Publication made = entry.publication();
    String edition = made.edition().toString();
    return new Line(made.number(), BeijingTime.of(made.at()), visitor.drafts() || visitor.publishes() ? made.by() : "",
        made.reason(), again(made, all, language),
        BeijingTime.of(made.effectiveFrom()), style(entry.place()), text(entry.place(), language),
        hash(made),
        new TreeSet<>(made.workbooks().keySet()).stream()
            .map(file -> new Option(file, WorkbookNames.of(file, language), false)).toList(),
        entry.place() == PublicationState.PAST ? Addresses.undo(edition, made.number(), last) : "",
        entry.place() == PublicationState.PENDING ? Addresses.undo(edition, inForce(all), last) : "");
  }

  /** Number of the publication in force, 0 where what application and directory hold is. */
  static int inForce(List<PublicationEntry> all) {
    return all.stream().filter(entry -> entry.place() == PublicationState.IN_FORCE
        || entry.place() == PublicationState.WITHDRAWN).map(entry -> entry.publication().number()).findFirst()
        .orElse(0);
  }

  /** The first digits of a publication's check code. */
  static String hash(Publication made) {
    String hash = made.hashAfter() == null ? "" : made.hashAfter();
    return hash.length() > HASH_SHOWN ? hash.substring(HASH_FROM, HASH_SHOWN) : hash;
  }

  /** What a publication put back in force; one that only withdrew another before its time changed nothing. */
  private static String again(Publication made, List<PublicationEntry> all, Language language) {
    if (made.again() == null) {
      return "";
    }
    boolean withdrew = Objects.equals(made.hashBefore(), made.hashAfter()) && all.stream()
        .anyMatch(entry -> entry.publication().number() == made.after() && entry.place() == PublicationState.NEVER);
    if (withdrew) {
      return language.text("console.publication-withdrawn-what-is-in-force", made.after());
    }
    return made.again() == 0 ? language.text("console.back-to-what-application-and-directory")
        : language.text("console.back-to-publication", made.again());
  }

  static String style(PublicationState place) {
    return switch (place) {
      case IN_FORCE -> "IN_FORCE";
      case PENDING -> "FUTURE";
      case PAST, NEVER, WITHDRAWN -> "ENDED";
    };
  }

  static String text(PublicationState place, Language language) {
    return switch (place) {
      case IN_FORCE -> language.text("console.in-force");
      case WITHDRAWN -> language.text("console.withdrawn-nothing-of-it-is-in");
      case PENDING -> language.text("console.waiting");
      case PAST -> language.text("console.replaced");
      case NEVER -> language.text("console.undone-before-its-time");
    };
  }
}
