package cn.tuodi.desk.record;

import cn.tuodi.desk.file.DurableFiles;
import cn.tuodi.desk.file.StoredJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Records of publications that are lost for good, as a person has put on record. They never count again. */
public final class Losses {

  private static final String ENDING = ".json";

  private final Path folder;
  private final Map<Path, Loss> read = new HashMap<>();

  /**
   * A loss that a person has accepted.
   *
   * @param numbers numbers of the publications
   * @param by the person
   * @param at when
   * @param reason why
   * @param next number of the first publication that could follow; null where an earlier program wrote this
   */
  public record Loss(Set<Integer> numbers, String by, Instant at, String reason, Integer next) {

    private boolean isWhole() {
      return numbers != null && !numbers.isEmpty() && at != null;
    }

    /** Whether it was accepted after a record was made, which then speaks of what is lost. */
    boolean isAfter(int number) {
      return next == null || number < next;
    }
  }

  Losses(Path folder) {
    this.folder = folder;
  }

  /** All of them, the earliest first. */
  public synchronized List<Loss> all() throws IOException {
    List<Loss> all = new ArrayList<>();
    for (Path file : DurableFiles.list(folder)) {
      if (file.toString().endsWith(ENDING) && !file.getFileName().toString().startsWith(".")) {
        Loss loss = read.get(file);
        if (loss == null) {
          loss = StoredJson.read(file, Loss.class, Loss::isWhole);
          read.put(file, loss);
        }
        all.add(loss);
      }
    }
    all.sort(Comparator.comparing(Loss::at));
    return all;
  }

  /** The numbers of all of them. */
  public Set<Integer> numbers() throws IOException {
    return numbers(all());
  }

  /** The numbers of some. */
  public static Set<Integer> numbers(List<Loss> losses) {
    Set<Integer> numbers = new TreeSet<>();
    losses.forEach(loss -> numbers.addAll(loss.numbers()));
    return numbers;
  }

  public void keep(Loss loss) throws IOException {
    DurableFiles.replace(folder.resolve(UUID.randomUUID() + ENDING), StoredJson.bytes(loss));
  }
}
