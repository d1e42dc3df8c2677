package cn.tuodi.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** A single administrator who may draft and publish, for trying out. There is no default password. */
@ConfigMapping(prefix = "tuodi.admin")
interface AdminSettings {

  /** Name to log in with. */
  @WithDefault("admin")
  String name();

  /** How long after logging in to the console a session lasts at most. */
  @WithDefault("8H")
  Duration longestSession();

  /** Hash of the password, made with the command {@code password}; without it nobody can log in this way. */
  Optional<String> passwordHash();
}
