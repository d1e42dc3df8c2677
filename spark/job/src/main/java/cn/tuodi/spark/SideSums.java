package cn.tuodi.spark;

import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.CareType;
import cn.tuodi.simulation.ClassCare;
import cn.tuodi.simulation.Sums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What bills add up to under one policy. Sums are exact and the same whatever the order. For one thread. */
final class SideSums {

  private record Group(String region, String label, String labelEn, CareType care) {}

  private final Map<String, Long> statuses = new TreeMap<>();
  private final Map<String, Long> refused = new TreeMap<>();
  private final Map<Group, Sums> groups = new TreeMap<>(Comparator.comparing(Group::region)
      .thenComparing(Group::label).thenComparing(Group::labelEn).thenComparing(Group::care));

  /**
   * As it is written.
   *
   * @param statuses how many claims were decided with each status
   * @param refused how many were not decided, by code
   * @param groups sums by place, class and kind of care
   */
  record Written(Map<String, Long> statuses, Map<String, Long> refused, List<PlaceSums> groups) {}

  void take(Claim claim, Decision decision) {
    statuses.merge(decision.status().name(), 1L, Long::sum);
    ClassCare of = ClassCare.of(decision.standing(), claim.care().type());
    groups.merge(new Group(claim.region(), of.label(), of.labelEn(), of.care()),
        Sums.NONE.plus(claim, decision.totals()), Sums::plus);
  }

  void refuse(String code) {
    refused.merge(code, 1L, Long::sum);
  }

  void add(Written other) {
    other.statuses().forEach((status, count) -> statuses.merge(status, count, Long::sum));
    other.refused().forEach((code, count) -> refused.merge(code, count, Long::sum));
    other.groups().forEach(group -> groups.merge(
        new Group(group.region(), group.label(), group.labelEn(), group.care()), group.sums(), Sums::plus));
  }

  Written written() {
    List<PlaceSums> all = new ArrayList<>();
    groups.forEach((group, sums) -> all
        .add(new PlaceSums(group.region(), group.label(), group.labelEn(), group.care(), sums)));
    return new Written(statuses, refused, all);
  }
}
