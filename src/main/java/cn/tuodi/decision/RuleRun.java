package cn.tuodi.decision;

import cn.tuodi.edition.Edition;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.KieServices;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.kie.api.runtime.conf.ThreadSafeOption;

/** Runs the rules of an edition on the first step of a claim or another question, in a session of its own. */
final class RuleRun {

  private static final KieSessionConfiguration DIRECT = configuration(DirectFiringOption.YES);
  private static final KieSessionConfiguration BY_AGENDA = configuration(DirectFiringOption.NO);

  private RuleRun() {}

  /** Runs the rules until none applies. Every rule looks at one step only, so each fires as soon as its step is there. */
  static void run(Edition edition, Object first) {
    KieSession session = edition.rules().newKieSession(DIRECT, null);
    try {
      session.insert(first);
      session.fireAllRules();
    } finally {
      session.dispose();
    }
  }

  /** The same, keeping which rules fired. */
  static List<TraceEntry> trace(Edition edition, Object first) {
    List<TraceEntry> trace = new ArrayList<>();
    KieSession session = edition.rules().newKieSession(BY_AGENDA, null);
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

  /**
   * Sessions stay thread-safe although each is used by one thread: otherwise the engine keeps the facts of a firing rule
   * in one array for all sessions of a KieBase, and concurrent claims would mix.
   */
  private static KieSessionConfiguration configuration(DirectFiringOption firing) {
    KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
    configuration.setOption(ThreadSafeOption.YES);
    configuration.setOption(firing);
    return configuration;
  }
}
