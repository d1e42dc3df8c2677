package cn.tuodi.decision;

import cn.tuodi.edition.Edition;
import cn.tuodi.facts.Recognitions;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/**
 * Runs the rules of an edition on the first step of a claim, in a session of its own.
 *
 * <p>Sessions keep ThreadSafeOption.YES, which is the default, although each has one thread: without it the engine keeps
 * the arguments of a consequence in the rule, which the sessions of other threads share.
 */
final class RuleRun {

  private RuleRun() {}

  /** Runs the rules until none applies. */
  static void run(Edition edition, Recognitions first) {
    KieSession session = edition.rules().newKieSession();
    try {
      session.insert(first);
      session.fireAllRules();
    } finally {
      session.dispose();
    }
  }

  /** The same, keeping which rules fired. */
  static List<TraceEntry> trace(Edition edition, Recognitions first) {
    List<TraceEntry> trace = new ArrayList<>();
    KieSession session = edition.rules().newKieSession();
    try {
      session.addEventListener(new DefaultAgendaEventListener() {
        @Override
        public void afterMatchFired(AfterMatchFiredEvent event) {
          Object provision = event.getMatch().getRule().getMetaData().get("provision");
          trace.add(new TraceEntry(event.getMatch().getRule().getName(),
              provision == null ? null : provision.toString().replace("\"", "")));
        }
      });
      session.insert(first);
      session.fireAllRules();
    } finally {
      session.dispose();
    }
    return trace;
  }
}
