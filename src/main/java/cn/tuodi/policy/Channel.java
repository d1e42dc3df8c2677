package cn.tuodi.policy;

/**
 * How a claim is settled (结算方式).
 */
public enum Channel {

  ONE_STOP("一站式结算"),
  WINDOW("窗口申请"),
  REMOTE_DIRECT("跨省直接结算");

  private final String label;

  Channel(String label) {
    this.label = label;
  }

  /** The Chinese name, as workbooks and answers show it. */
  public String label() {
    return label;
  }
}
