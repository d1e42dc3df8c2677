package cn.tuodi.console;

import cn.tuodi.edition.EditionDescription;
import cn.tuodi.simulation.SampleSettings;
import cn.tuodi.simulation.SimulationJob;
import cn.tuodi.store.Draft;
import cn.tuodi.wire.Language;
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
 * @param edition its edition
 * @param address its page
 * @param note what it is about, or empty
 * @param by who made it
 * @param changedAt when it last changed
 * @param sound whether nothing was found
 * @param simulatedAt when it was simulated as it is, or empty
 * @param workbooks workbooks that it changes
 * @param choices workbooks that can be put into it
 * @param others editions to simulate it against where nothing of its own is in force, else none
 * @param simulations its simulations
 */
record DraftView(String id, String edition, String address, String note, String by, String changedAt, boolean sound,
    String simulatedAt, List<String> workbooks, List<Option> choices, List<Option> others,
    List<SimulationLine> simulations) {

  /**
   * A simulation.
   *
   * @param address its page
   * @param createdAt when it began
   * @param portfolio which claims
   * @param state how far it is
   */
  record SimulationLine(String address, String createdAt, String portfolio, String state) {

    private static SimulationLine of(SimulationJob job, Language language) {
      SampleSettings sample = job.request().source().settings();
      return new SimulationLine(Addresses.simulation(job.id()), Moments.of(job.createdAt()),
          sample == null ? language.of("上传的单据", "claims uploaded")
              : Figures.round(BigDecimal.valueOf(sample.claims())) + language.of(" 份合成单据", " synthetic claims"),
          SimulationView.state(job.state(), language));
    }
  }

  static DraftView of(Draft draft, Set<String> inForce, List<EditionDescription> others, List<SimulationJob> jobs,
      Language language) {
    Set<String> workbooks = new TreeSet<>(draft.workbooks().keySet());
    return new DraftView(draft.id(), draft.edition().toString(), Addresses.draft(draft.id()),
        draft.note() == null ? "" : draft.note(), draft.by(), Moments.of(draft.changedAt()), draft.isSound(),
        Moments.of(draft.simulatedAt()), List.copyOf(workbooks),
        choices(workbooks, inForce, language), others(draft, others, language),
        jobs.stream().map(job -> SimulationLine.of(job, language)).toList());
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
    return all.stream().map(file -> new Option(file, WorkbookNames.of(file, language) + " (" + file + ")",
        changed.contains(file))).toList();
  }
}
