package cn.tuodi.account.book;

import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.language.Language;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bills as the entries of the book make them. */
public final class Bills {

  private Bills() {}

  /** A version of a bill for each entry; what it comes to is the sum of the changes up to it. */
  public static List<Bill> versions(List<BookedEntry> entries) {
    Map<String, Amounts> sums = new LinkedHashMap<>();
    return entries.stream().filter(entry -> entry.claimId() != null)
        .map(entry -> new Bill(entry.claimId(), entry.settlementId(), entry.version(), entry.sequence(),
            entry.isReversed(), ClaimReader.read(entry.claim().getBytes(StandardCharsets.UTF_8), Language.EN),
            entry.decision(), sums.merge(entry.claimId(), entry.change(), Amounts::plus)))
        .toList();
  }

  /** The bills as they stand after the entries, the reversed ones too, in the order of the year. */
  public static List<Bill> latest(List<BookedEntry> entries) {
    Map<String, Bill> latest = new LinkedHashMap<>();
    versions(entries).forEach(version -> latest.put(version.claimId(), version));
    return latest.values().stream().sorted(Comparator.comparingInt(Bill::sequence)).toList();
  }
}
