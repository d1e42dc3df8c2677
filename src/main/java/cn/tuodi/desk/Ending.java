package cn.tuodi.desk;

import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.desk.record.DeskRefusal;
import cn.tuodi.desk.start.EndedEdition;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.EditionChecker;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import cn.tuodi.edition.source.InvalidEdition;
import cn.tuodi.language.Message;
import cn.tuodi.table.Finding;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How an edition ends the day before another begins, so that no day is without a policy and none has two.
 *
 * @param edition the edition that ends, or null where none does
 * @param last its last day, or null
 * @param workbooks its files with that day
 * @param findings what keeps it from ending so
 */
public record Ending(EditionId edition, LocalDate last, Map<String, byte[]> workbooks, List<Finding> findings) {

  /** Nothing ends. */
  static final Ending NONE = new Ending(null, null, Map.of(), List.of());

  /**
   * Ends an edition as it is in force.
   *
   * @param ends the edition, or null
   * @param begins first day of the one that it gives way to
   */
  static Ending of(PolicyStore store, EditionId ends, LocalDate begins) {
    if (ends == null) {
      return NONE;
    }
    LocalDate last = begins.minusDays(1);
    try {
      EditionSources sources = store.sources(ends).orElse(null);
      if (sources == null) {
        return NONE;
      }
      EditionDescription now = EditionChecker.check(sources).description();
      if (last.isBefore(now.from())) {
        return refused(ends, last, Message.of("desk.it-would-end-before-it-begins", now.title(), last, now.from()));
      }
      if (now.to() != null && !now.to().isAfter(last)) {
        return NONE;
      }
      Map<String, byte[]> ended = EndedEdition.of(sources, last);
      EditionChecker.check(new EditionSources(sources.name(), sources.rules(), ended));
      return new Ending(ends, last, ended, List.of());
    } catch (InvalidEdition e) {
      return refused(ends, last,
          Message.of("desk.it-cannot-end-on", ends.toString(), last, e.findings().get(0).message()));
    } catch (IOException e) {
      throw DeskRefusal.failed(e);
    }
  }

  private static Ending refused(EditionId ends, LocalDate last, Message message) {
    return new Ending(ends, last, Map.of(), List.of(Finding.ofFile(ends.toString(), message)));
  }

  /** Whether an edition ends. */
  public boolean isThere() {
    return edition != null && findings.isEmpty();
  }

  /** Other editions, the one that ends with its last day. */
  public List<Edition> among(List<Edition> others) {
    return others.stream().map(other -> isThere() && other.id().equals(edition)
        ? new Edition(other.description().until(last), other.rules()) : other).toList();
  }
}
