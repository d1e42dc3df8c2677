package cn.tuodi.spark;

import cn.tuodi.simulation.Sums;
import cn.tuodi.simulation.portfolio.Unreadable;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a job has found, in yuan.
 *
 * @param job the plan of the job
 * @param claims how many lines are claims
 * @param unreadable how many lines are none
 * @param examples the first of them
 * @param repeated how many claims of a person were stated before; each was counted each time
 * @param changed how many claims both policies decide, with different amounts left to the person
 * @param underReview how many of both are subject to review under one of them, so that amounts may change
 * @param onlyBefore how many only the one policy decides
 * @param onlyAfter how many only the other decides
 * @param before sums under the one policy; left out where there is only one
 * @param after sums under the other, or the only one
 * @param people who gains and who loses
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResultJson(JobPlan job, long claims, long unreadable, List<Unreadable> examples, long repeated, Long changed,
    Long underReview, Long onlyBefore, Long onlyAfter, Side before, Side after, PeopleSums.Written people) {

  /**
   * Sums under a policy.
   *
   * @param statuses how many claims were decided with each status
   * @param refused how many were not decided, by code
   * @param totals sums of all claims decided, by who pays
   * @param byPlace the same by pooling area
   * @param byClassAndCare the same by class of persons and kind of care
   */
  record Side(Map<String, Long> statuses, Map<String, Long> refused, Sums totals, Map<String, Sums> byPlace,
      List<PlaceSums> byClassAndCare) {

    private static Side of(SideSums.Written written) {
      if (written == null) {
        return null;
      }
      Map<String, Sums> places = grouped(written.groups(), PlaceSums::region);
      Map<List<Object>, PlaceSums> classes = new TreeMap<>(java.util.Comparator.comparing(List::toString));
      written.groups().forEach(group -> classes.merge(List.of(group.label(), group.labelEn(), group.care()),
          new PlaceSums(null, group.label(), group.labelEn(), group.care(), group.sums()),
          (one, other) -> new PlaceSums(null, one.label(), one.labelEn(), one.care(),
              one.sums().plus(other.sums()))));
      return new Side(written.statuses(), written.refused(),
          places.values().stream().reduce(Sums.NONE, Sums::plus), places, new ArrayList<>(classes.values()));
    }

    private static Map<String, Sums> grouped(List<PlaceSums> groups, Function<PlaceSums, String> by) {
      Map<String, Sums> sums = new TreeMap<>();
      groups.forEach(group -> sums.merge(by.apply(group), group.sums(), Sums::plus));
      return sums;
    }
  }

  static ResultJson of(JobPlan plan, PortfolioSums.Written sums) {
    return new ResultJson(plan, sums.claims(), sums.unreadable(), sums.examples(), sums.repeated(), sums.changed(),
        sums.underReview(), sums.onlyBefore(), sums.onlyAfter(), Side.of(sums.before()), Side.of(sums.after()),
        sums.people());
  }
}
