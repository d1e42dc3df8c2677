package cn.tuodi.simulation;

import cn.tuodi.answer.RefusalCode;
import cn.tuodi.assistance.Decision;
import cn.tuodi.assistance.Status;
import cn.tuodi.claim.Claim;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What claims add up to under one policy. Used by one thread. */
public final class SideTally {

  /** Most claims that are named of those refused for one reason. */
  private static final int MAX_EXAMPLES = 20;

  private final Map<Status, Long> statuses = new EnumMap<>(Status.class);
  private final Map<RefusalCode, Long> refusals = new EnumMap<>(RefusalCode.class);
  private final Map<ClassCare, Sums> groups = new TreeMap<>();
  private final Map<RefusalCode, List<RefusedClaim>> examples = new EnumMap<>(RefusalCode.class);
  private FundShare share = FundShare.NONE;

  void decided(Claim claim, Decision decision) {
    statuses.merge(decision.status(), 1L, Long::sum);
    ClassCare group = ClassCare.of(decision.standing(), claim.care().type());
    groups.put(group, groups.getOrDefault(group, Sums.NONE).plus(claim, decision.totals()));
    share = share.plus(claim, decision.totals());
  }

  void refused(RefusedClaim claim) {
    refusals.merge(claim.refusal().code(), 1L, Long::sum);
    takeExample(claim);
  }

  private void takeExample(RefusedClaim claim) {
    List<RefusedClaim> alike = examples.computeIfAbsent(claim.refusal().code(), code -> new ArrayList<>());
    if (alike.size() < MAX_EXAMPLES) {
      alike.add(claim);
    }
  }

  void add(SideTally other) {
    other.statuses.forEach((status, count) -> statuses.merge(status, count, Long::sum));
    other.refusals.forEach((code, count) -> refusals.merge(code, count, Long::sum));
    other.examples.values().forEach(alike -> alike.forEach(this::takeExample));
    other.groups.forEach((group, sums) -> groups.merge(group, sums, Sums::plus));
    share = share.plus(other.share);
  }

  /** How many claims were decided with a status. */
  public long count(Status status) {
    return statuses.getOrDefault(status, 0L);
  }

  /** Claims refused, by code. */
  public Map<RefusalCode, Long> refusals() {
    return refusals;
  }

  /** The first claims refused for each reason. */
  public List<RefusedClaim> refusedExamples() {
    return examples.values().stream().flatMap(List::stream).toList();
  }

  /** Sums by class and kind of care, by the name of the class. */
  public Map<ClassCare, Sums> groups() {
    return groups;
  }

  /** Sums of all claims decided. */
  public Sums sums() {
    return groups.values().stream().reduce(Sums.NONE, Sums::plus);
  }

  /** The share of in-scope inpatient cost that the funds pay. */
  public FundShare share() {
    return share;
  }
}
