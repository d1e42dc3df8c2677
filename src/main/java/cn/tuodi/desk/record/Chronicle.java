package cn.tuodi.desk.record;

import cn.tuodi.desk.file.CorruptFile;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.file.WorkbookArchive;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.table.Finding;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The history as it was read: its records, and what is missing of it. What is missing may belong to an edition or not;
 * where it cannot be ruled out, nobody knows what was published of that edition last.
 *
 * @param records the records, by number
 * @param missing what cannot be known of records, by number
 * @param gone what was read before and is no longer there, or no longer what it was, and what lies there and follows
 *        none of the records, by number: the history is known, and yet not whole
 * @param head what is known of the end, or null
 */
public record Chronicle(SortedMap<Integer, PublishedRecord> records, SortedMap<Integer, CorruptFile> missing,
    SortedMap<Integer, CorruptFile> gone, Head head) {

  /** Without any. */
  public static final Chronicle NONE = new Chronicle(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), null);

  /** Everything that is wrong, each once. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    missing.values().stream().distinct().map(CorruptFile::finding).forEach(findings::add);
    gone.values().stream().distinct().map(CorruptFile::finding).forEach(findings::add);
    return findings;
  }

  /**
   * Refuses where not all of it is there.
   *
   * @throws CorruptFile if something is missing
   */
  public void requireWhole() throws CorruptFile {
    if (!missing.isEmpty()) {
      throw missing.get(missing.firstKey());
    }
    if (!gone.isEmpty()) {
      throw gone.get(gone.firstKey());
    }
  }

  /** The publications that can be read, by number. */
  public List<Publication> publications() {
    return records.values().stream().map(PublishedRecord::publication).toList();
  }

  /** The publications of an edition that can be read. */
  public PublicationTimeline of(EditionId edition) {
    return new PublicationTimeline(
        publications().stream().flatMap(publication -> publication.of(edition).stream()).toList());
  }

  /** The edition that a publication publishes besides another. */
  public Optional<EditionId> publishedWith(int number, EditionId edition) {
    return publications().stream().filter(made -> made.number() == number && made.also() != null)
        .flatMap(made -> made.views().stream()).map(Publication::edition).filter(other -> !other.equals(edition))
        .findFirst();
  }

  /**
   * The edition that is put back with a version of another: it was published with that version, or with the last one, and
   * nothing of it was published since. What was done in one step is undone in one step.
   */
  public Optional<EditionId> putBackWith(EditionId edition, int version) {
    int last = of(edition).lastNumber();
    return publishedWith(version, edition)
        .or(() -> publishedWith(last, edition).filter(other -> of(other).lastNumber() == last));
  }

  /** Those of all editions. */
  public Map<EditionId, PublicationTimeline> timelines() {
    Map<EditionId, List<Publication>> byEdition = new TreeMap<>();
    publications().stream().flatMap(publication -> publication.views().stream())
        .forEach(view -> byEdition.computeIfAbsent(view.edition(), edition -> new ArrayList<>()).add(view));
    Map<EditionId, PublicationTimeline> timelines = new TreeMap<>();
    byEdition.forEach((edition, all) -> timelines.put(edition, new PublicationTimeline(all)));
    return timelines;
  }

  /** Which workbooks of the publications in force are missing or no longer what was kept, by edition. */
  public Map<EditionId, Set<String>> lost(WorkbookArchive archive, Instant now) throws IOException {
    Map<EditionId, Set<String>> all = new TreeMap<>();
    for (Map.Entry<EditionId, PublicationTimeline> edition : timelines().entrySet()) {
      Optional<Publication> published = edition.getValue().inForce(now);
      if (published.isPresent()) {
        all.put(edition.getKey(), archive.lost(published.get().workbooks()));
      }
    }
    return all;
  }

  /** The editions of which something was published, as far as is known. */
  public Set<EditionId> editions() {
    Set<EditionId> editions = new TreeSet<>(timelines().keySet());
    if (head != null && head.tells()) {
      head.last().keySet().forEach(name -> TableName.edition(name).ifPresent(editions::add));
    }
    return editions;
  }

  /**
   * What keeps anybody from knowing what is in force of an edition, or null. The end of its publications is known where
   * nothing is missing after the last of them, or the head tells that it is the last; from there every publication names
   * the one before, back to the one in force.
   */
  public CorruptFile doubt(EditionId edition, PublicationTimeline timeline, Instant now) {
    if (missing.isEmpty()) {
      return null;
    }
    for (Map.Entry<Integer, CorruptFile> lost : missing.tailMap(timeline.lastNumber() + 1).entrySet()) {
      boolean told = head != null && head.tells() && lost.getKey() <= head.number()
          && head.lastOf(edition) == timeline.lastNumber();
      if (!told) {
        return lost.getValue();
      }
    }
    int number = timeline.lastNumber();
    while (number > 0) {
      PublishedRecord record = records.get(number);
      if (record == null) {
        return missing.getOrDefault(number, missing.get(missing.firstKey()));
      }
      if (record.publication().isDue(now)) {
        return null;
      }
      number = record.publication().of(edition).map(Publication::after).orElse(0);
    }
    return null;
  }

  /** The number that the next publication has: none that ever was is given again. */
  public int next(Collection<Integer> losses) {
    int next = records.isEmpty() ? 1 : records.lastKey() + 1;
    for (int lost : losses) {
      next = Math.max(next, lost + 1);
    }
    return head == null ? next : Math.max(next, head.number() + 1);
  }

  /** The digest that chains the next record to these. */
  String link() {
    return Chain.link(records, Integer.MAX_VALUE);
  }
}
