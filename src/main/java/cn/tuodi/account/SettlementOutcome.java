package cn.tuodi.account;

/** What has become of one of several claims: it was settled, or it was refused, which leaves the others alone. */
final class SettlementOutcome {

  private final Settled settled;
  private final SettlementRefused refused;

  private SettlementOutcome(Settled settled, SettlementRefused refused) {
    this.settled = settled;
    this.refused = refused;
  }

  static SettlementOutcome of(Settled settled) {
    return new SettlementOutcome(settled, null);
  }

  static SettlementOutcome of(SettlementRefused refused) {
    return new SettlementOutcome(null, refused);
  }

  /**
   * The bill.
   *
   * @throws SettlementRefused if it was refused
   */
  Settled settled() {
    if (refused != null) {
      throw refused;
    }
    return settled;
  }
}
