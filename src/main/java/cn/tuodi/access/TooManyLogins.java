package cn.tuodi.access;

import java.io.Serial;

/** A password was not looked at, because too many others are waiting to be: nothing is known about it. */
public final class TooManyLogins extends RuntimeException {

  @Serial
  private static final long serialVersionUID = 1;

  /** Seconds after which it may be worth trying again. */
  public static final String RETRY_SECONDS = "2";

  /** Without a trace: there may be very many. */
  public TooManyLogins() {
    super("too many logins", null, false, false);
  }
}
