package cn.tuodi.account;

import cn.tuodi.answer.Refusal;
import java.util.List;

/** Nothing was booked, for a reason that lies in the request; whatever was begun is given up. */
public final class SettlementRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final SettlementRefusal reason;
  private final String claimId;
  private final transient Refusal refusal;
  private final transient List<String> differing;
  private final int version;

  private SettlementRefused(String message, SettlementRefusal reason, String claimId, Refusal refusal,
      List<String> differing, int version) {
    super(message, null, false, false);
    this.reason = reason;
    this.claimId = claimId;
    this.refusal = refusal;
    this.differing = differing;
    this.version = version;
  }

  SettlementRefused(SettlementRefusal reason, String claimId) {
    this(reason.name(), reason, claimId, null, List.of(), 0);
  }

  /** A claim of an id that stands for other facts, which differ at these places; its bill is at a version. */
  SettlementRefused(String claimId, List<String> differing, int version) {
    this(SettlementRefusal.CLAIM_DIFFERS.name(), SettlementRefusal.CLAIM_DIFFERS, claimId, null, differing, version);
  }

  /** A claim that cannot be booked as it is at these places. */
  SettlementRefused(SettlementRefusal reason, String claimId, List<String> places) {
    this(reason.name(), reason, claimId, null, places, 0);
  }

  SettlementRefused(Refusal refusal, String claimId) {
    this(refusal.code().name(), null, claimId, refusal, List.of(), 0);
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

  /** The version of the bill from which the claim differs; 0 where it is about something else. */
  public int version() {
    return version;
  }

  /** JSON pointers to where the claim differs from the bill of its id, or to ids that are none. */
  public List<String> differing() {
    return differing;
  }
}
