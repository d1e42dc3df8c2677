package cn.tuodi.desk;

import java.util.function.BooleanSupplier;

/**
 * For whom a workbook is checked.
 *
 * @param isKnown whether somebody has logged in; those who have wait for no stranger
 * @param hasLeft whether nobody waits for the result any more
 */
public record CheckClient(boolean isKnown, BooleanSupplier hasLeft) {

  /** Staff who draft and publish, which goes on when they leave. */
  public static final CheckClient STAFF = new CheckClient(true, () -> false);

  /** Anybody, for as long as the check takes. */
  public static final CheckClient ANYBODY = new CheckClient(false, () -> false);
}
