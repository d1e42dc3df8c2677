package cn.tuodi.account.json;

import cn.tuodi.account.book.BookingKind;
import cn.tuodi.answer.Benefit;
import cn.tuodi.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was booked in a period, added up. */
@Schema(name = "SettlementSums")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SumsJson(@Schema(required = true) LocalDate from, @Schema(required = true) LocalDate to,
    @Schema(required = true) List<AccountsJson> accounts, @Schema(required = true) long bills,
    @Schema(required = true) List<AmountJson> amounts, @Schema(required = true) long last,
    @Schema(required = true) long unnumbered) {

  /** The accounts of a province and year. */
  @Schema(name = "AccountSums")
  public record AccountsJson(@Schema(required = true) String province, @Schema(required = true) int year,
      @Schema(required = true) long bills, @Schema(required = true) List<AmountJson> amounts,
      @Schema(required = true) List<KindJson> bookings) {}

  /** Bookings of a kind. */
  @Schema(name = "BookingSums")
  public record KindJson(@Schema(required = true) BookingKind kind, @Schema(required = true) long count,
      @Schema(required = true) long bills, @Schema(required = true) List<AmountJson> amounts) {}

  /** What was paid as a benefit. */
  @Schema(name = "BenefitSum")
  public record AmountJson(@Schema(required = true) Benefit benefit, @Schema(required = true) Money amount) {}
}
