package cn.tuodi.console.desk;

import cn.tuodi.console.Addresses;
import cn.tuodi.console.BeijingTime;
import cn.tuodi.console.DisplayNames;
import cn.tuodi.console.Figures;
import cn.tuodi.console.Option;
import cn.tuodi.console.WorkbookNames;
import cn.tuodi.console.simulation.SimulationView;
import cn.tuodi.desk.DraftStanding;
import cn.tuodi.desk.Predecessor;
import cn.tuodi.desk.record.Draft;
import cn.tuodi.desk.record.Publication;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
import cn.tuodi.simulation.SimulationJob;
import cn.tuodi.simulation.portfolio.SampleSettings;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A draft as a page shows it.
 *
 * @param id its id
 * @param title name of its edition
 * @param edition its edition as addresses have it
 * @param address its page
 * @param note what it is about, or empty
 * @param by who made it
 * @param changedAt when it last changed
 * @param seen the same, as forms send it
 * @param before name of the edition of the year before where nothing of its own is in force, or empty
 * @param ends name of the edition that ends with its publication, or empty
 * @param stale what came in between where what is in force has changed since, or empty
 * @param earlierFrom which earlier version its files were made from although it was begun on what is in force, or empty
 * @param earlierUpdate page that brings it up from there, or empty
 * @param pending which publication waits for its time, or empty
 * @param checked whether it was checked as it is
 * @param sound whether nothing was found
 * @param simulatedAt when it was simulated as it is, or empty
 * @param workbooks workbooks that it changes
 * @param earlier files that were replaced
 * @param choices workbooks that can be put into it
 * @param others editions to simulate it against where nothing of its own is in force, else none
 * @param simulations its simulations
 */
record DraftView(String id, String title, String edition, String address, String note, String by, String changedAt,
    String seen, String before, String ends, String stale, String earlierFrom, String earlierUpdate, String pending,
    boolean checked,
    boolean sound, String simulatedAt,
    List<Option> workbooks, List<EarlierLine> earlier, List<Option> choices, List<Option> others,
    List<SimulationLine> simulations) {

  /**
   * A file that was replaced.
   *
   * @param digest its digest
   * @param title what the workbook holds
   * @param by who replaced it
   * @param replacedAt when
   */
  record EarlierLine(String digest, String title, String by, String replacedAt) {}

  /**
   * A simulation.
   *
   * @param address its page
   * @param createdAt when it began
   * @param portfolio which claims
   * @param state how far it is
   */
  record SimulationLine(String address, String createdAt, String portfolio, String state) {

    static SimulationLine of(SimulationJob job, Language language) {
      SampleSettings sample = job.request().source().settings();
      return new SimulationLine(Addresses.simulation(job.id()), BeijingTime.of(job.createdAt()),
          sample == null ? language.text("console.claims-uploaded")
              : language.text("console.synthetic-claims", Figures.round(BigDecimal.valueOf(sample.claims()))),
          SimulationView.state(job.state(), language));
    }
  }

  /**
   * A draft.
   *
   * @param standing how it stands to what is in force
   * @param from number of the earlier version that its files were made from, 0 for what application and directory hold, or
   *        null
   * @param inForce the workbooks that are in force of its edition
   * @param editions the editions that there are
   * @param others editions to simulate it against
   * @param jobs its simulations
   */
  static DraftView of(Draft draft, DraftStanding standing, Integer from, Set<String> inForce,
      List<EditionDescription> editions,
      List<EditionDescription> others, List<SimulationJob> jobs, Language language) {
    Set<String> workbooks = new TreeSet<>(draft.workbooks().keySet());
    return new DraftView(draft.id(), DisplayNames.edition(draft.edition(), editions, language),
        draft.edition().toString(), Addresses.draft(draft.id()), draft.note() == null ? "" : draft.note(),
        draft.by() == null ? "" : draft.by(), BeijingTime.of(draft.changedAt()), draft.changedAt().toString(),
        before(draft, editions, language),
        draft.ends() == null ? "" : DisplayNames.edition(draft.ends(), editions, language), stale(standing, language),
        from(from, language),
        from == null ? "" : Addresses.update(draft.id(), from), pending(standing.pending(), language),
        draft.isChecked(), draft.isSound(),
        BeijingTime.of(draft.simulatedAt()),
        workbooks.stream().map(file -> new Option(file, WorkbookNames.of(file, language), false)).toList(),
        draft.earlier().stream()
            .map(file -> new EarlierLine(file.digest(), WorkbookNames.of(file.workbook(), language),
                file.by() == null ? "" : file.by(), BeijingTime.of(file.replacedAt())))
            .toList(),
        choices(workbooks, inForce, language), others(draft, others, language),
        jobs.stream().map(job -> SimulationLine.of(job, language)).toList());
  }

  private static String before(Draft draft, List<EditionDescription> editions, Language language) {
    List<EditionId> known = editions.stream().map(EditionDescription::id).toList();
    return known.contains(draft.edition()) ? ""
        : Predecessor.of(draft.edition(), known).map(id -> DisplayNames.edition(id, editions, language)).orElse("");
  }

  private static String stale(DraftStanding standing, Language language) {
    if (!standing.stale()) {
      return "";
    }
    Publication since = standing.since();
    return since == null
        ? language.text("console.what-is-in-force-has-changed-since")
        : language.text("console.what-is-in-force-has-changed", since.number(), BeijingTime.of(since.at()), since.by(),
            since.reason());
  }

  private static String from(Integer from, Language language) {
    if (from == null) {
      return "";
    }
    String version = from == 0 ? language.text("console.what-application-and-directory-hold-2")
        : language.text("console.publication", from);
    return language.text("console.the-file-uploaded-seems-to-have", version);
  }

  private static String pending(Publication pending, Language language) {
    return pending == null ? ""
        : language.text("console.publication-comes-into-force-on-until", pending.number(),
            BeijingTime.of(pending.effectiveFrom()));
  }

  /** The nearest first: of the same region, the latest before it. */
  private static List<Option> others(Draft draft, List<EditionDescription> others, Language language) {
    Comparator<EditionDescription> nearest = Comparator
        .comparing((EditionDescription other) -> !other.id().region().equals(draft.edition().region()))
        .thenComparing(other -> other.id().year() > draft.edition().year())
        .thenComparing(other -> -other.id().year()).thenComparing(other -> other.id().region());
    return others.stream().sorted(nearest)
        .map(other -> new Option(other.id().toString(), language.of(other.name(), other.nameEn()), false)).toList();
  }

  /** Those that it changes first, then what else the edition has or needs. */
  private static List<Option> choices(Set<String> changed, Set<String> inForce, Language language) {
    Set<String> all = new LinkedHashSet<>(changed);
    all.addAll(WorkbookNames.OF_EDITION);
    all.addAll(new TreeSet<>(inForce));
    return all.stream().map(file -> new Option(file, WorkbookNames.of(file, language),
        changed.contains(file))).toList();
  }
}
