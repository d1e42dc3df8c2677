package cn.tuodi.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What needs a role that is open to everybody by default. */
@ConfigMapping(prefix = "tuodi.access")
public interface AccessSettings {

  /** Whether having claims decided needs the role {@code decide}. */
  @WithDefault("false")
  boolean decideNeedsRole();

  /** Whether metrics, the state of the desk and simulations need the role {@code operate}. */
  @WithDefault("false")
  boolean operateNeedsRole();

  /**
   * Whether anybody who can reach the service may upload workbooks and run simulations, although nobody can log in. On
   * this machine alone they may anyway.
   */
  @WithDefault("false")
  boolean uploadsWithoutLogin();

  /**
   * Whether anybody who can reach the service may use year accounts, where these are on, although nobody can log in. On
   * this machine alone they may anyway.
   */
  @WithDefault("false")
  boolean accountsWithoutLogin();
}
