package cn.tuodi.desk.record;

import cn.tuodi.edition.source.EditionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A version of an edition's workbooks that a person published. Never changed, never removed.
 *
 * @param number its number among all publications, from 1
 * @param edition the edition
 * @param workbooks digest of every workbook of the edition by name; none where it goes back to what application and
 *        directory hold
 * @param by who published it
 * @param at when
 * @param reason why
 * @param effectiveFrom from when it is in force; not before {@code at}
 * @param hashBefore content hash of the edition before, or null where there was none in force
 * @param hashAfter content hash of the edition with it
 * @param after number of the edition's publication before it, 0 where it is the first
 * @param again number of the version that it publishes again, 0 for what application and directory hold, or null where it
 *        publishes a draft
 * @param format form of the record, or null where an earlier program wrote it, which knew of no forms
 * @param previous digest over the records before it, back to the last one that has such a digest itself; null where an
 *        earlier program wrote it
 * @param examples digest of what it decided in examples when it was published; null where it has no workbooks, or an
 *        earlier program wrote it
 * @param pastReason why days of service that were past were to change, or null where that was not said
 * @param authors who worked on the draft that it publishes; null where it goes back to an earlier version, or an earlier
 *        program wrote it
 * @param also what it publishes of another edition, which gives way to this one or is put back with it, or null
 */
public record Publication(int number, EditionId edition, Map<String, String> workbooks, String by, Instant at,
    String reason, Instant effectiveFrom, String hashBefore, String hashAfter, int after, Integer again,
    Integer format, String previous, String examples, String pastReason,
    List<String> authors, Also also) {

  /** The latest form of records; this program reads it and earlier ones. */
  public static final int FORMAT = 3;
  /** The form of records of one edition, which earlier programs read, too. */
  private static final int OF_ONE = 2;

  /**
   * What a publication publishes of another edition, in the same moment.
   *
   * @param edition that edition
   * @param workbooks digest of every workbook of it by name; none where it goes back to what application and directory
   *        hold
   * @param hashBefore content hash of it before, or null
   * @param hashAfter content hash of it afterwards, or null
   * @param after number of its publication before
   * @param again number of the version of it that is published again, or null where it is another
   * @param examples digest of what it decided in examples, or null
   */
  public record Also(EditionId edition, Map<String, String> workbooks, String hashBefore, String hashAfter, int after,
      Integer again, String examples) {

    /** Workbooks are its own. */
    public Also {
      workbooks = Map.copyOf(workbooks);
    }

    private Also with(String hash, String decided) {
      return new Also(edition, workbooks, hashBefore, hash, after, again, decided);
    }
  }

  /** A publication whose workbooks are its own. */
  public Publication {
    workbooks = Map.copyOf(workbooks);
  }

  /** Whether it has workbooks of its own; else it goes back to what application and directory hold. */
  public boolean hasWorkbooks() {
    return !workbooks.isEmpty();
  }

  /**
   * Whether it was published to be in force at once: then it is in force for whoever reads it, whatever their clock says.
   */
  public boolean isAtOnce() {
    return effectiveFrom.equals(at);
  }

  /** Whether its time has come. */
  public boolean isDue(Instant now) {
    return isAtOnce() || !effectiveFrom.isAfter(now);
  }

  /** Whether it says all that a publication must say. */
  boolean isWhole() {
    return number > 0 && edition != null && at != null && effectiveFrom != null;
  }

  /** The same, with digests that are kept once: most publications change one workbook of several. */
  Publication shared() {
    Map<String, String> digests = new TreeMap<>();
    workbooks.forEach((workbook, digest) -> digests.put(workbook.intern(), digest.intern()));
    return new Publication(number, edition, digests, by, at, reason, effectiveFrom, interned(hashBefore),
        interned(hashAfter), after, again, format, previous, examples, pastReason, authors, also);
  }

  private static String interned(String hash) {
    return hash == null ? null : hash.intern();
  }

  /**
   * The same with what came of the edition.
   *
   * @param hash content hash of the edition with it, or null where nothing is in force with it
   * @param decided digest of what it decides in examples, or null
   */
  public Publication with(String hash, String decided) {
    return new Publication(number, edition, workbooks, by, at, reason, effectiveFrom, hashBefore, hash, after, again,
        format, previous, decided, pastReason, authors, also);
  }

  /** The same with what came of the other edition. */
  public Publication withAlso(String hash, String decided) {
    return new Publication(number, edition, workbooks, by, at, reason, effectiveFrom, hashBefore, hashAfter, after,
        again, format, previous, examples, pastReason, authors, also.with(hash, decided));
  }

  /** The publication as one of an edition; empty where it publishes nothing of it. */
  public Optional<Publication> of(EditionId one) {
    return views().stream().filter(view -> view.edition.equals(one)).findFirst();
  }

  /** The publication as one of each edition that it publishes. */
  public List<Publication> views() {
    return also == null ? List.of(this)
        : List.of(this, new Publication(number, also.edition(), also.workbooks(), by, at,
            reason, effectiveFrom, also.hashBefore(), also.hashAfter(), also.after(), also.again(), format, previous,
            also.examples(), pastReason, authors, null));
  }

  /** The same with its number, chained to the records before it. */
  Publication chained(int next, String link) {
    return new Publication(next, edition, workbooks, by, at, reason, effectiveFrom, hashBefore, hashAfter, after,
        again, also == null ? OF_ONE : FORMAT, link, examples, pastReason, authors, also);
  }
}
