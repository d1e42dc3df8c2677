package cn.tuodi.observation;

import java.util.UUID;
import org.jboss.logging.Logger;

/** Failures of this program itself, found again in the log by the id that the answer bears. */
public final class Failures {

  private Failures() {}

  /**
   * Logs a failure without its message, which may quote what a person's claim says.
   *
   * @param log the log of the class that was at work
   * @param what what failed
   * @param failure the failure
   * @return the id under which it stands in the log
   */
  public static String log(Logger log, String what, Throwable failure) {
    String id = UUID.randomUUID().toString();
    log.errorf(Anonymous.of(failure), "%s, error %s", what, id);
    return id;
  }
}
