package cn.tuodi.desk.record;

import cn.tuodi.desk.file.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What ties the records of publications together. Every record says the digest over the records before it: one line each,
 * {@code <number> <digest of its bytes>}, from the last one that itself says such a digest on. That is one line as a rule;
 * where an earlier program wrote some, which knew of no chain, the next one takes them all in.
 */
final class Chain {

  private Chain() {}

  /** The digest over the records before a number. */
  static String link(SortedMap<Integer, PublishedRecord> records, int number) {
    StringBuilder lines = new StringBuilder();
    for (PublishedRecord record : run(records, number)) {
      lines.append(record.number()).append(' ').append(record.hash()).append('\n');
    }
    return Digest.of(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The records that the link of a number is made over. */
  private static List<PublishedRecord> run(SortedMap<Integer, PublishedRecord> records, int number) {
    LinkedList<PublishedRecord> run = new LinkedList<>();
    SortedMap<Integer, PublishedRecord> before = records.headMap(number);
    while (!before.isEmpty() && (run.isEmpty() || !run.getFirst().isChained())) {
      run.addFirst(before.get(before.lastKey()));
      before = before.headMap(before.lastKey());
    }
    return run;
  }

  /**
   * Records that do not go together with the others.
   *
   * @param altered numbers of those that are not what others say that they were
   * @param strange numbers of those that do not follow what is known to be there, and of those that follow them
   */
  record Faults(Set<Integer> altered, Set<Integer> strange) {}

  /**
   * Finds the records that do not go together. Where one says of those before it what they are not, they were altered,
   * unless it is known that they were not: then it is itself none that was made here. A record that is itself not what it
   * was says nothing about others, and neither does one behind a gap, be it one that was accepted after that record was
   * made.
   *
   * @param records the records that can be read
   * @param known numbers of those that counted at an earlier look
   * @param missing numbers of records that are not among them and should be
   * @param losses what is lost for good
   * @param heads what is known of the end
   */
  static Faults faults(SortedMap<Integer, PublishedRecord> records, Set<Integer> known, Set<Integer> missing,
      Collection<Losses.Loss> losses, Collection<Head> heads) {
    Set<Integer> altered = new TreeSet<>();
    Set<Integer> strange = new TreeSet<>();
    Set<Integer> sound = new TreeSet<>(known);
    for (Head head : heads) {
      PublishedRecord record = records.get(head.number());
      if (record != null && head.hash() != null) {
        (head.hash().equals(record.hash()) ? sound : altered).add(head.number());
      }
    }
    sound.removeAll(altered);
    List<PublishedRecord> backwards = new ArrayList<>(records.values());
    Collections.reverse(backwards);
    for (PublishedRecord record : backwards) {
      List<PublishedRecord> run = run(records, record.number());
      Set<Integer> before = run.stream().map(PublishedRecord::number).collect(Collectors.toSet());
      if (!record.isChained() || altered.contains(record.number())
          || hasGap(run, record.number(), missing, losses)) {
        continue;
      }
      boolean isSound = sound.contains(record.number());
      if (!record.publication().previous().equals(link(records, record.number()))) {
        if (!isSound && sound.containsAll(before)) {
          records.tailMap(record.number()).keySet().stream().filter(number -> !sound.contains(number))
              .forEach(strange::add);
        } else {
          altered.addAll(before);
          sound.removeAll(before);
        }
      } else if (isSound) {
        sound.addAll(before);
      }
    }
    strange.removeAll(altered);
    return new Faults(altered, strange);
  }

  private static boolean hasGap(List<PublishedRecord> run, int number, Set<Integer> missing,
      Collection<Losses.Loss> losses) {
    int first = run.isEmpty() ? 1 : run.get(0).number();
    Stream<Integer> accepted = losses.stream().filter(loss -> loss.isAfter(number))
        .flatMap(loss -> loss.numbers().stream());
    return Stream.concat(missing.stream(), accepted).anyMatch(lost -> lost >= first && lost < number);
  }
}
