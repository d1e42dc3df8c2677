package cn.tuodi.account;

import cn.tuodi.answer.Refusal;

/** Nothing was booked, for a reason that lies in the request; whatever was begun is given up. */
public final class SettlementRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final SettlementRefusal reason;
  private final String claimId;
  private final transient Refusal refusal;

  SettlementRefused(SettlementRefusal reason, String claimId) {
    super(reason.name(), null, false, false);
    this.reason = reason;
    this.claimId = claimId;
    this.refusal = null;
  }

  SettlementRefused(Refusal refusal, String claimId) {
    super(refusal.code().name(), null, false, false);
    this.reason = null;
    this.claimId = claimId;
    this.refusal = refusal;
  }

  /** Why nothing is booked, or null where a bill cannot be decided. */
  public SettlementRefusal reason() {
    return reason;
  }

  /** The bill that it is about, or null where it is about none. */
  public String claimId() {
    return claimId;
  }

  /** Why a bill cannot be decided, or null. */
  public Refusal refusal() {
    return refusal;
  }
}
