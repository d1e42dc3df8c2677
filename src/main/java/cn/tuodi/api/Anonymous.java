package cn.tuodi.api;

/** A failure without its message, which may quote what a person's claim says: the log gets kinds and places only. */
final class Anonymous extends Exception {

  private static final int DEEPEST = 8;

  private Anonymous(Throwable failure, int depth) {
    super(failure.getClass().getName(), cause(failure, depth), false, true);
    setStackTrace(failure.getStackTrace());
  }

  static Exception of(Throwable failure) {
    return new Anonymous(failure, 0);
  }

  private static Throwable cause(Throwable failure, int depth) {
    return failure.getCause() == null || depth == DEEPEST ? null : new Anonymous(failure.getCause(), depth + 1);
  }
}
