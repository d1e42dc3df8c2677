package cn.tuodi.architecture;

import java.util.logging.Level;
import org.jboss.logmanager.LogContext;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Keeps tests from writing traces that nobody reads. Without a configuration, which only a started application has, the
 * log manager takes every message of every level, and the rule engine's traces take a quarter of the time.
 */
public final class LogLevel implements LauncherSessionListener {

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    LogContext.getLogContext().getLogger("").setLevel(Level.INFO);
  }
}
