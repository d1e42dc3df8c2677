package cn.tuodi.intake;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.Consumer;
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

  private static final String CONNECTIONS = "connection-count";

  private final KafkaClientService clients;
  private final OwnPartitions partitions;

  IntakeHealth(KafkaClientService clients, OwnPartitions partitions) {
    this.clients = clients;
    this.partitions = partitions;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("intake").up().withData("connected", isConnected())
        .withData("partitions", partitions.count()).build();
  }

  private boolean isConnected() {
    Consumer<byte[], byte[]> consumer = clients.<byte[], byte[]>getConsumer(ClaimsIntake.CLAIMS).unwrap();
    return consumer.metrics().values().stream()
        .anyMatch(metric -> metric.metricName().name().equals(CONNECTIONS)
            && ((Number) metric.metricValue()).intValue() > 0);
  }
}
