package cn.tuodi.console;

import cn.tuodi.access.LoginWay;

/**
 * A person as pages show them.
 *
 * @param name name, or empty where nobody is logged in
 * @param decides whether they may have claims decided
 * @param drafts whether they may keep drafts
 * @param publishes whether they may publish and undo
 * @param settles whether they may see and correct year accounts
 * @param uploads whether workbooks are taken from whoever may check them
 * @param way how people log in
 * @param leaves whether there is a session that can be ended
 * @param failure what went wrong when it was to be found out who they are
 */
public record Visitor(String name, boolean decides, boolean drafts, boolean publishes, boolean settles,
    boolean uploads, LoginWay way, boolean leaves, Failure failure) {

  /** What can go wrong with a login. */
  public enum Failure {
    NONE,
    /** The login was not completed, or its session is over. */
    REFUSED,
    /** The provider cannot be reached. */
    UNAVAILABLE
  }

  /** Whether somebody is logged in. */
  public boolean known() {
    return !name.isEmpty();
  }

  /** Whether anybody can log in here at all. */
  public boolean possible() {
    return way == LoginWay.ADMINISTRATOR || way == LoginWay.PROVIDER;
  }
}
