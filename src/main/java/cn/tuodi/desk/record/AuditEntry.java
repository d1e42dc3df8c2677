package cn.tuodi.desk.record;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A number of the history, for auditors: every number from the first to the last is there once.
 *
 * @param number the number
 * @param standing what is there under it
 * @param entry the publication and what became of it, or null where it cannot be known
 * @param recordHash digest of its record, or null
 * @param note what is wrong with its record, in Chinese and English, or null
 * @param loss who put on record that it is lost for good, when and why, or null
 */
public record AuditEntry(int number, Standing standing, PublicationEntry entry, String recordHash, String note,
    Loss loss) {

  /** What is there under a number. */
  @Schema(name = "RecordStanding")
  public enum Standing {
    /** A record that is chained to those before it. */
    CHAINED,
    /** A record of an earlier program, to which the next chained one is chained. */
    UNCHAINED,
    /** A record that is missing, damaged or altered. */
    MISSING,
    /** A record that is lost for good, as a person has put on record. */
    LOST
  }

  /**
   * A loss that a person has put on record.
   *
   * @param by the person
   * @param at when
   * @param reason why
   */
  public record Loss(String by, Instant at, String reason) {}

  /** All numbers of a history, the first first. */
  public static List<AuditEntry> of(Chronicle chronicle, List<PublicationEntry> entries, List<Losses.Loss> losses) {
    SortedMap<Integer, AuditEntry> all = new TreeMap<>();
    entries.forEach(entry -> {
      PublishedRecord record = chronicle.records().get(entry.publication().number());
      all.put(record.number(), new AuditEntry(record.number(),
          record.isChained() ? Standing.CHAINED : Standing.UNCHAINED, entry, record.hash(), null, null));
    });
    chronicle.gone().forEach((number, damage) -> all.compute(number, (same, known) -> new AuditEntry(number,
        Standing.MISSING, known == null ? null : known.entry(), known == null ? null : known.recordHash(),
        damage.getMessage(), null)));
    chronicle.missing().forEach((number, damage) -> all.put(number,
        new AuditEntry(number, Standing.MISSING, null, null, damage.getMessage(), null)));
    for (Losses.Loss loss : losses) {
      Set<Integer> numbers = loss.numbers();
      numbers.forEach(number -> all.put(number, new AuditEntry(number, Standing.LOST, null, null, null,
          new Loss(loss.by(), loss.at(), loss.reason()))));
    }
    return List.copyOf(all.values());
  }
}
