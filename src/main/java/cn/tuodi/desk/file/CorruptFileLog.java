package cn.tuodi.desk.file;

import cn.tuodi.table.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Tells operators of damaged files, of each once as long as it stays so. */
public final class CorruptFileLog {

  private static final Logger LOG = Logger.getLogger(CorruptFileLog.class);

  private final Set<Finding> told = new HashSet<>();

  /** Tells of what is damaged now. */
  public synchronized void tell(List<DamagedFile> damaged) {
    told.retainAll(damaged.stream().map(DamagedFile::finding).toList());
    damaged.stream().filter(file -> told.add(file.finding()))
        .forEach(file -> LOG.warn("a file of the policy desk is damaged: " + file.finding()));
  }
}
