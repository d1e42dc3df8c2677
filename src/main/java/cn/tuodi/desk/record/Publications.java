package cn.tuodi.desk.record;

import cn.tuodi.desk.file.CorruptFile;
import cn.tuodi.desk.file.CorruptFileLog;
import cn.tuodi.desk.file.DamagedFile;
import cn.tuodi.desk.file.Digest;
import cn.tuodi.desk.file.DurableFiles;
import cn.tuodi.desk.file.StoredJson;
import cn.tuodi.edition.source.EditionId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The publications of a store. Their numbers have no gaps and their records are chained, so that what is lost or altered
 * is noticed.
 */
public final class Publications {

  private static final Logger LOG = Logger.getLogger(Publications.class);
  /** How many records a look reads again. */
  private static final int MAX_AGAIN = 100;

  private final RecordFiles files;
  private final Heads heads;
  private final Heads witness;
  private final Head expected;
  private final Losses losses;
  private final SortedMap<Integer, PublishedRecord> read = new TreeMap<>();
  private final SortedMap<Integer, CorruptFile> spoilt = new TreeMap<>();
  private final CorruptFileLog log = new CorruptFileLog();
  private final CorruptFileLog viewLog = new CorruptFileLog();
  private boolean noted = true;
  private int nextAgain;
  private Inputs lastInputs;
  private Chronicle last = Chronicle.NONE;

  /** What a chronicle is made from, besides what was read before. */
  private record Inputs(List<Path> homes, List<Losses.Loss> losses, List<Head> ends, Set<Integer> spoilt) {}

  /**
   * The publications of a store.
   *
   * @param own the folder of what the store writes
   * @param safeguards what else is known of them
   */
  public Publications(Path own, Safeguards safeguards) {
    this.files = new RecordFiles(own.resolve("publications"));
    this.heads = new Heads(own.resolve("heads"));
    this.losses = new Losses(own.resolve("losses"));
    this.witness = safeguards.witness() == null ? null : new Heads(safeguards.witness());
    this.expected = safeguards.expected();
  }

  /**
   * Reads what is there. Of what this process has read before it reads a part again, another one each time, and all that
   * was not the same any more.
   *
   * @throws IOException if the store cannot be read at all
   */
  public synchronized Chronicle look() throws IOException {
    readAgain(turn());
    Inputs inputs = new Inputs(files.homes(), losses.all(), ends(), Set.copyOf(spoilt.keySet()));
    if (!inputs.equals(lastInputs) || !last.missing().isEmpty() || !spoilt.isEmpty()) {
      last = made(inputs);
      lastInputs = inputs;
      log.tell(last.findings().stream().map(finding -> new DamagedFile(null, finding)).toList());
    }
    return last;
  }

  /**
   * Reads everything again that this process has read before.
   *
   * @throws IOException if the directory does not answer
   */
  public synchronized void readAgain() throws IOException {
    readAgain(Set.copyOf(read.keySet()));
  }

  /** The records whose turn it is to be read again. */
  private Set<Integer> turn() {
    TreeSet<Integer> turn = read.tailMap(nextAgain).keySet().stream().limit(MAX_AGAIN)
        .collect(Collectors.toCollection(TreeSet::new));
    nextAgain = turn.size() < MAX_AGAIN ? 0 : turn.last() + 1;
    turn.addAll(spoilt.keySet());
    return turn;
  }

  /** What is read stays known, whatever became of its file. */
  private void readAgain(Set<Integer> numbers) throws IOException {
    for (int number : numbers) {
      spoilt.remove(number);
      Path file = files.file(number);
      try {
        if (DurableFiles.exists(file.getParent())
            && !RecordFiles.read(file.getParent()).hash().equals(read.get(number).hash())) {
          spoilt.put(number, CorruptFile.ofAltered(file));
        }
      } catch (CorruptFile e) {
        spoilt.put(number, e);
      }
    }
  }

  private Chronicle made(Inputs inputs) throws IOException {
    Set<Integer> accepted = Losses.numbers(inputs.losses());
    SortedMap<Integer, PublishedRecord> records = new TreeMap<>();
    SortedMap<Integer, CorruptFile> missing = new TreeMap<>();
    Set<Integer> there = new TreeSet<>();
    for (Path home : inputs.homes()) {
      if (accepted.contains(RecordFiles.number(home))) {
        continue;
      }
      there.add(RecordFiles.number(home));
      try {
        records.put(RecordFiles.number(home), known(home));
      } catch (CorruptFile e) {
        missing.put(RecordFiles.number(home), e);
      }
    }
    SortedMap<Integer, CorruptFile> gone = gone(there, accepted, records);
    List<Head> ends = inputs.ends();
    Head end = ends.stream().reduce(null, Publications::later);
    int last = Math.max(end == null ? 0 : end.number(), records.isEmpty() ? 0 : records.lastKey());
    missing.putAll(lost(records, missing, accepted, last));
    Chain.Faults faults = Chain.faults(records, this.last.records().keySet(), missing.keySet(), inputs.losses(), ends);
    faults.altered().forEach(number -> missing.put(number, CorruptFile.ofAltered(files.file(number))));
    faults.strange().forEach(number -> gone.put(number, CorruptFile.ofStrange(files.file(number))));
    // What does not count is read anew at every look, and forgotten where it is gone.
    Stream.concat(missing.keySet().stream(), faults.strange().stream()).forEach(number -> {
      records.remove(number);
      read.remove(number);
      spoilt.remove(number);
    });
    return new Chronicle(records, missing, gone, end);
  }

  /** Of heads of one number that which tells more. */
  private static Head later(Head one, Head other) {
    if (one == null || other.number() > one.number()) {
      return other;
    }
    return other.number() == one.number() && !one.tells() ? other : one;
  }

  /** All that is known of the end. */
  private List<Head> ends() throws IOException {
    List<Head> ends = new ArrayList<>();
    heads.read().ifPresent(ends::add);
    if (expected != null && expected.number() > 0) {
      ends.add(expected);
    }
    if (witness != null) {
      witness.read().ifPresent(ends::add);
    }
    return ends;
  }

  /** What this process has read and is no longer there, or no longer what it was. */
  private SortedMap<Integer, CorruptFile> gone(Set<Integer> there, Set<Integer> accepted,
      SortedMap<Integer, PublishedRecord> records) {
    Set<Integer> gone = new TreeSet<>(read.keySet());
    gone.removeAll(there);
    gone.removeAll(accepted);
    gone.forEach(number -> records.put(number, read.get(number)));
    SortedMap<Integer, CorruptFile> all = new TreeMap<>(spans(gone));
    spoilt.forEach((number, damage) -> {
      if (there.contains(number)) {
        all.put(number, damage);
      }
    });
    return all;
  }

  private Map<Integer, CorruptFile> lost(SortedMap<Integer, PublishedRecord> records,
      SortedMap<Integer, CorruptFile> missing,
      Set<Integer> accepted, int last) {
    Set<Integer> lost = new TreeSet<>();
    for (int number = 1; number <= last; number++) {
      if (!records.containsKey(number) && !missing.containsKey(number) && !accepted.contains(number)) {
        lost.add(number);
      }
    }
    return spans(lost);
  }

  /** One damage for all numbers that follow each other, by each of them. */
  private Map<Integer, CorruptFile> spans(Set<Integer> numbers) {
    Map<Integer, CorruptFile> spans = new LinkedHashMap<>();
    List<Integer> all = List.copyOf(numbers);
    for (int first = 0, end; first < all.size(); first = end) {
      end = first + 1;
      while (end < all.size() && all.get(end) == all.get(end - 1) + 1) {
        end++;
      }
      CorruptFile damage = CorruptFile.ofLost(files.folder(), all.get(first), all.get(end - 1));
      all.subList(first, end).forEach(number -> spans.put(number, damage));
    }
    return spans;
  }

  /** What lies there and cannot be read, also what this process has read before. */
  public List<DamagedFile> damaged() throws IOException {
    List<DamagedFile> damaged = new ArrayList<>();
    files.entries().stream().filter(home -> !RecordFiles.isNumbered(home))
        .forEach(home -> damaged.add(new DamagedFile(null, CorruptFile.ofForeign(home).finding())));
    readAgain();
    Chronicle chronicle = look();
    SortedMap<Integer, CorruptFile> all = new TreeMap<>(chronicle.gone());
    all.putAll(chronicle.missing());
    all.forEach((number, damage) -> damaged.add(new DamagedFile(Integer.toString(number), damage.finding())));
    viewLog.tell(damaged);
    return damaged;
  }

  private synchronized PublishedRecord known(Path home) throws IOException {
    PublishedRecord known = read.get(RecordFiles.number(home));
    if (known == null) {
      PublishedRecord made = RecordFiles.read(home);
      known = new PublishedRecord(made.publication().shared(), made.hash());
      read.put(RecordFiles.number(home), known);
    }
    return known;
  }

  /** The publications of one edition that can be read. */
  public PublicationTimeline of(EditionId edition) throws IOException {
    return look().of(edition);
  }

  /**
   * Makes a publication.
   *
   * @param publication the publication, without a number
   * @param examples what it decides in examples, or null
   * @param ofOther the same of the other edition that it publishes, or null
   * @param whole the history that it follows, of which nothing is missing
   * @return the publication, or empty where another writer took its number
   */
  public Optional<Publication> add(Publication publication, byte[] examples, byte[] ofOther, Chronicle whole)
      throws IOException {
    Publication made = publication.chained(whole.next(losses.numbers()), whole.link());
    byte[] content = StoredJson.bytes(made);
    EditionId other = made.also() == null ? null : made.also().edition();
    if (!files.place(content, RecordFiles.examples(examples, other, ofOther), made.number())) {
      return Optional.empty();
    }
    SortedMap<Integer, PublishedRecord> all = new TreeMap<>(whole.records());
    all.put(made.number(), new PublishedRecord(made, Digest.of(content)));
    noteEnd(Head.of(all.values()));
    return Optional.of(made);
  }

  /**
   * What a publication decided in examples when it was made; null where that was not kept.
   *
   * @throws IOException if it was, and cannot be read
   */
  public byte[] examples(Publication publication) throws IOException {
    return publication.examples() == null ? null : files.examples(publication);
  }

  /** Notes the end of the history where that was not done: its writer was stopped, or was an earlier program. */
  public void noteEnd(Chronicle chronicle) {
    if (!chronicle.records().isEmpty() && chronicle.findings().isEmpty()) {
      noteEnd(Head.of(chronicle.records().values()));
    }
  }

  /** The publication is there whether its number is noted or not; what fails is done again at the next look. */
  private synchronized void noteEnd(Head end) {
    try {
      if (isBehind(heads.read(), end)) {
        heads.keep(end);
      }
      if (witness != null && isBehind(witness.read(), end)) {
        witness.keep(end);
      }
      noted = true;
    } catch (IOException e) {
      if (noted) {
        LOG.warn("the end of the history cannot be noted: " + e);
      }
      noted = false;
    }
  }

  private static boolean isBehind(Optional<Head> noted, Head end) {
    return noted.isEmpty() || noted.get().number() < end.number();
  }

  /** Removes what a writer left that was stopped. */
  public void clean() throws IOException {
    files.clean();
  }

  /** What persons have accepted as lost. */
  public Losses losses() {
    return losses;
  }
}
