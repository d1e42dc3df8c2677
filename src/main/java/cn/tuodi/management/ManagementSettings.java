package cn.tuodi.management;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where health and metrics are. */
@ConfigMapping(prefix = "tuodi.management")
interface ManagementSettings {

  /** The address that is listened to: this machine only, in the container all. */
  @WithDefault("127.0.0.1")
  String host();

  /** The port; 0 for any that is free. */
  @WithDefault("9000")
  int port();

  /** Whether the port speaks HTTPS, with the certificate that the service itself has ({@code quarkus.tls}). */
  @WithDefault("false")
  boolean https();

  /** How long an event loop may answer nothing before the process counts as dead. */
  @WithDefault("20s")
  Duration longestHang();
}
