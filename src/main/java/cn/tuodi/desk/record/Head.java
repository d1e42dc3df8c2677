package cn.tuodi.desk.record;

import cn.tuodi.edition.source.EditionId;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of the end of the history from elsewhere than its records, so that it is noticed where records are missing
 * at the end.
 *
 * @param number number of a publication that was there
 * @param hash digest of its record, or null where nobody knows
 * @param last number of the last publication of every edition until then, or null where nobody knows
 */
public record Head(int number, String hash, Map<String, Integer> last) {

  /**
   * Reads what an operator states: a number, or a number and the digest of its record with a colon in between.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Head parsed(String text) {
    String[] parts = text.strip().split(":", 2);
    if (!parts[0].matches("\\d{1,9}") || parts.length == 2 && !parts[1].matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("应为发布序号，或“序号:记录摘要” / neither a number of a publication nor "
          + "number:digest: " + text);
    }
    return new Head(Integer.parseInt(parts[0]), parts.length == 2 ? parts[1] : null, null);
  }

  boolean isWhole() {
    return number > 0 && hash != null && last != null;
  }

  /** Whether it says which publication of an edition was the last. */
  boolean tells() {
    return last != null;
  }

  /** Number of the last publication of an edition, 0 where there was none. */
  int lastOf(EditionId edition) {
    return last.getOrDefault(edition.toString(), 0);
  }

  /** The end of a history. */
  public static Head of(Iterable<PublishedRecord> records) {
    Map<String, Integer> last = new TreeMap<>();
    PublishedRecord end = null;
    for (PublishedRecord record : records) {
      record.publication().views().forEach(view -> last.put(view.edition().toString(), view.number()));
      end = record;
    }
    return end == null ? null : new Head(end.publication().number(), end.hash(), last);
  }

  @Override
  public String toString() {
    return number + (hash == null ? "" : ":" + hash);
  }
}
