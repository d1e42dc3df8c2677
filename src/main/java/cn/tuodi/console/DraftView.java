package cn.tuodi.console;

import cn.tuodi.simulation.SimulationJob;
import cn.tuodi.store.Draft;
import cn.tuodi.wire.Language;
import java.util.List;
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
 * @param simulations its simulations
 */
record DraftView(String id, String edition, String address, String note, String by, String changedAt, boolean sound,
    String simulatedAt, List<String> workbooks, List<SimulationLine> simulations) {

  /**
   * A simulation.
   *
   * @param address its page
   * @param createdAt when it began
   * @param state how far it is
   */
  record SimulationLine(String address, String createdAt, String state) {}

  static DraftView of(Draft draft, List<SimulationJob> jobs, Language language) {
    return new DraftView(draft.id(), draft.edition().toString(), Addresses.draft(draft.id()),
        draft.note() == null ? "" : draft.note(), draft.by(), Moments.of(draft.changedAt()), draft.isSound(),
        Moments.of(draft.simulatedAt()), List.copyOf(new TreeSet<>(draft.workbooks().keySet())),
        jobs.stream().map(job -> new SimulationLine(Addresses.simulation(job.id()), Moments.of(job.createdAt()),
            SimulationView.state(job.state(), language))).toList());
  }
}
