package cn.tuodi.edition;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.reteoo.Tuple;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.api.runtime.rule.AgendaFilter;

/**
 * The compiled rules of an edition, with sessions that lie ready: to make one and to dispose of it costs as much as a
 * third of a decision. A session is used by one thread at a time, and is empty before and after. For use by any number
 * of threads.
 */
public final class RuleSessions {

  private static final KieSessionConfiguration DIRECT = configuration(DirectFiringOption.YES);
  private static final KieSessionConfiguration BY_AGENDA = configuration(DirectFiringOption.NO);

  /** A power of two, so that threads find their places by the last bits of their numbers. */
  private static final int PLACES = 16;

  /**
   * Fires every match, and marks it as one that is deleted. Otherwise the engine keeps it, with its fact, for as long as
   * the session lives; it would forget it with its fact only in a session that does not fire directly.
   */
  private static final AgendaFilter FIRE_AND_FORGET = match -> {
    ((Tuple) match).setStagedType(Tuple.DELETE);
    return true;
  };

  private final KieBase rules;
  private final AtomicReferenceArray<KieSession> idle = new AtomicReferenceArray<>(PLACES);

  RuleSessions(KieBase rules) {
    this.rules = rules;
  }

  /**
   * Runs the rules until none applies. Every rule looks at one fact only, so each fires as soon as its fact is there.
   *
   * @param first the first fact, on which all others follow
   */
  public void run(Object first) {
    int place = (int) Thread.currentThread().getId() & PLACES - 1;
    KieSession idling = idle.getAndSet(place, null);
    KieSession session = idling == null ? rules.newKieSession(DIRECT, null) : idling;
    boolean reusable = false;
    try {
      session.insert(first);
      session.fireAllRules(FIRE_AND_FORGET);
      ((ReteEvaluator) session).getDefaultEntryPoint().reset();
      reusable = true;
    } finally {
      if (!reusable || !idle.compareAndSet(place, null, session)) {
        session.dispose();
      }
    }
  }

  /**
   * The same in a session of its own, by the engine's agenda.
   *
   * @param first the first fact, on which all others follow
   * @param listener is told of every rule that fires
   */
  public void run(Object first, AgendaEventListener listener) {
    KieSession session = rules.newKieSession(BY_AGENDA, null);
    try {
      session.addEventListener(listener);
      session.insert(first);
      session.fireAllRules();
    } finally {
      session.dispose();
    }
  }

  /**
   * Sessions stay thread-safe although each is used by one thread at a time: otherwise the engine keeps the facts of a
   * firing rule in one array for all sessions of a KieBase, and concurrent claims would mix.
   */
  private static KieSessionConfiguration configuration(DirectFiringOption firing) {
    KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
    configuration.setOption(ThreadSafeOption.YES);
    configuration.setOption(firing);
    return configuration;
  }
}
