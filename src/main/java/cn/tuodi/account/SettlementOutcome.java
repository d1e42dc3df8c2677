package cn.tuodi.account;

/** What has become of one of several claims: it was settled, or it was refused or failed, which leaves the others alone. */
public final class SettlementOutcome {

  private final Settled settled;
  private final RuntimeException failure;

  private SettlementOutcome(Settled settled, RuntimeException failure) {
    this.settled = settled;
    this.failure = failure;
  }

  static SettlementOutcome of(Settled settled) {
    return new SettlementOutcome(settled, null);
  }

  static SettlementOutcome of(RuntimeException failure) {
    return new SettlementOutcome(null, failure);
  }

  /**
   * The bill.
   *
   * @throws SettlementRefused if it was refused; as deciding or writing the answer threw, where that failed
   */
  public Settled settled() {
    if (failure != null) {
      throw failure;
    }
    return settled;
  }
}
