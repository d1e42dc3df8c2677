package cn.tuodi.comparison;

import cn.tuodi.table.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which row of one version is which row of the other. Rows about the same come first, then the pairs that are most alike;
 * where two pairs are equally alike, the one that stands higher.
 */
final class RowMatching {

  private final SheetMeaning meaning;
  private final Map<Row, Row> pairs = new LinkedHashMap<>();

  private RowMatching(SheetMeaning meaning) {
    this.meaning = meaning;
  }

  private record Candidate(int likeness, Row before, Row after) {}

  /** The row after for each row before that has one. */
  static Map<Row, Row> of(SheetMeaning meaning, List<Row> before, List<Row> after) {
    RowMatching matching = new RowMatching(meaning);
    List<Row> left = new ArrayList<>(after);
    List<Row> unmatched = matching.aboutTheSame(before, left);
    matching.alike(unmatched, left);
    return matching.pairs;
  }

  private List<Row> aboutTheSame(List<Row> before, List<Row> left) {
    Map<List<Object>, List<Row>> byKey = new HashMap<>();
    left.forEach(row -> byKey.computeIfAbsent(meaning.key(row.values()), key -> new ArrayList<>()).add(row));
    List<Row> unmatched = new ArrayList<>();
    for (Row row : before) {
      List<Row> same = byKey.get(meaning.key(row.values()));
      if (same == null || same.isEmpty()) {
        unmatched.add(row);
      } else {
        Row match = same.stream().filter(other -> other.values().equals(row.values())).findFirst().orElse(same.get(0));
        same.remove(match);
        left.remove(match);
        pairs.put(row, match);
      }
    }
    return unmatched;
  }

  private void alike(List<Row> before, List<Row> after) {
    List<Candidate> candidates = new ArrayList<>();
    for (Row row : before) {
      for (Row other : after) {
        int likeness = meaning.likeness(row.values(), other.values());
        if (likeness > 0) {
          candidates.add(new Candidate(likeness, row, other));
        }
      }
    }
    // A stable sort: candidates stand in the order of the rows.
    candidates.sort((one, other) -> Integer.compare(other.likeness(), one.likeness()));
    for (Candidate candidate : candidates) {
      if (!pairs.containsKey(candidate.before()) && !pairs.containsValue(candidate.after())) {
        pairs.put(candidate.before(), candidate.after());
      }
    }
  }
}
