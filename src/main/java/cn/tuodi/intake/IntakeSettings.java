package cn.tuodi.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Whether claims are taken from Kafka, and from where to where. */
@ConfigMapping(prefix = "tuodi.intake")
interface IntakeSettings {

  /** Whether claims are taken from Kafka. */
  boolean enabled();

  /** The topic of claims. */
  String claims();

  /** The topic of decisions. */
  String decisions();

  /** The topic of what could not be decided. */
  String deadLetters();

  /** The consumer group: replicas of one group share the partitions among them. */
  String group();

  /** Most bytes of a claim. */
  @WithDefault("65536")
  int largestClaim();

  /** Whether claims are settled into year accounts instead of being decided only. */
  @WithDefault("false")
  boolean settle();

  /** The topic that tells what was booked on year accounts; without it none does. */
  Optional<String> changes();
}
