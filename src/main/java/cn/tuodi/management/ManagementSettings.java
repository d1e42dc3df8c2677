package cn.tuodi.management;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** Where health and metrics are. */
@ConfigMapping(prefix = "tuodi.management")
interface ManagementSettings {

  /** The port where none is stated. */
  int USUAL_PORT = 9000;

  /** The address that is listened to: this machine only, in the container all. */
  @WithDefault("127.0.0.1")
  String host();

  /** The port; 0 for any that is free. Where it is not stated, {@value #USUAL_PORT}, and any that is free if that is taken. */
  OptionalInt port();

  /** Whether the port speaks HTTPS, with the certificate that the service itself has ({@code quarkus.tls}). */
  @WithDefault("false")
  boolean https();

  /** How long an event loop may answer nothing before the process counts as dead. */
  @WithDefault("20s")
  Duration longestHang();
}
