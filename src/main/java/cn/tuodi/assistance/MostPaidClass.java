package cn.tuodi.assistance;

import cn.tuodi.answer.Notice;
import cn.tuodi.answer.NoticeCode;
import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Severity;
import cn.tuodi.money.Money;
import cn.tuodi.policy.Parameter;
import cn.tuodi.policy.Parameters;
import cn.tuodi.policy.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Of several classes of a person the one by which the claim is paid most: medical and top-up assistance together. Of those
 * that are paid alike the more favourable one, or that of the identity recognised first.
 */
final class MostPaidClass {

  private final List<Decision> decisions = new ArrayList<>();

  private MostPaidClass() {}

  /**
   * The decision by the class that is paid most. Where it is open what another class is paid, so is whether it would be
   * more: the claim is for a person to settle.
   *
   * @param candidates the classes
   * @param parameters of the edition
   * @param deciding decides the claim by a class
   */
  static Outcome of(List<Standing> candidates, Parameters parameters, Function<Standing, Outcome> deciding) {
    List<Standing> inOrder = new ArrayList<>(candidates);
    if (parameters.has(Parameter.MOST_FAVOURABLE)) {
      inOrder.sort(Comparator.comparingInt(Standing::rank));
    }
    MostPaidClass tried = new MostPaidClass();
    for (Standing candidate : inOrder) {
      Outcome outcome = deciding.apply(candidate);
      if (!(outcome instanceof Decision decision)) {
        return outcome;
      }
      tried.decisions.add(decision);
    }
    return tried.chosen();
  }

  private Decision chosen() {
    Decision most = decisions.get(0);
    for (Decision decision : decisions) {
      if (assistance(decision).exceeds(assistance(most))) {
        most = decision;
      }
    }
    return most.inDoubt(openElsewhere(most));
  }

  private static Money assistance(Decision decision) {
    return decision.totals().medicalAssistance().plus(decision.totals().topUpAssistance());
  }

  /** What other classes leave for a person to settle and this one does not. */
  private List<Notice> openElsewhere(Decision most) {
    Set<NoticeCode> told = new HashSet<>();
    most.notices().forEach(notice -> told.add(notice.code()));
    List<Notice> open = new ArrayList<>();
    for (Decision decision : decisions) {
      for (Notice notice : decision.notices()) {
        if (notice.severity() == Severity.REVIEW && told.add(notice.code())) {
          open.add(notice);
        }
      }
    }
    return open;
  }
}
