package cn.tuodi.observation;

/** A failure without its message, which may quote what a person's claim says: the log gets kinds and places only. */
public final class Anonymous extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int DEEPEST = 8;

  private Anonymous(Throwable failure, int depth) {
    super(failure.getClass().getName(), cause(failure, depth), false, true);
    setStackTrace(failure.getStackTrace());
  }

  /** The failure as it may be logged: the classes and the places, no messages. */
  public static Exception of(Throwable failure) {
    return new Anonymous(failure, 0);
  }

  private static Throwable cause(Throwable failure, int depth) {
    return failure.getCause() == null || depth == DEEPEST ? null : new Anonymous(failure.getCause(), depth + 1);
  }
}
