package cn.tuodi.console.trial;

import cn.tuodi.answer.LimitName;
import cn.tuodi.answer.PayoutLine;
import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.Costs;
import cn.tuodi.claim.Payments;
import cn.tuodi.claim.field.ClaimFields;
import cn.tuodi.claim.field.CostsFields;
import cn.tuodi.claim.field.PaymentsFields;
import cn.tuodi.money.Money;
import cn.tuodi.money.Schedule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same claim at every in-scope cost from nothing to a multiple of its own. What insurance is stated to have paid
 * keeps its proportion to the in-scope cost. Every point is decided for real; where a band or a limit begins to matter
 * is found to the fen.
 */
final class Sweep {

  private static final int POINTS = 60;
  private static final int ROUGH_POINTS = 4;
  private static final int WIDER = 2;
  private static final int WIDEST = 8;
  private static final long FEN = 100;

  private final AssistanceDecider decider;
  private final Claim claim;
  private final int count;
  /** What was decided, by in-scope cost in fen; null where nothing was. */
  private final Map<Long, Decision> decided = new HashMap<>();

  private Sweep(AssistanceDecider decider, Claim claim, int count) {
    this.decider = decider;
    this.claim = claim;
    this.count = count;
  }

  /**
   * One in-scope cost and what is decided.
   *
   * @param cost in-scope cost
   * @param decision the decision
   */
  record Point(Money cost, Decision decision) {}

  /**
   * Where a band or a limit begins to matter.
   *
   * @param cost least in-scope cost at which it does
   * @param line the payout line there
   * @param band the band that begins, or null
   * @param limit the limit that is reached, or null
   */
  record Edge(Money cost, PayoutLine line, Schedule.Band band, LimitName limit) {}

  /**
   * What was found.
   *
   * @param points decided points, rising
   * @param edges edges, rising
   */
  record Result(List<Point> points, List<Edge> edges) {}

  /** Decides the claim at many costs; nothing where its in-scope cost is zero. */
  static Result of(AssistanceDecider decider, Claim claim) {
    return new Sweep(decider, claim, POINTS).result();
  }

  /** The same at few costs, with edges where they are first seen: enough to try it out. */
  static Result roughly(AssistanceDecider decider, Claim claim) {
    return new Sweep(decider, claim, ROUGH_POINTS).result();
  }

  private Result result() {
    if (!claim.costs().policyScope().isPositive()) {
      return new Result(List.of(), List.of());
    }
    long widest = widest();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= count; i++) {
      add(points, widest * i / count / FEN * FEN);
    }
    add(points, claim.costs().policyScope().inFen());
    points.sort(Comparator.comparing(Point::cost));
    List<Edge> edges = edges(points);
    edges.forEach(edge -> add(points, edge.cost().inFen()));
    points.sort(Comparator.comparing(Point::cost));
    return new Result(points, edges);
  }

  /** Far enough for the yearly cap of assistance to be seen, but not farther than the claim stays recognisable. */
  private long widest() {
    long own = claim.costs().policyScope().inFen();
    for (int factor = WIDER; factor < WIDEST; factor += WIDER) {
      Decision decision = decide(own * factor);
      if (decision != null && decision.lines().stream().anyMatch(line -> line.isBoundBy(LimitName.ANNUAL_CAP))) {
        return rounded(own * factor);
      }
    }
    return rounded(own * WIDER);
  }

  /** The next number of yuan with two digits that count. */
  private static long rounded(long fen) {
    long unit = FEN;
    while (unit * FEN <= fen) {
      unit *= 10;
    }
    return (fen + unit - 1) / unit * unit;
  }

  private void add(List<Point> points, long fen) {
    Decision decision = decide(fen);
    if (decision != null && points.stream().noneMatch(point -> point.cost().inFen() == fen)) {
      points.add(new Point(Money.fen(fen), decision));
    }
  }

  private Decision decide(long fen) {
    if (!decided.containsKey(fen)) {
      decided.put(fen, decider.decide(at(Money.fen(fen))) instanceof Decision decision ? decision : null);
    }
    return decided.get(fen);
  }

  private Claim at(Money scope) {
    Costs costs = claim.costs();
    Money total = scope.plus(costs.advance()).plus(costs.overLimit()).plus(costs.selfPaid());
    Payments paid = claim.payments();
    Costs swept =
        CostsFields.SET.like(costs).with(CostsFields.TOTAL, total).with(CostsFields.POLICY_SCOPE, scope).facts();
    Payments scaled = PaymentsFields.SET.like(paid)
        .with(PaymentsFields.BASIC_INSURANCE, scaled(paid.basicInsurance(), scope))
        .with(PaymentsFields.CRITICAL_ILLNESS, scaled(paid.criticalIllness(), scope))
        .with(PaymentsFields.EMPLOYEE_SUPPLEMENT, scaled(paid.employeeSupplement(), scope))
        .with(PaymentsFields.OTHER_INSURANCE, scaled(paid.otherInsurance(), scope)).facts();
    return ClaimFields.SET.like(claim).with(ClaimFields.COSTS, swept).with(ClaimFields.PAYMENTS, scaled).facts();
  }

  private Money scaled(Money paid, Money scope) {
    return paid == null ? null
        : Money.halfUp(paid.inYuan().multiply(scope.inYuan()).divide(claim.costs().policyScope().inYuan(), 2,
            RoundingMode.HALF_UP));
  }

  private List<Edge> edges(List<Point> points) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Map<String, Edge> before = features(points.get(i - 1));
      for (Map.Entry<String, Edge> feature : features(points.get(i)).entrySet()) {
        if (!before.containsKey(feature.getKey())) {
          edges.add(first(feature.getKey(), points.get(i - 1).cost().inFen(), points.get(i)));
        }
      }
    }
    edges.sort(Comparator.comparing(Edge::cost));
    return edges;
  }

  /** The least cost above one that lacks a feature at which the feature is there. */
  private Edge first(String feature, long without, Point with) {
    long low = without;
    Point high = with;
    while (count == POINTS && high.cost().inFen() - low > 1) {
      long middle = (low + high.cost().inFen()) / 2;
      Decision decision = decide(middle);
      Point point = decision == null ? null : new Point(Money.fen(middle), decision);
      if (point != null && features(point).containsKey(feature)) {
        high = point;
      } else {
        low = middle;
      }
    }
    return features(high).get(feature);
  }

  /** What matters at a point: bands above a deductible or another band, and limits that hold a line down. */
  private static Map<String, Edge> features(Point point) {
    Map<String, Edge> features = new LinkedHashMap<>();
    for (PayoutLine line : point.decision().lines()) {
      for (Schedule.Band band : line.bands()) {
        if (band.from().compareTo(BigDecimal.ZERO) > 0) {
          features.put(line.benefit() + " from " + band.from(), new Edge(point.cost(), line, band, null));
        }
      }
      for (LimitName limit : LimitName.values()) {
        if (line.isBoundBy(limit)) {
          features.put(line.benefit() + " " + limit, new Edge(point.cost(), line, null, limit));
        }
      }
    }
    return features;
  }
}
