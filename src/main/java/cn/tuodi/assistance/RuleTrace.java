package cn.tuodi.assistance;

import cn.tuodi.edition.Edition;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/** Keeps which rules of an edition fire, in order. */
final class RuleTrace extends DefaultAgendaEventListener {

  private final List<TraceEntry> fired = new ArrayList<>();

  private RuleTrace() {}

  /** Runs the rules on the first fact of a question and gives those that fired. */
  static List<TraceEntry> of(Edition edition, Object first) {
    RuleTrace trace = new RuleTrace();
    edition.rules().run(first, trace);
    return trace.fired;
  }

  @Override
  public void afterMatchFired(AfterMatchFiredEvent event) {
    Rule rule = event.getMatch().getRule();
    Object provision = rule.getMetaData().get("provision");
    fired.add(new TraceEntry(rule.getName(), provision == null ? null : provision.toString().replace("\"", "")));
  }
}
