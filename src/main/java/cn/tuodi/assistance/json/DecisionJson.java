package cn.tuodi.assistance.json;

import cn.tuodi.answer.Benefit;
import cn.tuodi.answer.EntitlementType;
import cn.tuodi.answer.LimitName;
import cn.tuodi.answer.NoticeCode;
import cn.tuodi.answer.Payer;
import cn.tuodi.answer.Severity;
import cn.tuodi.assistance.Status;
import cn.tuodi.claim.IdentityType;
import cn.tuodi.edition.source.EditionDescription;
import cn.tuodi.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision as the wire contract has it. Amounts are yuan with two decimals. */
@Schema(name = "Decision", description = "一份核定结果：逐项待遇及其依据 / a decision: itemised payouts with what they rest on")
@JsonSerialize(using = DecisionSerializer.class)
public record DecisionJson(@Schema(required = true) String claimId,
    @Schema(required = true, description = "同一单据、同一政策内容，编号相同 / the same for the same claim and policy content") String decisionId,
    @Schema(required = true) Policy policy,
    @Schema(required = true) Status status,
    @JsonProperty("class") @Schema(name = "class", nullable = true, description = "对象类别，不在任何类别则为 null / null in no class") PersonClassJson personClass,
    @Schema(required = true) List<Payout> payouts, @Schema(required = true) List<NoticeJson> notices,
    @Schema(required = true) List<EntitlementJson> entitlements, @Schema(required = true) TotalsJson totals,
    @Schema(required = true) YearToDateJson yearToDate,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "仅在 trace=true 时 / only with trace=true") List<Traced> trace) {

  /** The edition that decided. */
  @Schema(name = "Policy")
  public record Policy(@Schema(required = true, examples = "guangxi/2022") String edition,
      @Schema(required = true) String contentHash) {

    public static Policy of(EditionDescription edition) {
      return new Policy(edition.id().toString(), edition.contentHash());
    }
  }

  /** The class of the person. */
  @Schema(name = "PersonClass")
  public record PersonClassJson(@Schema(required = true) int number, @Schema(required = true) boolean severeDisability,
      @Schema(required = true) IdentityType identity,
      @JsonInclude(JsonInclude.Include.NON_NULL) String identityCode,
      @Schema(required = true) String label,
      @Schema(required = true) List<ProvisionJson> provisions) {}

  /** One itemised payout. */
  @Schema(name = "Payout")
  public record Payout(@Schema(required = true) Benefit benefit, @Schema(required = true) Payer payer,
      @Schema(required = true) Money amount,
      @Schema(required = true, description = "计算所依据的费用 / cost it works on") Money eligible,
      @Schema(required = true) List<BandJson> bands, @Schema(required = true) List<LimitJson> limits,
      @Schema(required = true) List<ProvisionJson> provisions, @Schema(required = true) String explanation) {}

  /** A band of cost and what it pays. */
  @Schema(name = "Band")
  public record BandJson(@Schema(required = true) Money from, @Schema(nullable = true) Money to,
      @Schema(required = true) BigDecimal rate, @Schema(required = true) Money cost,
      @Schema(required = true) Money amount) {}

  /** A limit and whether it held the line down. */
  @Schema(name = "Limit")
  public record LimitJson(@Schema(required = true) LimitName name, @Schema(required = true) Money cap,
      @Schema(required = true) Money usedBefore, @Schema(required = true) boolean bound) {}

  /** A provision and, for what a workbook states, its row. */
  @JsonSerialize(using = CitationSerializer.class)
  @Schema(name = "ProvisionReference")
  public record ProvisionJson(@Schema(required = true) String id, @Schema(required = true) String instrument,
      @Schema(required = true) String article, @Schema(nullable = true) String table,
      @Schema(nullable = true) String sheet, @Schema(nullable = true) Integer row,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "统筹地区制定本行标准的文件 / the document by which a pooling area set the row") String localDocument) {}

  /** Something the answer says besides amounts. */
  @Schema(name = "Notice")
  public record NoticeJson(@Schema(required = true) NoticeCode code, @Schema(required = true) Severity severity,
      @Schema(required = true) String message, @Schema(required = true) boolean reviewable,
      @Schema(required = true) List<ProvisionJson> provisions) {}

  /** What a person may claim besides money. */
  @Schema(name = "Entitlement")
  public record EntitlementJson(@Schema(required = true) EntitlementType type,
      @Schema(required = true) List<ProvisionJson> provisions) {}

  /** Who pays the bill. */
  @Schema(name = "Totals")
  public record TotalsJson(@Schema(required = true) Money total,
      @Schema(required = true) Money basicInsurance,
      @Schema(required = true) Money criticalIllness, @Schema(required = true) Money employeeSupplement,
      @Schema(required = true) Money otherInsurance, @Schema(required = true) Money medicalAssistance,
      @Schema(required = true) Money topUpAssistance, @Schema(required = true) Money institutionBorne,
      @Schema(required = true) Money personal) {}

  /** What has accumulated in the year; goes into the next claim of the person. */
  @Schema(name = "YearToDate")
  public record YearToDateJson(@Schema(required = true) int year,
      @Schema(required = true) Money burdenAfterInsurance, @Schema(required = true) Used criticalIllness,
      @Schema(required = true) AssistanceJson assistance, @Schema(required = true) Used topUp,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) String region) {}

  /** Basis and payments of a benefit in the year. */
  @Schema(name = "Used")
  public record Used(@Schema(required = true) Money eligible, @Schema(required = true) Money paid) {}

  /** Assistance in the year by kind of care. */
  @Schema(name = "AssistanceUsed")
  public record AssistanceJson(@Schema(required = true) ByCareJson eligible,
      @Schema(required = true) ByCareJson paid) {}

  /** Amounts by kind of care. */
  @Schema(name = "ByCare")
  public record ByCareJson(@JsonProperty("INPATIENT") @Schema(name = "INPATIENT", required = true) Money inpatient,
      @JsonProperty("CHRONIC_OUTPATIENT") @Schema(name = "CHRONIC_OUTPATIENT", required = true) Money chronicOutpatient,
      @JsonProperty("MAJOR_OUTPATIENT") @Schema(name = "MAJOR_OUTPATIENT", required = true) Money majorOutpatient,
      @JsonProperty("SPECIAL_DRUG_OUTPATIENT") @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(name = "SPECIAL_DRUG_OUTPATIENT") Money specialDrugOutpatient,
      @JsonProperty("ORDINARY_OUTPATIENT") @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(name = "ORDINARY_OUTPATIENT") Money ordinaryOutpatient,
      @JsonProperty("MATERNITY_OUTPATIENT") @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(name = "MATERNITY_OUTPATIENT") Money maternityOutpatient) {}

  /** A rule that fired. */
  @Schema(name = "Traced")
  public record Traced(@Schema(required = true) String rule, @Schema(nullable = true) String provision) {}
}
