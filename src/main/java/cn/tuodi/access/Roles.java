package cn.tuodi.access;

/** Roles of people and programs. Reading needs none; deciding and operating need none unless configured otherwise. */
public final class Roles {

  /** May have claims decided, where deciding needs a role. */
  public static final String DECIDE = "decide";

  /** May keep drafts. */
  public static final String DRAFT = "draft";

  /** May publish and undo. */
  public static final String PUBLISH = "publish";

  /** May read metrics and the state of the desk and run simulations, where operating needs a role. */
  public static final String OPERATE = "operate";

  /** May settle claims into year accounts, correct what was settled, and read accounts. */
  public static final String SETTLE = "settle";

  private Roles() {}
}
