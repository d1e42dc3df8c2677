package cn.tuodi.account.json;

import cn.tuodi.account.book.BookingKind;
import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.Payer;
import cn.tuodi.assistance.Status;
import cn.tuodi.assistance.json.DecisionJson;
import cn.tuodi.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person's account of a year in a province. */
@Schema(name = "Account")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AccountJson(@Schema(required = true) String personId, @Schema(required = true) int year,
    @Schema(required = true) String province, @Schema(required = true) long accountVersion,
    @Schema(required = true) DecisionJson.YearToDateJson yearToDate, @Schema(required = true) List<LineJson> paid,
    @Schema(required = true) List<EntryJson> entries) {

  /** What is about a person. */
  public interface OfPerson {

    /** Whose it is. */
    String personId();
  }

  /** What a payer pays as a benefit. */
  @Schema(name = "AccountLine")
  public record LineJson(@Schema(required = true) Benefit benefit, @Schema(required = true) Payer payer,
      @Schema(required = true) Money amount) {}

  /** What was booked. */
  @Schema(name = "AccountEntry")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record EntryJson(@Schema(required = true) long accountVersion, @Schema(required = true) BookingKind kind,
      @Schema(required = true) Instant bookedAt, @Schema(nullable = true) String bookedBy,
      @Schema(nullable = true) String reason, @Schema(nullable = true) String claimId,
      @Schema(nullable = true) String settlementId, @Schema(nullable = true) Integer version,
      @Schema(nullable = true) Integer sequence, @Schema(required = true) boolean reversed,
      @Schema(nullable = true) Status status, @Schema(nullable = true) String decisionId,
      @Schema(nullable = true) DecisionJson.Policy policy, @Schema(required = true) List<LineJson> lines,
      @Schema(required = true) List<LineJson> adjustments,
      @Schema(required = true) DecisionJson.YearToDateJson yearToDate) {}

  /** All accounts of a person in a year. */
  @Schema(name = "PersonYear")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record PersonYear(@Schema(required = true) String personId, @Schema(required = true) int year,
      @Schema(required = true) List<AccountJson> accounts, @Schema(nullable = true) String next) {}

  /** A bill that was settled. */
  @Schema(name = "Settlement")
  public record SettlementJson(@Schema(required = true) String settlementId, @Schema(required = true) String claimId,
      @Schema(required = true) String personId, @Schema(required = true) int year,
      @Schema(required = true) String province, @Schema(required = true) int sequence,
      @Schema(required = true) int version,
      @JsonRawValue @Schema(required = true, implementation = DecisionJson.class) String decision)
      implements
        OfPerson {}

  /**
   * What a settlement would come to.
   *
   * @param decision a decision, or how it was written
   */
  @Schema(name = "SettlementPreview")
  public record PreviewJson(@Schema(required = true) String personId, @Schema(required = true) int year,
      @Schema(required = true) String province, @Schema(required = true) long accountVersion,
      @Schema(required = true) boolean settled, @Schema(required = true) DecisionJson.YearToDateJson yearToDate,
      @Schema(required = true, implementation = DecisionJson.class) Object decision)
      implements
        OfPerson {}

  /** A bill with all its versions. */
  @Schema(name = "SettlementHistory")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record HistoryJson(@Schema(required = true) String settlementId, @Schema(required = true) String claimId,
      @Schema(required = true) String personId, @Schema(required = true) int year,
      @Schema(required = true) String province, @Schema(required = true) List<VersionJson> versions,
      @Schema(nullable = true) Integer next) {}

  /** A version of a bill. */
  @Schema(name = "SettlementVersion")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record VersionJson(@Schema(required = true) int version, @Schema(required = true) int sequence,
      @Schema(required = true) boolean reversed, @Schema(required = true) BookingKind kind,
      @Schema(required = true) Instant bookedAt, @Schema(nullable = true) String bookedBy,
      @Schema(nullable = true) String reason, @Schema(required = true) List<LineJson> lines,
      @Schema(required = true) List<LineJson> adjustments,
      @JsonRawValue @Schema(required = true, ref = "Claim") String claim,
      @JsonRawValue @Schema(required = true, implementation = DecisionJson.class) String decision) {}

  /** What a correction changes. */
  @Schema(name = "Correction")
  public record CorrectionJson(@Schema(required = true) BookingKind kind, @Schema(required = true) boolean dryRun,
      @Schema(required = true) String personId, @Schema(required = true) int year,
      @Schema(required = true) String province, @Schema(required = true) long accountVersion,
      @Schema(required = true) List<AdjustmentJson> adjustments, @Schema(required = true) int count,
      @Schema(required = true) List<LineJson> totals) implements OfPerson {}

  /** A bill that a correction changes. */
  @Schema(name = "Adjustment")
  public record AdjustmentJson(@Schema(required = true) String settlementId, @Schema(required = true) String claimId,
      @Schema(required = true) int version, @Schema(required = true) int sequence,
      @Schema(required = true) boolean reversed, @Schema(required = true) List<LineJson> before,
      @Schema(required = true) List<LineJson> after, @Schema(required = true) List<LineJson> change,
      @JsonRawValue @Schema(required = true, implementation = DecisionJson.class) String decision) {}

  /** What was taken over from another system. */
  @Schema(name = "Opening")
  public record OpeningJson(@Schema(required = true) String personId, @Schema(required = true) int year,
      @Schema(required = true) String province,
      @Schema(required = true) DecisionJson.YearToDateJson yearToDate) implements OfPerson {}

  /** Bookings in the order of changes. */
  @Schema(name = "SettlementChanges")
  public record ChangesJson(@Schema(required = true) List<ChangeJson> changes, @Schema(required = true) long last) {}

  /** A booking in the order of changes. */
  @Schema(name = "SettlementChange")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ChangeJson(@Schema(required = true) long number, @Schema(required = true) BookingKind kind,
      @Schema(required = true) Instant bookedAt, @Schema(nullable = true) String bookedBy,
      @Schema(nullable = true) String reason, @Schema(required = true) String personId,
      @Schema(required = true) int year, @Schema(required = true) String province,
      @Schema(required = true) long accountVersion, @Schema(required = true) List<ChangedBillJson> bills) {}

  /** A bill that a booking has changed. */
  @Schema(name = "ChangedBill")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ChangedBillJson(@Schema(required = true) String settlementId, @Schema(required = true) String claimId,
      @Schema(required = true) int version, @Schema(required = true) int sequence,
      @Schema(required = true) boolean reversed, @Schema(nullable = true) Status status,
      @Schema(nullable = true) String decisionId, @Schema(nullable = true) DecisionJson.Policy policy,
      @Schema(required = true) List<LineJson> adjustments) {}
}
