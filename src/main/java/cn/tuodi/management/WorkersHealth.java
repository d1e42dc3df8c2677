package cn.tuodi.management;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how long work of batches and of the desk waits for a thread. It is up either way: single claims need no such
 * thread, and a directory that hangs does so for all replicas at once.
 */
@Readiness
@ApplicationScoped
class WorkersHealth implements HealthCheck {

  private final ThreadWatch watch;

  WorkersHealth(ThreadWatch watch) {
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("workers").up().withData("lagMilliseconds", watch.workersLag().toMillis()).build();
  }
}
