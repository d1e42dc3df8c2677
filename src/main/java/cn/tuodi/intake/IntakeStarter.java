package cn.tuodi.intake;

import cn.tuodi.account.YearAccounts;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.observation.IntakeMeters;
import io.smallrye.mutiny.TimeoutException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Lets claims come once policies are there and the brokers are known. Until then the service serves over HTTP: it starts
 * whether Kafka is there or not.
 */
@ApplicationScoped
class IntakeStarter {

  private static final Logger LOG = Logger.getLogger(IntakeStarter.class);
  private static final long FIRST_PAUSE_MILLISECONDS = 50;
  private static final long MAX_PAUSE_MILLISECONDS = 10_000;

  private final IntakeSettings settings;
  private final PolicyStore store;
  private final Instance<BrokerConnection> connection;
  private final Instance<IntakeMeters> meters;
  private final YearAccounts accounts;
  private final Instance<ChangesPublisher> publisher;
  private Thread opening;

  IntakeStarter(IntakeSettings settings, PolicyStore store, Instance<BrokerConnection> connection,
      Instance<IntakeMeters> meters, YearAccounts accounts, Instance<ChangesPublisher> publisher) {
    this.settings = settings;
    this.store = store;
    this.connection = connection;
    this.meters = meters;
    this.accounts = accounts;
    this.publisher = publisher;
  }

  void begin(@Observes Startup start) {
    boolean needsAccounts = settings.settle() || settings.changes().isPresent();
    if (needsAccounts && !(settings.enabled() && accounts.areOn())) {
      throw new IllegalStateException("tuodi.intake.settle 和 tuodi.intake.changes 需要同时开启 tuodi.intake.enabled 和"
          + "年度账户（tuodi.accounts.database） / tuodi.intake.settle and tuodi.intake.changes need "
          + "tuodi.intake.enabled and year accounts (tuodi.accounts.database)");
    }
    if (settings.enabled()) {
      meters.get().connection(connection.get()::isConnected);
      opening = new Thread(this::open, "claims-opening");
      opening.start();
    }
  }

  private void open() {
    try {
      for (long pause = FIRST_PAUSE_MILLISECONDS; !isOpen(); pause = Math.min(2 * pause, MAX_PAUSE_MILLISECONDS)) {
        TimeUnit.MILLISECONDS.sleep(pause);
      }
      if (settings.changes().isPresent()) {
        publisher.get().publish();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isOpen() {
    try {
      if (!store.state().isReady() || !connection.get().isWired()) {
        return false;
      }
      connection.get().open();
      return true;
    } catch (RuntimeException e) {
      LOG.warnf("claims cannot be taken yet: %s", told(e));
      return false;
    }
  }

  /** What is wrong. Some failures have no message: of these it is said what they mean, or where they come from. */
  static String told(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    if (root instanceof TimeoutException) {
      return "the clients of Kafka were not made within " + BrokerConnection.PATIENCE.toSeconds()
          + " s; are the names of the brokers (kafka.bootstrap.servers) resolved?";
    }
    StackTraceElement[] trace = root.getStackTrace();
    return root.getMessage() == null && trace.length > 0 ? root + " in " + trace[0] : root.toString();
  }

  @PreDestroy
  void end() {
    if (opening != null) {
      opening.interrupt();
    }
  }
}
