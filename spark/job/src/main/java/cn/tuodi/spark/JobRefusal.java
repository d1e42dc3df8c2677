package cn.tuodi.spark;

/** Why a job is not begun, in words for whoever starts it. */
final class JobRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JobRefusal(String message) {
    super(message);
  }

  /** The same in both languages, Chinese first. */
  static JobRefusal of(String chinese, String english) {
    return new JobRefusal(chinese + " / " + english);
  }
}
