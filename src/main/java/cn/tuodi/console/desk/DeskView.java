package cn.tuodi.console.desk;

import cn.tuodi.console.Addresses;
import cn.tuodi.console.BeijingTime;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Examples;
import cn.tuodi.console.Option;
import cn.tuodi.console.ResultText;
import cn.tuodi.console.WorkbookNames;
import cn.tuodi.desk.DeskJson;
import cn.tuodi.desk.Stock;
import cn.tuodi.desk.file.DamagedFile;
import cn.tuodi.desk.inforce.EditionState;
import cn.tuodi.desk.inforce.StoreState;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.desk.record.DraftList;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The desk: what is in force, what is worked on, and which workbooks there are.
 *
 * @param sound whether everything that should be in force is
 * @param directory whether a directory is configured
 * @param writable whether drafts and publications can be kept
 * @param fault why the directory cannot be read, or empty
 * @param history what is missing or damaged of the history
 * @param editions editions and where they come from
 * @param drafts drafts, for who may see them
 * @param damaged files among them that cannot be read
 * @param misplaced workbooks of the directory that belong to no edition
 * @param tables workbooks that can be edited, edition by edition
 */
record DeskView(boolean sound, boolean directory, boolean writable, String fault,
    List<DeskJson.FindingJson> history, List<EditionLine> editions,
    List<DraftLine> drafts, List<DamagedLine> damaged, List<DeskJson.FindingJson> misplaced,
    List<Examples.Choices> tables) {

  /**
   * An edition and where it comes from.
   *
   * @param name its name
   * @param title its title
   * @param address its page, or empty where nothing of it is in force
   * @param origin where its workbooks come from
   * @param since since when it is in force
   * @param pending what comes into force later, or empty
   * @param rejected what is wrong with what should be in force
   * @param unavailable whether it should decide claims and cannot
   * @param lost those of its workbooks that are missing or damaged
   * @param workbooks its workbooks, to be downloaded
   */
  record EditionLine(String name, String title, String address, String origin, String since, String pending,
      List<DeskJson.FindingJson> rejected, boolean unavailable, List<String> lost, List<Download> workbooks) {}

  /**
   * A workbook to be downloaded.
   *
   * @param title what it holds
   * @param address where it is
   */
  record Download(String title, String address) {}

  /**
   * A draft.
   *
   * @param address its page
   * @param title its edition
   * @param edition its edition as addresses have it
   * @param workbooks workbooks that it changes
   * @param note what it is about
   * @param by who made it
   * @param changedAt when it was last changed
   * @param findings how many findings it has
   * @param checked whether it was checked since it was last changed
   * @param sound whether it could be published
   * @param stale whether it rests on what is no longer in force
   */
  record DraftLine(String address, String title, String edition, String workbooks, String note, String by,
      String changedAt, int findings, boolean checked, boolean sound, boolean stale) {}

  /**
   * A file among the drafts that cannot be read.
   *
   * @param address its page, or empty where it is no draft
   * @param file the file
   * @param message why it cannot be read
   */
  record DamagedLine(String address, String file, String message) {}

  static DeskView of(StoreState state, List<EditionDescription> editions, Function<EditionId, Stock> stocks,
      Optional<DraftList> drafts, Language language) {
    return new DeskView(state.isSound(), state.directory() != null, state.writable(),
        state.unread() == null ? "" : language.of(state.unread().zh(), state.unread().en()),
        DeskJson.of(state.history(), language),
        state.editions().stream().map(edition -> line(edition, editions, stocks.apply(edition.edition()), language))
            .toList(),
        drafts.stream().flatMap(list -> list.drafts().stream().map(draft -> line(draft, list, editions, language)))
            .toList(),
        drafts.stream().flatMap(list -> list.damaged().stream()).map(file -> line(file, language)).toList(),
        DeskJson.of(state.misplaced(), language),
        tables(editions, stocks, language));
  }

  /** The workbooks that can be edited, edition by edition. */
  static List<Examples.Choices> tables(List<EditionDescription> editions, Function<EditionId, Stock> stocks,
      Language language) {
    return editions.stream().map(edition -> choices(edition, stocks.apply(edition.id()).names(), language)).toList();
  }

  private static EditionLine line(EditionState state, List<EditionDescription> editions, Stock stock,
      Language language) {
    EditionDescription edition =
        editions.stream().filter(one -> one.id().equals(state.edition())).findFirst().orElse(null);
    String name = state.edition().toString();
    return new EditionLine(name, DisplayNames.edition(state.edition(), editions, language),
        edition == null || state.inForce() == null ? "" : Addresses.edition(name), origin(state, language),
        state.inForce() == null ? "" : BeijingTime.of(state.inForce().since()),
        state.pending() == null ? ""
            : language.text("console.publication-comes-into-force-on-2", state.pending().publication(),
                BeijingTime.of(state.pending().effectiveFrom())),
        state.rejected() == null ? List.of() : new ResultText(editions, language).of(state.rejected().findings()),
        state.isUnavailable(), inOrder(stock.lost()).map(file -> WorkbookNames.of(file, language)).toList(),
        inOrder(stock.workbooks())
            .map(file -> new Download(WorkbookNames.of(file, language), Addresses.workbook(name, file)))
            .toList());
  }

  private static String origin(EditionState state, Language language) {
    if (state.inForce() == null) {
      return language.text("console.nothing");
    }
    return switch (state.inForce().origin()) {
      case APPLICATION -> language.text("console.built-in");
      case DIRECTORY -> language.text("console.directory");
      case PUBLICATION ->
        language.text("console.publication", state.inForce().publication());
    };
  }

  private static DamagedLine line(DamagedFile file, Language language) {
    return new DamagedLine(file.name() == null ? "" : Addresses.draft(file.name()), file.finding().file(),
        language.of(file.finding().zh(), file.finding().en()));
  }

  private static DraftLine line(Draft draft, DraftList list, List<EditionDescription> editions, Language language) {
    return new DraftLine(Addresses.draft(draft.id()), DisplayNames.edition(draft.edition(), editions, language),
        draft.edition().toString(),
        inOrder(draft.workbooks().keySet()).map(file -> WorkbookNames.of(file, language))
            .collect(Collectors.joining(language.text("language.list-comma"))),
        draft.note() == null ? "" : draft.note(),
        draft.by(), BeijingTime.of(draft.changedAt()), draft.findings().size(), draft.isChecked(), draft.isSound(),
        list.isStale(draft));
  }

  private static Examples.Choices choices(EditionDescription edition, Set<String> workbooks, Language language) {
    return new Examples.Choices(language.of(edition.name(), edition.nameEn()), inOrder(workbooks)
        .map(file -> new Option(edition.path(file), WorkbookNames.of(file, language), false))
        .toList());
  }

  /** The workbooks of the edition itself as people think of them, then those of its areas. */
  private static Stream<String> inOrder(Set<String> workbooks) {
    Comparator<String> known = Comparator.comparingInt(file -> {
      int place = WorkbookNames.OF_EDITION.indexOf(file);
      return place < 0 ? WorkbookNames.OF_EDITION.size() : place;
    });
    return workbooks.stream().sorted(known.thenComparing(Comparator.naturalOrder()));
  }
}
