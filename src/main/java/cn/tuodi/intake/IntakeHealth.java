package cn.tuodi.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells whether the broker is there and how many partitions are this replica's. It is up either way: what serves over
 * HTTP must not be taken out of service because Kafka is away.
 */
@Readiness
@ApplicationScoped
class IntakeHealth implements HealthCheck {

  private final BrokerConnection connection;
  private final AssignedPartitions partitions;

  IntakeHealth(BrokerConnection connection, AssignedPartitions partitions) {
    this.connection = connection;
    this.partitions = partitions;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("intake").up().withData("connected", connection.isConnected())
        .withData("partitions", partitions.count()).build();
  }
}
