package cn.tuodi.access;

/** Roles that people need; reading and deciding need none. */
public final class Roles {

  /** May keep drafts. */
  public static final String DRAFT = "draft";

  /** May publish and undo. */
  public static final String PUBLISH = "publish";

  private Roles() {}
}
