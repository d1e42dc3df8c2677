package cn.tuodi.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Tells operators of damaged files, of each once as long as it stays so. */
final class DamageLog {

  private static final Logger LOG = Logger.getLogger(DamageLog.class);

  private final Set<String> told = new HashSet<>();

  /** Tells of what is damaged now. */
  synchronized void tell(List<DamagedFile> damaged) {
    told.retainAll(damaged.stream().map(file -> file.finding().file()).toList());
    damaged.stream().filter(file -> told.add(file.finding().file()))
        .forEach(file -> LOG.warn("a file of the policy desk is damaged: " + file.finding()));
  }
}
